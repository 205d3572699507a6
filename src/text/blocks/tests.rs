use super::*;

/// Looks at a text with lanes of one kind.
fn places<L: Lanes, M: Marks>(bytes: &[u8], marks: M) -> Vec<usize> {
    struct Collect<M>(M, Vec<usize>);
    impl<M: Marks> Pass for Collect<M> {
        fn see<L: Lanes>(&mut self, block: Block<'_, L>) {
            block.each_of(self.0.of(block), &mut |place| self.1.push(place.offset()));
        }
    }
    let mut collect = Collect(marks, Vec::new());
    each_block_of::<L>(bytes, &mut collect);
    let Collect(marks, found) = collect;
    let mut by_widest = Vec::new();
    each_place(bytes, marks, |place| {
        assert_eq!(place.byte(), bytes[place.offset()]);
        by_widest.push(place.offset());
    });
    assert_eq!(found, by_widest);
    found
}

/// The same with lanes of all kinds but the widest, with which they are compared.
fn places_of_all<M: Marks + Copy>(bytes: &[u8], marks: M) -> Vec<usize> {
    #[cfg(target_arch = "x86_64")]
    if is_x86_feature_detected!("ssse3") {
        places::<lanes::Ssse3, M>(bytes, marks);
    }
    places::<lanes::Plain, M>(bytes, marks)
}

/// Declares what marks a block, and the same of a byte with the one before and the one behind.
macro_rules! marks {
    ($($name:ident: $marks:expr, $plain:expr;)*) => { $(
        #[derive(Clone, Copy)]
        struct $name;
        impl Marks for $name {
            fn of<L: Lanes>(&self, block: Block<'_, L>) -> Mask<L> {
                let marks: fn(Block<'_, L>) -> Mask<L> = $marks;
                marks(block)
            }
        }
        impl $name {
            fn compare(bytes: &[u8]) {
                let plain: fn([u8; 3]) -> bool = $plain;
                let byte = |at: usize| at.checked_sub(1).and_then(|at| bytes.get(at)).copied().unwrap_or(0);
                let wanted: Vec<usize> =
                    (0..bytes.len()).filter(|&at| plain([byte(at), byte(at + 1), byte(at + 2)])).collect();
                assert_eq!(places_of_all(bytes, Self), wanted, "{bytes:?}");
            }
        }
    )* };
}

marks! {
    Sign: |block| block.bytes().are(b'/'), |[_, byte, _]| byte == b'/';
    Foreign: |block| block.bytes().are_at_least(0xC7), |[_, byte, _]| byte >= 0xC7;
    Letter: |block| block.bytes().are_any([b'a', b'y']), |[_, byte, _]| b"ay".contains(&byte);
    Capital: |block| block.bytes().are_within(b'A', b'Z'), |[_, byte, _]| byte.is_ascii_uppercase();
    Nowhere: |block| block.bytes().are_any([]), |_| false;
    Everywhere: |block| !block.bytes().are_any([]), |_| true;
    First: |block| block.bytes().are_at_least(0x80) & !block.before(1).are_at_least(0x80), |[a, b, _]| b >= 0x80 && a < 0x80;
    Word: |block| block.starts_with([7, 14]), |[_, b, c]| [b, c] == [7, 14];
    Last: |block| block.bytes().are(b'b') | block.behind(1).are(b'b'), |[_, b, c]| b == b'b' || c == b'b';
}

#[test]
fn every_place_once_at_every_length() {
    for length in 0..300 {
        let bytes: Vec<u8> = (0..length).map(|at| (at * 7 % 251) as u8).collect();
        Sign::compare(&bytes);
        Foreign::compare(&bytes);
        Letter::compare(&bytes);
        Capital::compare(&bytes);
        Nowhere::compare(&bytes);
        Everywhere::compare(&bytes);
        First::compare(&bytes);
        Word::compare(&bytes);
        Last::compare(&bytes);
    }
}

/// Two kinds in one group and two alone.
#[derive(Clone, Copy)]
struct SomeKinds;

const GROUPS: [&[FourBytes]; 3] = [
    &[[ANY, &[[1, 3]], &[[0x20, 0x21], [0xE1, 0xE1]], ANY], [&[[0x55, 0x55]], ANY, &[[0x7F, 0x81]], &[[0, 9]]]],
    &[[&[[0, 0]], &[[0, 0]], ANY, ANY]],
    &[[ANY, ANY, &[[b'a', b'z']], &[[0x80, 0xFF], [0, 0]]]],
];

impl Marks for SomeKinds {
    fn of<L: Lanes>(&self, block: Block<'_, L>) -> Mask<L> {
        let kinds: Kinds = Kinds::of(GROUPS);
        block.may_be_of(&kinds)
    }
}

/// The same four bytes, of which the first is the place.
#[derive(Clone, Copy)]
struct SomeKindsBehind;

impl Marks for SomeKindsBehind {
    fn of<L: Lanes>(&self, block: Block<'_, L>) -> Mask<L> {
        let kinds: Kinds<4, 0> = Kinds::of(GROUPS);
        block.may_be_of(&kinds)
    }
}

#[test]
fn kinds_are_told_by_the_halves_of_their_bytes() {
    let may_be = |window: [u8; 4]| {
        GROUPS.iter().any(|group| {
            (0..4).all(|place| {
                let mut wanted = group.iter().flat_map(|kind| kind[place]).flat_map(|&[first, last]| first..=last);
                wanted.clone().any(|byte| byte % 16 == window[place] % 16)
                    && wanted.any(|byte| byte / 16 == window[place] / 16)
            })
        })
    };
    let bytes: Vec<u8> = (0..9_000_usize).map(|at| (at * at / 3 % 253) as u8).collect();
    for length in [0, 1, 3, 63, 64, 65, 130, 9_000] {
        let bytes = &bytes[..length];
        let wanted = |before: usize| -> Vec<usize> {
            let byte = |at: usize| at.checked_sub(before).and_then(|at| bytes.get(at)).copied().unwrap_or(0);
            (0..length).filter(|at| may_be([0, 1, 2, 3].map(|index| byte(at + index)))).collect()
        };
        assert_eq!(places_of_all(bytes, SomeKinds), wanted(2), "{length}");
        assert_eq!(places_of_all(bytes, SomeKindsBehind), wanted(0), "{length}");
    }
}

#[test]
fn wanted_places_are_kept_and_looked_at_later() {
    struct Keeping<'b, const USUAL: usize> {
        bytes: &'b [u8],
        kept: Kept,
        seen: Vec<(usize, u64)>,
    }
    impl<const USUAL: usize> Keeping<'_, USUAL> {
        fn look(&mut self) {
            let Self { bytes, kept, seen } = self;
            kept.each(bytes, |place| seen.push((place.offset(), place.window(3))));
        }
    }
    impl<const USUAL: usize> Pass for Keeping<'_, USUAL> {
        fn see<L: Lanes>(&mut self, block: Block<'_, L>) {
            let is_wanted = |place: Place<'_>| !place.offset().is_multiple_of(97);
            let wanted = block.wanted_of::<USUAL>(block.bytes().are(b'a'), is_wanted);
            if self.kept.add::<USUAL>(wanted) {
                self.look();
            }
        }
    }
    fn seen<const USUAL: usize>(bytes: &[u8]) -> Vec<(usize, u64)> {
        let mut keeping = Keeping::<USUAL> { bytes, kept: Kept::NONE, seen: Vec::new() };
        each_block(bytes, &mut keeping);
        keeping.look();
        keeping.seen
    }
    let borders = "a".repeat(74) + &"b".repeat(54);
    for piece in ["abaa", "bcdefghijklmnopqrstuvwxyzabcdefghi", "a", "b", &borders] {
        for length in (0..140).chain([500, 999]) {
            let text = &piece.repeat(1_000).into_bytes()[..length];
            let mut plain = Vec::new();
            each_place(text, Everywhere, |place| {
                if place.byte() == b'a' && !place.offset().is_multiple_of(97) {
                    plain.push((place.offset(), place.window(3)));
                }
            });
            assert_eq!([seen::<0>(text), seen::<2>(text), seen::<64>(text)], [plain.clone(), plain.clone(), plain]);
        }
    }
}

#[test]
fn kept_places_that_are_not_wanted_are_let_go() {
    let bytes = "a".repeat(2 * LENGTH);
    for divisor in 1..9 {
        let mut kept = Kept::NONE;
        for start in [0, LENGTH] {
            kept.add::<2>(Wanted { start, bits: !0 });
        }
        kept.retain(bytes.as_bytes(), |place| place.offset().is_multiple_of(divisor));
        let mut left = Vec::new();
        kept.each(bytes.as_bytes(), |place| left.push(place.offset()));
        assert_eq!(left, (0..2 * LENGTH).step_by(divisor).collect::<Vec<_>>());
    }
}

#[test]
fn windows_over_the_borders_of_blocks_and_texts() {
    let bytes: Vec<u8> = (1..=200).collect();
    each_place(&bytes, Everywhere, |place| {
        for before in 0..=8 {
            let byte = |index: usize| (place.offset() + index).checked_sub(before).and_then(|at| bytes.get(at));
            let wanted = [0, 1, 2, 3, 4, 5, 6, 7].map(|index| byte(index).copied().unwrap_or(0));
            assert_eq!(place.window(before).to_le_bytes(), wanted, "{before} before {}", place.offset());
        }
        assert_eq!(place.window_behind() << 8 | u64::from(place.byte()), place.window(0));
    });
}
