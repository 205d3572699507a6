//! Bytes per second of reading, checking and reporting, beside the `regex` crate that only finds: ratios within one run count.
//!
//! `CITE_LINT_CORPUS=PATH` adds a text file, or the text files of a folder as one text.
#![allow(clippy::unwrap_used, missing_docs)]

use std::fs;
use std::hint::black_box;
use std::io::Write;
use std::path::Path;
use std::time::Duration;

use cite_lint::citation::Citation;
use cite_lint::finding::Lang;
use cite_lint::lint::Linter;
use cite_lint::parse;
use cite_lint::registry::Registry;
use cite_lint::report::{self, FileReport};
use cite_lint::resolve::Document;
use cite_lint::rules::{self, Context};
use cite_lint::source::{Options, Source};
use cite_lint::text::Normalized;
use criterion::{BenchmarkId, Criterion, SamplingMode, Throughput, criterion_group, criterion_main};
use regex::Regex;

/// What a search with a regular expression would look for: a number and symbol, a blank number, a type word with a
/// number, the named resolutions and laws. `benches/compare.sh` gives it to ripgrep, grep and Python.
const YARDSTICK: &str = include_str!("find-regex.txt");

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

/// The corpora by name.
fn corpora() -> Vec<(&'static str, String)> {
    // Every third sentence: about one citation per 400 bytes.
    let mut corpora = vec![("cited", corpus(Some(3))), ("plain", corpus(None))];
    if let Some(path) = std::env::var_os("CITE_LINT_CORPUS") {
        let path = Path::new(&path);
        let mut text = String::new();
        if path.is_dir() {
            folder(path, &mut text);
        } else {
            text = fs::read_to_string(path).unwrap();
        }
        corpora.push(("own", text));
    }
    corpora
}

fn scan(criterion: &mut Criterion) {
    let regex = Regex::new(YARDSTICK.trim_end()).unwrap();
    let linter = Linter::new();
    let mut group = criterion.benchmark_group("scan");
    group.sampling_mode(SamplingMode::Flat).sample_size(10).measurement_time(Duration::from_secs(3));
    for (name, text) in &corpora() {
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

/// One citation and nothing else.
fn citation(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("citation");
    for text in ["16/CT-TTg", "Nghị quyết số 29-NQ/TW ngày 04/11/2013 của Ban Chấp hành Trung ương Đảng (khóa XI)"]
    {
        group.throughput(Throughput::Bytes(text.len() as u64));
        group.bench_function(BenchmarkId::new("parse", text.len()), |b| {
            b.iter(|| black_box(text).parse::<Citation>().is_ok());
        });
    }
    group.finish();
}

/// The rules of each group on a text that is read already, as the difference to a check without any shows: `none`.
fn rule_groups(criterion: &mut Criterion) {
    let text = corpus(Some(3));
    let document = Document::new(&text);
    let registry = Registry::builtin();
    let mut groups: Vec<&str> = rules::all().iter().map(|rule| rule.group).collect();
    groups.sort_unstable();
    groups.dedup();
    let mut group = criterion.benchmark_group("rules");
    group.sampling_mode(SamplingMode::Flat).sample_size(10).measurement_time(Duration::from_secs(2));
    group.throughput(Throughput::Bytes(text.len() as u64));
    group.bench_function("none", |b| b.iter(|| Context::new(&document, registry, None).cited().count()));
    for name in groups {
        group.bench_function(name, |b| b.iter(|| rules::findings_of_group(name, &document, registry).len()));
    }
    group.finish();
}

/// The findings of a text in each format.
fn reports(criterion: &mut Criterion) {
    type Format = fn(&mut Vec<u8>, &FileReport<'_>) -> std::io::Result<()>;
    let text = corpus(Some(3));
    let diagnostics = Linter::new().lint(&text);
    let source = Source::from(text.as_str());
    let report = FileReport { file: "a.txt", source: &source, diagnostics: &diagnostics };
    let formats: [(&str, Format); 10] = [
        ("concise", |out, found| report::concise(out, found, Lang::Vi)),
        ("json", |out, found| report::json(out, found, Lang::Vi)),
        ("jsonl", |out, found| report::jsonl(out, found, Lang::Vi)),
        ("sarif", |out, found| report::sarif(out, found, Lang::Vi)),
        ("github", |out, found| report::github(out, found, Lang::Vi)),
        ("gitlab", |out, found| report::gitlab(out, found, Lang::Vi)),
        ("junit", |out, found| report::junit(out, found, Lang::Vi)),
        ("html", |out, found| report::html(out, found, Lang::Vi)),
        ("markdown", |out, found| report::markdown(out, found, Lang::Vi)),
        ("full", |out, found| report::full(out, found, report::Full { lang: Lang::Vi, colour: false, width: 120 })),
    ];
    let mut group = criterion.benchmark_group("report");
    group.sampling_mode(SamplingMode::Flat).sample_size(10).measurement_time(Duration::from_secs(2));
    group.throughput(Throughput::Elements(diagnostics.len() as u64));
    for (name, write) in formats {
        let mut out = Vec::new();
        group.bench_function(name, |b| {
            b.iter(|| {
                out.clear();
                write(&mut out, &report).unwrap();
                out.len()
            });
        });
    }
    group.finish();
}

/// A Word document of some megabytes of text.
fn docx(criterion: &mut Criterion) {
    let text = corpus(Some(3));
    let mut package = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    package.start_file("_rels/.rels", zip::write::SimpleFileOptions::default()).unwrap();
    let relations = "http://schemas.openxmlformats.org/package/2006/relationships";
    let kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument";
    let main = format!("<Relationship Id=\"a\" Type=\"{kind}\" Target=\"word/document.xml\"/>");
    write!(package, "<Relationships xmlns=\"{relations}\">{main}</Relationships>").unwrap();
    package.start_file("word/document.xml", zip::write::SimpleFileOptions::default()).unwrap();
    let namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    write!(package, "<w:document xmlns:w=\"{namespace}\"><w:body>").unwrap();
    for line in text.lines() {
        let line = line.replace('&', "&amp;").replace('<', "&lt;");
        write!(package, "<w:p><w:r><w:t>{line}</w:t></w:r></w:p>").unwrap();
    }
    write!(package, "</w:body></w:document>").unwrap();
    let bytes = package.finish().unwrap().into_inner();
    let mut group = criterion.benchmark_group("docx");
    group.sampling_mode(SamplingMode::Flat).sample_size(10).measurement_time(Duration::from_secs(2));
    group.throughput(Throughput::Bytes(text.len() as u64));
    assert!(Source::read(&bytes, Options::default()).is_ok_and(|source| source.text().len() >= text.len()));
    group.bench_function("read", |b| {
        b.iter(|| Source::read(black_box(&bytes), Options::default()).unwrap().text().len())
    });
    group.finish();
}

criterion_group!(benches, scan, citation, rule_groups, reports, docx);
criterion_main!(benches);
