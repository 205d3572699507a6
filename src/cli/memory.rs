use std::hint::black_box;

/// Bytes that are worth keeping: what a text takes that is read as a whole, or a part of a longer one.
const KEPT: usize = 8 << 20;

/// Tells the allocator to keep what is given back, as the next file or the next part of one wants it again. That of glibc keeps twice
/// the largest piece that was mapped and given back; else it gives all to the system after each part, which clears the same pages
/// anew. From then on smaller pieces are not mapped one by one. The piece itself is not touched.
pub(super) fn keep() {
    drop(black_box(Vec::<u8>::with_capacity(KEPT)));
}
