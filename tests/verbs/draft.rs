//! The draft that the tests of screens read.

/// A plan with its own number, a citation that is right, and four slips.
pub(super) const DRAFT: &str = "\
ỦY BAN NHÂN DÂN
HUYỆN CỦ CHI
Số: 215/KH-UBND
Củ Chi, ngày 12 tháng 4 năm 2023

KẾ HOẠCH
Triển khai công tác kiểm soát thủ tục hành chính

Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ về công tác văn thư;
Thực hiện Chỉ thị số 16/CT/TTg ngày 16/5/2016 của Thủ tướng Chính phủ.
Thực hiện Kết luận số 01- KL/TW ngày 18/5/2021 của Bộ Chính trị.
Nghị quyết số 29-NQ/TW ngày 04/11/2013 của Ban Chấp hành Trung ương Đảng (khóa XII).
Báo cáo kết quả trước ngày 31/4/2023.
";
