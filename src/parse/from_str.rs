use std::str::FromStr;

use super::defect::ParseError;
use crate::citation::{Citation, Part};
use crate::text::Span;

impl FromStr for Citation {
    type Err = ParseError;

    /// Reads a text that is one citation and nothing else; to read the citations inside a text use
    /// [`find`](super::find).
    ///
    /// # Errors
    ///
    /// [`ParseError::NotACitation`] when nothing reads as a citation, [`ParseError::Surplus`] when it is not the whole
    /// text, [`ParseError::Malformed`] with every defect when its form is wrong.
    fn from_str(text: &str) -> Result<Self, ParseError> {
        let text = text.trim();
        let mentions = super::find(text);
        let Some(mention) = mentions.first() else {
            return Err(ParseError::NotACitation { text: text.to_owned() });
        };
        let parts = [Part::Pinpoint, Part::Container].into_iter().filter_map(|part| mention.part(part));
        let whole = parts.fold(mention.span(), |whole, part| whole.union(part));
        let before = Span::new(0, whole.start()).slice(text).trim();
        let after = Span::new(whole.end(), text.len()).slice(text).trim();
        let rest = if before.is_empty() { after } else { before };
        if !rest.is_empty() && rest != "của" {
            return Err(ParseError::Surplus { citation: mention.as_str().to_owned(), rest: rest.to_owned() });
        }
        mention.citation().cloned().map_err(Clone::clone)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_it_prints() {
        for text in [
            "Nghị quyết số 25-NQ/TW ngày 03/6/2013 của Ban Chấp hành Trung ương Đảng (khóa XI)",
            "Chỉ thị số 16/CT-TTg ngày 16/5/2016 của Thủ tướng Chính phủ",
            "Nghị định số 30/2020/NĐ-CP",
            "Luật số 10/2022/QH15 ngày 10/11/2022",
            "Công văn số 769/UBND-NC ngày 12/4/2024 của Ủy ban nhân dân huyện Dầu Tiếng",
            "Điều 13 Quy chế bảo lãnh ban hành kèm theo Quyết định số 03/2011/QĐ-TTg",
            "điểm a khoản 2 Điều 5 Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ",
            "Kết luận số 120-KL/TW tháng 1/2016",
            "số 66.1/2025/NQ-CP năm 2025",
        ] {
            let citation: Citation = text.parse().unwrap_or_else(|error| panic!("{text}: {error}"));
            assert_eq!(citation.to_string(), text);
            assert_eq!(citation.to_string().parse(), Ok(citation));
        }
    }

    #[test]
    fn every_way_to_fail() {
        for (text, message) in [
            (
                "Nghị quyết này",
                "no citation in \"Nghị quyết này\": a type, a number and a symbol are needed, such as \"Chỉ thị số 16/CT-TTg\"",
            ),
            ("theo Chỉ thị số 16/CT-TTg", "\"Chỉ thị số 16/CT-TTg\" is a citation, \"theo\" is not part of it"),
            ("Chỉ thị số 16/CT/TTg", "malformed citation \"16/CT/TTg\": separator"),
            ("Chỉ thị số 16/ CT/TTg", "malformed citation \"16/ CT/TTg\": separator, space"),
        ] {
            assert_eq!(text.parse::<Citation>().unwrap_err().to_string(), message);
        }
    }
}
