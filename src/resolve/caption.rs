//! The line below the name of an annex that says what it was issued with: "(Ban hành kèm theo Quyết định số 12/QĐ-UBND ngày
//! 05/3/2024 của …)".
//!
//! Source: NĐ 30/2020/NĐ-CP, Phụ lục I, III.2 (the caption names the document that the annex is of).

use crate::parse::Mention;
use crate::text::{Normalized, fold};

/// Whether a citation is what the caption of an annex names: nothing but "ban hành kèm theo" and the like is before it on its
/// line or in its cell, or a bracket opens there.
pub(super) fn is_in_caption(normalized: &Normalized<'_>, mention: &Mention<'_>) -> bool {
    const LEADS: [&str; 3] = ["kèm theo", "ban hành theo", "đính kèm"];
    let text = normalized.as_str();
    let end = normalized.offset_of(mention.span().start());
    let from = text.ceil_char_boundary(end.saturating_sub(LONGEST));
    let Some(line) =
        text[from..end].rsplit(['\n', '|', '>']).next().filter(|line| from == 0 || line.len() < end - from)
    else {
        return false;
    };
    let words = line.trim_matches(|c: char| !c.is_alphanumeric());
    // Mostly other words lead to a citation.
    if !words.ends_with(['o', 'O', 'm', 'M']) {
        return false;
    }
    let opens = line.trim_start_matches([' ', '\t', '*', '_', '#']).starts_with('(') && !line.contains(')');
    let words = fold(words);
    let said = LEADS.iter().find_map(|lead| words.strip_suffix(lead));
    said.is_some_and(|said| opens || matches!(said.trim(), "" | "ban hành" | "được ban hành"))
}

/// Bytes of a line ahead of what its caption names: "(Phụ lục III ban hành kèm theo".
const LONGEST: usize = 80;

#[cfg(test)]
mod tests {
    use crate::resolve::Document;

    #[test]
    fn captions_of_annexes() {
        for (before, is) in [
            ("(Kèm theo ", true),
            ("(BAN HÀNH KÈM THEO ", true),
            ("Mục lục\n*(Phụ lục III ban hành kèm theo ", true),
            ("Được ban hành kèm theo ", true),
            ("PHỤ LỤC | (Đính kèm ", true),
            ("(Quy chế ban hành theo ", true),
            ("Quy chế ban hành kèm theo ", false),
            ("(1) Quy chế ban hành kèm theo ", false),
            ("(Theo ", false),
        ] {
            let text = format!("{before}Quyết định số 12/QĐ-UBND ngày 05/3/2024");
            let document = Document::new(&text);
            assert_eq!(document.is_in_caption(&document.mentions()[0]), is, "{text}");
        }
    }
}
