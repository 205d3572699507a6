use std::borrow::Cow;

use crate::citation::{Citation, Code, DocType, Part, Symbol};
use crate::finding::{Applicability, Fix, Message, Severity};
use crate::parse::Mention;
use crate::registry::Registry;
use crate::rules::traits::Traits;
use crate::rules::wording::change_to;
use crate::rules::{Context, Findings, Rule};
use crate::text::fold;
use crate::vocab::{codes, issuers, types};

pub(in crate::rules) static RULE: Rule = Rule {
    code: "AGR01",
    name: "type-symbol",
    group: "type and symbol",
    severity: Severity::Error,
    fix: Some(Applicability::Unsafe),
    since: "0.1.0",
    doc: include_str!("type_symbol.md"),
    check,
};

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    let text = context.document().text();
    for (mention, _) in context.cited_where(Traits::SYMBOL | Traits::TYPE, |mention| other_type(mention).is_some()) {
        let Some((doc_type, symbol)) = disagreement(mention, text) else { continue };
        let code = symbol.first_code();
        let meant = types_of(code).iter().map(|t| t.name()).collect::<Vec<_>>().join(", ");
        let message = Message::new(
            format!("tên loại ‘{doc_type}’ không khớp với chữ viết tắt ‘{code}’ ({meant})"),
            format!("the type ‘{doc_type}’ does not agree with the code ‘{code}’ ({meant})"),
        );
        let fixes = known_form(context.registry(), mention, doc_type, symbol);
        let help = match fixes.first().and_then(|fix| fix.edits.first()) {
            Some(edit) => Message::new(
                format!("văn bản đã biết là ‘{}’; đối chiếu và sửa", edit.text),
                format!("the known document is ‘{}’; check and correct", edit.text),
            ),
            None => Message::new(
                "đối chiếu với văn bản gốc: sửa tên loại hoặc sửa ký hiệu",
                "check against the original: correct the type word or the symbol",
            ),
        };
        findings.add(mention.core(), message, help, fixes);
    }
}

/// The type in words and the symbol, whose first code is certainly of other types.
fn other_type<'m>(mention: &'m Mention<'_>) -> Option<(DocType, &'m Symbol)> {
    let (doc_type, symbol) = (mention.reading().doc_type?, mention.canonical()?);
    let mut codes = symbol.codes();
    let (code, body) = (codes.next()?, codes.next());
    let Some(body) = body else { return is_of_no_assembly(doc_type, symbol).then_some((doc_type, symbol)) };
    if types::of_code(code).contains(&doc_type) {
        return None;
    }
    if codes.next().is_none() && is_joint_of_one(doc_type, symbol) {
        return Some((doc_type, symbol));
    }
    // A code that is also a body's may be the issuer of a công văn: 577/CT-THNVDT of a Cục Thuế.
    // L stands in old laws and ordinances for the order that promulgated them: Pháp lệnh số 31-L/CTN.
    let certain =
        codes::is_type(code) && code != "L" && codes::is_issuer(body) && issuers::of_code(code).next().is_none();
    (certain && !fits(doc_type, code)).then_some((doc_type, symbol))
}

/// The types that a code may be of; the National Assembly's codes stand for those of its texts.
fn types_of(code: &str) -> Cow<'static, [DocType]> {
    match codes::assembly(code) {
        Some(("QH", _)) => ["Luật", "Bộ luật", "Nghị quyết"].into_iter().filter_map(types::find).collect(),
        Some(_) => ["Nghị quyết", "Pháp lệnh"].into_iter().filter_map(types::find).collect(),
        None => types::of_code(code).into(),
    }
}

/// Whether the symbol is one of the National Assembly or its committee (`101/2025/UBTVQH15`), which issue nothing of the type.
fn is_of_no_assembly(doc_type: DocType, symbol: &Symbol) -> bool {
    const OF_OTHERS: [&str; 6] =
        ["Nghị định", "Thông tư", "Thông tư liên tịch", "Nghị quyết liên tịch", "Quyết định", "Chỉ thị"];
    let name = doc_type.name();
    match codes::assembly(symbol.first_code()).filter(|_| symbol.year().is_some()) {
        Some(("QH", _)) => OF_OTHERS.contains(&name) || name == "Pháp lệnh",
        Some(_) => OF_OTHERS.contains(&name) || matches!(name, "Luật" | "Bộ luật"),
        None => false,
    }
}

/// Whether a text that several bodies issue together has the symbol of one: `Thông tư liên tịch số 39/2021/TT-BTC`.
fn is_joint_of_one(doc_type: DocType, symbol: &Symbol) -> bool {
    let is_alone = match doc_type.name() {
        "Thông tư liên tịch" => symbol.first_code() == "TT",
        "Nghị quyết liên tịch" => symbol.first_code() == "NQ",
        _ => false,
    };
    is_alone
        && symbol.year().is_some_and(|year| year.get() >= 2005)
        && symbol.codes().nth(1).is_some_and(codes::is_issuer)
}

/// The type word and the symbol, when they name different types for certain.
fn disagreement<'m>(mention: &'m Mention<'_>, text: &str) -> Option<(DocType, &'m Symbol)> {
    let (doc_type, symbol) = other_type(mention)?;
    let word = mention.part(Part::Type)?.slice(text);
    let code = symbol.first_code();
    let is_large = word.starts_with(char::is_uppercase);
    // "pháp luật số …" ends the name of an ordinance.
    let believable = is_large || mention.is_labelled() && codes::assembly(code).is_none();
    // "QĐ số 08-QĐi/TW", "CT số 05-CTr/TU": short for the right type.
    let is_short = mention.type_code().is_some_and(|word| {
        code.starts_with(word) || types::of_code(word).iter().any(|short| types::of_code(code).contains(short))
    });
    (believable && !is_short).then_some((doc_type, symbol))
}

/// Whether a type may be written with a code, also by the habits that are no error: a quy chế or đề án cited by the
/// number of the decision that issued it, a joint form cited by its short name.
fn fits(doc_type: DocType, code: &str) -> bool {
    const GENERAL: [&str; 5] = ["Văn bản", "Công văn", "Bản sao", "Bản sao y", "Bản sao lục"];
    const ISSUED_WITH: [&str; 13] = [
        "Quy chế",
        "Quy định",
        "Quy hoạch",
        "Quy trình",
        "Quy tắc",
        "Điều lệ",
        "Đề án",
        "Dự án",
        "Phương án",
        "Chương trình",
        "Kế hoạch",
        "Chiến lược",
        "Danh mục",
    ];
    let name = fold(doc_type.name());
    let related = |other: &DocType| {
        let other = fold(other.name());
        let joint = |name: &str| name.starts_with("thông tư liên");
        other.starts_with(&name)
            || name.starts_with(&other)
            || other.ends_with(&name)
            || (joint(&other) && joint(&name))
    };
    GENERAL.contains(&doc_type.name())
        || types::codes(doc_type).is_empty()
        || types::of_code(code).iter().any(related)
        || (ISSUED_WITH.contains(&doc_type.name()) && code == "QĐ")
}

/// The correction that gives a document the registry knows: another code, or another type word.
fn known_form(registry: &Registry, mention: &Mention<'_>, doc_type: DocType, symbol: &Symbol) -> Vec<Fix> {
    let is_known = |citation: &Citation| {
        let anchored = symbol.year().is_some() || citation.date.is_some();
        anchored && matches!(registry.lookup(citation), crate::registry::Verdict::Known(_))
    };
    for code in types::codes(doc_type) {
        let Some(other) = with_code(symbol, code) else { continue };
        if is_known(&Citation { symbol: Some(other.clone()), ..mention.reading().clone() }) {
            return vec![change_to(other.to_string(), mention.core(), Applicability::Unsafe)];
        }
    }
    for other in types_of(symbol.first_code()).iter() {
        let citation = Citation { doc_type: Some(*other), symbol: Some(symbol.clone()), ..mention.reading().clone() };
        if let Some(word) = mention.part(Part::Type).filter(|_| is_known(&citation)) {
            return vec![change_to(other.to_string(), word, Applicability::Unsafe)];
        }
    }
    Vec::new()
}

fn with_code(symbol: &Symbol, code: &str) -> Option<Symbol> {
    let (sign, _) = symbol.groups().next()?;
    let groups = std::iter::once((sign, code)).chain(symbol.groups().skip(1));
    Code::is_code(code).then(|| Symbol::of_groups(symbol.number().cloned(), symbol.year(), groups))
}
