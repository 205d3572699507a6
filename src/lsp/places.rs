//! From one citation to the others of the same document, and the change of its date in all of them.

use serde_json::{Value, json};

use super::cited::Cited;
use super::client::Client;
use super::failure::{Failure, REQUEST_FAILED};
use super::open::{Open, touches};
use crate::citation::{Date, PartialDate};
use crate::parse::{bare_date, date};
use crate::rules::in_style_of;
use crate::text::{Edit, Span};

/// Of a short form the full citation that it repeats.
pub(super) fn definition(open: &Open, position: &Value) -> Value {
    let full = open.cited_at(position).and_then(|cited| open.cited().get(cited.antecedent?));
    full.map_or(Value::Null, |full| open.location(full.span))
}

/// The other citations of the same document; with the one asked of when `includeDeclaration` is set.
pub(super) fn references(open: &Open, params: &Value) -> Vec<Value> {
    let Some(asked) = open.cited_at(&params["position"]) else { return Vec::new() };
    let with_asked = params["context"]["includeDeclaration"] != false;
    let wanted = |cited: &&Cited| with_asked || cited.core != asked.core;
    same(open, asked).filter(wanted).map(|cited| open.location(cited.span)).collect()
}

/// The same, to be marked in the text.
pub(super) fn highlights(open: &Open, position: &Value) -> Vec<Value> {
    let Some(asked) = open.cited_at(position) else { return Vec::new() };
    same(open, asked).map(|cited| json!({"range": open.buffer().range(cited.span), "kind": 1})).collect()
}

/// The citations of the document that one cites, itself too.
fn same<'o>(open: &'o Open, asked: &'o Cited) -> impl Iterator<Item = &'o Cited> {
    open.cited().iter().filter(|cited| cited.document == asked.document)
}

/// The date at a position, which can be changed.
pub(super) fn prepare_rename(open: &Open, position: &Value) -> Value {
    dated_at(open, position).map_or(
        Value::Null,
        |(_, span)| json!({"range": open.buffer().range(span), "placeholder": span.slice(open.text())}),
    )
}

/// Changes the date of a document wherever the text gives it the same wrong one, each in the form in which it stands there.
pub(super) fn rename(open: &Open, params: &Value, client: Client) -> Result<Value, Failure> {
    let failed = |vi: &str, en: &str| Failure::new(REQUEST_FAILED, open.lang().pick(vi, en));
    let Some((asked, _)) = dated_at(open, &params["position"]) else {
        return Err(failed("chỉ đổi được ngày ban hành của viện dẫn", "only the date of a citation can be changed"));
    };
    let name = params["newName"].as_str().ok_or_else(|| Failure::parameter("newName"))?;
    let Some(day) = read_day(name) else {
        let (vi, en) =
            ("ngày mới phải là một ngày có thật, ví dụ 05/3/2020", "the new date has to exist, as 05/3/2020 does");
        return Err(failed(vi, en));
    };
    let is_same_date = |cited: &&Cited| cited.date.map(|(date, _)| date) == asked.date.map(|(date, _)| date);
    let mut edits: Vec<Edit> = Vec::new();
    for (_, span) in same(open, asked).filter(is_same_date).filter_map(|cited| cited.date) {
        let edit = Edit { span, text: in_style_of(span.slice(open.text()), day) };
        if !edits.contains(&edit) {
            edits.push(edit);
        }
    }
    Ok(open.workspace_edit(&edits, client))
}

/// The citation whose date stands at a position, and where.
fn dated_at<'o>(open: &'o Open, position: &Value) -> Option<(&'o Cited, Span)> {
    let offset = open.buffer().offset(position);
    let dated = open.cited().iter().filter_map(|cited| Some((cited, cited.date?)));
    dated
        .filter(|(_, (date, span))| date.day().is_some() && touches(*span, offset))
        .map(|(cited, (_, span))| (cited, span))
        .next()
}

/// A day as a person types it: `05/3/2020`, `ngày 5 tháng 3 năm 2020`, `2020-03-05`.
fn read_day(text: &str) -> Option<Date> {
    let text = text.trim();
    let written = date(text).or_else(|| bare_date(text)).filter(|written| written.text.len() == text.len());
    let written = written.and_then(|written| written.value().ok()).and_then(PartialDate::day);
    written.or_else(|| text.parse().ok())
}
