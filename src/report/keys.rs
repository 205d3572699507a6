use std::collections::HashMap;

use crate::citation::Kind;
use crate::parse::Mention;
use crate::registry::{Record, Registry, Verdict};
use crate::resolve::Document;
use crate::rules::look_up;
use crate::text::fold;

/// Of each mention of a text a key that is the same for all mentions of one document, and what the registry says.
///
/// A document is told by its id where number, symbol and day are known or the registry tells them, else by what stands in the
/// text. A short form has the key of the full citation it repeats, an undated one that of the dated ones of the same symbol where
/// these agree, the document's own number `own`.
pub(crate) fn keyed<'r>(
    document: &Document<'_>,
    registry: &'r Registry,
    own: &str,
) -> Vec<(String, Option<Verdict<'r>>)> {
    let mentions = document.mentions();
    let verdicts: Vec<_> = mentions.iter().map(|mention| look_up(registry, mention)).collect();
    let ids: Vec<Option<String>> = mentions.iter().zip(&verdicts).map(|(m, verdict)| id(m, verdict.as_ref())).collect();
    let dated = only_ids(mentions, &ids);
    let mut keys: Vec<String> = Vec::with_capacity(ids.len());
    for (mention, id) in mentions.iter().zip(&ids) {
        let symbol = mention.canonical().map(ToString::to_string);
        keys.push(match (mention.kind(), mention.antecedent(), id) {
            (Kind::Own, ..) => own.to_owned(),
            (_, Some(full), _) => keys.get(full).cloned().unwrap_or_default(),
            (_, _, Some(id)) => id.clone(),
            _ => symbol.and_then(|symbol| dated.get(&symbol)?.clone()).unwrap_or_else(|| words(mention)),
        });
    }
    keys.into_iter().zip(verdicts).collect()
}

/// Words on one line, with one blank between two.
pub(super) fn on_one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The id of a cited document: the registry's, else its symbol and day.
fn id(mention: &Mention<'_>, verdict: Option<&Verdict<'_>>) -> Option<String> {
    let record = verdict.and_then(Verdict::record);
    record.map(|record: &Record| record.id().to_owned()).or_else(|| mention.corrected().id())
}

/// For each symbol of a text its id, where all its dated citations have the same: an undated one repeats it.
fn only_ids(mentions: &[Mention<'_>], ids: &[Option<String>]) -> HashMap<String, Option<String>> {
    let mut only: HashMap<String, Option<String>> = HashMap::new();
    for (mention, id) in mentions.iter().zip(ids) {
        let (Some(symbol), Some(id)) = (mention.canonical(), id) else { continue };
        only.entry(symbol.to_string())
            .and_modify(|known| *known = known.take().filter(|known| known == id))
            .or_insert_with(|| Some(id.clone()));
    }
    only
}

/// What stands in the text, where no id is known.
fn words(mention: &Mention<'_>) -> String {
    let reading = mention.reading();
    let date = reading.date.map(|date| format!(" {date}")).unwrap_or_default();
    match (mention.canonical(), &reading.name) {
        (Some(symbol), _) => symbol.to_string(),
        (None, Some(name)) => format!("{}{date}", fold(name)),
        (None, None) => on_one_line(mention.as_str()),
    }
}
