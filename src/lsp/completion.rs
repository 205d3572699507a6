use serde_json::{Value, json};

use super::insertion;
use super::open::Open;
use crate::citation::{DocType, PartialDate};
use crate::finding::Lang;
use crate::registry::{Record, State};
use crate::text::{Normalized, Span, fold, strip_marks};
use crate::vocab::types;

/// Documents that are offered at once; the list says that there are more.
const MOST: usize = 50;

/// Known documents behind "số" or the name of a type, by number, symbol or words of the title.
pub(super) fn completion(open: &Open, position: &Value) -> Value {
    let offset = open.buffer().offset(position);
    let asked = Asked::at(open, offset);
    let items = asked.map_or_else(Vec::new, |asked| asked.items(open));
    // What is typed next may bring others.
    json!({"isIncomplete": true, "items": items})
}

/// What stands before the cursor.
#[derive(Debug)]
struct Asked {
    doc_type: Option<DocType>,
    /// Whether "số" stands before.
    labelled: bool,
    /// What was typed of the document, folded.
    typed: String,
    /// Where it stands.
    span: Span,
}

/// How many bytes before the cursor are looked at.
const LOOKED_AT: usize = 240;
/// The longest beginning of a title that is looked up.
const LONGEST: usize = 100;

impl Asked {
    fn at(open: &Open, offset: usize) -> Option<Self> {
        let text = open.text();
        let line = open.buffer().line(offset).start();
        let start = text.ceil_char_boundary(line.max(offset.saturating_sub(LOOKED_AT)));
        let normalized = Normalized::new(&text[start..offset.max(start)]);
        let before = normalized.as_str();
        let (doc_type, labelled, typed_at) = behind_label(before).or_else(|| behind_type(before))?;
        let typed = &before[typed_at..];
        if typed.len() > LONGEST || typed.contains([';', ':', '.', ')']) || typed.ends_with("  ") {
            return None;
        }
        // A number ends at the next blank.
        if typed.starts_with(|c: char| c.is_ascii_digit()) && typed.contains(' ') {
            return None;
        }
        let span = normalized.span(typed_at..before.len());
        Some(Self { doc_type, labelled, typed: fold(typed), span: Span::new(start + span.start(), offset) })
    }

    fn items(&self, open: &Open) -> Vec<Value> {
        let mut found: Vec<(Rank, &Record)> = open
            .settings
            .registry
            .records()
            .filter(|record| self.doc_type.is_none_or(|doc_type| doc_type.name() == record.doc_type()))
            .filter_map(|record| Some((self.rank(record)?, record)))
            .collect();
        found.sort_by(|(a, of_a), (b, of_b)| a.cmp(b).then_with(|| of_a.id().cmp(of_b.id())));
        let items = found.iter().take(MOST).enumerate();
        items.filter_map(|(place, (_, record))| self.item(open, record, place)).collect()
    }

    /// How well a document fits, the best first; `None` where it does not.
    fn rank(&self, record: &Record) -> Option<Rank> {
        let newest = std::cmp::Reverse(record.date().map(PartialDate::day_numbers));
        let by_name = !self.labelled && insertion::is_law(record);
        if record.symbol().is_empty() {
            return None;
        }
        if self.typed.starts_with(|c: char| c.is_ascii_digit()) {
            let (typed, symbol) = (symbol_key(&self.typed), symbol_key(record.symbol()));
            let rest = symbol.strip_prefix(&typed)?;
            return Some((!rest.starts_with(['/', '-']), newest));
        }
        if self.typed.trim().is_empty() {
            return (self.labelled && self.doc_type.is_some()).then_some((false, newest));
        }
        // Behind a bare type word any sentence may go on: only laws are called by their names.
        if !self.labelled && !by_name {
            return None;
        }
        let title = fold(record.title());
        let title = title.strip_prefix(&fold(record.doc_type())).unwrap_or(&title).trim();
        // Who types without marks finds words with them.
        let title = if bare(&self.typed) == self.typed { bare(title) } else { title.to_owned() };
        let begins = title.starts_with(self.typed.trim());
        let has = |word: &str| title.split(|c: char| !c.is_alphanumeric()).any(|of| of.starts_with(word));
        let mut words = self.typed.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        (begins || words.all(has)).then_some((!begins, newest))
    }

    fn item(&self, open: &Open, record: &Record, place: usize) -> Option<Value> {
        let is_number = self.typed.starts_with(|c: char| c.is_ascii_digit());
        let text = match (self.labelled, is_number) {
            (true, _) => insertion::numbered(record),
            (false, true) => format!("số {}", insertion::numbered(record)),
            (false, false) => insertion::named(record)?,
        };
        let label = if self.labelled || is_number { record.symbol() } else { record.title() };
        let date = record.date().map(PartialDate::short_form).unwrap_or_default();
        let ended = open
            .settings
            .today
            .is_some_and(|today| matches!(open.settings.registry.state_on(record, today), State::Ended { .. }));
        let note = match (ended, open.lang()) {
            (false, _) => "",
            (true, Lang::Vi) => " (đã bị thay thế hoặc bãi bỏ)",
            (true, Lang::En) => " (replaced or repealed)",
        };
        let mut item = json!({
            "label": label,
            "kind": 18,
            "detail": format!("{}, {date}, {}{note}", record.doc_type(), record.issuer()),
            "documentation": record.title(),
            "sortText": format!("{place:03}"),
            "textEdit": {"range": open.buffer().range(self.span), "newText": text},
        });
        // What was typed need not stand in the label: the client is to leave the choice to the server.
        let typed = self.span.slice(open.text());
        if !typed.is_empty() {
            item["filterText"] = typed.into();
        }
        if ended {
            item["tags"] = json!([1]);
        }
        Some(item)
    }
}

/// Whether it fits only in part, then the newest first.
type Rank = (bool, std::cmp::Reverse<Option<(i32, i32)>>);

/// The type, if one stands before "số", and where the words behind "số" begin.
fn behind_label(before: &str) -> Option<(Option<DocType>, bool, usize)> {
    let is_word = |at: usize| !before[..at].ends_with(char::is_alphanumeric);
    let labels = before.char_indices().rev().filter(|(at, _)| {
        let rest = &before[*at..];
        (rest.starts_with("số ") || rest.starts_with("Số ")) && is_word(*at)
    });
    let (at, _) = labels.take(1).next()?;
    let typed = before[at + "số".len()..].trim_start();
    Some((type_at_end(&before[..at]).map(|(doc_type, _)| doc_type), true, before.len() - typed.len()))
}

/// The last name of a type, with a capital, and where the words behind it begin.
fn behind_type(before: &str) -> Option<(Option<DocType>, bool, usize)> {
    let blanks = before.match_indices(' ').map(|(at, _)| at).collect::<Vec<_>>();
    let found = blanks.into_iter().rev().find_map(|at| {
        let (doc_type, start) = type_at_end(&before[..at])?;
        before[start..].starts_with(char::is_uppercase).then_some((doc_type, at + 1))
    });
    found.map(|(doc_type, typed_at)| (Some(doc_type), false, typed_at))
}

/// The longest name of a type that words end with, and where it begins.
fn type_at_end(words: &str) -> Option<(DocType, usize)> {
    let words = words.trim_end();
    let starts = words.rmatch_indices(|c: char| !c.is_alphabetic()).map(|(at, sign)| at + sign.len());
    let starts: Vec<usize> = starts.chain([0]).take(types::LONGEST).collect();
    starts.into_iter().rev().find_map(|start| Some((types::find(&words[start..])?, start)))
}

/// A symbol to compare beginnings of: without leading zeros, in small letters, without marks.
fn symbol_key(symbol: &str) -> String {
    bare(&fold(symbol)).trim_start_matches('0').to_owned()
}

fn bare(text: &str) -> String {
    strip_marks(text).replace('đ', "d")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_before_the_cursor() {
        let open = |text: &str| {
            let document = json!({"uri": "untitled:1", "text": text});
            let settings = std::rc::Rc::new(crate::lsp::Settings::new(Lang::Vi));
            Open::new(&document, super::super::buffer::Encoding::Utf8, settings).unwrap()
        };
        for (text, want) in [
            ("Căn cứ Nghị định số 30", Some((Some("Nghị định"), true, "30"))),
            ("Căn cứ Nghị định số ", Some((Some("Nghị định"), true, ""))),
            ("theo số 30/2020", Some((None, true, "30/2020"))),
            ("Luật số 1/2020/QH14; Thông tư số 9", Some((Some("Thông tư"), true, "9"))),
            ("Nghị định số 30/2020/NĐ-CP ngày", None),
            ("Nghị định số công tác văn", Some((Some("Nghị định"), true, "công tác văn"))),
            ("Căn cứ Luật Doanh ng", Some((Some("Luật"), false, "doanh ng"))),
            ("Căn cứ Nghị định 30", Some((Some("Nghị định"), false, "30"))),
            ("Căn cứ luật doanh ng", None),
            ("một số ", Some((None, true, ""))),
            ("không có gì", None),
            ("", None),
        ] {
            let open = open(text);
            let asked = Asked::at(&open, text.len());
            let told =
                asked.as_ref().map(|a| (a.doc_type.map(|doc_type| doc_type.name()), a.labelled, a.typed.as_str()));
            assert_eq!(told, want, "{text}");
        }
    }
}
