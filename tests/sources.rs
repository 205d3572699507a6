//! What holds for every file: its spans lead back, and changes of its text come back when it is read again.
#![allow(clippy::unwrap_used)]

use std::io::{Cursor, Write};

use cite_lint::source::{Encoding, Format, Options, Source};
use cite_lint::text::{Edit, Span, apply_edits};
use proptest::prelude::*;
use proptest::test_runner::Config;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

proptest! {
    // Without a file of failures: a failure becomes an example below.
    #![proptest_config(Config { failure_persistence: None, ..Config::default() })]

    #[test]
    fn any_bytes_give_a_text_or_an_error(start in start(), rest in prop::collection::vec(any::<u8>(), 0..300)) {
        let bytes = [start, &rest].concat();
        for format in [None, Some(Format::Text), Some(Format::Html), Some(Format::Docx)] {
            for encoding in [None, Some(Encoding::Tcvn3), Some(Encoding::Vni), Some(Encoding::Windows1258), Some(Encoding::Utf16Be)] {
                let Ok(source) = Source::read(&bytes, Options { format, encoding }) else { continue };
                let text = source.text();
                for (at, letter) in text.char_indices() {
                    let span = source.original(Span::new(at, at + letter.len_utf8()));
                    prop_assert!(span.end() <= bytes.len(), "{span:?} of {bytes:?}");
                }
                prop_assert_eq!(source.rewrite(&[]), Ok(bytes.clone()));
            }
        }
    }

    #[test]
    fn a_change_of_a_web_page_comes_back(markup in page(), edits in edits()) {
        let source = Source::read(markup.as_bytes(), Options { format: Some(Format::Html), encoding: None });
        let Ok(source) = source else { return Ok(()) };
        for edit in edits_of(source.text(), &edits) {
            if source.takes(&edit).is_err() {
                continue;
            }
            let mended = source.rewrite(std::slice::from_ref(&edit)).unwrap();
            let again = Source::read(&mended, Options { format: Some(Format::Html), encoding: None });
            let again = again.as_ref().map_or("", |again| again.text());
            let want = apply_edits(source.text(), std::slice::from_ref(&edit)).unwrap();
            // Blanks that come to stand beside each other, or at the edge of a line, count as fewer; so do borders of cells.
            // A page of blanks and borders alone is no text.
            if words(&want).iter().all(|word| word.trim().is_empty()) {
                continue;
            }
            prop_assert_eq!(words(again), words(&want), "{:?} in {}", edit, markup);
        }
    }

    #[test]
    fn a_change_of_a_word_document_comes_back(body in body(), edits in edits()) {
        let bytes = docx(&body);
        let Ok(source) = Source::read(&bytes, Options::default()) else { return Ok(()) };
        for edit in edits_of(source.text(), &edits) {
            if source.takes(&edit).is_err() {
                continue;
            }
            let want = apply_edits(source.text(), std::slice::from_ref(&edit)).unwrap();
            let mended = source.rewrite(std::slice::from_ref(&edit)).unwrap();
            let again = Source::read(&mended, Options::default());
            let again = again.as_ref().map_or("", |again| again.text());
            prop_assert!(again == want || again.is_empty() && want.trim().is_empty(), "{edit:?} in {body}: {again:?}, not {want:?}");
        }
    }

    #[test]
    fn what_an_encoding_has_comes_back(words in "[a-z ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵĐ0-9/-]{1,60}") {
        for encoding in [Encoding::Utf16Le, Encoding::Utf16Be, Encoding::Windows1258, Encoding::Tcvn3, Encoding::Vni] {
            let options = Options { format: Some(Format::Text), encoding: Some(encoding) };
            let start: &[u8] = match encoding {
                Encoding::Utf16Le => b":\0",
                Encoding::Utf16Be => b"\0:",
                _ => b":",
            };
            let source = Source::read(start, options).unwrap();
            let edit = Edit { span: Span::new(1, 1), text: words.clone() };
            let bytes = source.rewrite(&[edit]).unwrap();
            let again = Source::read(&bytes, options).unwrap();
            prop_assert_eq!(again.text(), format!(":{words}"), "{}", encoding);
        }
    }
}

/// First bytes of the kinds of files.
fn start() -> impl Strategy<Value = &'static [u8]> {
    prop::sample::select(vec![
        &b""[..],
        b"<html>",
        b"<p>&#7885;&amp",
        b"\xEF\xBB\xBF",
        b"\xFF\xFE",
        b"\xFE\xFF",
        b"PK\x03\x04",
        b"N\0g\0h\0i\0",
        b"U\xFB ban nh\xA9n d\xA9n t\xD8nh, \xAE\xDEa ph\xAD\xACng ",
    ])
}

/// Changes: where they begin and end, as shares of the text, and the new words.
fn edits() -> impl Strategy<Value = Vec<(prop::sample::Index, usize, String)>> {
    prop::collection::vec((any::<prop::sample::Index>(), 0..9_usize, "[a-zđ&<>/-]{0,4}"), 1..6)
}

fn edits_of(text: &str, edits: &[(prop::sample::Index, usize, String)]) -> Vec<Edit> {
    let places: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
    let edit = |(start, length, new): &(prop::sample::Index, usize, String)| {
        let first = start.index(places.len());
        let last = (first + length).min(places.len() - 1);
        Edit { span: Span::new(places[first], places[last]), text: new.clone() }
    };
    edits.iter().map(edit).collect()
}

fn words(text: &str) -> Vec<&str> {
    text.split([' ', '\n', '|']).filter(|word| !word.is_empty()).collect()
}

fn page() -> impl Strategy<Value = String> {
    let token = prop::sample::select(vec![
        "16",
        "CT",
        "số",
        " ",
        "\r\n  ",
        "&amp;",
        "&#7885;",
        "&nbsp;",
        "<b>",
        "</b>",
        "<p>",
        "</p>",
        "<br>",
        "<td>",
        "</td>",
        "<!-- x -->",
        "<script>a</script>",
        "<pre>",
        "</pre>",
        "/",
    ]);
    prop::collection::vec(token, 1..30).prop_map(|tokens| tokens.concat())
}

/// Paragraphs of runs; each token is whole.
fn body() -> impl Strategy<Value = String> {
    let token = prop::sample::select(vec![
        "<w:r><w:t>16/CT</w:t></w:r>",
        "<w:r><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\"> số </w:t></w:r>",
        "<w:r><w:t>&amp;&#x1EBF;</w:t><w:tab/><w:t>x</w:t></w:r>",
        "<w:r><w:noBreakHyphen/></w:r>",
        "<w:r><w:br/></w:r>",
        "<w:del><w:r><w:delText>cũ</w:delText></w:r></w:del>",
        "<w:r><w:t><![CDATA[a<b]]></w:t></w:r>",
        "<w:proofErr/>",
        "</w:p><w:p>",
    ]);
    prop::collection::vec(token, 1..15).prop_map(|tokens| format!("<w:p>{}</w:p>", tokens.concat()))
}

fn docx(body: &str) -> Vec<u8> {
    let relations =
        "<Relationships><Relationship Type=\"x/officeDocument\" Target=\"word/document.xml\"/></Relationships>";
    let document = format!("<w:document><w:body>{body}</w:body></w:document>");
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in [("_rels/.rels", relations), ("word/document.xml", &document)] {
        zip.start_file(name, SimpleFileOptions::default()).unwrap();
        zip.write_all(content.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}
