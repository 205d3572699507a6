//! Where a title starts behind a citation.

use smallvec::SmallVec;

use super::super::clause::{is_blank, words_of};
use crate::citation::DocType;
use crate::text::{Syllable, Syllables, fold, is_word_char, same_folded};

/// How many bytes tell whether words begin a title.
const TELLING: usize = 48;

/// Where the title starts in the words behind the citation of a document of some type: at once, behind a sign that leads
/// to it, or behind its type once more.
pub(in crate::resolve) fn start(words: &str, doc_type: Option<DocType>) -> Option<usize> {
    let at = over_blanks(words, 0);
    let first = words[at..].chars().next()?;
    if begins(&words[at..]) {
        // Right behind the citation it is the end of what is quoted.
        return (first != '"' || at > 0).then_some(at);
    }
    if matches!(first, ',' | ':' | '-') {
        return behind_sign(words, at, doc_type.is_some_and(DocType::is_cited_by_name));
    }
    doc_type.filter(|_| first.is_uppercase()).and_then(|doc_type| behind_type(words, at, doc_type))
}

/// Whether [`start`] or [`law_name`] may find something, by the first letters: no for most words behind a citation.
pub(in crate::resolve) fn may_start(words: &str, doc_type: Option<DocType>) -> bool {
    let behind = words.trim_start_matches(is_blank);
    match behind.chars().next() {
        Some(',' | ':' | '-') => may_be_first(behind[1..].trim_start_matches(is_blank)),
        Some('“' | '"') => true,
        Some(_) if may_be_first(behind) => true,
        // A law has its name here, another document its type once more.
        Some(first) if first.is_uppercase() => {
            doc_type.is_some_and(|doc_type| doc_type.is_cited_by_name() || doc_type.name().starts_with(first))
        }
        _ => false,
    }
}

/// "Luật 17/2012/QH13 Tài nguyên nước ban hành ngày 21/06/2012": the name of a law begins with a capital.
pub(in crate::resolve) fn law_name(words: &str, doc_type: Option<DocType>) -> Option<usize> {
    let named = doc_type?.is_cited_by_name();
    let capital = words.strip_prefix(' ').is_some_and(|words| words.starts_with(char::is_uppercase));
    (named && capital).then_some(1)
}

fn begins(words: &str) -> bool {
    words.starts_with(['“', '"']) || may_begin(words) && is_title(&words_of(beginning(words)))
}

/// Whether words behind a citation begin its title.
pub(in crate::resolve) fn is_title(words: &str) -> bool {
    // "thực hiện như sau", "Bộ luật Hình sự quy định là tội phạm" are of the sentence.
    const OTHER: [&str; 6] =
        ["thực hiện theo", "thực hiện như", "quy định là ", "quy định tại ", "quy định thì ", "quy định như "];
    STARTS.iter().any(|start| words.starts_with(start)) && !OTHER.iter().any(|other| words.starts_with(other))
}

/// What titles begin with, folded.
const STARTS: [&str; 17] = [
    "về ",
    "v/v ",
    "quy định ",
    "qui định ",
    "hướng dẫn",
    "sửa đổi",
    "bổ sung",
    "ban hành ",
    "phê duyệt ",
    "triển khai",
    "thực hiện",
    "công bố ",
    "thi hành",
    "thành lập ",
    "kiện toàn ",
    "“",
    "\"",
];

/// The first words of these.
const FIRST_WORDS: [&str; 15] =
    ["về", "v", "quy", "qui", "hướng", "sửa", "bổ", "ban", "phê", "triển", "thực", "công", "thi", "thành", "kiện"];
static FIRST: Syllables<(), 32> = Syllables::set(FIRST_WORDS);

/// Whether the first word is one that titles begin with: most words behind a number are not.
fn may_begin(words: &str) -> bool {
    if !may_be_first(words) {
        return false;
    }
    let end = words.find(|c: char| !is_word_char(c)).unwrap_or(words.len());
    FIRST.has(Syllable::in_text(words, 0..end))
}

/// Whether words begin with the first letters of one of these words.
fn may_be_first(words: &str) -> bool {
    matches!(
        words.as_bytes(),
        [b'v' | b'V']
            | [b'v' | b'V', ..=b'@' | 0xE1.., ..]
            | [b'q' | b'Q', b'u' | b'U', ..]
            | [b'h' | b'H', 0xC6, ..]
            | [b's' | b'S', 0xE1, ..]
            | [b'b' | b'B', 0xE1 | b'a' | b'A', ..]
            | [b'p' | b'P', b'h' | b'H', ..]
            | [b't' | b'T', b'r' | b'R' | b'h' | b'H', ..]
            // "có" stands behind most commas.
            | [b'c' | b'C', 0xC3, 0xB4 | 0x94, ..]
            | [b'k' | b'K', b'i' | b'I', ..]
    )
}

fn beginning(words: &str) -> &str {
    &words[..words.floor_char_boundary(TELLING)]
}

fn over_blanks(words: &str, at: usize) -> usize {
    words.len() - words[at..].trim_start_matches(is_blank).len()
}

/// ", về việc …", ": Về …", " - Về …", ", Hướng dẫn …": behind a sign a small verb goes on with the sentence.
fn behind_sign(words: &str, sign: usize, of_law: bool) -> Option<usize> {
    // "về phía các đơn vị, …" speaks of something else.
    const OTHER: [&str; 5] = ["về phía ", "về cơ bản", "về lâu dài", "về mặt ", "về thời gian:"];
    let start = over_blanks(words, sign + 1);
    let dash = words[sign..].starts_with('-');
    if words[..start].contains('\n') || dash && (sign == 0 || start == sign + 1) {
        return None;
    }
    let telling = beginning(&words[start..]);
    if !may_begin(telling) {
        return None;
    }
    let folded = words_of(telling);
    let starts = |with: &[&str]| with.iter().any(|with| folded.starts_with(with));
    let about = starts(&["về ", "v/v "]) && !starts(&OTHER) && !(of_law && words[sign..].starts_with(','));
    if points_back(&folded) {
        return None;
    }
    (about || !dash && !of_law && telling.starts_with(char::is_uppercase) && starts(&ACTS)).then_some(start)
}

/// Whether words speak of what was said before: "về nội dung này", "về việc nêu trên", "Quy định này".
fn points_back(folded: &str) -> bool {
    let words: SmallVec<[&str; 5]> = folded.split(' ').take(5).collect();
    let is_this = |word: &&str| matches!(word.trim_end_matches(|c: char| !c.is_alphabetic()), "này" | "đó");
    let is_above = |two: &[&str]| matches!(two[0], "nêu" | "nói" | "việc") && two[1].starts_with("trên");
    words.iter().take(4).any(is_this) || words.windows(2).any(is_above)
}

/// What a title of acts begins with behind a sign.
const ACTS: [&str; 7] = ["hướng dẫn ", "quy định ", "ban hành ", "phê duyệt ", "triển khai ", "công bố ", "sửa đổi"];

/// "Quyết định số … của … Quyết định về việc thành lập tổ": the title, with the type where nothing else leads to it.
fn behind_type(words: &str, at: usize, doc_type: DocType) -> Option<usize> {
    if words[..at].contains('\n') {
        return None;
    }
    let end = at + type_again(&words[at..], doc_type)?;
    let next = over_blanks(words, end);
    Some(if begins(&words[next..]) { next } else { at })
}

/// The end of the type that the words behind a citation begin with once more, as their title does.
pub(crate) fn type_again(words: &str, doc_type: DocType) -> Option<usize> {
    // "Nghị định này", "Quyết định số …": another sentence, another document.
    const OTHER: [&str; 12] = ["", "này", "số", "trên", "nêu", "đó", "và", "của", "có", "được", "liên", "ngày"];
    // "Luật số 54/2019/QH14 Luật Chứng khoán": the name of a law begins with its type.
    if doc_type.is_cited_by_name() {
        return None;
    }
    let syllables = doc_type.name().split(' ').count();
    let end = words.match_indices(' ').nth(syllables - 1)?.0;
    if !same_folded(&words[..end], doc_type.name()) {
        return None;
    }
    let behind = words[end..].trim_start_matches(is_blank);
    let next = behind.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    // "Báo cáo Sở Nội vụ": the type is a verb.
    let is_body =
        next.starts_with(char::is_uppercase) && matches!(fold(next).as_str(), "sở" | "ubnd" | "hđnd" | "uỷ" | "bộ");
    (behind.starts_with(['“', '"']) || !is_body && !OTHER.contains(&fold(next).as_str())).then_some(end)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vocab::types;

    #[test]
    fn no_first_word_is_passed_over_by_its_letters() {
        for word in FIRST_WORDS {
            let capital = word[..1].to_uppercase() + &word[1..];
            for word in [word.to_owned(), word.to_uppercase(), capital] {
                assert!(may_be_first(&format!("{word} việc")) && may_start(&format!(" {word}, \n"), None), "{word}");
            }
        }
    }

    #[test]
    fn titles_begin_with_the_first_words() {
        for start in STARTS.iter().chain(&ACTS).filter(|start| start.starts_with(char::is_alphabetic)) {
            let first = start.split([' ', '/']).next().unwrap();
            assert!(FIRST_WORDS.contains(&first), "{start}");
        }
    }

    #[test]
    fn titles_behind_signs_and_types() {
        assert_eq!(start(", về thẩm quyền thu hồi đất", types::find("Luật")), None);
        for (words, want) in [
            (" về việc tiêm chủng", Some("về việc tiêm chủng")),
            (" qui định chi tiết", Some("qui định chi tiết")),
            (", về triển khai kế hoạch", Some("về triển khai kế hoạch")),
            (": Về triển khai", Some("Về triển khai")),
            (" - Về triển khai", Some("Về triển khai")),
            ("\n- Về triển khai", None),
            (", Hướng dẫn nghiệp vụ", Some("Hướng dẫn nghiệp vụ")),
            (", hướng dẫn của Sở Y tế", None),
            (", về phía các đơn vị", None),
            (", về nội dung này, các xã có ý kiến", None),
            (", về việc nêu trên các xã báo cáo", None),
            (", về thời gian: trước ngày 10/3/2025", None),
            (", Quy định này áp dụng", None),
            (", về quản lý trên địa bàn", Some("về quản lý trên địa bàn")),
            (" Kế hoạch Sở Nội vụ xem xét", None),
            (" Kế hoạch UBND xã đã gửi", None),
            (", các đơn vị", None),
            (" Kế hoạch về việc tiêm chủng", Some("về việc tiêm chủng")),
            (" Kế hoạch tiêm chủng mở rộng", Some("Kế hoạch tiêm chủng mở rộng")),
            (" Kế hoạch này có hiệu lực", None),
            (" kế hoạch tiêm chủng", None),
            (" “Năm Dân vận khéo”", Some("“Năm Dân vận khéo”")),
            ("\" về sau", None),
            (" thực hiện theo quy định", None),
            (" thực hiện như sau", None),
        ] {
            let plan = types::find("Kế hoạch");
            assert_eq!(start(words, plan).map(|at| &words[at..]), want, "{words}");
        }
    }
}
