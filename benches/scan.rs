//! Bytes per second of reading and checking, beside the `regex` crate that only finds: ratios within one run count.
//!
//! `CITE_LINT_CORPUS=DIR` adds the text files of a folder, as one text.
#![allow(clippy::unwrap_used, missing_docs)]

use std::fs;
use std::hint::black_box;
use std::path::Path;
use std::time::Duration;

use cite_lint::lint::Linter;
use cite_lint::parse;
use cite_lint::resolve::Document;
use cite_lint::text::Normalized;
use criterion::{BenchmarkId, Criterion, SamplingMode, Throughput, criterion_group, criterion_main};
use regex::Regex;

/// What a search with a regular expression would look for: a number and symbol, a blank number, a type word with a
/// number, the named resolutions and laws.
const YARDSTICK: &str = concat!(
    r"\d+[a-z]?(?:/\d{4})?\s?[-/–]\s?[A-ZĐ][A-ZĐa-zđ0-9&]*(?:\s?[-/–]\s?[A-ZĐ][A-ZĐa-zđ0-9&]*)*|",
    r"[Ss]ố:?\s*/\s?[A-ZĐ][A-ZĐa-zđ0-9&]*(?:\s?[-/–]\s?[A-ZĐ][A-ZĐa-zđ0-9&]*)*|(?:[Nn]ghị quyết|",
    r"[Cc]hỉ thị|[Kk]ế hoạch|[Kk]ết luận|[Qq]uyết định|[Qq]uy định|[Qq]uy chế|[Tt]hông tư|",
    r"[Tt]hông báo|[Cc]ông văn|[Hh]ướng dẫn|[Đđ]ề án|[Cc]hương trình|[Nn]ghị định|[Tt]hông tri|",
    r"[Bb]áo cáo|[Tt]ờ trình|[Ss]ắc lệnh|[Cc]ông điện|[Gg]iấy mời|[Bb]iên bản|[Hh]ợp đồng|[Vv]ăn bản|",
    r"[Đđ]iều lệ|[Pp]hương án|[Dd]ự án|[Qq]uy hoạch|[Qq]uy tắc|[Tt]uyên bố|[Pp]háp lệnh|[Hh]iến pháp|",
    r"[Bb]ộ luật|[Ll]uật|[Ll]ệnh|[Hh]iệp định|[Tt]hư công|[Pp]hiếu gửi|[Gg]iấy phép|[Bb]ản án|",
    r"[Qq]uy trình|[Cc]hiến lược|[Cc]ông hàm)\s+(?:số\s+)?\d+|Nghị [Qq]uyết\s+(?:Trung ương|Hội nghị|",
    r"Đại hội)[^,.;“”\n]{0,80}?(?:kh[oó][aá]|lần thứ)\s+(?:[IVXLC]+|\d+)|(?:Bộ luật|Luật|Pháp lệnh|",
    r"Hiến pháp)\s+(?:số\s+)?[A-ZĐÁÂÔƯÝ]\w*",
);

const SIZE: usize = 4 << 20;

/// Sentences without a citation.
const PLAIN: [&str; 10] = [
    "Hội nghị thống nhất đánh giá kết quả thực hiện nhiệm vụ sáu tháng đầu năm và bàn giải pháp cho thời gian tới.",
    "Tỷ lệ giải ngân vốn đầu tư công đạt 72,5% kế hoạch, cao hơn 3,4 điểm phần trăm so với cùng kỳ năm trước.",
    "Các phòng, ban chuyên môn chủ động phối hợp với ủy ban nhân dân các xã, phường rà soát hồ sơ còn tồn đọng.",
    "Giai đoạn 2021 - 2025, huyện Củ Chi tập trung nâng cấp 48 km đường giao thông nông thôn và/hoặc kênh mương.",
    "Người dân nộp hồ sơ tại bộ phận một cửa trong giờ hành chính, từ thứ hai đến thứ sáu, trừ ngày lễ.",
    "Nhà trường tổ chức cho học sinh tham quan, trải nghiệm 2 lần/năm theo hình thức tự nguyện của cha mẹ học sinh.",
    "Đề nghị thủ trưởng các đơn vị nghiêm túc triển khai, định kỳ ngày 20 hằng tháng báo cáo về Văn phòng.",
    "Công tác phòng cháy, chữa cháy rừng được duy trì thường xuyên, không để xảy ra điểm nóng trên địa bàn tỉnh.",
    "Mức hỗ trợ tối đa 15.000.000 đồng/hộ, chi trả một lần sau khi nghiệm thu; hộ nghèo được ưu tiên xét trước.",
    "Điều 7. Cơ quan, tổ chức, cá nhân có liên quan chịu trách nhiệm thi hành kể từ ngày ký.",
];

/// Citations as documents have them; one is malformed.
const CITED: [&str; 10] = [
    "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư;",
    "Căn cứ Luật Tổ chức chính quyền địa phương số 77/2015/QH13 ngày 19/6/2015;",
    "Thực hiện Nghị quyết số 29-NQ/TW ngày 04/11/2013 của Ban Chấp hành Trung ương Đảng (khóa XI),",
    "Theo điểm a khoản 2 Điều 5 Thông tư số 01/2011/TT-BNV ngày 19/01/2011 của Bộ trưởng Bộ Nội vụ,",
    "Tiếp tục quán triệt Chỉ thị số 05-CT/TW ngày 15/5/2016 của Bộ Chính trị.",
    "Thực hiện Công văn số 769/UBND-NC ngày 12/4/2024 của Ủy ban nhân dân huyện Củ Chi,",
    "Kế hoạch số 215/KH-UBND và Kế hoạch số 216/KH-UBND ngày 20/5/2023 của Ủy ban nhân dân tỉnh Bình Dương.",
    "Thực hiện Chỉ thị số 16/CT/TTg ngày 16/5/2016 của Thủ tướng Chính phủ,",
    "Quyết định số 1058/QĐ-SGDĐT ngày 25/8/2022 của Giám đốc Sở Giáo dục và Đào tạo Hải Phòng.",
    "Nghị định số 34/2016/NĐ-CP, Nghị định số 154/2020/NĐ-CP của Chính phủ còn hiệu lực một phần.",
];

/// Sentences in an order without a short period, with a citation in every `every`th, if any.
fn corpus(every: Option<usize>) -> String {
    let mut text = String::with_capacity(SIZE + 512);
    let mut state: u32 = 1;
    let mut next = |count: usize| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (state >> 16) as usize % count
    };
    let mut sentences = 0;
    while text.len() < SIZE {
        sentences += 1;
        let cited = every.is_some_and(|every| sentences % every == 0);
        text.push_str(if cited { CITED[next(CITED.len())] } else { PLAIN[next(PLAIN.len())] });
        text.push_str(if next(4) == 0 { "\n" } else { " " });
    }
    text
}

/// The text files of a folder and the folders in it, one after the other.
fn folder(dir: &Path, out: &mut String) {
    let mut paths: Vec<_> = fs::read_dir(dir).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    for path in paths {
        if path.is_dir() {
            folder(&path, out);
        } else if let Ok(text) = fs::read_to_string(&path) {
            out.push_str(&text);
            out.push_str("\n\n");
        }
    }
}

fn scan(criterion: &mut Criterion) {
    // Every third sentence: about one citation per 400 bytes.
    let mut corpora = vec![("cited", corpus(Some(3))), ("plain", corpus(None))];
    if let Some(dir) = std::env::var_os("CITE_LINT_CORPUS") {
        let mut text = String::new();
        folder(Path::new(&dir), &mut text);
        corpora.push(("folder", text));
    }
    let regex = Regex::new(YARDSTICK).unwrap();
    let linter = Linter::new();
    let mut group = criterion.benchmark_group("scan");
    group.sampling_mode(SamplingMode::Flat).sample_size(10).measurement_time(Duration::from_secs(3));
    for (name, text) in &corpora {
        group.throughput(Throughput::Bytes(text.len() as u64));
        let id = |step| BenchmarkId::new(step, name);
        group.bench_function(id("regex"), |b| b.iter(|| regex.find_iter(black_box(text)).count()));
        group.bench_function(id("normalize"), |b| b.iter(|| Normalized::new(black_box(text)).as_str().len()));
        group.bench_function(id("find"), |b| b.iter(|| parse::find(black_box(text)).len()));
        group.bench_function(id("document"), |b| b.iter(|| Document::new(black_box(text)).mentions().len()));
        group.bench_function(id("lint"), |b| b.iter(|| linter.lint(black_box(text)).len()));
    }
    group.finish();
}

criterion_group!(benches, scan);
criterion_main!(benches);
