use serde_json::{Value, json};

use super::client::Client;
use super::open::{Open, touches};
use crate::citation::{Date, PartialDate};
use crate::finding::Lang;
use crate::registry::{Record, Registry, State, Verdict};
use crate::report::{clean, state_text, verdict_text};
use crate::resolve::Document;
use crate::rules::{self, look_up};
use crate::text::Span;

/// Documents that are told of a number that may be several.
const MOST: usize = 5;

/// Of a citation what the registry says, of a finding its rule.
pub(super) fn hover(open: &Open, position: &Value, client: Client) -> Value {
    let offset = open.buffer().offset(position);
    let document = Document::new(open.text());
    let mentions = document.mentions().iter();
    let cited = mentions.filter(|mention| touches(mention.span(), offset)).min_by_key(|mention| mention.span().len());
    // A short form is the full citation that it repeats.
    let full =
        cited.map(|mention| mention.antecedent().and_then(|full| document.mentions().get(full)).unwrap_or(mention));
    let mut parts = Vec::new();
    let mut span = None;
    if let (Some(mention), Some(full)) = (cited, full)
        && let Some(verdict) = look_up(&open.settings.registry, full)
    {
        span = Some(mention.span());
        let day = document.date().and_then(PartialDate::day);
        let day = day.map(|day| (day, true)).or(open.settings.today.map(|day| (day, false)));
        parts.push(
            Known { registry: &open.settings.registry, lang: open.lang(), day }.told(mention.core_str(), &verdict),
        );
    }
    for finding in open.shown().filter(|finding| touches(finding.span, offset)) {
        let Some(rule) = rules::find(finding.rule) else { continue };
        span = span.or(Some(finding.span));
        let why = rule.why();
        parts.push(format!(
            "**{} {}** {}\n\n*{}*",
            rule.code,
            rule.name,
            plain(why.text(open.lang())),
            plain(rule.source())
        ));
    }
    span.map_or(Value::Null, |span: Span| {
        let text = parts.join("\n\n---\n\n");
        let contents = if client.markdown {
            json!({"kind": "markdown", "value": text})
        } else {
            json!({"kind": "plaintext", "value": text.replace("**", "").replace(['*', '\\'], "")})
        };
        json!({"contents": contents, "range": open.buffer().range(span)})
    })
}

/// What is known of documents, and on which day: that of the text itself, or of the check.
struct Known<'r> {
    registry: &'r Registry,
    lang: Lang,
    day: Option<(Date, bool)>,
}

impl Known<'_> {
    fn told(&self, words: &str, verdict: &Verdict<'_>) -> String {
        let (records, said): (Vec<&Record>, String) = match verdict {
            Verdict::Ambiguous(records) => {
                let count = records.len();
                let (vi, en) = match count {
                    1 => ("có thể là văn bản này".to_owned(), "may be this document".to_owned()),
                    _ => (format!("khớp với {count} văn bản"), format!("fits {count} documents")),
                };
                (records.clone(), self.lang.pick(&vi, &en).to_owned())
            }
            other => (other.record().into_iter().collect(), verdict_text(other, self.lang)),
        };
        let mut parts = vec![format!("**{}**: {}", plain(words), plain(&said))];
        parts.extend(records.iter().take(MOST).map(|record| self.described(record)));
        if records.len() > MOST {
            let more = records.len() - MOST;
            let (vi, en) = (format!("… và {more} văn bản khác"), format!("… and {more} more"));
            parts.push(self.lang.pick(&vi, &en).to_owned());
        }
        parts.join("\n\n")
    }

    /// A document: what it is called, its title, then what is known of its life, a line each.
    fn described(&self, record: &Record) -> String {
        let lang = self.lang;
        let mut lines = vec![format!("**{}**", plain(&record.to_string()))];
        let mut add = |label: &str, value: String| {
            if !value.is_empty() {
                lines.push(format!("- {label}: {}", plain(&value)));
            }
        };
        add(lang.pick("trích yếu", "title"), record.title().to_owned());
        let date = |date: Option<PartialDate>| date.map(PartialDate::short_form).unwrap_or_default();
        add(lang.pick("có hiệu lực", "effective"), date(record.effective()));
        if let Some((day, is_own)) = self.day {
            let (vi, en) =
                if is_own { ("ngày của văn bản này", "day of this text") } else { ("hôm nay", "today") };
            add(&format!("{} ({})", day.short_form(), lang.pick(vi, en)), self.state(record, day));
        }
        let replaced_by: Vec<String> = record
            .replaced_by()
            .map(|id| self.registry.get(id).map_or_else(|| id.to_owned(), ToString::to_string))
            .collect();
        add(lang.pick("thay thế, bãi bỏ bởi", "replaced or repealed by"), replaced_by.join("; "));
        add(lang.pick("nguồn", "source"), record.source().to_owned());
        lines.join("\n")
    }

    fn state(&self, record: &Record, day: Date) -> String {
        let state = self.registry.state_on(record, day);
        let text = state_text(&state, self.lang);
        match state {
            State::Ended { since, .. } => {
                format!("{text}, {} {}", self.lang.pick("từ ngày", "since"), since.short_form())
            }
            _ => text.to_owned(),
        }
    }
}

/// Words of a registry or of the text, of which no sign is one of Markdown.
fn plain(text: &str) -> String {
    let mut plain = String::new();
    for letter in clean(text).chars() {
        if matches!(letter, '*' | '_' | '`' | '[' | ']' | '<' | '>' | '#' | '|' | '\\' | '!') {
            plain.push('\\');
        }
        plain.push(letter);
    }
    plain
}
