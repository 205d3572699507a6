use std::io::{self, Write};

use serde::Serialize;

use super::args::RulesArgs;
use super::choices::RulesFormat;
use super::output::Console;
use crate::finding::{Applicability, Lang, Severity};
use crate::rules::{self, Rule};

/// A rule as JSON writes it: the order of the fields is the order of the keys.
#[derive(Debug, Serialize)]
struct Card {
    code: &'static str,
    name: &'static str,
    group: &'static str,
    severity: Severity,
    fix: Option<Applicability>,
    since: &'static str,
    summary: String,
    source: &'static str,
}

/// `cite-lint rules`.
pub(super) fn run(args: &RulesArgs, console: &Console) -> io::Result<u8> {
    let mut out = console.stdout();
    match args.format {
        RulesFormat::Text => text(&mut out, rules::all(), console.lang)?,
        RulesFormat::Json => json(&mut out, rules::all(), console.lang)?,
    }
    out.flush()?;
    Ok(0)
}

fn text(out: &mut impl Write, rules: &[&'static Rule], lang: Lang) -> io::Result<()> {
    let widest = rules.iter().map(|rule| rule.name.len()).max().unwrap_or_default();
    for rule in rules {
        let fix = match rule.fix {
            Some(Applicability::Safe) => "safe",
            Some(Applicability::Unsafe) => "unsafe",
            Some(Applicability::DisplayOnly) => "hint",
            None => "-",
        };
        let (code, name, severity) = (rule.code, rule.name, rule.severity.name());
        writeln!(out, "{code}  {name:widest$}  {severity:7}  {fix:6}  {}", rule.summary().text(lang))?;
    }
    Ok(())
}

fn json(out: &mut impl Write, rules: &[&'static Rule], lang: Lang) -> io::Result<()> {
    let cards: Vec<Card> = rules
        .iter()
        .map(|rule| Card {
            code: rule.code,
            name: rule.name,
            group: rule.group,
            severity: rule.severity,
            fix: rule.fix,
            since: rule.since,
            summary: rule.summary().text(lang).to_owned(),
            source: rule.source(),
        })
        .collect();
    serde_json::to_writer_pretty(&mut *out, &cards)?;
    out.write_all(b"\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    static RULE: Rule = Rule {
        code: "SYM03",
        name: "symbol-separator",
        group: "symbol",
        severity: Severity::Error,
        fix: Some(Applicability::Safe),
        since: "0.1.0",
        doc: "# SYM03 symbol-separator\n\nDấu nối sai chỗ / Separators in the wrong places\n\n\
              ## Căn cứ / Source\n\nNĐ 30/2020/NĐ-CP, Phụ lục I, II.3.c\n",
        check: |_, _| {},
    };

    #[test]
    fn one_line_a_rule_and_one_object_a_rule() {
        let mut out = Vec::new();
        text(&mut out, &[&RULE], Lang::En).unwrap();
        json(&mut out, &[&RULE], Lang::Vi).unwrap();
        snapbox::assert_data_eq!(
            String::from_utf8(out).unwrap(),
            snapbox::str![[r#"
SYM03  symbol-separator  error    safe    Separators in the wrong places
[
  {
    "code": "SYM03",
    "name": "symbol-separator",
    "group": "symbol",
    "severity": "error",
    "fix": "safe",
    "since": "0.1.0",
    "summary": "Dấu nối sai chỗ",
    "source": "NĐ 30/2020/NĐ-CP, Phụ lục I, II.3.c"
  }
]

"#]]
        );
    }
}
