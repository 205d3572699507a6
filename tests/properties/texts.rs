//! Texts put together from sentences, from a soup of fragments, and from any characters.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use super::citations::citation;

/// Sentences around a citation, which stands at `{}`.
const FRAMES: [&str; 8] = [
    "Căn cứ {};",
    "Thực hiện {}, các phòng chuyên môn rà soát hồ sơ và báo cáo trước ngày 15 hằng tháng.",
    "Văn phòng tham mưu triển khai {} tới từng đơn vị.",
    "- Tiếp tục quán triệt {};",
    "Kinh phí được bố trí theo {}.",
    "(Kèm theo {})",
    "Các nội dung khác giữ nguyên như đã nêu tại {}.",
    "Tại {} có quy định về chế độ báo cáo.",
];

/// Sentences without a citation.
const PLAIN: [&str; 6] = [
    "Hội nghị thống nhất đánh giá kết quả công tác sáu tháng đầu năm.",
    "Tỷ lệ giải ngân đạt 72,5%, tăng 3/4 so với cùng kỳ 2021-2025.",
    "Đề nghị thủ trưởng các đơn vị nghiêm túc thực hiện./.",
    "Nơi nhận:",
    "II. NHIỆM VỤ TRỌNG TÂM",
    "Giáo viên được tập huấn 2 buổi/tuần, mỗi buổi 3 - 4 tiết.",
];

/// The heads of documents.
const HEADS: [&str; 4] = [
    "",
    "Số: 42/KH-UBND\nDầu Tiếng, ngày 05 tháng 3 năm 2024\nKẾ HOẠCH\nTriển khai công tác quý II\n",
    "Số 07-CT/TU\nHải Phòng, ngày 12 tháng 11 năm 2021\nCHỈ THỊ\n",
    "Số:       /QĐ-SGDĐT\nBến Cát, ngày      tháng 9 năm 2022\nQUYẾT ĐỊNH\n",
];

/// A document of whole sentences, one a line.
pub fn document() -> impl Strategy<Value = String> {
    let cited =
        (select(&FRAMES[..]), citation()).prop_map(|(frame, citation)| frame.replace("{}", &citation.to_string()));
    let sentence = prop_oneof![2 => cited, 1 => select(&PLAIN[..]).prop_map(str::to_owned), 1 => malformed_sentence()];
    (select(&HEADS[..]), vec(sentence, 1..6)).prop_map(|(head, sentences)| format!("{head}{}", sentences.join("\n")))
}

fn malformed_sentence() -> impl Strategy<Value = String> {
    (select(&FRAMES[..]), select(&MALFORMED[..])).prop_map(|(frame, words)| frame.replace("{}", words))
}

/// Citations with something wrong, as drafts have them.
const MALFORMED: [&str; 24] = [
    "Chỉ thị số 16/CT/TTg ngày 16/5/2016 của Thủ tướng Chính phủ",
    "Kết luận số 01- KL/TW ngày 18/5/2021 của Bộ Chính trị",
    "Kế hoạch số 1234 /KH-SGDĐT ngày 9/8/2022",
    "Quyết định số 693/QĐSGD&ĐT ngày 31/6/2020",
    "Nghị định số 30/2020/N\u{d0}\u{2013}CP ngày 05/3/2020 của Chính phủ",
    "Nghị định số 126/2024/NĐCP",
    "Nghị quyết số số 18-NQ/TW",
    "kế hoạch số Kế hoạch số 08/KH-UBND",
    "Chương trình số 65-Ctr/TU",
    "Báo cáo số     /BC-UBND ngày     tháng 6 năm 2023",
    "Nghị định số 45/25010/NĐ-CP",
    "Quyết định số 27/2018/QĐ\u{ad}-TTG",
    "Kế hoạch số 298 KH/TWĐTN",
    "Quyết định số 15/\n2021/QĐ-UBND",
    "Nghị quyết số 25 - NQ / TW",
    "Chỉ thị số 05\u{200b}-\u{a0}CT/TW",
    "Nghị định số O4/2015/NĐ-CP ngày 09/01/2015 của Chính phủ",
    "Luật Viên chức số 129/2025/QHI5",
    "Bộ luật Hình sự số 100/201 5/QH13",
    "Nghị định số 64//2023/NĐ-CP",
    "Nghị định số **126**/2024/**NĐ-CP** ngày *08/10/2024* của **Chính phủ**",
    "<b>Nghị định số</b> 126/2024/NĐ-CP<sup>1</sup> ngày 08/10/2024",
    "Nghị định số 126\\/2024\\/NĐ\\-CP¹ ngày 08/10/2024",
    "khoản 2 Điều 5 Quy chế làm việc ban hành kèm theo Quyết định số 20/QĐ-UBND",
];

/// Bits that meet in odd ways.
const BITS: [&str; 70] = [
    "<b>", "</b>", "<br>", "\\", "¹", "](a)", " ", " ", " ", "\n", "\n\n", "\r\n", "\t", "\u{a0}", "\u{2003}",
    "\u{ad}", "\u{200b}", "\u{feff}", "-", "–", "—", "\u{2011}", "/", "/", "\u{2044}", ".", "..", "…", ",", ";", ":",
    "(", ")", "[", "]", "“", "”", "*", "_", "|", "&", "=", "\u{301}", "\u{323}", "\u{31b}", "\u{302}", "😀", "🇻🇳",
    "日", "\u{d0}", "\u{189}", "С", "Т", "0", "00", "1", "7", "12", "030", "66.1", "2020", "20201", "1999", "số",
    "Số:", "SỐ", "ngày", "tháng", "năm", "khóa",
];

const WORDS: [&str; 60] = [
    "Nghị quyết",
    "nghị định",
    "NGHỊ ĐỊNH",
    "Quyết định",
    "Chỉ thị",
    "Kế hoạch",
    "Luật",
    "Bộ luật",
    "Thông tư liên tịch",
    "Công văn",
    "Văn bản",
    "Mẫu",
    "Biểu",
    "NĐ",
    "CP",
    "QĐ",
    "TTg",
    "ttg",
    "TTG",
    "NQ",
    "TW",
    "CT",
    "KH",
    "UBND",
    "QH15",
    "UBTVQH",
    "BCSD",
    "SGD&ĐT",
    "QĐSGD&ĐT",
    "Ctr",
    "TU",
    "HĐND",
    "THPTNK",
    "XI",
    "XIII",
    "12",
    "của",
    "do",
    "ban hành",
    "và",
    "Điều 5",
    "khoản 2",
    "điểm a",
    "Ban Chấp hành Trung ương Đảng",
    "Thủ tướng Chính phủ",
    "Bộ Chính trị",
    "Ủy ban nhân dân",
    "Bộ Xây dựng",
    "huyện",
    "Đầu Tiêng",
    "tỉnh",
    "Bình Dương",
    "TP.",
    "Thành ủy",
    "Căn cứ",
    "Kính gửi",
    "KẾ HOẠCH",
    "trường",
    "ước",
    "ẵ",
];

/// A soup of fragments.
pub fn soup() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        10 => select(&BITS[..]).prop_map(str::to_owned),
        8 => select(&WORDS[..]).prop_map(str::to_owned),
        2 => citation().prop_map(|citation| citation.to_string()),
        2 => select(&MALFORMED[..]).prop_map(str::to_owned),
        1 => select(&HEADS[..]).prop_map(str::to_owned),
        1 => any::<char>().prop_map(String::from),
    ];
    vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

/// A document with bits put in, left out and written over, anywhere.
fn mangled() -> impl Strategy<Value = String> {
    let change = (any::<prop::sample::Index>(), 0..3_usize, select(&BITS[..]));
    (document(), vec(change, 1..16)).prop_map(|(text, changes)| {
        let mut chars: Vec<String> = text.chars().map(String::from).collect();
        for (at, dropped, bit) in changes {
            let at = at.index(chars.len());
            let end = (at + dropped).min(chars.len());
            chars.splice(at..end, [bit.to_owned()]);
        }
        chars.concat()
    })
}

/// Any characters at all.
pub fn anything() -> impl Strategy<Value = String> {
    vec(any::<char>(), 0..120).prop_map(String::from_iter)
}

/// A text of each kind.
pub fn text() -> impl Strategy<Value = String> {
    prop_oneof![4 => soup(), 4 => mangled(), 2 => document(), 1 => anything()]
}
