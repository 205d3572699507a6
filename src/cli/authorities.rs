use std::io::{self, Write};

use super::args::AuthoritiesArgs;
use super::choices::AuthoritiesFormat;
use super::input::{Input, Reading};
use super::output::Console;
use super::{FAILED, batch, inputs, registries, today};
use crate::report::Authorities;
use crate::resolve::Document;
use crate::source::Source;

/// `cite-lint authorities`: one table of the documents that all files cite.
pub(super) fn run(args: &AuthoritiesArgs, console: &Console) -> io::Result<u8> {
    let Some((input, config)) = inputs::opened(&args.input, console) else { return Ok(FAILED) };
    let console = &console.speaking(config.language.and_then(|name| name.parse().ok()));
    let Some(registry) = registries::open(&input.registry, console) else { return Ok(FAILED) };
    let day = args.today.or_else(today::today);
    let mut out = console.stdout();
    let mut table = Authorities::default();
    let work = |file: &Input, _: &mut dyn Write| {
        let table = |source: &Source<'_>| Ok(Authorities::of(&file.name, &Document::of(source), &registry, day));
        file.with_source(Reading::of(&input), table)
    };
    let unread = batch::run(&input, console, &mut out, work, |of_file| table.merge(of_file))?;
    match args.format {
        AuthoritiesFormat::Md => table.markdown(&mut out, &registry, console.lang)?,
        AuthoritiesFormat::Csv => table.csv(&mut out, &registry, console.lang)?,
        AuthoritiesFormat::Json => table.json(&mut out)?,
    }
    out.flush()?;
    Ok(if unread > 0 { FAILED } else { 0 })
}
