//! Word documents: a draft with twelve planted mistakes is read whole, and what is no Word document is told.
#![allow(clippy::unwrap_used)]

use std::fs;
use std::io::{Cursor, Write};
use std::path::Path;
use std::process::Command;

use cite_lint::lint::Linter;
use cite_lint::source::{self, Comment, Options, PackageProblem, Source, SourceError};
use tempfile::tempdir;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const RELATIONS: &str = r#"<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>"#;
const OF_DOCUMENT: &str = r#"<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes" Target="footnotes.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/header" Target="header1.xml"/></Relationships>"#;

fn archive(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(content.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn read(bytes: &[u8]) -> Source<'_> {
    Source::read(bytes, Options::default()).unwrap()
}

fn paragraph(text: &str) -> String {
    format!("<w:p><w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r></w:p>")
}

/// A draft with its head in a table, and a mistake of twelve rules.
fn draft() -> Vec<u8> {
    let cell = |text: &str| format!("<w:tc>{}</w:tc>", paragraph(text));
    let row = |cells: &[&str]| format!("<w:tr>{}</w:tr>", cells.iter().map(|text| cell(text)).collect::<String>());
    let body = [
        format!(
            "<w:tbl>{}{}</w:tbl>",
            row(&["ỦY BAN NHÂN DÂN HUYỆN DẦU TIẾNG", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"]),
            row(&["Số: 12/KH-UBND", "Dầu Tiếng, ngày 05 tháng 3 năm 2024"]),
        ),
        paragraph("KẾ HOẠCH"),
        paragraph("Thực hiện công tác dân vận năm 2024"),
        // Over three runs, with a mark of the spelling checker between.
        "<w:p><w:r><w:t>Căn cứ Chỉ thị số 16/</w:t></w:r><w:proofErr/><w:r><w:rPr><w:b/></w:rPr><w:t>CT</w:t></w:r><w:r>\
         <w:t>/TTg ngày 16/5/2016 của Thủ tướng Chính phủ về công tác dân vận;</w:t></w:r></w:p>"
            .to_owned(),
        // A deletion is not read, an insertion is.
        "<w:p><w:r><w:t xml:space=\"preserve\">Căn cứ Nghị định số 30/2020/NĐ-CP ngày </w:t></w:r><w:del><w:r><w:delText>05</w:delText>\
         </w:r></w:del><w:ins><w:r><w:t>06</w:t></w:r></w:ins><w:r><w:t>/3/2020 của Chính phủ về công tác văn thư;</w:t></w:r></w:p>"
            .to_owned(),
        paragraph("Căn cứ Nghị định số 04/2015/NQ-CP ngày 09/01/2015 của Chính phủ về thực hiện dân chủ;"),
        paragraph("Căn cứ Luật Doanh nghiệp số 29/2020/QH14;"),
        paragraph("Thực hiện Kế hoạch số 15- KH/HU ngày 12/01/2024 của Huyện ủy về dân vận tại huyện Đầu Tiếng, tỉnh Bình Dương."),
        paragraph("Thực hiện Kế hoạch số số 27/KH-UBND ngày 12/01/2024 của Ủy ban nhân dân tỉnh về dân vận."),
        format!("<w:tbl>{}</w:tbl>", row(&["1", "Chỉ thị số 27/CT-TTG ngày 08/9/2016 của Thủ tướng Chính phủ về học tập"])),
        paragraph("Họp ngày 31/6/2024 tại huyện. Việc sát nhập các ấp thực hiện chỉ đạo của của cấp trên."),
    ];
    let notes = format!(
        "<w:footnotes><w:footnote>{}</w:footnote></w:footnotes>",
        paragraph(
            "Nghị quyết số 25-NQ/TW ngày 03/6/2013 của Ban Chấp hành Trung ương Đảng (khóa VIII) về công tác dân vận."
        )
    );
    let header = format!("<w:hdr>{}</w:hdr>", paragraph("Dự thảo"));
    archive(&[
        ("[Content_Types].xml", "<Types/>"),
        ("_rels/.rels", RELATIONS),
        ("word/document.xml", &format!("<w:document><w:body>{}</w:body></w:document>", body.concat())),
        ("word/_rels/document.xml.rels", OF_DOCUMENT),
        ("word/footnotes.xml", &notes),
        ("word/header1.xml", &header),
    ])
}

#[test]
fn the_planted_mistakes_are_found_and_no_others() {
    let bytes = draft();
    let source = read(&bytes);
    let text = source.text();
    let mut told: Vec<(&str, &str)> = Linter::new()
        .lint_source(&source)
        .iter()
        .filter(|finding| finding.severity >= cite_lint::finding::Severity::Warning)
        .map(|finding| (finding.rule, finding.span.slice(text).to_owned().leak() as &str))
        .collect();
    told.sort_unstable();
    let planted = [
        ("AGR01", "04/2015/NQ-CP"),
        ("DAT01", "ngày 31/6/2024"),
        ("DAT06", "ngày 06/3/2020"),
        ("NAM01", "Đầu Tiếng"),
        ("NAM05", "sát nhập"),
        ("NAM06", "của của"),
        ("STA03", "29/2020/QH14"),
        ("SYM01", "15- KH/HU"),
        ("SYM03", "16/CT/TTg"),
        ("SYM06", "27/CT-TTG"),
        ("SYM14", "số số"),
        ("TRM01", "khóa VIII"),
    ];
    assert_eq!(told, planted);
    assert!(text.ends_with("Dự thảo\n"));
}

#[test]
fn the_command_reads_it_and_finds_it_in_folders() {
    let dir = tempdir().unwrap();
    fs::write(dir.path().join("ke-hoach.docx"), draft()).unwrap();
    let output = cite_lint(dir.path(), &["--format", "concise", "."]);
    assert_eq!(output.0, 1);
    assert!(output.1.contains("ke-hoach.docx: paragraph 7 ‘16/CT/TTg’: error SYM03 "), "{}", output.1);
}

#[test]
fn what_is_no_word_document_is_told_and_the_others_still_checked() {
    let dir = tempdir().unwrap();
    let whole = draft();
    let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let locked = [&b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"[..], &name].concat();
    let sheet = RELATIONS.replace("word/document.xml", "xl/workbook.xml");
    for (name, bytes, message) in [
        ("cut.docx", whole[..whole.len() / 2].to_vec(), "is damaged"),
        ("files.docx", archive(&[("a.txt", "a")]), "the archive holds no Word document"),
        ("sheet.docx", archive(&[("_rels/.rels", &sheet)]), "the archive holds no Word document"),
        ("page.docx", b"<html>404</html>".to_vec(), "or something else"),
        ("old.docx", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec(), "save it as .docx"),
        ("locked.docx", locked, "locked with a password"),
    ] {
        fs::write(dir.path().join(name), bytes).unwrap();
        fs::write(dir.path().join("good.docx"), &whole).unwrap();
        let (code, out, err) = cite_lint(dir.path(), &["--format", "concise", name, "good.docx"]);
        assert_eq!(code, 2, "{name}");
        assert!(err.contains(message) && err.starts_with(&format!("cite-lint: {name}: ")), "{name}: {err}");
        assert!(out.contains("good.docx:"), "{name}: {out}");
    }
}

#[test]
fn a_part_that_fills_the_memory_is_refused() {
    let huge = format!("<w:document>{}</w:document>", " ".repeat(source::LARGEST_PART as usize));
    let bomb = archive(&[("_rels/.rels", RELATIONS), ("word/document.xml", &huge)]);
    assert!(bomb.len() < 1 << 20, "{}", bomb.len());
    let read = Source::read(&bomb, Options::default());
    assert_eq!(read.unwrap_err(), SourceError::Package(PackageProblem::TooLarge));
}

/// Exit code, standard output, standard error, in English.
fn cite_lint(dir: &Path, args: &[&str]) -> (i32, String, String) {
    let mut command = Command::new(snapbox::cmd::cargo_bin!("cite-lint"));
    let output =
        command.current_dir(dir).args(["--lang", "en", "--color", "never", "check"]).args(args).output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (output.status.code().unwrap(), text(output.stdout), text(output.stderr))
}

#[test]
fn comments_stand_at_their_words_and_nothing_else_changes() {
    let bytes = draft();
    let source = read(&bytes);
    let text = source.text();
    let comments: Vec<Comment> = Linter::new()
        .lint_source(&source)
        .iter()
        .map(|finding| Comment { span: finding.span, paragraphs: vec![format!("{} <&>", finding.rule)] })
        .collect();
    let annotated = source::annotate(&source, "cite-lint", &comments).unwrap();
    let copy = read(&annotated.bytes);
    assert_eq!(copy.text(), text);
    // Those of the footnote cannot stand there.
    let body = text.find("Nghị quyết số 25-NQ/TW").unwrap();
    let in_body = comments.iter().filter(|comment| comment.span.start() < body).count();
    assert_eq!(annotated.placed.len(), in_body);
    let (before, after) = (parts(&bytes), parts(&annotated.bytes));
    for name in ["_rels/.rels", "word/footnotes.xml", "word/header1.xml"] {
        assert_eq!(before[name], after[name], "{name}");
    }
    let body = &after["word/document.xml"];
    for sign in ["<w:commentRangeStart ", "<w:commentRangeEnd ", "<w:commentReference "] {
        assert_eq!(body.matches(sign).count(), in_body, "{sign}");
    }
    // "16/CT/TTg" over three runs: the mark stands inside the first, the look of each run stays.
    let words = "16/</w:t></w:r><w:proofErr/><w:r><w:rPr><w:b/></w:rPr><w:t>CT</w:t></w:r><w:r><w:t xml:space=\"preserve\">/TTg</w:t></w:r><w:commentRangeEnd ";
    assert!(body.contains(words), "{body}");
    let listed = &after["word/cite-lint-comments.xml"];
    assert_eq!(listed.matches("w:author=\"cite-lint\"").count(), in_body);
    assert!(listed.contains("SYM03 &lt;&amp;&gt;"));
    assert!(after["[Content_Types].xml"].contains("PartName=\"/word/cite-lint-comments.xml\""));
    // A second time the ids go on.
    let again = source::annotate(&copy, "cite-lint", &comments).unwrap();
    let listed = &parts(&again.bytes)["word/cite-lint-comments.xml"];
    let ids: std::collections::HashSet<&str> =
        listed.split(" w:id=\"").skip(1).map(|rest| rest.split('"').next().unwrap()).collect();
    assert_eq!(ids.len(), 2 * in_body);
}

#[test]
fn the_command_writes_a_copy() {
    let dir = tempdir().unwrap();
    fs::write(dir.path().join("a.docx"), draft()).unwrap();
    fs::write(dir.path().join("a.txt"), "Số 16/CT/TTg").unwrap();
    let annotate = |args: &[&str]| {
        let mut command = Command::new(snapbox::cmd::cargo_bin!("cite-lint"));
        let output = command.current_dir(&dir).args(["--lang", "en", "annotate"]).args(args).output().unwrap();
        let text = |bytes| String::from_utf8(bytes).unwrap();
        (output.status.code().unwrap(), text(output.stdout), text(output.stderr))
    };
    let (code, out, err) = annotate(&["a.docx", "-o", "b.docx"]);
    assert_eq!((code, err.as_str()), (0, "b.docx: 11 comments; 1 other places are told above.\n"));
    assert!(out.starts_with("a.docx: footnote 1 ‘khóa VIII’: error TRM01"), "{out}");
    assert_eq!(fs::read(dir.path().join("a.docx")).unwrap(), draft());
    let copy = fs::read(dir.path().join("b.docx")).unwrap();
    assert_eq!(read(&copy).text(), read(&draft()).text());
    assert_eq!(annotate(&["a.txt", "-o", "c.docx"]).0, 2);
    assert!(!dir.path().join("c.docx").exists());
}

/// The parts of a document by name.
fn parts(bytes: &[u8]) -> std::collections::HashMap<String, String> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut parts = std::collections::HashMap::new();
    for index in 0..archive.len() {
        let mut file = archive.by_index(index).unwrap();
        let name = file.name().unwrap().into_owned();
        let mut content = String::new();
        std::io::Read::read_to_string(&mut file, &mut content).unwrap();
        parts.insert(name, content);
    }
    parts
}
