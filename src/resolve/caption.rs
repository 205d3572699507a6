//! Captions of annexes: "(Ban hành kèm theo Quyết định số 12/QĐ-UBND ngày 05/3/2024 của …)".
//!
//! Source: NĐ 30/2020/NĐ-CP, Phụ lục I, III.2 (the caption names the document that the annex is of).

use super::clause::is_blank;
use crate::parse::Mention;
use crate::text::{Normalized, fold};

/// Whether a citation stands in the caption of an annex: nothing but "(ban hành kèm theo" is before it on its line.
pub(super) fn is_caption(normalized: &Normalized<'_>, mention: &Mention<'_>) -> bool {
    const OPENS: [&str; 5] = ["kèm theo", "ban hành kèm theo", "ban hành theo", "được ban hành kèm theo", "đính kèm"];
    const LONGEST: usize = 60;
    let text = normalized.as_str();
    let end = normalized.offset_of(mention.span().start());
    let window = &text[text.ceil_char_boundary(end.saturating_sub(LONGEST))..end];
    // Only a whole line or cell tells.
    let Some((_, line)) = window.rsplit_once(['\n', '|', '>']) else { return false };
    let words = line.trim_matches(|c: char| is_blank(c) || matches!(c, '(' | '_' | '#'));
    words.ends_with(|c: char| c.is_lowercase()) && OPENS.contains(&fold(words).as_str())
}
