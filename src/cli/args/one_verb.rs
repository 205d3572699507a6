use std::ffi::OsString;
use std::path::PathBuf;

use clap::{Args as _, Command, FromArgMatches as _};

use super::{Args, CheckArgs, GlobalArgs, InputArgs, LintArgs, Verb, verb_at};

/// What the words say, where they name a verb that reads texts and are right: it is read by its own options. To describe those of all
/// verbs takes several times as long, and is left to [`Args::read`] for the words that something has to be told of.
pub(super) fn read(words: &[OsString]) -> Option<Args> {
    if let Some(args) = paths_to_check(words) {
        return Some(args);
    }
    let at = verb_at(words);
    let verb = words.get(at)?.to_str()?;
    let options = words.iter().enumerate().filter(|(place, _)| *place != at).map(|(_, word)| word.clone());
    let (verb, global) = match verb {
        "check" => of_verb(options, Verb::Check),
        "fix" => of_verb(options, Verb::Fix),
        "annotate" => of_verb(options, Verb::Annotate),
        "parse" => of_verb(options, Verb::Parse),
        "authorities" => of_verb(options, Verb::Authorities),
        _ => None,
    }?;
    Some(Args { verb, global, help: None, version: None })
}

/// Where nothing but paths stand behind `check`, no options have to be described at all: these are made faster than those are.
fn paths_to_check(words: &[OsString]) -> Option<Args> {
    let (verb, paths) = words.get(1..)?.split_first()?;
    let is_path = |word: &OsString| word == "-" || !(word.is_empty() || word.as_encoded_bytes().starts_with(b"-"));
    if verb != "check" || !paths.iter().all(is_path) {
        return None;
    }
    let input = InputArgs { paths: paths.iter().map(PathBuf::from).collect(), ..InputArgs::default() };
    let lint = LintArgs { input, ..LintArgs::default() };
    let verb = Verb::Check(CheckArgs { lint, ..CheckArgs::default() });
    Some(Args { verb, global: GlobalArgs::default(), help: None, version: None })
}

fn of_verb<A: clap::Args>(words: impl Iterator<Item = OsString>, verb: fn(A) -> Verb) -> Option<(Verb, GlobalArgs)> {
    let command = Command::new("cite-lint").disable_help_flag(true).disable_version_flag(true);
    let mut command = GlobalArgs::augment_args(A::augment_args(command));
    let read = command.try_get_matches_from_mut(words);
    // It is made of hundreds of small pieces, and made once in a process.
    std::mem::forget(command);
    let mut read = read.ok()?;
    Some((verb(A::from_arg_matches_mut(&mut read).ok()?), GlobalArgs::from_arg_matches_mut(&mut read).ok()?))
}

#[cfg(test)]
mod tests {
    use clap::Parser;

    use super::super::with_verb;
    use super::*;

    #[test]
    fn says_what_the_whole_command_says_or_nothing() {
        for (line, is_read) in [
            ("x a.txt", true),
            ("x check", true),
            ("x check a.txt - b/c.d check", true),
            ("x check a  b", false),
            ("x check a --", true),
            ("x check -- a", true),
            ("x --lang en a.txt --format json -j 2 --select SYM,DAT01", true),
            ("x check a --lang=en --color never -- --fix check", true),
            ("x --color always check a --max-file-size 3MiB --exclude *.bak --exclude b", true),
            ("x fix --diff --unsafe-fixes a b", true),
            ("x fix --level info - --stdin-filename a.txt", true),
            ("x annotate a.docx -o b.docx", true),
            ("x parse --near-misses --format jsonl -", true),
            ("x authorities --format csv --today 2026-01-02 a", true),
            ("x a -h", false),
            ("x check -V", false),
            ("x check a --forms", false),
            ("x check a --format", false),
            ("x check a --format=pdf", false),
            ("x check --fix --diff a", false),
            ("x --lang fr check a", false),
            ("x --lang vi check a --lang en", false),
            ("x annotate a.docx", false),
            ("x rules", false),
            ("x registry list", false),
            ("x -V", false),
            ("x --lang", false),
            ("x", false),
        ] {
            let words = with_verb(line.split(' ').map(OsString::from));
            let read = read(&words).map(|args| format!("{args:?}"));
            assert_eq!(read.is_some(), is_read, "{line}");
            if is_read {
                assert_eq!(read, Args::try_parse_from(&words).ok().map(|args| format!("{args:?}")), "{line}");
            }
        }
    }
}
