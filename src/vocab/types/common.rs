//! The types that most citations name, as documents spell them.

use crate::citation::DocType;

/// The name of a common type that a text ends with as documents spell it, where no word is cut and no longer name may end so.
#[inline]
pub(crate) fn common_ending(text: &str) -> Option<DocType> {
    let last = u64::from_le_bytes(*text.as_bytes().last_chunk()?);
    let is_alike = |(_, (end, mask)): &(&&str, &(u64, u64))| (last ^ end) & mask == 0;
    let mut alike = COMMON.iter().zip(&COMMON_ENDS).filter(is_alike);
    let (name, before) = alike.find_map(|(&name, _)| Some((name, text.strip_suffix(name)?)))?;
    let is_whole = match before.as_bytes() {
        [] => true,
        // "Bộ Luật"
        [.., last, b' '] if name == "Luật" => {
            last.is_ascii_alphanumeric() || matches!(last, b'.' | b',' | b';' | b':' | b'(')
        }
        [.., last] => name != "Luật" && last.is_ascii() && !last.is_ascii_alphanumeric() && *last != b'&',
    };
    is_whole.then_some(DocType::new(name))
}

static COMMON: [&str; 11] = [
    "Thông tư",
    "Nghị định",
    "Quyết định",
    "Nghị quyết",
    "Luật",
    "Thông tư liên tịch",
    "Bộ luật",
    "Pháp lệnh",
    "Chỉ thị",
    "Kế hoạch",
    "Công văn",
];

/// The last eight bytes of each, and which of these are its own.
static COMMON_ENDS: [(u64, u64); COMMON.len()] = {
    let mut ends = [(0, 0); COMMON.len()];
    let mut at = 0;
    while at < ends.len() {
        let name = COMMON[at].as_bytes();
        let (mut byte, mut place) = (name.len(), 64);
        while byte > 0 && place > 0 {
            (byte, place) = (byte - 1, place - 8);
            ends[at].0 |= (name[byte] as u64) << place;
            ends[at].1 |= 0xFF << place;
        }
        at += 1;
    }
    ends
};

#[cfg(test)]
mod tests {
    use super::super::{ending, find_written};
    use super::*;
    use crate::text::fold;

    #[test]
    fn common_names_are_the_longest_that_end_so() {
        for name in COMMON {
            assert_eq!(find_written(name).map(DocType::name), Some(name));
            let longer = name == "Luật";
            assert_eq!(ending(fold(name).as_bytes()).unwrap().is_longer, longer, "{name}");
            let cases = [("a ", true), ("Điều 5. ", true), ("theo“", false), ("chx", false), ("bộ", false)];
            let longer_cases = [("các ", true), ("Bộ ", !longer), ("a (", !longer), ("Bộ\n", !longer)];
            for (text, whole) in cases.into_iter().chain(longer_cases) {
                let found = common_ending(&format!("{text}{name}")).map(DocType::name);
                assert_eq!(found, whole.then_some(name), "{text}{name}");
            }
        }
        assert!(common_ending("tư").is_none() && common_ending("").is_none() && common_ending("đầu tư").is_none());
    }
}
