//! Each format of findings on hand-made ones: NFC, NFD, CRLF, wide letters, long lines, control characters.

use std::sync::LazyLock;

use snapbox::{IntoData, assert_data_eq, str};

use super::*;
use crate::finding::{Applicability, Fingerprint, Fix, Lang, Message, Related, Severity};
use crate::text::{Edit, Span};

const TEXT: &str = "Căn cứ Chỉ thị số 16/CT/TTg ngày 16/5/2016;\r\nCăn cứ Nghi\u{323} đi\u{323}nh số 30/2020/NÐ-CP 😀 và 漢字 \u{1b}[31m 12 /KH-UBND;\r\n";

fn span(text: &str, needle: &str) -> Span {
    let start = text.find(needle).unwrap();
    Span::new(start, start + needle.len())
}

fn finding(text: &str, needle: &str, new: &str) -> Diagnostic {
    let span = span(text, needle);
    Diagnostic {
        rule: "SYM03",
        name: "symbol-separator",
        severity: Severity::Error,
        span,
        message: Message::new(format!("ký hiệu “{needle}” sai dấu nối"), format!("wrong separators in \"{needle}\"")),
        why: Message::new(
            "Giữa chữ viết tắt tên loại văn bản và chữ viết tắt tên cơ quan ban hành có dấu gạch nối, không cách chữ; \
             giữa số và ký hiệu có dấu gạch chéo.",
            "A hyphen joins type and issuer, a slash follows the number.",
        ),
        help: Message::new(format!("viết “{new}”"), format!("write \"{new}\"")),
        source: "NĐ 30/2020/NĐ-CP, Phụ lục I, II.3.c",
        related: Vec::new(),
        fixes: vec![Fix {
            title: Message::new("thay ký hiệu", "replace the symbol"),
            applicability: Applicability::Safe,
            edits: vec![Edit { span, text: new.into() }],
        }],
        fingerprint: Fingerprint::of(["SYM03", needle, "0"]),
    }
}

fn findings() -> Vec<Diagnostic> {
    let mut last = finding(TEXT, "12 /KH-UBND", "12/KH-UBND");
    last.severity = Severity::Warning;
    last.related = vec![Related {
        span: span(TEXT, "16/5/2016"),
        message: Message::new("ngày của văn bản", "date of the document"),
    }];
    vec![finding(TEXT, "16/CT/TTg", "16/CT-TTg"), finding(TEXT, "30/2020/NÐ-CP", "30/2020/NĐ-CP"), last]
}

fn written(write: impl FnOnce(&mut Vec<u8>) -> std::io::Result<()>) -> String {
    let mut out = Vec::new();
    write(&mut out).unwrap();
    String::from_utf8(out).unwrap()
}

fn report<'a>(diagnostics: &'a [Diagnostic]) -> FileReport<'a> {
    static SOURCE: LazyLock<Source<'static>> = LazyLock::new(|| Source::from(TEXT));
    FileReport { file: "a.txt", source: &SOURCE, diagnostics }
}

#[test]
fn concise_lines() {
    let found = findings();
    assert_data_eq!(
        written(|out| concise(out, &report(&found), Lang::Vi)),
        str![[r#"
a.txt:1:19: error SYM03 ký hiệu “16/CT/TTg” sai dấu nối
a.txt:2:23: error SYM03 ký hiệu “30/2020/NÐ-CP” sai dấu nối
a.txt:2:51: warning SYM03 ký hiệu “12 /KH-UBND” sai dấu nối

"#]]
    );
}

#[test]
fn jsonl_has_the_keys_of_the_contract_in_order() {
    let found = findings();
    assert_data_eq!(written(|out| jsonl(out, &report(&found[2..]), Lang::En)).as_str(), str![[r#"
{"file":"a.txt","rule":"SYM03","name":"symbol-separator","severity":"warning","span":[122,133],"line":2,"column":51,"utf16_column":52,"paragraph":null,"message":"wrong separators in \"12 /KH-UBND\"","why":"A hyphen joins type and issuer, a slash follows the number.","help":"write \"12/KH-UBND\"","source":"NĐ 30/2020/NĐ-CP, Phụ lục I, II.3.c","related":[{"span":[43,52],"line":1,"column":34,"utf16_column":34,"paragraph":null,"message":"date of the document"}],"fixes":[{"title":"replace the symbol","applicability":"safe","edits":[{"span":[122,133],"text":"12/KH-UBND"}]}],"fingerprint":"3cbd40df372aa440"}

"#]].raw());
}

#[test]
fn json_is_one_array_over_files() {
    let found = findings();
    let all = written(|out| {
        let mut array = JsonArray::new(out);
        json(&mut array, &report(&[]), Lang::Vi)?;
        json(&mut array, &report(&found[..1]), Lang::Vi)?;
        json(&mut array, &report(&found[1..]), Lang::Vi)?;
        array.finish().map(|_| ())
    });
    let values: Vec<serde_json::Value> = serde_json::from_str(&all).unwrap();
    assert_eq!(values.len(), 3);
    assert_eq!(written(|out| JsonArray::new(out).finish().map(|_| ())), "[]\n");
}

#[cfg(feature = "cli")]
mod people {
    use super::*;

    fn plain(report: &FileReport<'_>, lang: Lang, width: usize) -> String {
        written(|out| full(out, report, Full { lang, colour: false, width }))
    }

    #[test]
    fn full_puts_the_caret_under_nfc_nfd_and_wide_letters() {
        let found = findings();
        assert_data_eq!(
            plain(&report(&found), Lang::Vi, 100),
            str![[r#"
lỗi[SYM03]: ký hiệu “16/CT/TTg” sai dấu nối
 --> a.txt:1:19
  |
1 | Căn cứ Chỉ thị số 16/CT/TTg ngày 16/5/2016;
  |                   ^^^^^^^^^
  |
  = vì sao: Giữa chữ viết tắt tên loại văn bản và chữ viết tắt tên cơ quan ban hành có dấu gạch
            nối, không cách chữ; giữa số và ký hiệu có dấu gạch chéo.
  = cần làm: viết “16/CT-TTg”
  = sửa: “16/CT/TTg” → “16/CT-TTg” (an toàn)
  = căn cứ: NĐ 30/2020/NĐ-CP, Phụ lục I, II.3.c

lỗi[SYM03]: ký hiệu “30/2020/NÐ-CP” sai dấu nối
 --> a.txt:2:23
  |
2 | Căn cứ Nghị định số 30/2020/NÐ-CP 😀 và 漢字 ␛[31m 12 /KH-UBND;
  |                     ^^^^^^^^^^^^^
  |
  = cần làm: viết “30/2020/NĐ-CP”
  = sửa: “30/2020/NÐ-CP” → “30/2020/NĐ-CP” (an toàn)

cảnh báo[SYM03]: ký hiệu “12 /KH-UBND” sai dấu nối
 --> a.txt:2:51
  |
2 | Căn cứ Nghị định số 30/2020/NÐ-CP 😀 và 漢字 ␛[31m 12 /KH-UBND;
  |                                                    ^^^^^^^^^^^
  |
  = liên quan: dòng 1, cột 34: ngày của văn bản
  = cần làm: viết “12/KH-UBND”
  = sửa: “12 /KH-UBND” → “12/KH-UBND” (an toàn)


"#]]
        );
    }

    #[test]
    fn full_in_english() {
        let found = findings();
        assert_data_eq!(
            plain(&report(&found[..1]), Lang::En, 120),
            str![[r#"
error[SYM03]: wrong separators in "16/CT/TTg"
 --> a.txt:1:19
  |
1 | Căn cứ Chỉ thị số 16/CT/TTg ngày 16/5/2016;
  |                   ^^^^^^^^^
  |
  = why: A hyphen joins type and issuer, a slash follows the number.
  = help: write "16/CT-TTg"
  = fix: “16/CT/TTg” → “16/CT-TTg” (safe)
  = source: NĐ 30/2020/NĐ-CP, Phụ lục I, II.3.c


"#]]
        );
    }

    #[test]
    fn full_cuts_a_long_line_around_the_finding() {
        let text = format!("{}theo số 16/CT/TTg, {}", "Căn cứ tình hình ".repeat(40), "rồi tiếp tục ".repeat(40));
        let found = [finding(&text, "16/CT/TTg", "16/CT-TTg")];
        let report = FileReport { file: "dài.txt", source: &Source::from(&*text), diagnostics: &found };
        let shown = plain(&report, Lang::En, 100);
        assert!(shown.lines().all(|line| line.chars().count() <= 100), "{shown}");
        assert_data_eq!(
            shown,
            str![[r#"
error[SYM03]: wrong separators in "16/CT/TTg"
 --> dài.txt:1:689
  |
1 | ...tình hình Căn cứ tình hình theo số 16/CT/TTg, rồi tiếp tục rồi tiếp tục rồi tiếp...
  |                                       ^^^^^^^^^
  |
  = why: A hyphen joins type and issuer, a slash follows the number.
  = help: write "16/CT-TTg"
  = fix: “16/CT/TTg” → “16/CT-TTg” (safe)
  = source: NĐ 30/2020/NĐ-CP, Phụ lục I, II.3.c


"#]]
        );
    }

    #[test]
    fn full_over_a_line_break_and_at_an_empty_place() {
        let text = "thực hiện số 16/CT-\r\nTTg ngày 16/5/2016\r\n";
        let mut found = vec![finding(text, "16/CT-\r\nTTg", "16/CT-TTg"), finding(text, "ngày", "ngày ")];
        found[1].span = Span::new(text.len(), text.len());
        let report = FileReport { file: "a.txt", source: &Source::from(text), diagnostics: &found };
        assert_data_eq!(
            plain(&report, Lang::En, 120),
            str![[r#"
error[SYM03]: wrong separators in "16/CT- TTg"
 --> a.txt:1:14
  |
1 |   thực hiện số 16/CT-
  |  ______________^
2 | | TTg ngày 16/5/2016
  | |___^
  |
  = why: A hyphen joins type and issuer, a slash follows the number.
  = help: write "16/CT-TTg"
  = fix: “16/CT- TTg” → “16/CT-TTg” (safe)
  = source: NĐ 30/2020/NĐ-CP, Phụ lục I, II.3.c

error[SYM03]: wrong separators in "ngày"
 --> a.txt:3:1
  |
3 |
  | ^
  |
  = help: write "ngày "
  = fix: “ngày” → “ngày ” (safe)


"#]]
        );
    }

    #[test]
    fn full_in_colour_has_escapes_only_of_its_own() {
        let found = findings();
        let coloured = written(|out| full(out, &report(&found), Full { lang: Lang::Vi, colour: true, width: 100 }));
        assert!(coloured.contains("\u{1b}[") && !coloured.contains("\u{1b}[31m 12"));
    }
}
