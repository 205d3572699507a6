//! Every verb, every format and every cause of an exit code, as its user sees it: one file of `snapshots/` a call, with the
//! exit code, standard output and standard error. `SNAPSHOTS=overwrite cargo test --test verbs` writes them anew; read each
//! change before it is kept.
#![allow(clippy::unwrap_used)]

#[path = "verbs/cases.rs"]
mod cases;
#[path = "verbs/draft.rs"]
mod draft;

use std::fs;
use std::io::{Cursor, Write};
use std::path::Path;
use std::process::{Command, Output, Stdio};
use std::thread;

use snapbox::Data;
use snapbox::assert::{Assert, DEFAULT_ACTION_ENV};
use tempfile::tempdir;

use cases::{CASES, CONFIG, LIST, MEMO, NO_CITATION, OWN, WRONG_CONFIG, WRONG_OWN};
use draft::DRAFT;

/// What is kept of a long output: lines of it, or all but the numbers.
#[derive(Clone, Copy, Debug)]
enum Keep {
    All,
    Lines(usize),
    /// For counts that grow with the built-in registry.
    NoDigits,
    /// Of a page: how it looks no snapshot can tell.
    NoStyle,
}

#[test]
fn every_call_shows_what_its_snapshot_holds() {
    let (some, others) = CASES.split_at(CASES.len() / 2);
    let wrong = thread::scope(|scope| {
        let others = scope.spawn(|| others.iter().filter_map(wrong).collect::<Vec<_>>());
        let some = some.iter().filter_map(wrong).collect::<Vec<_>>();
        [some, others.join().unwrap()].concat()
    });
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_snapshot_has_its_case() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/snapshots/verbs");
    for file in fs::read_dir(folder).unwrap() {
        let name = file.unwrap().file_name().into_string().unwrap();
        assert!(CASES.iter().any(|(case, ..)| name == format!("{case}.txt")), "{name}");
    }
}

#[test]
fn every_verb_and_every_format_has_a_case() {
    let said = |word: &str| CASES.iter().any(|(_, line, ..)| line.split(' ').any(|said| said == word));
    for word in ["check", "fix", "annotate", "parse", "authorities", "explain", "rules", "registry", "lsp", "config"] {
        assert!(said(word), "{word}");
    }
    for word in ["completions", "man", "lookup", "list", "stats", "build", "show", "schema"] {
        assert!(said(word), "{word}");
    }
    for word in ["concise", "html", "markdown", "json", "jsonl", "sarif", "github", "gitlab", "junit", "dot", "csv"] {
        assert!(said(word), "{word}");
    }
}

/// What is not as it should be of this case.
fn wrong(&(name, line, exit, keep): &(&str, &str, i32, Keep)) -> Option<String> {
    let Output { status, stdout, stderr } = called(line);
    let [stdout, stderr] = [stdout, stderr].map(|bytes| String::from_utf8(bytes).unwrap());
    let stdout = match keep {
        Keep::All => stdout,
        Keep::Lines(count) => stdout.lines().take(count).map(|line| format!("{line}\n")).collect::<String>() + "⋯\n",
        Keep::NoStyle => {
            let (head, rest) = stdout.split_once("<style>").unwrap();
            format!("{head}<style>⋯{}", &rest[rest.find("</style>").unwrap()..])
        }
        Keep::NoDigits => stdout.replace(|c: char| c.is_ascii_digit(), "#"),
    };
    let mut shown = format!("$ cite-lint {line}\n[exit {}]\n{stdout}", status.code().unwrap());
    if !stderr.is_empty() {
        shown += &format!("--- standard error ---\n{stderr}");
    }
    // A new version is no change of what is shown.
    let shown = shown.replace(concat!("cite-lint ", env!("CARGO_PKG_VERSION")), "cite-lint [VERSION]");
    let shown = shown.replace(concat!("\"version\": \"", env!("CARGO_PKG_VERSION")), "\"version\": \"[VERSION]");
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/snapshots/verbs/{name}.txt"));
    // Raw: `..` and `[..]` stand for themselves.
    let kept = Data::read_from(&path, None).raw();
    let seen = Assert::new().action_env(DEFAULT_ACTION_ENV).try_eq(Some(&name), Data::text(shown).raw(), kept);
    match seen {
        Err(difference) => Some(difference.to_string()),
        Ok(()) if status.code() != Some(exit) => Some(format!("{name}: exit code {:?}, not {exit}", status.code())),
        Ok(()) => None,
    }
}

/// The call in a folder with the small files of `cases.rs`. Words are parted by blanks, `_` is a blank inside a word.
fn called(line: &str) -> Output {
    let dir = tempdir().unwrap();
    let write = |name: &str, bytes: &[u8]| fs::write(dir.path().join(name), bytes).unwrap();
    for (name, text) in [
        ("ke-hoach.txt", DRAFT),
        ("danh-sach.txt", LIST),
        ("cong-van.txt", MEMO),
        ("ho-so.txt", NO_CITATION),
        ("rieng.tsv", OWN),
        ("rieng-sai.tsv", WRONG_OWN),
        ("rieng.toml", CONFIG),
        ("sai.toml", WRONG_CONFIG),
    ] {
        write(name, text.as_bytes());
    }
    write("ban-quet.pdf", b"%PDF-1.7\n");
    write("rong.txt", b"");
    write("ke-hoach.docx", &word_document(DRAFT));
    let (variables, words): (Vec<&str>, Vec<&str>) =
        line.split(' ').filter(|word| !word.is_empty()).partition(|word| word.starts_with("CITE_LINT_LANG="));
    let mut command = Command::new(snapbox::cmd::cargo_bin!("cite-lint"));
    for variable in ["CITE_LINT_LANG", "NO_COLOR", "CLICOLOR_FORCE", "COLUMNS"] {
        command.env_remove(variable);
    }
    command.envs(variables.iter().map(|variable| variable.split_once('=').unwrap()));
    command.current_dir(dir.path()).args(words.iter().map(|word| word.replace('_', " "))).stdin(Stdio::null());
    command.output().unwrap()
}

/// A Word document with these paragraphs.
fn word_document(text: &str) -> Vec<u8> {
    let paragraphs: String = text.lines().map(|line| format!("<w:p><w:r><w:t>{line}</w:t></w:r></w:p>")).collect();
    let main = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
    let schemas = "http://schemas.openxmlformats.org";
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, xml) in [
        (
            "[Content_Types].xml",
            format!(
                "<Types xmlns=\"{schemas}/package/2006/content-types\"><Default Extension=\"rels\" \
                 ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override \
                 PartName=\"/word/document.xml\" ContentType=\"{main}\"/></Types>"
            ),
        ),
        (
            "_rels/.rels",
            format!(
                "<Relationships xmlns=\"{schemas}/package/2006/relationships\"><Relationship Id=\"r1\" \
                 Type=\"{schemas}/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/></Relationships>"
            ),
        ),
        (
            "word/document.xml",
            format!(
                "<w:document xmlns:w=\"{schemas}/wordprocessingml/2006/main\"><w:body>{paragraphs}</w:body></w:document>"
            ),
        ),
    ] {
        archive.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        archive.write_all(xml.as_bytes()).unwrap();
    }
    archive.finish().unwrap().into_inner()
}
