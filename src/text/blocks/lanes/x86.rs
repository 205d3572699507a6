//! SAFETY of every block here: the instructions work on values, no memory is touched; they need only exist. An [`Avx2`] is made in
//! [`each_block_with_avx2`] alone, an [`Ssse3`] in [`each_block_with_ssse3`], which are called where the processor was asked for
//! them; a test asks it itself.

#![allow(unsafe_code)]

use std::arch::x86_64::{
    __m128i, __m256i, _mm_and_si128, _mm_cmpeq_epi8, _mm_max_epu8, _mm_min_epu8, _mm_movemask_epi8, _mm_or_si128,
    _mm_set_epi64x, _mm_set1_epi8, _mm_shuffle_epi8, _mm_srli_epi16, _mm_sub_epi8, _mm_xor_si128, _mm256_and_si256,
    _mm256_cmpeq_epi8, _mm256_max_epu8, _mm256_min_epu8, _mm256_movemask_epi8, _mm256_or_si256, _mm256_set_epi64x,
    _mm256_set1_epi8, _mm256_shuffle_epi8, _mm256_srli_epi16, _mm256_sub_epi8, _mm256_xor_si256,
};

use super::{Lanes, Plain};
use crate::text::blocks::{Pass, each_block_of};

pub(in super::super) fn each_block_of_widest(bytes: &[u8], pass: &mut impl Pass) {
    let has_avx2 = is_x86_feature_detected!("avx2") && is_x86_feature_detected!("bmi1");
    if has_avx2 && is_x86_feature_detected!("bmi2") {
        // SAFETY: the processor has what the function is compiled for.
        unsafe { each_block_with_avx2(bytes, pass) }
    } else if is_x86_feature_detected!("ssse3") {
        // SAFETY: the same.
        unsafe { each_block_with_ssse3(bytes, pass) }
    } else {
        each_block_of::<Plain>(bytes, pass);
    }
}

#[target_feature(enable = "avx2,bmi1,bmi2")]
fn each_block_with_avx2(bytes: &[u8], pass: &mut impl Pass) {
    each_block_of::<Avx2>(bytes, pass);
}

#[target_feature(enable = "ssse3")]
fn each_block_with_ssse3(bytes: &[u8], pass: &mut impl Pass) {
    each_block_of::<Ssse3>(bytes, pass);
}

/// Four times sixteen bytes.
#[derive(Clone, Copy)]
pub(in super::super) struct Ssse3([__m128i; 4]);

/// Two times thirty-two bytes.
#[derive(Clone, Copy)]
struct Avx2([__m256i; 2]);

#[inline(always)]
fn load_ssse3(eight: impl Fn(usize) -> i64) -> __m128i {
    // SAFETY: as above.
    unsafe { _mm_set_epi64x(eight(1), eight(0)) }
}

#[inline(always)]
fn load_avx2(eight: impl Fn(usize) -> i64) -> __m256i {
    // SAFETY: as above.
    unsafe { _mm256_set_epi64x(eight(3), eight(2), eight(1), eight(0)) }
}

/// The two differ in the names of their instructions only.
macro_rules! lanes {
    (
        $lanes:ident: $([$first:literal: $lane:ident $other:ident])*;
        $load:ident $repeat:ident $equal:ident $most:ident $least:ident $minus:ident
        $and:ident $or:ident $xor:ident $movemask:ident $shift:ident $look_up:ident
    ) => {
        impl Lanes for $lanes {
            #[inline(always)]
            fn load(bytes: &[u8; 64]) -> Self {
                let (eights, _) = bytes.as_chunks();
                Self([$($load(|at: usize| i64::from_le_bytes(eights[$first + at]))),*])
            }

            #[inline(always)]
            fn none() -> Self {
                // SAFETY: as above.
                Self([$(unsafe { $repeat(0 * $first) }),*])
            }

            #[inline(always)]
            fn are(self, byte: u8) -> Self {
                let Self([$($lane),*]) = self;
                // SAFETY: as above.
                Self([$(unsafe { $equal($lane, $repeat(byte.cast_signed())) }),*])
            }

            #[inline(always)]
            fn are_at_least(self, first: u8) -> Self {
                let Self([$($lane),*]) = self;
                // SAFETY: as above.
                Self([$(unsafe { $equal($most($lane, $repeat(first.cast_signed())), $lane) }),*])
            }

            #[inline(always)]
            fn are_within(self, first: u8, last: u8) -> Self {
                let Self([$($lane),*]) = self;
                // SAFETY: as above.
                Self([$(unsafe {
                    let above = $minus($lane, $repeat(first.cast_signed()));
                    $equal($least(above, $repeat((last - first).cast_signed())), above)
                }),*])
            }

            #[inline(always)]
            fn by_halves(self, low: &[u8; 16], high: &[u8; 16]) -> Self {
                let Self([$($lane),*]) = self;
                let table = |bytes: &[u8; 16]| {
                    let (eights, _) = bytes.as_chunks();
                    $load(|at: usize| i64::from_le_bytes(eights[at % 2]))
                };
                let (low, high) = (table(low), table(high));
                // SAFETY: as above.
                Self([$(unsafe {
                    let half = $repeat(0x0F);
                    let in_low = $look_up(low, $and($lane, half));
                    $and(in_low, $look_up(high, $and($shift::<4>($lane), half)))
                }),*])
            }

            #[inline(always)]
            fn and(self, other: Self) -> Self {
                let (Self([$($lane),*]), Self([$($other),*])) = (self, other);
                // SAFETY: as above.
                Self([$(unsafe { $and($lane, $other) }),*])
            }

            #[inline(always)]
            fn or(self, other: Self) -> Self {
                let (Self([$($lane),*]), Self([$($other),*])) = (self, other);
                // SAFETY: as above.
                Self([$(unsafe { $or($lane, $other) }),*])
            }

            #[inline(always)]
            fn not(self) -> Self {
                let Self([$($lane),*]) = self;
                // SAFETY: as above.
                Self([$(unsafe { $xor($lane, $repeat(-1)) }),*])
            }

            #[inline(always)]
            fn bits(self) -> u64 {
                let Self([$($lane),*]) = self;
                // SAFETY: as above.
                0 $(| u64::from(unsafe { $movemask($lane) }.cast_unsigned()) << (8 * $first))*
            }
        }
    };
}

lanes! {
    Ssse3: [0: a e] [2: b f] [4: c g] [6: d h];
    load_ssse3 _mm_set1_epi8 _mm_cmpeq_epi8 _mm_max_epu8 _mm_min_epu8 _mm_sub_epi8
    _mm_and_si128 _mm_or_si128 _mm_xor_si128 _mm_movemask_epi8 _mm_srli_epi16 _mm_shuffle_epi8
}
lanes! {
    Avx2: [0: a c] [4: b d];
    load_avx2 _mm256_set1_epi8 _mm256_cmpeq_epi8 _mm256_max_epu8 _mm256_min_epu8 _mm256_sub_epi8
    _mm256_and_si256 _mm256_or_si256 _mm256_xor_si256 _mm256_movemask_epi8 _mm256_srli_epi16 _mm256_shuffle_epi8
}
