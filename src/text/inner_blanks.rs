use super::blocks;

/// Finds some hundred wordings of two words or more in one pass, by the bytes around a blank inside each.
///
/// At every blank of a text eight bytes are read, and a table of bits tells of nearly all of them that no wording has such a
/// blank. That is several times as fast as an automaton of the wordings, and made in some microseconds.
#[derive(Debug)]
pub(crate) struct InnerBlanks {
    wordings: Vec<String>,
    long: Keys,
    short: Keys,
}

/// The bytes around blanks of wordings.
#[derive(Debug)]
struct Keys {
    /// A bit for each hash.
    bits: Box<[u64; 1 << 10]>,
    /// The bytes, the place of the blank in the wording, and the wording; sorted.
    all: Vec<(u64, usize, usize)>,
}

/// How many bytes of a key stand before its blank, and behind it.
#[derive(Clone, Copy)]
struct Reach {
    before: usize,
    behind: usize,
}

/// Eight bytes with the blank; of the few wordings that have no such blank, six.
const LONG: Reach = Reach { before: 3, behind: 4 };
const SHORT: Reach = Reach { before: 2, behind: 3 };

impl InnerBlanks {
    /// A searcher of `wordings`; see [`InnerBlanks::can_find`].
    pub(crate) fn new(wordings: Vec<String>) -> Self {
        let (mut long, mut short) = (Keys::new(), Keys::new());
        for (index, wording) in wordings.iter().enumerate() {
            match LONG.key_of(wording.as_bytes()) {
                Some((key, blank)) => long.add(key, blank, index),
                None => SHORT.keys_of(wording).iter().for_each(|&(key, blank)| short.add(key, blank, index)),
            }
        }
        long.all.sort_unstable();
        short.all.sort_unstable();
        Self { wordings, long, short }
    }

    /// Whether it would find a wording: one whose words are long enough around a blank.
    pub(crate) fn can_find(wording: &str) -> bool {
        !SHORT.keys_of(wording).is_empty()
    }

    /// Calls `each` with the places where wordings begin, and which, in the order of their blanks; those that overlap too.
    pub(crate) fn each(&self, text: &str, mut each: impl FnMut(usize, usize)) {
        let bytes = text.as_bytes();
        blocks::each_place(
            bytes,
            |block| block.is(b' '),
            |at| {
                let long = window(bytes, at);
                if self.long.may_have(long) {
                    self.begin(&self.long, long, bytes, at, &mut each);
                }
                let short = SHORT.of_long(long);
                if self.short.may_have(short) {
                    self.begin(&self.short, short, bytes, at, &mut each);
                }
            },
        );
    }

    #[inline(never)]
    fn begin(&self, keys: &Keys, key: u64, bytes: &[u8], at: usize, each: &mut impl FnMut(usize, usize)) {
        let first = keys.all.partition_point(|&(other, ..)| other < key);
        for &(_, blank, wording) in keys.all[first..].iter().take_while(|(other, ..)| *other == key) {
            let Some(start) = at.checked_sub(blank) else { continue };
            if bytes[start..].starts_with(self.wordings[wording].as_bytes()) {
                each(start, wording);
            }
        }
    }
}

impl Keys {
    fn new() -> Self {
        Self { bits: Box::new([0; 1 << 10]), all: Vec::new() }
    }

    fn add(&mut self, key: u64, blank: usize, wording: usize) {
        let bit = hash(key);
        self.bits[bit / 64] |= 1 << (bit % 64);
        self.all.push((key, blank, wording));
    }

    #[inline(always)]
    fn may_have(&self, key: u64) -> bool {
        let bit = hash(key);
        self.bits[bit / 64] >> (bit % 64) & 1 == 1
    }
}

#[inline(always)]
fn hash(key: u64) -> usize {
    (key.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 48) as usize
}

/// The bytes around the blank at `at` as a long key, with zeros outside of the text.
#[inline(always)]
fn window(bytes: &[u8], at: usize) -> u64 {
    match at.checked_sub(LONG.before).and_then(|from| bytes[from..].first_chunk()) {
        Some(window) => u64::from_le_bytes(*window),
        None => window_at_edge(bytes, at),
    }
}

#[cold]
fn window_at_edge(bytes: &[u8], at: usize) -> u64 {
    let byte = |place: usize| (at + place).checked_sub(LONG.before).and_then(|from| bytes.get(from)).copied();
    u64::from_le_bytes([0, 1, 2, 3, 4, 5, 6, 7].map(|place| byte(place).unwrap_or(0)))
}

impl Reach {
    /// The key of this reach inside a long one.
    const fn of_long(self, key: u64) -> u64 {
        key >> (8 * (LONG.before - self.before)) & ((1 << (8 * (self.before + 1 + self.behind))) - 1)
    }

    /// The key of the first blank that has so many bytes around it in the wording, and its place.
    fn key_of(self, bytes: &[u8]) -> Option<(u64, usize)> {
        let mut blanks = memchr::memchr_iter(b' ', bytes);
        let blank = blanks.find(|&blank| blank >= self.before && blank + self.behind < bytes.len())?;
        Some((number(&bytes[blank - self.before..=blank + self.behind]), blank))
    }

    /// [`Reach::key_of`], or where a byte behind the wording belongs to it the keys with any that may end a word.
    fn keys_of(self, wording: &str) -> Vec<(u64, usize)> {
        if let Some(key) = self.key_of(wording.as_bytes()) {
            return vec![key];
        }
        let may_follow = (0..=u8::MAX).filter(|byte| !byte.is_ascii_alphanumeric());
        let followed = may_follow.map(|byte| [wording.as_bytes(), &[byte]].concat());
        followed.filter_map(|bytes| self.key_of(&bytes)).collect()
    }
}

fn number(bytes: &[u8]) -> u64 {
    bytes.iter().rev().fold(0, |number, &byte| number << 8 | u64::from(byte))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wordings_wherever_they_stand() {
        let wordings = ["đầu tư", "a bc", "xa xa", "tư vấn đầu", "ab", "diển ra"].map(str::to_owned).to_vec();
        let searcher = InnerBlanks::new(wordings.clone());
        for text in ["đầu tư", "tư vấn đầu tư", "xa xa xa", "diển ra", "diển ra.", "a bc", "đầu  tư", "đầu", " ", ""]
        {
            for pad in 0..70 {
                let text = " ".repeat(pad) + text;
                // "a bc" has too few bytes before its blank, "ab" has none.
                let found = |(index, wording): (usize, &String)| {
                    (0..text.len())
                        .filter(|&at| text.as_bytes()[at..].starts_with(wording.as_bytes()))
                        .map(move |at| (at, index))
                        .filter(|_| !["a bc", "ab"].contains(&wording.as_str()))
                        .collect::<Vec<_>>()
                };
                let mut want: Vec<_> = wordings.iter().enumerate().flat_map(found).collect();
                let mut got = Vec::new();
                searcher.each(&text, |start, wording| got.push((start, wording)));
                want.sort_unstable();
                got.sort_unstable();
                assert_eq!(got, want, "{text:?}");
            }
        }
    }
}
