//! Marks of inline HTML and the backslashes of Markdown that may stand inside the words of a citation.

/// The length of the mark at the start of `rest`, and what it is read as: an inline tag and a backslash before a sign as
/// nothing, `<br>` as a line end. Tags of blocks and tables are left, they end a line.
pub(super) fn mark(rest: &str) -> Option<(usize, &'static str)> {
    /// The longest tag that is read over, with its attributes.
    const LONGEST: usize = 300;
    let bytes = rest.as_bytes();
    if rest.starts_with('\\') {
        return matches!(bytes.get(1), Some(b'-' | b'/' | b'.' | b'_' | b'(' | b')' | b'[' | b']')).then_some((1, ""));
    }
    let name = rest[1..].strip_prefix('/').unwrap_or(&rest[1..]);
    let name = &name[..name.find(|c: char| !c.is_ascii_alphanumeric() && c != ':')?];
    let window = &bytes[..bytes.len().min(LONGEST)];
    let len = memchr::memchr(b'>', window)? + 1;
    let is = |tags: &[&str]| tags.iter().any(|tag| name.eq_ignore_ascii_case(tag));
    if is(&["br"]) {
        return Some((len, "\n"));
    }
    is(&["a", "b", "i", "u", "em", "strong", "span", "font", "small", "mark", "sup", "sub", "ins", "o:p", "code"])
        .then_some((len, ""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_and_what_is_none() {
        for (text, want) in [
            ("<b>126</b>", Some(("<b>", ""))),
            ("</strong>", Some(("</strong>", ""))),
            ("<SPAN style='a'>y", Some(("<SPAN style='a'>", ""))),
            ("<br/>y", Some(("<br/>", "\n"))),
            ("\\-CP", Some(("\\", ""))),
            ("< b và c > d", None),
            ("<td>x</td>", None),
            ("\\x", None),
            ("<", None),
        ] {
            assert_eq!(mark(text).map(|(length, to)| (&text[..length], to)), want, "{text}");
        }
    }
}
