/// A table that a test made, in the bytes of a file. Numbers are little-endian; it is, one behind the other:
///
/// | Part | Bytes | What |
/// |---|---|---|
/// | buckets | 2 × `BUCKETS` | 0, or one more than the place of the first entry |
/// | count | 4 | of entries |
/// | entries | 8 × `WORDS` × count | those of one bucket together |
/// | rest | | what the entries are of |
#[derive(Debug)]
pub(crate) struct BucketTable<const BUCKETS: usize, const WORDS: usize> {
    pub(crate) buckets: &'static [[u8; 2]; BUCKETS],
    entries: &'static [[[u8; 8]; WORDS]],
    pub(crate) rest: &'static [u8],
}

impl<const BUCKETS: usize, const WORDS: usize> BucketTable<BUCKETS, WORDS> {
    /// A table of another form has no entries; tests compare those that are compiled in.
    const NONE: Self = Self { buckets: &[[0; 2]; BUCKETS], entries: &[], rest: &[] };

    pub(crate) const fn open(bytes: &'static [u8]) -> Self {
        let Some((buckets, behind)) = bytes.split_at_checked(2 * BUCKETS) else { return Self::NONE };
        let Some(buckets) = buckets.as_chunks().0.first_chunk() else { return Self::NONE };
        let Some((count, behind)) = behind.split_first_chunk() else { return Self::NONE };
        match behind.split_at_checked(8 * WORDS * u32::from_le_bytes(*count) as usize) {
            Some((entries, rest)) => Self { buckets, entries: entries.as_chunks().0.as_chunks().0, rest },
            None => Self::NONE,
        }
    }

    /// All entries.
    pub(crate) const fn entries(&self) -> &'static [[[u8; 8]; WORDS]] {
        self.entries
    }

    /// The first entry of a bucket.
    #[inline(always)]
    pub(crate) const fn first(&self, bucket: usize) -> Option<usize> {
        (u16::from_le_bytes(self.buckets[bucket]) as usize).checked_sub(1)
    }

    /// Calls `each` with the entries from a place on, up to the one that it says is the last of its bucket.
    #[inline(always)]
    pub(crate) fn from(&self, place: usize, mut each: impl FnMut(&'static [[u8; 8]; WORDS]) -> bool) {
        for entry in self.entries.get(place..).unwrap_or_default() {
            if each(entry) {
                return;
            }
        }
    }
}

/// The first eight bytes as a little-endian number, zeros behind the last one.
#[cfg(test)]
pub(crate) fn first_eight(bytes: &[u8]) -> u64 {
    bytes.iter().take(8).rev().fold(0, |number, &byte| number << 8 | u64::from(byte))
}
