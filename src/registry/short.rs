//! Short forms that the registry can tell: "Nghị định 30/2020", "Chỉ thị 05 ngày 15/5/2016 của Bộ Chính trị".

use super::evidence::agree;
use super::{Record, Registry, Verdict};
use crate::citation::{Citation, Number, System, Year};
use crate::vocab::{issuers, types};

/// What the registry says of a citation without a symbol. The document is certain only where no other body can have
/// issued one of this type, number and year, or where the day and the body agree with a single one.
pub(super) fn verdict<'r>(registry: &'r Registry, citation: &Citation) -> Verdict<'r> {
    let Some(candidates) = candidates(registry, citation) else { return Verdict::NotCovered };
    let year = citation.short_number.as_deref().is_some_and(|number| number.contains('/'));
    let decree = citation.doc_type.is_some_and(|doc_type| matches!(doc_type.name(), "Nghị định" | "Luật" | "Bộ luật"));
    let dated = citation.date.is_some_and(|date| date.day().is_some()) && citation.issuer.is_some();
    match candidates[..] {
        [] => Verdict::NotCovered,
        [record] if year && decree || dated => Verdict::Known(record),
        _ => Verdict::Ambiguous(candidates),
    }
}

/// The known documents of central bodies with the type and number; of the year, day and body as far as they are cited.
fn candidates<'r>(registry: &'r Registry, citation: &Citation) -> Option<Vec<&'r Record>> {
    let doc_type = citation.doc_type?;
    let (number, year) = match citation.short_number.as_deref()?.split_once('/') {
        Some((number, year)) => (number, Year::new(year.parse().ok()?)),
        None => (citation.short_number.as_deref()?, None),
    };
    let number: Number = number.parse().ok()?;
    let mut found: Vec<&Record> = Vec::new();
    let mut symbol = number.to_string();
    if let Some(year) = year {
        symbol += &format!("/{year}");
    }
    let numbered = symbol.len();
    let mut find = |tail: [&str; 4]| {
        symbol.truncate(numbered);
        symbol.extend(tail);
        found.extend(registry.of_symbol(&symbol));
    };
    for kind in types::codes(doc_type) {
        for (body, system) in issuers::central_codes() {
            find(if system == System::Party { ["-", kind, "/", body] } else { ["/", kind, "-", body] });
        }
    }
    if matches!(doc_type.name(), "Luật" | "Bộ luật") && year.is_some() {
        // 10/2022/QH15: the term in place of type and body.
        for term in 10..=20 {
            find(["/", "QH", &term.to_string(), ""]);
        }
    }
    found.retain(|record| {
        record.doc_type() == doc_type.name()
            && citation.date.is_none_or(|date| record.date().is_some_and(|of| agree(of, date)))
            && citation.term.is_none_or(|term| record.term() == Some(term))
            && citation.issuer.as_ref().is_none_or(|issuer| super::body::agree(issuer.name(), record.issuer()))
    });
    found.sort_by_key(|record| record.id());
    found.dedup();
    Some(found)
}

#[cfg(test)]
mod tests {
    use crate::citation::Kind;
    use crate::registry::Registry;
    use crate::resolve::Document;

    #[test]
    fn only_what_is_certain_is_known() {
        for (text, want) in [
            ("theo Nghị định 30/2020", "known 30/2020/NĐ-CP@2020-03-05"),
            ("theo Chỉ thị 05 ngày 15/5/2016 của Bộ Chính trị", "known 05-CT/TW@2016-05-15"),
            ("theo Chỉ thị 05 ngày 16/5/2016 của Bộ Chính trị", "not-covered"),
            ("theo Thông tư 22/2021", "ambiguous"),
            ("theo Nghị quyết 57 của Bộ Chính trị", "ambiguous"),
            ("theo Nghị định 9999/2020", "not-covered"),
            ("theo Luật 10/2022", "known 10/2022/QH15@2022-11-10"),
        ] {
            let document = Document::new(text);
            let short = &document.mentions()[0];
            assert_eq!(short.kind(), Kind::Short);
            let verdict = Registry::builtin().lookup(short.reading());
            let id = verdict.record().map_or(String::new(), |record| format!(" {}", record.id()));
            assert_eq!(format!("{}{id}", verdict.status()), want, "{text}");
        }
    }
}
