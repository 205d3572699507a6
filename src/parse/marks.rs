//! Marks between a symbol and what follows it: footnotes, links, quotation marks, the unit that drafted.

use super::grammar::is_superscript;

/// The longest target of a link that is read over, in bytes.
const LONGEST_LINK: usize = 400;

/// Over what may stand right behind a symbol: the number of a footnote, the target of a link, a closing quotation mark.
pub(super) fn over_marks(text: &str, at: usize) -> usize {
    let rest = &text[at..];
    // Nearly always a blank or a sign follows.
    if matches!(rest.as_bytes(), [] | [b' ' | b',' | b';' | b'.' | b':' | b')' | b'\n', ..]) {
        return at;
    }
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let superscript = rest.len() - rest.trim_start_matches(is_superscript).len();
    if superscript > 0 {
        return at + superscript;
    }
    if let Some(link) = rest.strip_prefix("](") {
        let target = &link.as_bytes()[..link.len().min(LONGEST_LINK)];
        return memchr::memchr(b')', target).map_or(at, |end| at + 2 + end + 1);
    }
    for (open, close) in [('[', ']'), ('(', ')')] {
        let Some(note) = rest.strip_prefix(open) else { continue };
        let len = digits(note);
        if (1..=2).contains(&len) && note[len..].starts_with(close) {
            return at + len + 2;
        }
    }
    // "12/QĐ-UBND(TH) ngày": the unit that drafted it.
    let near = &rest[..rest.floor_char_boundary(24)];
    if let Some((unit, behind)) = near.strip_prefix('(').and_then(|unit| unit.split_once(')'))
        && (2..=10).contains(&unit.len())
        && unit.chars().all(char::is_uppercase)
        && behind.starts_with(" ngày")
    {
        return at + unit.len() + 2;
    }
    if let Some(mark) = rest.chars().next().filter(|c| matches!(c, '”' | '"' | ']')) {
        return at + mark.len_utf8();
    }
    let len = digits(rest);
    let glued = (1..=2).contains(&len) && rest[len..].starts_with([' ', ',']);
    if glued { at + len } else { at }
}
