use super::{BEFORE, BUCKETS, Key, hash, short};

/// Whether a searcher would find a wording: one whose words are long enough around a blank.
pub(crate) fn can_find(wording: &str) -> bool {
    !keys(wording, 0).is_empty()
}

/// The table of these wordings.
pub(crate) fn table(wordings: &[String]) -> Vec<u8> {
    let mut text = Vec::new();
    let mut all: Vec<Key> = Vec::new();
    for (index, wording) in wordings.iter().enumerate() {
        let start = text.len().try_into().unwrap();
        let keys = keys(wording, index);
        assert!(!keys.is_empty(), "{wording}");
        all.extend(keys.into_iter().map(|key| Key { start, ..key }));
        text.extend_from_slice(wording.as_bytes());
    }
    all.sort_by_key(|key| (hash(key.bytes), key.bytes, key.blank, key.wording));
    let mut buckets = vec![0_u16; BUCKETS];
    let (mut keys, count) = (Vec::new(), all.len());
    for (place, key) in all.iter().enumerate() {
        let bucket = hash(key.bytes);
        if buckets[bucket] == 0 {
            buckets[bucket] = (place + 1).try_into().unwrap();
        }
        let is_last = all.get(place + 1).is_none_or(|next| hash(next.bytes) != bucket);
        keys.extend(Key { is_last, ..*key }.written());
    }
    let buckets = buckets.iter().flat_map(|bucket| bucket.to_le_bytes());
    buckets.chain((count as u32).to_le_bytes()).chain(keys).chain(text).collect()
}

/// The key of the first blank with eight bytes around it; or that with six; or those that it has with any byte that may follow
/// a word.
fn keys(wording: &str, index: usize) -> Vec<Key> {
    let key = |bytes, is_short, blank: usize| Key {
        bytes,
        is_short,
        is_last: false,
        blank: blank.try_into().unwrap(),
        start: 0,
        length: wording.len().try_into().unwrap(),
        wording: index.try_into().unwrap(),
    };
    let of_reach = |bytes: &[u8], before: usize, behind: usize| {
        let reaches = |&blank: &usize| bytes[blank] == b' ' && blank >= before && blank + behind < bytes.len();
        let blank = (0..bytes.len()).find(reaches)?;
        let byte = |place: usize| (blank + place).checked_sub(BEFORE).and_then(|at| bytes.get(at)).copied();
        Some((u64::from_le_bytes([0, 1, 2, 3, 4, 5, 6, 7].map(|place| byte(place).unwrap_or(0))), blank))
    };
    let of_six = |bytes: &[u8]| of_reach(bytes, 2, 3).map(|(bytes, blank)| key(short(bytes), true, blank));
    if let Some((bytes, blank)) = of_reach(wording.as_bytes(), 3, 4) {
        return vec![key(bytes, false, blank)];
    }
    if let Some(key) = of_six(wording.as_bytes()) {
        return vec![key];
    }
    // A byte inside of a character cannot follow; the end of a text is read as a zero.
    let may_follow = (0..=0xF4).filter(|byte: &u8| !byte.is_ascii_alphanumeric() && !(0x80..=0xC1).contains(byte));
    may_follow.filter_map(|byte| of_six(&[wording.as_bytes(), &[byte]].concat())).collect()
}

impl Key {
    fn written(self) -> impl Iterator<Item = u8> {
        let Self { bytes, is_short, is_last, blank, start, length, wording } = self;
        let [a, b] = start.to_le_bytes();
        let [c, d] = wording.to_le_bytes();
        bytes.to_le_bytes().into_iter().chain([a, b, length, blank, c, d, is_short.into(), is_last.into()])
    }
}

#[cfg(test)]
mod tests {
    use super::super::InnerBlanks;
    use super::*;

    #[test]
    fn wordings_wherever_they_stand() {
        let wordings = ["đầu tư", "xa xa", "tư vấn đầu", "diển ra", "Đại học "].map(str::to_owned);
        let searcher = InnerBlanks::open(table(&wordings).leak());
        for text in ["đầu tư", "tư vấn đầu tư", "xa xa xa", "diển ra", "diển ra.", "diển ra…", "diển rau", "đầu  tư"]
        {
            for (pad, behind) in (0..70).flat_map(|pad| [(pad, ""), (pad, " "), (pad, "đ"), (pad, "”\n\u{1}")]) {
                let text = " ".repeat(pad) + text + behind;
                let found = |(index, wording): (usize, &String)| {
                    let begins = |at: &usize| text.as_bytes()[*at..].starts_with(wording.as_bytes());
                    (0..text.len()).filter(begins).map(move |at| (at, index)).collect::<Vec<_>>()
                };
                let mut want: Vec<_> = wordings.iter().enumerate().flat_map(found).collect();
                let mut got = Vec::new();
                searcher.each(&text, |start, wording| got.push((start, wording)));
                // Of a short one only what is a whole word.
                want.retain(|&(at, index)| index != 3 || !text[at + wordings[3].len()..].starts_with('u'));
                want.sort_unstable();
                got.sort_unstable();
                assert_eq!(got, want, "{text:?}");
            }
        }
        assert!(!can_find("a bc") && !can_find("ab") && can_find("là là"));
        InnerBlanks::open(&[]).each("đầu tư", |_, _| unreachable!());
    }
}
