// Texts of any length as offices write them, with a slip here and there.
const HEAD = `ỦY BAN NHÂN DÂN HUYỆN DẦU TIẾNG
Số: 12/KH-UBND
Dầu Tiếng, ngày 05 tháng 3 năm 2024
KẾ HOẠCH
Triển khai thực hiện công tác văn thư năm 2024

Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;
Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư;
Ủy ban nhân dân huyện ban hành kế hoạch như sau:

`;

const PARAGRAPHS = [
  'Các phòng, ban chuyên môn rà soát văn bản đến, văn bản đi trong quý I, lập hồ sơ công việc và nộp lưu trữ đúng hạn.',
  'Việc ký số thực hiện theo Nghị định số 30/2020/NĐ-CP; văn bản giấy chỉ phát hành khi nơi nhận chưa có kết nối.',
  'Thực hiện Chỉ thị số 16/CT-TTg ngày 16/5/2016 của Thủ tướng Chính phủ, Phòng Nội vụ chủ trì kiểm tra 12 đơn vị.',
  'Kinh phí bố trí trong dự toán được giao, theo Luật Ngân sách nhà nước ngày 25/6/2015 và các văn bản hướng dẫn.',
  'Nghị quyết số 25-NQ/TW ngày 03/6/2013 của Ban Chấp hành Trung ương Đảng (khóa XI) tiếp tục được quán triệt tại các chi bộ.',
  'Trước ngày 15 hằng tháng, các đơn vị gửi báo cáo về Văn phòng để tổng hợp, trình Chủ tịch Ủy ban nhân dân huyện.',
  'Hồ sơ điện tử có thành phần như hồ sơ giấy, kèm siêu dữ liệu; việc chuyển đổi làm dần, ưu tiên hồ sơ còn thời hạn dài.',
  'Theo Nghị định số 09/2010/NĐ-CP ngày 08/02/2010 của Chính phủ, con dấu giao cho một người giữ, có sổ theo dõi riêng.',
  'Công chức văn thư được tập huấn hai đợt, mỗi đợt ba ngày, nội dung gồm thể thức, kỹ thuật trình bày và lập hồ sơ.',
  'Báo cáo số 45/BC-UBND ngày 20/02/2024 của Ủy ban nhân dân huyện đã nêu ba hạn chế, trong đó có việc ghi sai ngày.',
];

const SLIPS = [
  'Căn cứ Chỉ thị số 16/CT/TTg ngày 16/5/2016 của Thủ tướng Chính phủ, các đơn vị xây dựng kế hoạch riêng.',
  'Đề án số 15- ĐA/TU được triển khai đến năm 2025.',
  'Nghị định số 30/2020/NĐ-CP ngày 06/3/2020 của Chính phủ là căn cứ chính.',
];

/** About so many bytes of UTF-8; one paragraph in `every` has a slip. */
export function plan(bytes, every = 12) {
  const lines = [HEAD];
  let length = Buffer.byteLength(HEAD);
  for (let n = 0; length < bytes; n += 1) {
    const pick = n % every === every - 1 ? SLIPS[(n / every | 0) % SLIPS.length] : PARAGRAPHS[n % PARAGRAPHS.length];
    const line = `${n + 1}. ${pick}\n`;
    lines.push(line);
    length += Buffer.byteLength(line);
  }
  return lines.join('');
}
