use super::*;
use crate::source::pieces::Kind;

fn text(markup: &str) -> String {
    read(markup).text
}

#[test]
fn blocks_are_lines_and_blanks_one() {
    for (markup, want) in [
        ("<p>Số\r\n  16/<b>CT</b>-TTg </p> <p>hai", "Số 16/CT-TTg\nhai\n"),
        ("<div>một<div>hai</div>ba</div>", "một\nhai\nba\n"),
        ("\u{feff}\r\na<br>b<br/> c", "a\nb\nc\n"),
        ("<table><tr><td>Nghị định</td> <td>126/2024/NĐ-CP</td></tr><tr><th>x", "Nghị định | 126/2024/NĐ-CP\nx\n"),
        ("<tr><td><p>a</p></td><td><p>b</p></td></tr>", "a\nb\n"),
        ("<pre>a\n  b</pre>c", "a\n  b\nc\n"),
        ("ti&#x1EBF;p &amp; &lt;b&gt; &#7885; a&b &foo; x&nbsp;y", "tiếp & <b> ọ a&b &foo; x\u{a0}y\n"),
    ] {
        assert_eq!(text(markup), want, "{markup}");
    }
}

#[test]
fn what_is_not_shown_is_left_out() {
    for (markup, want) in [
        ("<head><title>x</title><style>y</style></head><body>z", "z\n"),
        ("<head><meta charset=utf-8><body>z", "z\n"),
        ("a<script>if (a<b) '</p>'</script>b<!-- c --><![if x]>d<![endif]>", "abd\n"),
        ("<del>06</del><ins>05</ins>", "05\n"),
        ("a <!-- cite-lint: ignore[SYM01] -->\n<p>b", "a <!-- cite-lint: ignore[SYM01] -->\nb\n"),
    ] {
        assert_eq!(text(markup), want, "{markup}");
    }
}

#[test]
fn words_lead_back_to_the_markup() {
    let markup = "<p>số\n <b>16</b>&#47;CT-TTg &lt;1&gt;";
    let page = read(markup);
    let mut covered = String::new();
    for piece in &page.pieces {
        covered.push_str(&page.text[piece.text.clone()]);
        if piece.kind == Kind::Verbatim {
            assert_eq!(page.text[piece.text.clone()], markup[piece.raw.clone()]);
        }
    }
    assert_eq!(covered, "số 16/CT-TTg <1>");
    let slash = page.pieces.iter().find(|piece| page.text[piece.text.clone()] == *"/").unwrap();
    assert_eq!(&markup[slash.raw.clone()], "&#47;");
}

#[test]
fn the_declared_charset() {
    for (head, want) in [
        ("<meta charset=\"windows-1258\">", Some(Encoding::Windows1258)),
        ("<META content='text/html; charset=Windows-1252'>", Some(Encoding::Windows1252)),
        ("<meta charset=gb2312>", None),
        ("<p>", None),
    ] {
        assert_eq!(declared(head.as_bytes()), want, "{head}");
    }
}

#[test]
fn deep_nesting_and_open_ends_are_only_text() {
    assert_eq!(text(&format!("{}x", "<div>".repeat(100_000))), "x\n");
    assert_eq!(text("a<p title=\"b"), "a\n");
    assert_eq!(text("a<!-- b"), "a\n");
    assert_eq!(text("&"), "&\n");
}
