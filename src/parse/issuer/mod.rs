//! The issuing body as a phrase of the text: known names first, else a head word ("Sở", "Cục") with what belongs to it.

mod committee;
mod common;
mod extension;
mod one;
mod start;
mod words;

use std::ops::Range;

use self::common::common;
use self::extension::UNIT_WORDS;
use self::one::{One, joined, one};
use self::start::{Start, begins_with_capital, start};
use self::words::{MOST_WORDS, WordList, Words};
use super::cursor::unwrapped;
use super::meeting::plenum;
use crate::citation::Issuer;
use crate::text::Syllable;

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

/// Reads the names of the bodies that a joint document is between: "giữa Bộ Nội vụ và Bộ Tài chính"; `at` is behind "giữa".
pub(super) fn issuers_between(text: &str, at: usize) -> Option<NamedIssuer> {
    let first = one(text, at)?;
    let end = first.end;
    Some(all(text, at, One { is_joint: true, ..first })).filter(|named| named.range.end > end)
}

/// Reads the name of any body, word by word.
fn by_words(text: &str, at: usize) -> Option<NamedIssuer> {
    if let Some(plenum) = plenum(text, at) {
        return Some(plenum);
    }
    Some(all(text, at, one(text, at)?))
}

/// The first body with those that issued together with it.
fn all(text: &str, at: usize, first: One) -> NamedIssuer {
    let mut end = first.end;
    // Bodies that issued together: "A và B", "A, B và C", "Liên Bộ A, B".
    let (mut more, mut listed) = (end, false);
    while let Some((last, next)) = joined(text, at, more, listed, first.is_joint) {
        (more, listed) = (next, true);
        if last || first.is_joint {
            end = next;
        }
    }
    let known = first.body.filter(|_| end == first.end);
    let name = unwrapped(&text[at..end]);
    let issuer = match known.and_then(|body| Some((body, *body.codes.first()?))) {
        Some((body, code)) if name == body.name => Issuer::known(body.name, code),
        known => Issuer::on_one_line(&name, known.map(|(_, code)| code)),
    };
    NamedIssuer { range: at..end, issuer }
}

/// The body that a phrase in capitals names and nothing else; of a body under another ("BỘ TÀI CHÍNH TỔNG CỤC THUẾ"), the
/// lower one.
pub(crate) fn body(name: &str) -> Option<Issuer> {
    let mut following = Words::new(name, 0).take(MOST_WORDS);
    let mut words = WordList::new();
    if let Some(Start { known: Some((count, _)), .. }) = start(name, &mut following, &mut words, 0) {
        words.extend(following);
        let rest = &words[count..];
        if let [next, _, ..] = rest
            && begins_with_capital(name, next)
            && start(name, &mut rest.iter().cloned(), &mut WordList::new(), 0).is_some()
            && !UNIT_WORDS.has(Syllable::in_text(name, next.clone()))
        {
            return body(&name[next.start..]);
        }
    }
    issuer(name, 0).filter(|named| named.range.end == name.len()).map(|named| named.issuer)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vocab::issuers;

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
            ("Bộ trưởng Bộ Giáo dục và Đào tạo hết hiệu lực", "Bộ trưởng Bộ Giáo dục và Đào tạo"),
            ("Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ kiện toàn", "Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ"),
            ("Giám đốc Sở Y tế Hà Nội kiểm tra", "Giám đốc Sở Y tế Hà Nội"),
            ("Thống đốc Ngân hàng Nhà nước Việt Nam đối với", "Thống đốc Ngân hàng Nhà nước Việt Nam"),
            ("Bệnh viện Bạch Mai về việc", "Bệnh viện Bạch Mai"),
            ("UBND tỉnh Quảng Ninh Phê duyệt quy hoạch", "UBND tỉnh Quảng Ninh"),
            ("Hội đồng nhân dân huyện Tam Đảo Khóa XX", "Hội đồng nhân dân huyện Tam Đảo"),
            ("Hội đồng nhân dân xã Lương Minh Kỳ họp thứ 2", "Hội đồng nhân dân xã Lương Minh"),
            ("Trung tâm Dịch vụ Việc làm tỉnh Kiên Giang", "Trung tâm Dịch vụ Việc làm tỉnh Kiên Giang"),
            ("Hội Từ thiện huyện Như Xuân về", "Hội Từ thiện huyện Như Xuân"),
            ("Bộ Nội vụ - Bộ Tài chính hướng dẫn", "Bộ Nội vụ - Bộ Tài chính"),
            ("Thủ tướng Chính phủ - Bộ Tài chính đã hướng dẫn", "Thủ tướng Chính phủ"),
            ("Ban Chỉ đạo phòng, chống thiên tai thành phố Huế về", "Ban Chỉ đạo phòng, chống thiên tai thành phố Huế"),
            ("Ban Chỉ đạo phòng chống dịch đặc khu Phú Quốc", "Ban Chỉ đạo phòng chống dịch đặc khu Phú Quốc"),
            ("UBND TP. Hồ Chí Minh về", "UBND TP. Hồ Chí Minh"),
            ("Chủ tịch UBND TP.HCM phê duyệt", "Chủ tịch UBND TP.HCM"),
            ("Ủy ban nhân dân Quận 12 về", "Ủy ban nhân dân Quận 12"),
            ("UBND Q.1 về", "UBND Q.1"),
            ("UBND tỉnh\nCăn cứ Quyết định", "UBND tỉnh"),
            ("UBND huyện\nGiao Thủy về", "UBND huyện\nGiao Thủy"),
            ("Bộ trưởng Bộ Tài chính\n\nbảng chấm công", "Bộ trưởng Bộ Tài chính"),
            ("Bộ trưởng Bộ Kế hoạch và Đầu tư vào cuối năm", "Bộ trưởng Bộ Kế hoạch và Đầu tư"),
            ("Bộ trưởng Bộ Y tế và Bộ trưởng Bộ Nội vụ quy định", "Bộ trưởng Bộ Y tế và Bộ trưởng Bộ Nội vụ"),
            ("liên Bộ Tài chính - Bộ Công an", "liên Bộ Tài chính - Bộ Công an"),
            ("Liên Bộ Giáo dục và Đào tạo, Bộ Tài chính hướng dẫn", "Liên Bộ Giáo dục và Đào tạo, Bộ Tài chính"),
            ("Liên Bộ Nội vụ, Quốc phòng, Tài chính về", "Liên Bộ Nội vụ, Quốc phòng, Tài chính"),
            ("BỘ TRƯỞNG BỘ TÀI CHÍNH BAN HÀNH DANH MỤC", "BỘ TRƯỞNG BỘ TÀI CHÍNH"),
            ("Chính phủ, Bộ Y tế hướng dẫn", "Chính phủ"),
            (
                "Ban Chỉ đạo phòng, chống thiên tai tỉnh Cà Mau ban hành",
                "Ban Chỉ đạo phòng, chống thiên tai tỉnh Cà Mau",
            ),
            ("Ban Chỉ đạo 35 Tỉnh ủy Cà Mau về", "Ban Chỉ đạo 35 Tỉnh ủy Cà Mau"),
            ("Đảng đoàn Quốc hội về", "Đảng đoàn Quốc hội"),
            ("Hội đồng Thi đua - Khen thưởng Trung ương về", "Hội đồng Thi đua - Khen thưởng Trung ương"),
            ("Ban Chỉ huy Quân sự huyện Củ Chi về", "Ban Chỉ huy Quân sự huyện Củ Chi"),
            ("Văn phòng Đăng ký đất đai về việc", "Văn phòng Đăng ký đất đai"),
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
            assert!(start(name, &mut Words::new(name, 0), &mut WordList::new(), 0).is_some(), "{name}");
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
    fn bodies_that_a_joint_document_is_between() {
        for (text, want) in [
            ("Bộ Nội vụ và Bộ Tài chính về việc", Some("Bộ Nội vụ và Bộ Tài chính")),
            ("Bộ Y tế với Bộ Công an ngày 02/3/2020", Some("Bộ Y tế với Bộ Công an")),
            ("Quốc hội, Chính phủ, Bộ Y tế hướng dẫn", Some("Quốc hội, Chính phủ, Bộ Y tế")),
            ("Bộ Y tế về", None),
            ("hai bên", None),
        ] {
            let read = issuers_between(text, 0).map(|named| text[named.range].to_owned());
            assert_eq!(read.as_deref(), want, "{text}");
        }
    }

    #[test]
    fn bodies_that_issue_together() {
        let text = "Ủy ban Thường vụ Quốc hội, Chính phủ và Đoàn Chủ tịch Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam hướng dẫn";
        let read = issuer(text, 0).unwrap();
        assert_eq!(&text[read.range.end..], " hướng dẫn");
    }
}
