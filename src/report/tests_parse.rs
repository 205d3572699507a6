//! The citation formats on hand-made mentions.

use snapbox::{IntoData, assert_data_eq, str};

use super::{parse_jsonl, parse_text};
use crate::citation::{Citation, Code, Date, DocType, Group, Issuer, Kind, Part, PartialDate, Pinpoint, Separator};
use crate::citation::{Symbol, Term};
use crate::finding::Lang;
use crate::parse::{Defect, DefectKind, Mention, ParseError};
use crate::registry::Registry;
use crate::text::Span;

const TEXT: &str = "Căn cứ Nghị quyết số 25-NQ/TW ngày 03/6/2013 của Ban Chấp hành\r\nTrung ương (khóa XI); \
                    Chỉ thị số 16/CT/TTg; khoản 2 Điều 5 Nghị định 126/2024;";

fn span(needle: &str) -> Span {
    let start = TEXT.find(needle).unwrap();
    Span::new(start, start + needle.len())
}

fn group(separator: Separator, code: &str) -> Group {
    Group { separator, code: code.parse::<Code>().unwrap() }
}

fn symbol(number: &str, groups: [(Separator, &str); 2]) -> Symbol {
    let [first, second] = groups.map(|(separator, code)| group(separator, code));
    Symbol::new(Some(number.parse().unwrap()), None, first, vec![second])
}

fn mention(whole: &str, core: &str, citation: Citation) -> Mention<'static> {
    Mention {
        text: TEXT,
        span: span(whole),
        core: span(core),
        parts: Vec::new(),
        written: citation.symbol.as_ref().map(ToString::to_string),
        canonical: citation.symbol.clone(),
        citation,
        error: None,
        inherited: Vec::new(),
        antecedent: None,
        labelled: true,
    }
}

fn mentions() -> Vec<Mention<'static>> {
    use Separator::{Hyphen, Slash};
    let party = Citation {
        doc_type: Some(DocType::new("Nghị quyết")),
        symbol: Some(symbol("25", [(Hyphen, "NQ"), (Slash, "TW")])),
        date: Some(PartialDate::Day(Date::new(2013, 6, 3).unwrap())),
        issuer: Some(Issuer::new("Ban Chấp hành Trung ương", Some("TW"))),
        term: Term::new(11),
        ..Citation::empty(Kind::Numbered)
    };
    let slip = Citation {
        doc_type: Some(DocType::new("Chỉ thị")),
        symbol: Some(symbol("16", [(Slash, "CT"), (Slash, "TTg")])),
        ..Citation::empty(Kind::Numbered)
    };
    let short = Citation {
        doc_type: Some(DocType::new("Nghị định")),
        short_number: Some("126/2024".into()),
        pinpoint: Pinpoint::new("khoản 2 Điều 5"),
        ..Citation::empty(Kind::Short)
    };
    let whole = "Nghị quyết số 25-NQ/TW ngày 03/6/2013 của Ban Chấp hành\r\nTrung ương (khóa XI)";
    let mut slip = mention("Chỉ thị số 16/CT/TTg", "16/CT/TTg", slip);
    slip.canonical = Some(symbol("16", [(Slash, "CT"), (Hyphen, "TTg")]));
    slip.inherited = vec![Part::Type];
    let defects = vec![Defect { kind: DefectKind::Separator, span: span("/TTg") }];
    slip.error = Some(ParseError::Malformed { written: "16/CT/TTg".into(), defects });
    let mut short = mention("khoản 2 Điều 5 Nghị định 126/2024", "126/2024", short);
    short.antecedent = Some(0);
    vec![mention(whole, "25-NQ/TW", party), slip, short]
}

/// The line without what other modules decide: the system of a symbol, the verdict of the registry.
fn settled(line: &str) -> String {
    let (before, after) = line.split_once("\"system\":").unwrap();
    let (_, after) = after.split_once(",\"date\"").unwrap();
    let (after, _) = after.split_once("\"registry\":").unwrap();
    format!("{before}\"system\":_,\"date\"{after}\"registry\":_}}\n")
}

#[test]
fn jsonl_has_the_keys_of_the_contract_in_order() {
    let mut out = Vec::new();
    parse_jsonl(&mut out, "a.txt", &mentions(), Registry::builtin()).unwrap();
    let out = String::from_utf8(out).unwrap();
    let keys: Vec<&str> = out.lines().next().unwrap().split("\":").filter_map(|part| part.rsplit('"').next()).collect();
    assert_eq!(
        keys[..20],
        [
            "file",
            "kind",
            "span",
            "core",
            "text",
            "type",
            "number",
            "year",
            "symbol",
            "canonical",
            "system",
            "date",
            "issuer",
            "issuer_id",
            "term",
            "title",
            "pinpoint",
            "inherited",
            "antecedent",
            "registry"
        ]
    );
    assert_eq!(keys[20..22], ["status", "id"]);
    let out: String = out.lines().map(settled).collect();
    assert_data_eq!(out.as_str(), str![[r#"
{"file":"a.txt","kind":"numbered","span":[10,102],"core":[30,38],"text":"Nghị quyết số 25-NQ/TW ngày 03/6/2013 của Ban Chấp hành\r\nTrung ương (khóa XI)","type":"Nghị quyết","number":"25","year":null,"symbol":"25-NQ/TW","canonical":"25-NQ/TW","system":_,"date":"2013-06-03","issuer":"Ban Chấp hành Trung ương","issuer_id":"TW","term":"XI","title":null,"pinpoint":null,"inherited":[],"antecedent":null,"registry":_}
{"file":"a.txt","kind":"numbered","span":[104,130],"core":[121,130],"text":"Chỉ thị số 16/CT/TTg","type":"Chỉ thị","number":"16","year":null,"symbol":"16/CT/TTg","canonical":"16/CT-TTg","system":_,"date":null,"issuer":null,"issuer_id":null,"term":null,"title":null,"pinpoint":null,"inherited":["type"],"antecedent":null,"registry":_}
{"file":"a.txt","kind":"short","span":[132,175],"core":[167,175],"text":"khoản 2 Điều 5 Nghị định 126/2024","type":"Nghị định","number":"126","year":2024,"symbol":"126/2024","canonical":null,"system":_,"date":null,"issuer":null,"issuer_id":null,"term":null,"title":null,"pinpoint":"khoản 2 Điều 5","inherited":[],"antecedent":0,"registry":_}

"#]].raw());
}

#[test]
fn text_says_what_was_read() {
    let mut out = Vec::new();
    parse_text(&mut out, "a.txt", TEXT, &mentions(), Registry::builtin(), Lang::Vi).unwrap();
    parse_text(&mut out, "a.txt", TEXT, &mentions()[1..2], Registry::builtin(), Lang::En).unwrap();
    // The third line is the verdict of the registry.
    let out = String::from_utf8(out).unwrap();
    let lines: Vec<&str> = out.lines().enumerate().filter(|(i, _)| i % 3 != 2).map(|(_, line)| line).collect();
    assert_data_eq!(
        lines.join("\n"),
        str![[r#"
a.txt:1:8: Nghị quyết số 25-NQ/TW ngày 03/6/2013 của Ban Chấp hành Trung ương (khóa XI)
    số, ký hiệu; loại Nghị quyết; ký hiệu 25-NQ/TW; ngày 2013-06-03; của Ban Chấp hành Trung ương; khóa XI
a.txt:2:23: Chỉ thị số 16/CT/TTg
    số, ký hiệu; loại Chỉ thị; ký hiệu 16/CT/TTg; đúng là 16/CT-TTg
a.txt:2:45: khoản 2 Điều 5 Nghị định 126/2024
    gọi tắt; loại Nghị định; ký hiệu 126/2024; vị trí khoản 2 Điều 5
    numbered; type Chỉ thị; symbol 16/CT/TTg; should be 16/CT-TTg
    fits several documents: 16/CT-TTg@2016-05-16, 16/CT-TTg@2017-05-04, 16/CT-TTg@2018-06-18, 16/CT-TTg@2019-06-25, 16/CT-TTg@2020-03-31, 16/CT-TTg@2026-04-23
"#]]
    );
}
