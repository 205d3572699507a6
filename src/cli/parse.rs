use std::io::{self, Write};

use super::args::{InputArgs, ParseArgs};
use super::choices::ParseFormat;
use super::input::{Input, Reading};
use super::output::Console;
use super::{FAILED, batch, inputs, problem, registries};
use crate::registry::Registry;
use crate::report::{self, CitationGraph};
use crate::resolve::Document;
use crate::source::Source;

/// `cite-lint parse`.
pub(super) fn run(args: &ParseArgs, console: &Console) -> io::Result<u8> {
    let Some((input, config)) = inputs::opened(&args.input, console) else { return Ok(FAILED) };
    let console = &console.speaking(config.language.and_then(|name| name.parse().ok()));
    let Some(registry) = registries::open(&input.registry, console) else { return Ok(FAILED) };
    let unread = match args.format {
        ParseFormat::Text | ParseFormat::Jsonl => print(args, &input, &registry, console)?,
        ParseFormat::Dot | ParseFormat::Graphml if args.near_misses => {
            console.problem("--near-misses", &problem::no_graph_of_near_misses());
            return Ok(FAILED);
        }
        ParseFormat::Dot | ParseFormat::Graphml => draw(args, &input, &registry, console)?,
    };
    Ok(if unread > 0 { FAILED } else { 0 })
}

/// Prints the citations, or the near misses, file by file.
fn print(args: &ParseArgs, input: &InputArgs, registry: &Registry, console: &Console) -> io::Result<usize> {
    let mut out = console.stdout();
    let text_format = args.format == ParseFormat::Text;
    let (mut files, mut citations) = (0, 0);
    let one = |name: &str, source: &Source<'_>, mut out: &mut dyn Write| {
        let document = Document::of(source);
        let missed = || document.near_misses();
        match (args.near_misses, text_format) {
            (true, false) => report::near_misses_jsonl(&mut out, name, source, &missed())?,
            (true, true) => report::near_misses_text(&mut out, name, source, &missed(), console.lang)?,
            (false, false) => report::parse_jsonl(&mut out, name, &document, registry)?,
            (false, true) => report::parse_text(&mut out, name, &document, registry, console.lang)?,
        }
        Ok(document.mentions().len())
    };
    let reading = Reading::of(input);
    let work = |file: &Input, out: &mut dyn Write| file.with_source(reading, |source| one(&file.name, source, out));
    let unread = batch::run(input, console, &mut out, work, |found| {
        files += 1;
        citations += found;
    })?;
    if text_format {
        report::parse_summary(&mut out, files, citations, console.lang)?;
    }
    out.flush()?;
    Ok(unread)
}

/// Prints one graph of the citations of all files.
fn draw(args: &ParseArgs, input: &InputArgs, registry: &Registry, console: &Console) -> io::Result<usize> {
    let mut out = console.stdout();
    let mut graph = CitationGraph::default();
    let work = |file: &Input, _: &mut dyn Write| {
        let graph = |source: &Source<'_>| Ok(CitationGraph::of(&file.name, &Document::of(source), registry));
        file.with_source(Reading::of(input), graph)
    };
    let unread = batch::run(input, console, &mut out, work, |of_file| graph.merge(of_file))?;
    match args.format {
        ParseFormat::Graphml => graph.graphml(&mut out)?,
        _ => graph.dot(&mut out)?,
    }
    out.flush()?;
    Ok(unread)
}
