use std::fs;
use std::io::{self, Write};

use super::args::AnnotateArgs;
use super::check::shown;
use super::output::Console;
use super::paths::whole;
use super::replace::replace;
use super::settings::Settings;
use super::{FAILED, problem, registries};
use crate::finding::{Diagnostic, Lang};
use crate::report::{FileReport, concise, plural, source_problem};
use crate::source::{self, Comment, Format, Options, Source, SourceError};

/// Who writes the comments.
const AUTHOR: &str = "cite-lint";

/// `cite-lint annotate`: a copy of a Word document with each finding as a review comment at its words.
pub(super) fn run(args: &AnnotateArgs, console: &Console) -> io::Result<u8> {
    let Some(settings) = Settings::new(&args.lint, console) else { return Ok(FAILED) };
    let console = &settings.console;
    let Some(registry) = registries::open(&settings.args.input.registry, console) else { return Ok(FAILED) };
    let [path] = &settings.args.input.paths[..] else {
        console.problem(&args.output.display().to_string(), &problem::one_document());
        return Ok(FAILED);
    };
    let name = path.display().to_string();
    let told = |error: &SourceError| {
        console.problem(&name, &source_problem(error));
        Ok(FAILED)
    };
    let bytes = match fs::read(path) {
        Ok(bytes) => bytes,
        Err(error) => {
            console.problem(&name, &problem::unreadable(&error));
            return Ok(FAILED);
        }
    };
    let options = Options { format: None, encoding: settings.args.input.encoding };
    let source = match Source::read(&bytes, options) {
        // Only a Word document has comments.
        Ok(source) if source.format() != Format::Docx => {
            console.problem(&name, &problem::no_comments_in_it());
            return Ok(FAILED);
        }
        Ok(source) => source,
        Err(error) => return told(&error),
    };
    let path = whole(path);
    let mut found = settings.linter_for(&path, settings.linter(&registry)).lint_source(&source);
    settings.apply(&path, source.text(), &mut found);
    let level = shown(settings.level, settings.fail_on);
    found.retain(|diagnostic| diagnostic.severity >= level);
    let comments: Vec<Comment> = found.iter().map(|diagnostic| comment(diagnostic, console.lang)).collect();
    let annotated = match source::annotate(&source, AUTHOR, &comments) {
        Ok(annotated) => annotated,
        Err(error) => return told(&error),
    };
    if let Err(error) = replace(&args.output, &annotated.bytes) {
        console.problem(&args.output.display().to_string(), &problem::not_written(&error));
        return Ok(FAILED);
    }
    // What could not be placed is told here.
    let left: Vec<Diagnostic> = found.iter().filter(|finding| !annotated.is_placed(finding.span)).cloned().collect();
    concise(&mut console.stdout(), &FileReport { file: &name, source: &source, diagnostics: &left }, console.lang)?;
    let (placed, output) = (annotated.placed.len(), args.output.display());
    let summary = match console.lang {
        Lang::Vi => format!("{placed} nhận xét"),
        Lang::En => format!("{placed} {}", plural(placed, "comment", "comments")),
    };
    let others = match (left.len(), console.lang) {
        (0, _) => String::new(),
        (n, Lang::Vi) => format!("; {n} chỗ khác ghi ở trên"),
        (n, Lang::En) => format!("; {n} {} told above", plural(n, "other place is", "other places are")),
    };
    let _ = writeln!(io::stderr().lock(), "{output}: {summary}{others}.");
    Ok(0)
}

fn comment(diagnostic: &Diagnostic, lang: Lang) -> Comment {
    let message = format!("{}: {}", diagnostic.rule, diagnostic.message.text(lang));
    let help = format!("{}: {}", lang.pick("Cần làm", "To do"), diagnostic.help.text(lang));
    let source = format!("{}: {}", lang.pick("Căn cứ", "Source"), diagnostic.source);
    Comment { span: diagnostic.span, paragraphs: vec![message, help, source] }
}
