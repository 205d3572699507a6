use std::io::{self, Write};

use crate::finding::{Lang, Severity};
use crate::lint::{Checked, Counts};

/// What a whole run saw.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Totals {
    /// Files checked.
    pub files: usize,
    /// Files that could not be read.
    pub unread: usize,
    /// How far the citations could be checked.
    pub counts: Counts,
    /// Findings by severity: info, warning, error.
    pub found: [usize; 3],
    /// Findings that are known and not told again.
    pub known: usize,
    /// Findings that are counted, and not listed because there are too many of their rule.
    pub folded: usize,
}

impl Totals {
    /// One checked file with all its findings, shown or not.
    pub fn of_file(checked: &Checked) -> Self {
        let Checked { diagnostics, counts, folded, hidden } = checked;
        let mut totals = Self { files: 1, counts: *counts, ..Self::default() };
        for hidden in hidden {
            totals.found[hidden.severity as usize] += hidden.count;
        }
        for folded in folded {
            totals.found[folded.severity as usize] += folded.count;
            totals.folded += folded.count;
        }
        for diagnostic in diagnostics {
            totals.found[diagnostic.severity as usize] += 1;
        }
        totals
    }

    /// Adds what another run saw.
    pub fn add(&mut self, other: &Self) {
        self.files += other.files;
        self.unread += other.unread;
        self.known += other.known;
        self.counts.add(&other.counts);
        self.folded += other.folded;
        for (mine, others) in self.found.iter_mut().zip(other.found) {
            *mine += others;
        }
    }

    /// Findings at or above a severity.
    pub fn at_or_above(&self, severity: Severity) -> usize {
        self.found[severity as usize..].iter().sum()
    }
}

/// The last lines for people: what was checked and how far, what was found, what is not shown.
///
/// # Errors
///
/// Those of `out`.
pub fn summary(out: &mut impl Write, totals: &Totals, shown: Severity, lang: Lang) -> io::Result<()> {
    if totals.files == 0 && totals.unread > 0 {
        let n = grouped(totals.unread);
        return match lang {
            Lang::Vi => writeln!(out, "Chưa kiểm tra được gì: {n} tệp không đọc được."),
            Lang::En => {
                writeln!(out, "Nothing was checked: {n} {} could not be read.", plural(totals.unread, "file", "files"))
            }
        };
    }
    let Counts { citations, known, mismatched, ambiguous, not_covered, near_misses } = totals.counts;
    let mut split = Vec::new();
    for (n, vi, en) in [
        (
            known,
            "đúng như văn bản đã biết",
            plural(known, "agrees with a known document", "agree with a known document"),
        ),
        (
            mismatched,
            "khác văn bản đã biết",
            plural(mismatched, "differs from a known document", "differ from a known document"),
        ),
        (ambiguous, "khớp với nhiều văn bản", plural(ambiguous, "fits several documents", "fit several documents")),
        (not_covered, "ngoài danh mục", "outside the registry"),
    ] {
        if n > 0 {
            split.push(format!("{} {}", grouped(n), lang.pick(vi, en)));
        }
    }
    let split = if split.is_empty() { String::new() } else { format!(" ({})", split.join(", ")) };
    let (files, cited) = (grouped(totals.files), grouped(citations));
    match lang {
        Lang::Vi => write!(out, "Đã kiểm tra {files} tệp, {cited} viện dẫn{split}.")?,
        Lang::En => write!(
            out,
            "Checked {files} {}, {cited} {}{split}.",
            plural(totals.files, "file", "files"),
            plural(citations, "citation", "citations")
        )?,
    }
    if totals.unread > 0 {
        let n = grouped(totals.unread);
        match lang {
            Lang::Vi => write!(out, " {n} tệp không đọc được.")?,
            Lang::En => write!(out, " {n} could not be read.")?,
        }
    }
    writeln!(out)?;
    if near_misses > 0 {
        let n = grouped(near_misses);
        let hint = "cite-lint parse --near-misses";
        match lang {
            Lang::Vi => writeln!(out, "{n} chuỗi giống số, ký hiệu không được đọc; xem: {hint}")?,
            Lang::En => writeln!(
                out,
                "{n} {} like a number with a symbol {} not read; see: {hint}",
                plural(near_misses, "string that looks", "strings that look"),
                plural(near_misses, "was", "were")
            )?,
        }
    }
    found_line(out, totals, shown, lang)
}

/// The last line of `parse` for people.
///
/// # Errors
///
/// Those of `out`.
pub fn parse_summary(out: &mut impl Write, files: usize, citations: usize, lang: Lang) -> io::Result<()> {
    let (n, cited) = (grouped(files), grouped(citations));
    match lang {
        Lang::Vi => writeln!(out, "{cited} viện dẫn trong {n} tệp."),
        Lang::En => writeln!(
            out,
            "{cited} {} in {n} {}.",
            plural(citations, "citation", "citations"),
            plural(files, "file", "files")
        ),
    }
}

fn found_line(out: &mut impl Write, totals: &Totals, shown: Severity, lang: Lang) -> io::Result<()> {
    let [infos, warnings, errors] = totals.found;
    match lang {
        Lang::Vi => write!(out, "{} lỗi, {} cảnh báo, {} lưu ý", grouped(errors), grouped(warnings), grouped(infos))?,
        Lang::En => write!(
            out,
            "{} {}, {} {}, {} {}",
            grouped(errors),
            plural(errors, "error", "errors"),
            grouped(warnings),
            plural(warnings, "warning", "warnings"),
            grouped(infos),
            plural(infos, "info", "infos")
        )?,
    }
    let hidden: usize = totals.found[..shown as usize].iter().sum();
    if hidden > 0 {
        let level = if infos > 0 { Severity::Info } else { Severity::Warning }.name();
        let n = grouped(hidden);
        match lang {
            Lang::Vi => write!(out, "; {n} chưa hiện, xem bằng --level {level}")?,
            Lang::En => write!(out, "; {n} not shown, see them with --level {level}")?,
        }
    }
    if totals.known > 0 {
        let n = grouped(totals.known);
        match lang {
            Lang::Vi => write!(out, "; {n} đã biết, không báo lại")?,
            Lang::En => write!(out, "; {n} known before, not told again")?,
        }
    }
    if totals.folded > 0 {
        let n = grouped(totals.folded);
        match lang {
            Lang::Vi => write!(out, "; {n} gộp lại, không liệt kê: xem --max-findings")?,
            Lang::En => write!(out, "; {n} folded, not listed: see --max-findings")?,
        }
    }
    writeln!(out, ".")
}

pub(crate) const fn plural<'a>(n: usize, one: &'a str, many: &'a str) -> &'a str {
    if n == 1 { one } else { many }
}

/// Digits in groups of three, with the thin sign both languages read: `12 345`.
fn grouped(n: usize) -> String {
    let digits = n.to_string();
    let mut out = String::new();
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) && digits.len() > 4 {
            out.push(' ');
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(totals: &Totals, shown: Severity, lang: Lang) -> String {
        let mut out = Vec::new();
        summary(&mut out, totals, shown, lang).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn says_what_was_checked_and_what_is_hidden() {
        let counts = Counts {
            citations: 12_345,
            known: 10_000,
            mismatched: 300,
            ambiguous: 45,
            not_covered: 2_000,
            near_misses: 7,
        };
        let totals = Totals { files: 3, unread: 1, counts, found: [7, 1, 2], known: 5, folded: 3 };
        assert_eq!(
            text(&totals, Severity::Warning, Lang::Vi),
            "Đã kiểm tra 3 tệp, 12 345 viện dẫn (10 000 đúng như văn bản đã biết, 300 khác văn bản đã biết, \
             45 khớp với nhiều văn bản, 2000 ngoài danh mục). 1 tệp không đọc được.\n\
             7 chuỗi giống số, ký hiệu không được đọc; xem: cite-lint parse --near-misses\n\
             2 lỗi, 1 cảnh báo, 7 lưu ý; 7 chưa hiện, xem bằng --level info; 5 đã biết, không báo lại; \
             3 gộp lại, không liệt kê: xem --max-findings.\n"
        );
        assert_eq!(
            text(&Totals { files: 1, ..Totals::default() }, Severity::Warning, Lang::En),
            "Checked 1 file, 0 citations.\n0 errors, 0 warnings, 0 infos.\n"
        );
        assert_eq!(
            text(&Totals { unread: 2, ..Totals::default() }, Severity::Warning, Lang::Vi),
            "Chưa kiểm tra được gì: 2 tệp không đọc được.\n"
        );
        assert_eq!(
            text(&Totals { unread: 1, ..Totals::default() }, Severity::Warning, Lang::En),
            "Nothing was checked: 1 file could not be read.\n"
        );
    }
}
