use std::io::{self, Write};

use super::args::ExplainArgs;
use super::nearest::nearest;
use super::output::Console;
use super::{FAILED, problem};
use crate::rules;

const BOLD: &str = "\u{1b}[1m";
const DIM: &str = "\u{1b}[2m";
const PLAIN: &str = "\u{1b}[0m";

/// `cite-lint explain`.
pub(super) fn run(args: &ExplainArgs, console: &Console) -> io::Result<u8> {
    let mut out = console.stdout();
    let mut code = 0;
    for word in &args.rules {
        match rules::find(word) {
            Some(rule) => explain(&mut out, rule.doc, console.colour)?,
            None => {
                out.flush()?;
                console.problem(word, &problem::unknown_rule(nearest_rule(word)));
                code = FAILED;
            }
        }
    }
    out.flush()?;
    Ok(code)
}

/// The code or name nearest to a mistyped one.
pub(super) fn nearest_rule(word: &str) -> Option<&'static str> {
    nearest(word, rules::all().iter().flat_map(|rule| [rule.code, rule.name]))
}

/// Writes the Markdown of a rule: as it is, or with headings and examples set off on a terminal.
fn explain(out: &mut impl Write, doc: &str, colour: bool) -> io::Result<()> {
    let mut fenced = false;
    for line in doc.lines() {
        let fence = line.trim_start().starts_with("```");
        fenced ^= fence;
        if !colour {
            writeln!(out, "{line}")?;
        } else if fence {
            // The examples are set off by their indent.
        } else if fenced {
            writeln!(out, "    {DIM}{line}{PLAIN}")?;
        } else if let Some(heading) = line.strip_prefix('#') {
            writeln!(out, "{BOLD}{}{PLAIN}", heading.trim_start_matches('#').trim())?;
        } else {
            writeln!(out, "{line}")?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_is_the_page_itself_and_colour_sets_headings_off() {
        let doc = "# SYM03\n\n## Sai / Wrong\n\n```text\nsố 16/CT/TTg\n```\nhết\n";
        let text = |colour| {
            let mut out = Vec::new();
            explain(&mut out, doc, colour).unwrap();
            String::from_utf8(out).unwrap()
        };
        assert_eq!(text(false), doc);
        assert_eq!(
            text(true),
            "\u{1b}[1mSYM03\u{1b}[0m\n\n\u{1b}[1mSai / Wrong\u{1b}[0m\n\n    \u{1b}[2msố 16/CT/TTg\u{1b}[0m\nhết\n"
        );
    }
}
