//! The words that named citations start with.

/// What a named citation is by the words that it starts with.
#[derive(Clone, Copy, Debug)]
pub(super) enum Begins {
    Law(&'static str),
    Constitution,
    PartyStatutes,
    Resolution,
    /// A document that has a day and a body, and no number.
    Dated,
}

/// The words that a named citation may start with.
#[cfg(test)]
pub(in crate::parse) const STARTS: [&str; 23] = [
    "Báo cáo",
    "Biên bản",
    "Chỉ thị",
    "Công văn",
    "Công điện",
    "Kế hoạch",
    "Kết luận",
    "Quyết định",
    "Thông báo",
    "Thông tư",
    "Tờ trình",
    "Văn bản",
    "Nghị định",
    "Luật",
    "LUẬT",
    "Bộ luật",
    "Bộ Luật",
    "BỘ LUẬT",
    "Pháp lệnh",
    "Hiến pháp",
    "Nghị quyết",
    "Điều lệ Đảng",
    "Điều lệ đảng",
];

impl Begins {
    /// Of a word that readers start at.
    pub(super) fn with(word: &str) -> Option<Self> {
        Some(match word {
            "Luật" | "LUẬT" => Self::Law("Luật"),
            "Bộ luật" | "Bộ Luật" | "BỘ LUẬT" => Self::Law("Bộ luật"),
            "Pháp lệnh" => Self::Law("Pháp lệnh"),
            "Hiến pháp" => Self::Constitution,
            "Nghị quyết" => Self::Resolution,
            "Điều lệ Đảng" | "Điều lệ đảng" => Self::PartyStatutes,
            "Báo cáo" | "Biên bản" | "Chỉ thị" | "Công văn" | "Công điện" | "Kế hoạch" | "Kết luận" | "Quyết định"
            | "Thông báo" | "Thông tư" | "Tờ trình" | "Văn bản" | "Nghị định" => Self::Dated,
            _ => return None,
        })
    }
}

/// Whether a name may go on with what stands behind its first word, by its first letters: nearly always something else does, as in
/// "Nghị định số" and "Luật này".
pub(super) const fn may_be_name(word: &[u8], behind: &[u8]) -> bool {
    match (word, behind) {
        ([b'L' | b'B' | b'P', ..], [b' ', b's', 0xE1, 0xBB, 0x91, b' ', ..]) => false,
        ([b'L' | b'B' | b'P', ..], [b' ', b'n', 0xC3, 0xA0, b'y', b' ' | b',' | b'.' | b';', ..]) => false,
        // Behind "Luật", "Bộ luật", "Pháp lệnh", "Hiến pháp" and "Điều lệ" stands any word.
        ([b'L' | b'B' | b'P' | b'H' | 0xC4, ..], _) => true,
        // "ngày", "của", "do"; behind "Nghị quyết" also "Hội nghị", "Trung ương", "TW".
        (_, [b' ', b'n' | b'N', b'g' | b'G', ..]) => true,
        (_, [b' ', b'c' | b'C' | b'h' | b'H', 0xE1, ..]) => true,
        (_, [b' ', b'd' | b'D', b'o' | b'O', ..]) => true,
        (_, [b' ', b't' | b'T', b'r' | b'R' | b'W', ..]) => true,
        (_, [b' ', next, ..]) => !next.is_ascii_alphabetic(),
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use super::super::read;
    use super::*;

    #[test]
    fn every_start_begins_something() {
        assert!(STARTS.into_iter().all(|word| Begins::with(word).is_some()));
        assert!(Begins::with("Quy chế").is_none() && Begins::with("").is_none());
    }

    #[test]
    fn no_name_is_passed_over_by_its_first_letters() {
        // A name that failed hides no other one that begins at the same place.
        let begins = |word: &str| STARTS.into_iter().filter(|start| word.starts_with(start)).count();
        assert!(STARTS.into_iter().all(|word| begins(word) == 1));
        let followers = "số này ngày của do Hội hội Trung TRUNG TW4 Đại CỦA NGÀY DO về liên Khiếu sửa 2013 nay";
        for (start, follower) in
            STARTS.into_iter().flat_map(|start| followers.split(' ').map(move |next| (start, next)))
        {
            for rest in
                [" 4", " nghị lần thứ bảy Ban Chấp hành Trung ương khóa XII", " Sở Y tế ngày 5/3/2024", "", "x", ";"]
            {
                let text = format!("{start} {follower}{rest} khóa XI");
                let begins = Begins::with(start).unwrap();
                let is_read = read(&text, 0, start, begins).is_some();
                assert!(!is_read || may_be_name(start.as_bytes(), &text.as_bytes()[start.len()..]), "{text}");
            }
        }
    }
}
