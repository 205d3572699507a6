//! Names of laws, codes and ordinances: those in the registry's file of laws, and data/law-names.tsv.

use super::index::{Index, Kind};
use crate::text::{Syllable, Syllables};

/// What some folded words are that a name of a law, code or ordinance begins with: `luật khiếu`, `luật khiếu nại`; `None`
/// where none does. The words have one blank between two, and no signs.
///
/// Names of amending laws are not in the list: they are put together from the names they amend.
pub(crate) fn beginning(folded: &[u8]) -> Option<Beginning> {
    let facts = INDEX.get(START, folded)?.next()?;
    Some(Beginning { is_name: facts & NAME != 0, is_longer: facts & LONGER != 0, takes_comma: facts & COMMA != 0 })
}

/// What words are that a name begins with.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Beginning {
    /// Whether they are a whole name.
    pub(crate) is_name: bool,
    /// Whether a longer name begins with them.
    pub(crate) is_longer: bool,
    /// Whether a comma may follow inside a name.
    pub(crate) takes_comma: bool,
}

/// The words, folded, that an abbreviation in the name of a law stands for: `Luật MTTQ Việt Nam`.
pub(crate) fn unfolded(abbreviation: Syllable) -> Option<&'static str> {
    ABBREVIATIONS.get(abbreviation)
}

/// Those that clerks write in names of laws; no word of such a name is spelt so.
static ABBREVIATIONS: Syllables<&str, 64> = Syllables::of(&[
    ("atgt", "an toàn giao thông"),
    ("attp", "an toàn thực phẩm"),
    ("atvslđ", "an toàn vệ sinh lao động"),
    ("bhtn", "bảo hiểm thất nghiệp"),
    ("bhxh", "bảo hiểm xã hội"),
    ("bhyt", "bảo hiểm y tế"),
    ("bmnn", "bí mật nhà nước"),
    ("bvmt", "bảo vệ môi trường"),
    ("chxhcn", "cộng hoà xã hội chủ nghĩa"),
    ("cnch", "cứu nạn cứu hộ"),
    ("cqđp", "chính quyền địa phương"),
    ("dnnvv", "doanh nghiệp nhỏ và vừa"),
    ("gtgt", "giá trị gia tăng"),
    ("gtđb", "giao thông đường bộ"),
    ("hđnd", "hội đồng nhân dân"),
    ("hn&gđ", "hôn nhân và gia đình"),
    ("hngđ", "hôn nhân và gia đình"),
    ("htx", "hợp tác xã"),
    ("mttq", "mặt trận tổ quốc"),
    ("nlđ", "người lao động"),
    ("nsnn", "ngân sách nhà nước"),
    ("nvqs", "nghĩa vụ quân sự"),
    ("pbgdpl", "phổ biến giáo dục pháp luật"),
    ("pccc", "phòng cháy và chữa cháy"),
    ("pctn", "phòng chống tham nhũng"),
    ("qh", "quốc hội"),
    ("qppl", "quy phạm pháp luật"),
    ("shtt", "sở hữu trí tuệ"),
    ("tand", "toà án nhân dân"),
    ("thads", "thi hành án dân sự"),
    ("thahs", "thi hành án hình sự"),
    ("tncn", "thu nhập cá nhân"),
    ("tndn", "thu nhập doanh nghiệp"),
    ("ttđb", "tiêu thụ đặc biệt"),
    ("ubmttq", "uỷ ban mặt trận tổ quốc"),
    ("ubnd", "uỷ ban nhân dân"),
    ("vbqppl", "văn bản quy phạm pháp luật"),
    ("vksnd", "viện kiểm sát nhân dân"),
    ("vphc", "vi phạm hành chính"),
    ("xlvphc", "xử lý vi phạm hành chính"),
    ("đbhđnd", "đại biểu hội đồng nhân dân"),
    ("đbqh", "đại biểu quốc hội"),
]);

/// A test asserts that it is of the registry's rows and those of data/law-names.tsv.
static INDEX: Index = Index::new("", include_bytes!("../../data/index/laws.index"));
/// The one kind of keys: what names begin with, with a sum of the following.
const START: Kind = b's';
const NAME: usize = 1;
const LONGER: usize = 2;
const COMMA: usize = 4;

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::super::index::Writer;
    use super::super::table;
    use super::*;
    use crate::text::fold;

    #[test]
    fn index_is_of_the_rows() {
        let mut writer = Writer::default();
        let mut starts: BTreeMap<String, usize> = BTreeMap::new();
        let mut add = |name: &str| {
            let mut beginning = String::new();
            let mut words = name.split([' ', '/']).peekable();
            while let Some(word) = words.next() {
                let bare = word.trim_end_matches([',', ';']);
                beginning.push_str(if beginning.is_empty() { "" } else { " " });
                beginning.push_str(bare);
                let goes_on = LONGER | if bare == word { 0 } else { COMMA };
                let facts = if words.peek().is_some() { goes_on } else { NAME };
                *starts.entry(beginning.clone()).or_default() |= facts;
            }
        };
        for row in table::rows(include_str!("../../data/registry/laws.tsv")) {
            let (doc_type, title) = (row.get(1), row.get(7));
            let named = matches!(doc_type, "Luật" | "Bộ luật" | "Pháp lệnh") && title.starts_with(doc_type);
            let name = fold(title.split('(').next().unwrap_or_default().trim());
            // "một số điều của 10 luật có liên quan đến an ninh, trật tự" names no law that it amends.
            let amends_some =
                || name.rsplit("của ").next().is_some_and(|of| of.starts_with(|c: char| c.is_ascii_digit()));
            if named && (!name.contains("sửa đổi") || amends_some()) {
                // Ordinances are cited with and without "về".
                if let Some(subject) = name.strip_prefix("pháp lệnh về ") {
                    add(&format!("pháp lệnh {subject}"));
                }
                add(&name);
                name.split_once(';').iter().for_each(|(first, _)| add(first));
            }
        }
        for row in table::rows(include_str!("../../data/law-names.tsv")) {
            add(&fold(row.get(0)));
        }
        starts.iter().for_each(|(start, facts)| writer.add(START, start, *facts));
        writer.is(&INDEX, "laws.index");
    }

    #[test]
    fn names_in_any_case_and_style() {
        let facts = |words: &str| {
            let beginning = beginning(fold(words).as_bytes());
            beginning.map(|beginning| (beginning.is_name, beginning.is_longer))
        };
        for (words, want) in [
            ("Luật Khiếu nại", Some((true, true))),
            ("BỘ LUẬT LAO ĐỘNG", Some((true, false))),
            ("Luật tổ chức", Some((false, true))),
            ("Luật Phòng", Some((false, true))),
            ("Luật này", None),
        ] {
            assert_eq!(facts(words), want, "{words}");
        }
    }
}
