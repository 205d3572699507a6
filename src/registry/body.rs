use std::hash::BuildHasher;
use std::sync::OnceLock;

use rustc_hash::FxBuildHasher;

use crate::text::fold;

/// Whether two names of issuing bodies certainly mean different bodies: every word of both is understood and they
/// have no body in common. Loose names (`Trung ương`) and bodies that are not in the list never differ.
pub(super) fn certainly_differ(a: &str, b: &str) -> bool {
    a != b && matches!((bodies(a), bodies(b)), (Some(a), Some(b)) if a & b == 0)
}

/// Whether both names are understood and have a body in common.
pub(super) fn agree(a: &str, b: &str) -> bool {
    matches!((bodies(a), bodies(b)), (Some(a), Some(b)) if a & b != 0)
}

/// Names in their [`fold`] form; a longer name stands before one that it contains. Names of one line are one body.
const BODIES: [&[&str]; 21] = [
    &["văn phòng chính phủ"],
    &["thanh tra chính phủ"],
    &["phó thủ tướng chính phủ", "thủ tướng chính phủ", "phó thủ tướng", "thủ tướng"],
    &["uỷ ban thường vụ quốc hội", "ubtvqh"],
    &["văn phòng trung ương đảng", "văn phòng trung ương"],
    &["uỷ ban kiểm tra trung ương"],
    &["ban tuyên giáo trung ương"],
    &["ban tổ chức trung ương"],
    &["uỷ ban trung ương mặt trận tổ quốc việt nam"],
    &["ban chấp hành trung ương", "bch trung ương", "bchtw"],
    &["bộ chính trị"],
    &["ban bí thư"],
    &["bộ giáo dục và đào tạo", "bộ gd&đt", "bộ gdđt"],
    &["bộ nội vụ"],
    &["bộ tài chính"],
    &["bộ tư pháp"],
    &["bộ thông tin và truyền thông", "bộ tt&tt"],
    &["uỷ ban dân tộc"],
    &["chính phủ"],
    &["quốc hội"],
    &["chủ tịch nước"],
];

/// What may stand around a name without changing the body; longer ones first.
const AROUND: [&str; 9] = [
    "đảng cộng sản việt nam",
    "cộng hoà xã hội chủ nghĩa việt nam",
    "trung ương",
    "đảng",
    "khoá",
    "nước",
    "và",
    "của",
    "bộ trưởng",
];

/// The set of bodies that a name means, or `None` where a part of it is not understood. Few bodies are named again and again: what
/// some of them say is kept.
fn bodies(name: &str) -> Option<u32> {
    static KEPT: [OnceLock<(Box<str>, Option<u32>)>; 128] = [const { OnceLock::new() }; 128];
    let place = FxBuildHasher.hash_one(name) as usize % KEPT.len();
    let (of, bodies) = KEPT[place].get_or_init(|| (name.into(), read(name)));
    if **of == *name { *bodies } else { read(name) }
}

fn read(name: &str) -> Option<u32> {
    let mut rest = fold(name);
    let mut found = 0;
    for (bit, names) in BODIES.iter().enumerate() {
        for name in *names {
            if rest.contains(name) {
                rest = rest.replace(name, "|");
                found |= 1 << bit;
            }
        }
    }
    for word in AROUND {
        if rest.contains(word) {
            rest = rest.replace(word, "|");
        }
    }
    let understood = |part: &str| part.is_empty() || part.bytes().all(|byte| b"ivx".contains(&byte));
    let parts = rest.split(|c: char| !c.is_alphanumeric());
    (found != 0 && parts.into_iter().all(understood)).then_some(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_known_bodies_differ() {
        for (a, b, differ) in [
            ("Bộ Chính trị", "Ban Bí thư", true),
            ("Ban Bí thư Trung ương Đảng khóa XII", "Bộ Chính trị", true),
            ("Ban Chấp hành Trung ương Đảng", "Ban Chấp hành Trung ương Đảng Cộng sản Việt Nam", false),
            ("Bộ Chính trị, Ban Bí thư", "Ban Bí thư", false),
            ("Trung ương", "Bộ Chính trị", false),
            ("Trung ương Đảng", "Ban Bí thư", false),
            ("Đảng", "Ban Bí thư", false),
            ("Thủ tướng", "Thủ tướng Chính phủ", false),
            ("Chính phủ", "Thủ tướng Chính phủ", true),
            ("Văn phòng Chính phủ", "Chính phủ", true),
            ("Đảng ủy Chính phủ", "Chính phủ", false),
            ("Quốc hội nước Cộng hòa xã hội chủ nghĩa Việt Nam", "Uỷ ban Thường vụ Quốc hội", true),
            ("Bộ trưởng Bộ Giáo dục và Đào tạo", "Bộ Giáo dục và Đào tạo", false),
            ("Sở Nội vụ", "Bộ Nội vụ", false),
            ("Ủy ban nhân dân tỉnh", "Chính phủ", false),
            ("", "", false),
        ] {
            assert_eq!(certainly_differ(a, b), differ, "{a} / {b}");
            assert_eq!(certainly_differ(b, a), differ, "{b} / {a}");
        }
        assert!(agree("Bộ chính trị", "Bộ Chính trị, Ban Bí thư") && !agree("Trung ương", "Bộ Chính trị"));
    }
}
