use std::io::{self, Write};

use super::parse_jsonl::guessed;
use super::{Locator, clean};
use crate::citation::Kind;
use crate::finding::Lang;
use crate::parse::Mention;
use crate::registry::{Field, Registry, Verdict};
use crate::resolve::Document;
use crate::rules::look_up;

/// What was read, for people: the place (unless `file` is empty) and the words, then the parts, then what the registry
/// says.
///
/// # Errors
///
/// Those of `out`.
pub fn parse_text(
    out: &mut impl Write,
    file: &str,
    document: &Document<'_>,
    registry: &Registry,
    lang: Lang,
) -> io::Result<()> {
    let mut locator = Locator::new(document.text());
    let file = clean(file);
    for mention in document.mentions() {
        let at = locator.position(mention.span().start());
        if !file.is_empty() {
            write!(out, "{file}:{}:{}: ", at.line, at.column)?;
        }
        writeln!(out, "{}", clean(mention.as_str()))?;
        writeln!(out, "    {}", parts(mention, lang).join("; "))?;
        if let Some(verdict) = look_up(registry, mention) {
            let guess = guessed(document, mention, &verdict).map_or_else(String::new, |record| {
                let by = lang.pick("theo ngày của văn bản này thì có lẽ là", "by the date of this text probably");
                format!("; {by} {}", record.id())
            });
            writeln!(out, "    {}{guess}", verdict_text(&verdict, lang))?;
        }
    }
    Ok(())
}

fn parts(mention: &Mention<'_>, lang: Lang) -> Vec<String> {
    let reading = mention.reading();
    let mut parts = vec![
        match mention.kind() {
            Kind::Numbered => lang.pick("số, ký hiệu", "numbered"),
            Kind::Named => lang.pick("tên gọi", "named"),
            Kind::Short => lang.pick("gọi tắt", "short"),
            Kind::Own => lang.pick("số của chính văn bản", "own number"),
        }
        .to_owned(),
    ];
    let mut add = |name: &str, value: Option<String>| {
        parts.extend(value.map(|value| format!("{name} {}", clean(&value))));
    };
    add(lang.pick("loại", "type"), reading.doc_type.map(|doc_type| doc_type.to_string()));
    add(lang.pick("tên", "name"), reading.name.clone());
    let symbol = mention.written_symbol().map(str::to_owned).or_else(|| reading.short_number.clone());
    let canonical = mention.canonical().map(ToString::to_string).filter(|right| Some(right) != symbol.as_ref());
    add(lang.pick("ký hiệu", "symbol"), symbol);
    add(lang.pick("đúng là", "should be"), canonical);
    add(lang.pick("ngày", "date"), reading.date.map(|date| date.to_string()));
    add(lang.pick("của", "issuer"), reading.issuer.as_ref().map(ToString::to_string));
    add(lang.pick("khóa", "term"), reading.term.map(|term| term.to_string()));
    add(lang.pick("vị trí", "pinpoint"), reading.pinpoint.as_ref().map(ToString::to_string));
    add(lang.pick("trong", "in"), reading.container.clone());
    parts
}

/// The verdict of the registry in one line.
pub fn verdict_text(verdict: &Verdict<'_>, lang: Lang) -> String {
    let (vi, en) = match verdict {
        Verdict::Known(_) => ("có trong danh mục", "known"),
        Verdict::Mismatch { .. } => ("có trong danh mục nhưng khác về", "known, but different in"),
        Verdict::Ambiguous(_) => ("khớp với nhiều văn bản", "fits several documents"),
        Verdict::Absent => ("không có trong danh mục (loạt này đã đủ)", "absent from a series that is complete"),
        Verdict::Malformed => ("không tra được: số, ký hiệu sai dạng", "cannot be looked up: malformed"),
        Verdict::NotCovered => ("ngoài phạm vi danh mục", "outside the registry"),
    };
    let text = lang.pick(vi, en);
    match verdict {
        Verdict::Known(record) => format!("{text}: {}", record.id()),
        Verdict::Mismatch { record, fields } => {
            let fields: Vec<&str> = fields.iter().map(|&field| field_name(field, lang)).collect();
            format!("{text} {}: {}", fields.join(", "), record.id())
        }
        Verdict::Ambiguous(records) => {
            let ids: Vec<&str> = records.iter().map(|record| record.id()).collect();
            format!("{text}: {}", ids.join(", "))
        }
        _ => text.to_owned(),
    }
}

/// The name of a part for people.
pub const fn field_name(field: Field, lang: Lang) -> &'static str {
    match (field, lang) {
        (Field::Type, Lang::Vi) => "tên loại",
        (Field::Date, Lang::Vi) => "ngày ban hành",
        (Field::Issuer, Lang::Vi) => "cơ quan ban hành",
        (Field::Term, Lang::Vi) => "khóa",
        (Field::Title, Lang::Vi) => "trích yếu",
        (Field::Type, Lang::En) => "type",
        (Field::Date, Lang::En) => "date",
        (Field::Issuer, Lang::En) => "issuer",
        (Field::Term, Lang::En) => "term",
        (Field::Title, Lang::En) => "title",
    }
}
