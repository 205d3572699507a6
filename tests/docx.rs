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
const NAMESPACE: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" \
    xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";
const TYPES: &str = r#"<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/footnotes.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"/><Override PartName="/word/header1.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"/></Types>"#;
const OF_DOCUMENT: &str = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes" Target="footnotes.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/header" Target="header1.xml"/></Relationships>"#;

fn archive(parts: &[(&str, &str)]) -> Vec<u8> {
    let parts: Vec<(&str, &[u8])> = parts.iter().map(|(name, content)| (*name, content.as_bytes())).collect();
    archive_of(&parts)
}

fn archive_of(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(content).unwrap();
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
        "<w:p><w:r><w:t>Họp ngày 31/6/2024 tại huyện. Việc sát nhập các ấp thực hiện chỉ đạo của của cấp trên.</w:t></w:r><w:r>\
         <w:footnoteReference w:id=\"1\"/></w:r></w:p><w:sectPr><w:headerReference w:type=\"default\" r:id=\"rId2\"/></w:sectPr>"
            .to_owned(),
    ];
    let notes = format!(
        "<w:footnotes {NAMESPACE}><w:footnote w:id=\"1\">{}</w:footnote></w:footnotes>",
        paragraph(
            "Nghị quyết số 25-NQ/TW ngày 03/6/2013 của Ban Chấp hành Trung ương Đảng (khóa VIII) về công tác dân vận."
        )
    );
    let header = format!("<w:hdr {NAMESPACE}>{}</w:hdr>", paragraph("Dự thảo"));
    archive(&[
        ("[Content_Types].xml", TYPES),
        ("_rels/.rels", RELATIONS),
        ("word/document.xml", &format!("<w:document {NAMESPACE}><w:body>{}</w:body></w:document>", body.concat())),
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
    let mut comments: Vec<Comment> = Linter::new()
        .lint_source(&source)
        .iter()
        .map(|finding| Comment { span: finding.span, paragraphs: vec![format!("{} <&>", finding.rule)] })
        .collect();
    let header = source.text().find("Dự thảo").unwrap();
    comments.push(Comment { span: cite_lint::text::Span::new(header, header + 2), paragraphs: vec![] });
    let annotated = source::annotate(&source, "cite-lint", &comments).unwrap();
    let copy = read(&annotated.bytes);
    assert_eq!(copy.text(), text);
    // Beside them one about the header, which cannot stand anywhere.
    let in_body = comments.len() - 1;
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
    // Of the footnote it stands around the sign in the body.
    let sign = "/><w:r><w:footnoteReference w:id=\"1\"/></w:r><w:commentRangeEnd ";
    assert!(body.contains(sign), "{body}");
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
    assert_eq!((code, err.as_str()), (0, "b.docx: 12 comments.\n"));
    assert_eq!(out, "");
    assert_eq!(fs::read(dir.path().join("a.docx")).unwrap(), draft());
    let copy = fs::read(dir.path().join("b.docx")).unwrap();
    assert_eq!(read(&copy).text(), read(&draft()).text());
    assert_eq!(annotate(&["a.txt", "-o", "c.docx"]).0, 2);
    assert!(!dir.path().join("c.docx").exists());
}

#[test]
fn fixes_go_into_the_runs_and_nothing_else_changes() {
    let dir = tempdir().unwrap();
    let (path, before) = (dir.path().join("a.docx"), draft());
    fs::write(&path, &before).unwrap();
    let mut command = Command::new(snapbox::cmd::cargo_bin!("cite-lint"));
    let output = command.current_dir(&dir).args(["--lang", "en", "fix", "a.docx"]).output().unwrap();
    assert_eq!(String::from_utf8(output.stderr).unwrap(), "Mended 5 places in 1 file.\n");
    let after = fs::read(&path).unwrap();
    let (mut want, after_parts) = (parts(&before), parts(&after));
    let body = want.get_mut("word/document.xml").unwrap();
    for (wrong, right) in [
        ("<w:t>/TTg ngày", "<w:t>-TTg ngày"),
        ("15- KH/HU", "15-KH/HU"),
        ("27/CT-TTG", "27/CT-TTg"),
        ("số số 27", "số 27"),
        ("của của", "của"),
    ] {
        assert!(body.contains(wrong), "{wrong}");
        *body = body.replace(wrong, right);
    }
    assert_eq!(after_parts, want);
    // The other parts stand in the archive as they did, compressed bytes and all.
    for part in ["word/footnotes.xml", "word/header1.xml", "[Content_Types].xml"] {
        assert_eq!(compressed(&before, part), compressed(&after, part), "{part}");
    }
}

#[test]
fn signs_that_are_elements_become_words_and_blanks_stay() {
    let run = |content: &str| format!("<w:r>{content}</w:r>");
    let body = [
        // A tab inside a symbol; a blank at the edge of a text that does not keep it.
        format!("<w:p>{}</w:p>", run("<w:t>Thực hiện Đề án số 15-</w:t><w:tab/><w:t>ĐA/TU;</w:t>")),
        format!(
            "<w:p>{}{}</w:p>",
            run("<w:t>Thực hiện Chỉ thị số 16/CT/TTg</w:t>"),
            run("<w:t xml:space=\"preserve\"> về dân vận.</w:t>")
        ),
        // In a text box, in a field.
        format!(
            "<w:p>{}</w:p>",
            run(&format!("<w:pict><w:txbxContent>{}</w:txbxContent></w:pict>", paragraph("Đề án số 16- ĐA/TU")))
        ),
        format!("<w:p><w:fldSimple>{}</w:fldSimple></w:p>", run("<w:t>Đề án số 17- ĐA/TU</w:t>")),
    ];
    let document = format!("<w:document><w:body>{}</w:body></w:document>", body.concat());
    let bytes = archive(&[("_rels/.rels", RELATIONS), ("word/document.xml", &document)]);
    let source = read(&bytes);
    let found = Linter::new().lint_source(&source);
    let chosen = cite_lint::lint::choose_fixes(&found, cite_lint::finding::Applicability::Safe);
    assert_eq!(chosen.applied, 4);
    let mended = source.rewrite(&chosen.edits).unwrap();
    let want = document
        .replace("<w:tab/>", "")
        .replace("CT/TTg", "CT-TTg")
        .replace("16- ĐA", "16-ĐA")
        .replace("17- ĐA", "17-ĐA");
    assert_eq!(parts(&mended)["word/document.xml"], want);
    // Of "Thực hiện" in an element of its own a blank is left at the edge.
    let edit = cite_lint::text::Edit { span: cite_lint::text::Span::new(0, "Thực".len()), text: String::new() };
    let body = parts(&source.rewrite(&[edit]).unwrap()).remove("word/document.xml").unwrap();
    assert!(body.contains("<w:t xml:space=\"preserve\"> hiện Đề án"), "{body}");
    // A comment on words of a text box or of a field stands around it.
    let comments: Vec<Comment> =
        found.iter().map(|finding| Comment { span: finding.span, paragraphs: vec![String::new()] }).collect();
    let mut with_types: Vec<(&str, &str)> = vec![("[Content_Types].xml", TYPES), ("_rels/.rels", RELATIONS)];
    with_types.push(("word/document.xml", &document));
    let bytes = archive(&with_types);
    let annotated = source::annotate(&read(&bytes), "cite-lint", &comments).unwrap();
    assert_eq!(annotated.placed.len(), comments.len());
    let body = &parts(&annotated.bytes)["word/document.xml"];
    for around in [
        "/><w:r><w:pict>",
        "</w:pict></w:r><w:commentRangeEnd ",
        "/><w:fldSimple>",
        "</w:fldSimple><w:commentRangeEnd ",
    ] {
        assert!(body.contains(around), "{around} in {body}");
    }
    // What goes over the end of a paragraph is refused.
    let end = source.text().find('\n').unwrap();
    let edit = cite_lint::text::Edit { span: cite_lint::text::Span::new(end, end + 1), text: String::new() };
    assert!(source.takes(&edit).is_err() && source.rewrite(&[edit]).is_err());
}

#[test]
fn utf16_parts_and_strict_names_are_read_and_written_as_they_were() {
    let strict = "http://purl.oclc.org/ooxml";
    let relations =
        RELATIONS.replace("http://schemas.openxmlformats.org/officeDocument/2006", &format!("{strict}/officeDocument"));
    let namespace = format!("{strict}/wordprocessingml/main");
    let document = format!(
        "\u{feff}<?xml version=\"1.0\" encoding=\"UTF-16\"?><x:document xmlns:x=\"{namespace}\"><x:body><x:p><x:r><x:t>Đề án số 15- ĐA/TU</x:t>\
         </x:r></x:p></x:body></x:document>"
    );
    let utf16 = |text: &str| -> Vec<u8> { text.encode_utf16().flat_map(u16::to_le_bytes).collect() };
    let types = "<Types></Types>";
    let bytes = archive_of(&[
        ("[Content_Types].xml", types.as_bytes()),
        ("_rels/.rels", relations.as_bytes()),
        ("word/document.xml", &utf16(&document)),
    ]);
    let source = read(&bytes);
    assert_eq!(source.text(), "Đề án số 15- ĐA/TU\n");
    let edit = cite_lint::text::Edit { span: cite_lint::text::Span::new(18, 19), text: String::new() };
    let mended = source.rewrite(&[edit]).unwrap();
    assert_eq!(content(&mended, "word/document.xml"), utf16(&document.replace("15- ", "15-")));
    let comment = Comment { span: cite_lint::text::Span::new(0, 8), paragraphs: vec!["a".to_owned()] };
    let annotated = source::annotate(&source, "cite-lint", &[comment]).unwrap().bytes;
    let listed = String::from_utf8(content(&annotated, "word/cite-lint-comments.xml")).unwrap();
    assert!(listed.contains(&format!("<w:comments xmlns:w=\"{namespace}\">")), "{listed}");
    let known = String::from_utf8(content(&annotated, "word/_rels/document.xml.rels")).unwrap();
    assert!(known.contains(&format!("Type=\"{strict}/officeDocument/relationships/comments\"")), "{known}");
    assert!(content(&annotated, "word/document.xml").starts_with(b"\xFF\xFE"));
}

#[test]
fn entities_of_its_own_deep_nesting_and_too_many_parts_do_no_harm() {
    let read = |body: &str| {
        let bytes = archive(&[("_rels/.rels", RELATIONS), ("word/document.xml", body)]);
        Source::read(&bytes, Options::default()).map(|source| source.text().to_owned())
    };
    let bomb = "<!DOCTYPE x [<!ENTITY a \"aaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\"><!ENTITY f SYSTEM \"file:///etc/passwd\">]>\
                <w:document><w:p><w:r><w:t>số &b;&f;1</w:t></w:r></w:p></w:document>";
    assert_eq!(read(bomb).as_deref(), Ok("số 1\n"));
    let too_large = SourceError::Package(PackageProblem::TooLarge);
    assert_eq!(read(&format!("{}x", "<w:tbl>".repeat(100_000))), Err(too_large));
    let many: Vec<(String, &str)> = (0..10_001).map(|number| (number.to_string(), "")).collect();
    let many: Vec<(&str, &str)> = many.iter().map(|(name, content)| (name.as_str(), *content)).collect();
    assert_eq!(Source::read(&archive(&many), Options::default()).unwrap_err(), too_large);
}

const ODF: &str = "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" \
    xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\"";

/// A draft of LibreOffice: the styles hold the headers.
fn open_document() -> Vec<u8> {
    let content = format!(
        "<office:document-content {ODF} office:version=\"1.3\"><office:body><office:text><text:h>KẾ HOẠCH</text:h>\
                   <text:p>Thực hiện Đề án số 15-<text:s/>ĐA/TU và Chỉ thị số <text:span>16/CT</text:span>/TTg\
                   <text:note text:note-class=\"footnote\"><text:note-citation>1</text:note-citation><text:note-body>\
                   <text:p>Đề án số 16- ĐA/TU</text:p></text:note-body></text:note>;</text:p></office:text></office:body>\
                   </office:document-content>"
    );
    let styles = format!(
        "<office:document-styles {ODF} office:version=\"1.3\"><office:automatic-styles><style:page-layout style:name=\"L\"/>\
         </office:automatic-styles><office:master-styles><style:master-page style:name=\"Standard\" style:page-layout-name=\"L\">\
         <style:header><text:p>Đề án số 17- ĐA/TU</text:p></style:header></style:master-page></office:master-styles>\
         </office:document-styles>"
    );
    let kind = "application/vnd.oasis.opendocument.text";
    let manifest = format!(
        "<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\" manifest:version=\"1.3\">{}</manifest:manifest>",
        [("/", kind), ("content.xml", "text/xml"), ("styles.xml", "text/xml")]
            .map(|(path, kind)| format!(
                "<manifest:file-entry manifest:full-path=\"{path}\" manifest:media-type=\"{kind}\"/>"
            ))
            .concat()
    );
    archive(&[
        ("mimetype", kind),
        ("content.xml", &content),
        ("styles.xml", &styles),
        ("META-INF/manifest.xml", &manifest),
    ])
}

#[test]
fn an_odt_is_read_and_mended() {
    let dir = tempdir().unwrap();
    let (path, before) = (dir.path().join("a.odt"), open_document());
    fs::write(&path, &before).unwrap();
    let (_, out, err) = cite_lint(dir.path(), &["--format", "concise", "--select", "SYM", "a.odt"]);
    let places: Vec<&str> = out.lines().map(|line| &line[..line.find(" SYM").unwrap()]).collect();
    let want = [
        "a.odt: footnote 1 ‘16- ĐA/TU’: warning",
        "a.odt: paragraph 2 ‘15- ĐA/TU’: warning",
        "a.odt: paragraph 2 ‘16/CT/TTg’: error",
        "a.odt: paragraph 1 (header) ‘17- ĐA/TU’: warning",
    ];
    assert_eq!(places, want, "{err}");
    let mut command = Command::new(snapbox::cmd::cargo_bin!("cite-lint"));
    assert!(command.current_dir(&dir).args(["fix", "a.odt"]).output().unwrap().status.success());
    let after = fs::read(&path).unwrap();
    let mut want = parts(&before);
    for part in want.values_mut() {
        *part = part
            .replace("15-<text:s/>ĐA", "15-ĐA")
            .replace("</text:span>/TTg", "</text:span>-TTg")
            .replace("- ĐA", "-ĐA");
    }
    assert_eq!(parts(&after), want);
    let first = zip::ZipArchive::new(Cursor::new(&after)).unwrap().by_index(0).unwrap().name().unwrap().into_owned();
    assert_eq!(first, "mimetype", "readers look for it there");
}

#[test]
fn places_are_paragraphs() {
    let dir = tempdir().unwrap();
    fs::write(dir.path().join("a.docx"), draft()).unwrap();
    let (_, out, _) = cite_lint(dir.path(), &["--format", "jsonl", "a.docx"]);
    let found: Vec<serde_json::Value> = out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let of = |rule: &str| found.iter().find(|finding| finding["rule"] == rule).unwrap()["paragraph"].clone();
    assert_eq!(of("SYM03"), serde_json::json!({"part": "body", "number": 7}));
    assert_eq!(of("SYM06"), serde_json::json!({"part": "table", "number": 14}));
    assert_eq!(of("TRM01"), serde_json::json!({"part": "footnote", "number": 1}));
    let (_, out, _) = cite_lint(dir.path(), &["--select", "SYM06", "a.docx"]);
    assert!(out.contains("--> a.docx: paragraph 14 (table)\n"), "{out}");
    let (_, out, _) = cite_lint(dir.path(), &["--select", "TRM01", "a.docx"]);
    assert!(out.contains("--> a.docx: footnote 1\n"), "{out}");
}

/// The bytes of a part as they stand in the archive.
fn compressed(bytes: &[u8], part: &str) -> Vec<u8> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let index = archive.index_for_name(part).unwrap();
    let mut content = Vec::new();
    std::io::Read::read_to_end(&mut archive.by_index_raw(index).unwrap(), &mut content).unwrap();
    content
}

/// The bytes of a part.
fn content(bytes: &[u8], part: &str) -> Vec<u8> {
    let mut content = Vec::new();
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    std::io::Read::read_to_end(&mut archive.by_name(part).unwrap(), &mut content).unwrap();
    content
}

/// The draft as a file, for `tests/office.sh`, which opens it and what is made of it in other programs.
#[test]
#[ignore = "writes a file for tests/office.sh"]
fn the_draft_for_other_programs() {
    let folder = std::env::var_os("OFFICE_FOLDER").unwrap();
    fs::write(Path::new(&folder).join("draft.docx"), draft()).unwrap();
    fs::write(Path::new(&folder).join("draft.odt"), open_document()).unwrap();
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
