//! The issuing body as a phrase of the text: known names first, else a head word ("Sở", "Cục") with what belongs to it.

mod common;
mod extension;

use std::ops::Range;

use smallvec::SmallVec;

use self::common::common;
use self::extension::{UNIT_WORDS, ends_known, extension};
use super::cursor::{on_over_gap, unwrapped, word_after};
use super::meeting::plenum;
use super::phrase::FoldedPhrase;
use crate::citation::Issuer;
use crate::text::Syllable;
use crate::vocab::issuers::{self, Beginning, Body};

/// A body named in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct NamedIssuer {
    pub(super) range: Range<usize>,
    pub(super) issuer: Issuer,
}

/// Reads the name of a body that starts at `at`.
pub(super) fn issuer(text: &str, at: usize) -> Option<NamedIssuer> {
    common(text, at).or_else(|| by_words(text, at))
}

/// Reads the name of any body, word by word.
fn by_words(text: &str, at: usize) -> Option<NamedIssuer> {
    if let Some(plenum) = plenum(text, at) {
        return Some(plenum);
    }
    let first = one(text, at)?;
    let mut end = first.0;
    // Bodies that issued together: "A và B", "A, B và C".
    let (mut more, mut listed) = (end, false);
    while let Some((last, next)) = joined(text, more, listed) {
        (more, listed) = (next, true);
        if last {
            end = next;
        }
    }
    let known = first.1.filter(|_| end == first.0);
    let name = unwrapped(&text[at..end]);
    let issuer = match known.and_then(|body| Some((body, *body.codes.first()?))) {
        Some((body, code)) if name == body.name => Issuer::known(body.name, code),
        known => Issuer::on_one_line(&name, known.map(|(_, code)| code)),
    };
    Some(NamedIssuer { range: at..end, issuer })
}

/// The body that a phrase in capitals names and nothing else; of a body under another ("BỘ TÀI CHÍNH TỔNG CỤC THUẾ"), the
/// lower one.
pub(crate) fn body(name: &str) -> Option<Issuer> {
    let mut following = Words::new(name, 0).take(MOST_WORDS);
    let mut words = WordList::new();
    if let Some(Start { known: Some((count, _)), .. }) = start(name, &mut following, &mut words) {
        words.extend(following);
        let rest = &words[count..];
        if let [next, _, ..] = rest
            && begins_with_capital(name, next)
            && start(name, &mut rest.iter().cloned(), &mut WordList::new()).is_some()
            && !UNIT_WORDS.has(Syllable::in_text(name, next.clone()))
        {
            return body(&name[next.start..]);
        }
    }
    issuer(name, 0).filter(|named| named.range.end == name.len()).map(|named| named.issuer)
}

/// One body: the end of its name, and which known one it is.
fn one(text: &str, at: usize) -> Option<(usize, Option<&'static Body>)> {
    let mut following = Words::new(text, at).take(MOST_WORDS);
    let mut words = WordList::new();
    let Start { known, head } = start(text, &mut following, &mut words)?;
    let count = match known {
        Some((count, _)) => count,
        None if begins_with_capital(text, &words[0]) => head,
        None => return None,
    };
    let closed = known.is_some();
    let mut end = words[count - 1].end;
    let mut next = count;
    loop {
        if words.len() == next {
            words.extend(following.next());
        }
        // Behind most known names stands a small word that ends them.
        if closed && words.get(next).is_some_and(|word| ends_known(text, word)) {
            break;
        }
        // An extension looks at no more than two words behind the next one.
        while words.len() < next + 3
            && let Some(word) = following.next()
        {
            words.push(word);
        }
        if next >= words.len() {
            break;
        }
        let Some(taken) = extension(text, &words, next, closed) else { break };
        next += taken;
        end = words[next - 1].end;
    }
    Some((end, known.and_then(|(_, known)| known.body())))
}

/// The words of what may be the name of a body.
type WordList = SmallVec<[Range<usize>; MOST_WORDS]>;

/// How the name of a body begins.
struct Start {
    /// How many words are the longest known name.
    known: Option<(usize, Beginning)>,
    /// How many words make the longest head.
    head: usize,
}

/// Takes words as far as known names go on, and one more; `None` where no body is named, as a head shows.
fn start(text: &str, following: &mut impl Iterator<Item = Range<usize>>, words: &mut WordList) -> Option<Start> {
    let mut phrase = FoldedPhrase::new();
    let (mut known, mut head) = (None, None);
    for word in following {
        let beginning = phrase.add(text, &word).and_then(issuers::beginning);
        words.push(word);
        let Some(beginning) = beginning else { break };
        if beginning.is_head {
            head = Some(words.len());
        }
        if beginning.is_name() {
            known = Some((words.len(), beginning));
        }
        if !beginning.is_longer {
            break;
        }
    }
    Some(Start { known, head: head? })
}

fn begins_with_capital(text: &str, word: &Range<usize>) -> bool {
    text[word.clone()].starts_with(char::is_uppercase)
}

/// Another body after ", " or " và ": whether the list may end with it, and where. It is known by name; the last of a
/// longer list may be any body.
fn joined(text: &str, end: usize, listed: bool) -> Option<(bool, usize)> {
    let rest = &text[end..];
    let (last, next) = match rest.strip_prefix(',') {
        Some(_) => (false, on_over_gap(text, end + 1)),
        None => {
            let at = on_over_gap(text, end);
            text[at..].strip_prefix("và ").map(|_| (true, on_over_gap(text, at + 3)))?
        }
    };
    if !(listed && last) {
        start(text, &mut Words::new(text, next), &mut WordList::new())?.known?;
    }
    one(text, next).map(|(end, _)| (last, end))
}

/// The words from a place on, to the end of the clause.
struct Words<'t> {
    text: &'t str,
    at: usize,
}

impl<'t> Words<'t> {
    fn new(text: &'t str, at: usize) -> Self {
        Self { text, at }
    }
}

impl Iterator for Words<'_> {
    type Item = Range<usize>;

    fn next(&mut self) -> Option<Range<usize>> {
        let word = word_after(self.text, self.at);
        let bytes = self.text.as_bytes();
        if word.is_empty() || bytes[word.start].is_ascii_digit() {
            return None;
        }
        let mut next = on_over_gap(self.text, word.end);
        if matches!(bytes.get(next), Some(b'-' | b',' | b'&')) {
            next = on_over_gap(self.text, next + 1);
        }
        self.at = if next == word.end { self.text.len() } else { next };
        Some(word)
    }
}

/// How many words a name may have.
const MOST_WORDS: usize = 30;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_end_where_they_end() {
        for (text, want) in [
            ("Thủ tướng Chính phủ về tăng cường", "Thủ tướng Chính phủ"),
            ("Thủ tướng Chính phủ đẩy mạnh học tập", "Thủ tướng Chính phủ"),
            ("Ban Chấp hành Trung ương Đảng khóa XI về", "Ban Chấp hành Trung ương Đảng"),
            ("Ban Chấp hành Trung ương Đảng (khóa XI)", "Ban Chấp hành Trung ương Đảng"),
            ("Tỉnh ủy An Giang về", "Tỉnh ủy An Giang"),
            ("Ban Thường vụ Tỉnh ủy Hòa Bình về tiếp tục", "Ban Thường vụ Tỉnh ủy Hòa Bình"),
            ("Ủy ban nhân dân huyện Dầu Tiếng về việc", "Ủy ban nhân dân huyện Dầu Tiếng"),
            ("Ủy ban Nhân dân thành phố Hải Phòng ban hành", "Ủy ban Nhân dân thành phố Hải Phòng"),
            ("Sở Giáo dục và Đào tạo Hải Phòng về việc", "Sở Giáo dục và Đào tạo Hải Phòng"),
            ("Cục Thuế tỉnh Hà Tĩnh về chính sách", "Cục Thuế tỉnh Hà Tĩnh"),
            ("Giám đốc Đại học Quốc gia Hà Nội về việc", "Giám đốc Đại học Quốc gia Hà Nội"),
            ("Chủ tịch UBND tỉnh Hà Giang)", "Chủ tịch UBND tỉnh Hà Giang"),
            ("Ban tổ chức Trung ương Đảng (Văn bản", "Ban tổ chức Trung ương Đảng"),
            ("Bộ Lao động - Thương binh và Xã hội (Văn bản", "Bộ Lao động - Thương binh và Xã hội"),
            ("Trưởng phòng Khảo thí và Đảm bảo chất lượng về việc", "Trưởng phòng Khảo thí và Đảm bảo chất lượng"),
            ("Chính phủ và Quyết định số 5", "Chính phủ"),
            ("Cục Thuế tỉnh Hà Tĩnh và Quyết định số 5", "Cục Thuế tỉnh Hà Tĩnh"),
            (
                "Ban Thường trực Ủy ban MTTQ Việt Nam xã Lương Minh về",
                "Ban Thường trực Ủy ban MTTQ Việt Nam xã Lương Minh",
            ),
            ("BỘ XÂY DỰNG SỐ 04/2001/TT-BXD", "BỘ XÂY DỰNG"),
            ("Chánh Thanh tra Sở Y tế về việc", "Chánh Thanh tra Sở Y tế"),
            ("Phó Chủ tịch UBND huyện Bàu Bàng tại", "Phó Chủ tịch UBND huyện Bàu Bàng"),
            ("Chính phủ\nThực hiện Kế hoạch", "Chính phủ"),
            ("Chính phủ QĐ số 5", "Chính phủ"),
            ("Bộ Tài chính Xét đề nghị của Cục Thuế", "Bộ Tài chính"),
            ("Sở Y tế Căn cứ Quyết định", "Sở Y tế"),
            ("Trung tâm Y tế huyện Năm Căn", "Trung tâm Y tế huyện Năm Căn"),
            ("BXD HƯỚNG DẪN CẤP PHÉP", "BXD"),
            ("UBND HUYỆN CỦ CHI VỀ VIỆC", "UBND HUYỆN CỦ CHI"),
            ("UBND tỉnh\nTT 05/2021/TT-BNV", "UBND tỉnh"),
            ("Trung tâm Y tế huyện Củ Chi\nCăn cứ", "Trung tâm Y tế huyện Củ Chi"),
            ("Trung tâm\nY tế huyện Củ Chi về", "Trung tâm\nY tế huyện Củ Chi"),
            ("Ủy ban nhân dân huyện\nĐức Trọng về", "Ủy ban nhân dân huyện\nĐức Trọng"),
            ("Ủy ban nhân dân huyện Đức\nTrọng về", "Ủy ban nhân dân huyện Đức\nTrọng"),
            ("Ủy ban nhân dân huyện Đức Trọng\nCác phòng", "Ủy ban nhân dân huyện Đức Trọng"),
        ] {
            let read = issuer(text, 0).map(|named| text[named.range].to_owned());
            assert_eq!(read.as_deref(), Some(want), "{text}");
        }
        assert_eq!(issuer("ngành Giáo dục", 0), None);
        assert_eq!(issuer("Dầu Tiếng", 0), None);
    }

    #[test]
    fn every_known_name_starts_with_a_head() {
        for name in &issuers::all_names().collect::<Vec<_>>() {
            assert!(start(name, &mut Words::new(name, 0), &mut WordList::new()).is_some(), "{name}");
        }
    }

    #[test]
    fn a_known_body_has_its_code() {
        assert_eq!(issuer("Bộ Chính trị về", 0).unwrap().issuer.id(), Some("TW"));
        assert_eq!(issuer("Sở Giáo dục và Đào tạo", 0).unwrap().issuer.id(), Some("SGDĐT"));
    }

    #[test]
    fn emphasis_is_not_part_of_the_name() {
        let read = issuer("Ủy ban nhân dân **huyện Củ Chi** về", 0).unwrap();
        assert_eq!(read.issuer.name(), "Ủy ban nhân dân huyện Củ Chi");
        let read = issuer("Thủ tướng *Chính phủ* về", 0).unwrap();
        assert_eq!((read.issuer.name(), read.issuer.id()), ("Thủ tướng Chính phủ", Some("TTg")));
    }

    #[test]
    fn bodies_that_issue_together() {
        let text = "Ủy ban Thường vụ Quốc hội, Chính phủ và Đoàn Chủ tịch Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam hướng dẫn";
        let read = issuer(text, 0).unwrap();
        assert_eq!(&text[read.range.end..], " hướng dẫn");
    }
}
