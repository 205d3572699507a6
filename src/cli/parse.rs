use std::io::{self, Write};

use super::args::{ParseArgs, ParseFormat};
use super::input::Input;
use super::output::Console;
use super::{FAILED, batch};
use crate::parse::near_misses;
use crate::registry::Registry;
use crate::report;
use crate::resolve::Document;

/// `cite-lint parse`.
pub(super) fn run(args: &ParseArgs, console: &Console) -> io::Result<u8> {
    let mut out = console.stdout();
    let registry = Registry::builtin();
    let (mut files, mut citations) = (0, 0);
    let work = |input: &Input, text: &str, mut out: &mut dyn Write| {
        let document = Document::new(text);
        if args.near_misses {
            let missed = near_misses(document.normalized(), document.mentions());
            match args.format {
                ParseFormat::Jsonl => report::near_misses_jsonl(&mut out, &input.name, text, &missed)?,
                ParseFormat::Text => report::near_misses_text(&mut out, &input.name, text, &missed, console.lang)?,
            }
            return Ok(document.mentions().len());
        }
        match args.format {
            ParseFormat::Jsonl => report::parse_jsonl(&mut out, &input.name, &document, registry)?,
            ParseFormat::Text => report::parse_text(&mut out, &input.name, &document, registry, console.lang)?,
        }
        Ok(document.mentions().len())
    };
    let unread = batch::run(&args.input, console, &mut out, work, |found| {
        files += 1;
        citations += found;
    })?;
    if args.format == ParseFormat::Text {
        report::parse_summary(&mut out, files, citations, console.lang)?;
    }
    out.flush()?;
    Ok(if unread > 0 { FAILED } else { 0 })
}
