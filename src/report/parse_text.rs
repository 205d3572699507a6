use std::io::{self, Write};

use super::parse_jsonl::{guessed, said_of};
use super::{Locator, clean};
use crate::citation::Kind;
use crate::finding::Lang;
use crate::parse::Mention;
use crate::registry::{Field, Registry, Verdict};
use crate::resolve::{Document, Relation, RelationKind, Source};
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
    let mut locator = document.source().map_or_else(|| Locator::new(document.text()), Locator::of);
    let file = clean(file);
    let titles = document.titles();
    let relations = document.relations();
    for (index, mention) in document.mentions().iter().enumerate() {
        let at = locator.position(mention.span().start());
        if !file.is_empty() {
            write!(out, "{file}:{}:{}: ", at.line, at.column)?;
        }
        writeln!(out, "{}", clean(mention.as_str()))?;
        let title = titles[index].map(|span| span.slice(document.text()));
        writeln!(out, "    {}", parts(mention, title, lang).join("; "))?;
        let said = said_of(&relations, index).iter();
        let said: Vec<String> = said.map(|relation| relation_text(document, relation, lang)).collect();
        if !said.is_empty() {
            writeln!(out, "    {}", clean(&said.join("; ")))?;
        }
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

fn parts(mention: &Mention<'_>, title: Option<&str>, lang: Lang) -> Vec<String> {
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
    add(lang.pick("tên", "name"), reading.name.as_ref().map(ToString::to_string));
    let symbol =
        mention.written_symbol().map(str::to_owned).or_else(|| reading.short_number.as_ref().map(ToString::to_string));
    let canonical = mention.canonical().map(ToString::to_string).filter(|right| Some(right) != symbol.as_ref());
    add(lang.pick("ký hiệu", "symbol"), symbol);
    add(lang.pick("đúng là", "should be"), canonical);
    add(lang.pick("ngày", "date"), reading.date.map(|date| date.to_string()));
    add(lang.pick("của", "issuer"), reading.issuer.as_ref().map(ToString::to_string));
    add(lang.pick("khóa", "term"), reading.term.map(|term| term.to_string()));
    add(lang.pick("vị trí", "pinpoint"), reading.pinpoint.as_ref().map(ToString::to_string));
    add(lang.pick("trong", "in"), reading.container.as_ref().map(ToString::to_string));
    add(lang.pick("trích yếu", "title"), title.map(str::to_owned));
    parts
}

/// What the text says of a citation and another document.
fn relation_text(document: &Document<'_>, relation: &Relation, lang: Lang) -> String {
    let mentions = document.mentions();
    let source = match relation.source {
        Source::Own => lang.pick("văn bản này", "this text").to_owned(),
        Source::Container => {
            mentions[relation.target].reading().container.as_ref().map_or_else(String::new, ToString::to_string)
        }
        Source::Cited(index) => mentions[index].core_str().to_owned(),
    };
    let (vi, en) = match relation.kind {
        RelationKind::Basis => ("là căn cứ của", "is the basis of"),
        RelationKind::Amends => ("được sửa đổi, bổ sung bởi", "is amended by"),
        RelationKind::Replaces => ("bị thay thế bởi", "is replaced by"),
        RelationKind::Repeals => ("bị bãi bỏ bởi", "is repealed by"),
        RelationKind::Guides => ("được hướng dẫn bởi", "is guided by"),
        RelationKind::Implements => ("được thực hiện bởi", "is carried out by"),
        RelationKind::IssuedWith => ("ban hành kèm theo:", "was issued with"),
    };
    format!("{} {source}", lang.pick(vi, en))
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
