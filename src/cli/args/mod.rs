mod about;
mod check;
mod one_verb;
mod reading;

use std::ffi::OsString;

use clap::{ArgAction, Parser, Subcommand};

#[cfg(feature = "lsp")]
pub(super) use self::about::LspArgs;
pub(super) use self::about::{CompletionsArgs, ConfigArgs, ConfigVerb, ExplainArgs, ManArgs, RulesArgs};
pub(super) use self::check::{AnnotateArgs, CheckArgs, FixArgs, LintArgs};
pub(super) use self::reading::{AuthoritiesArgs, InputArgs, ParseArgs};
use super::choices::{Color, lang};
use super::registry_args::RegistryArgs;
use crate::finding::Lang;

pub(super) const TEMPLATE: &str = "{about-with-newline}\nCách dùng / Usage: {usage}\n\n{all-args}{after-help}";
pub(super) const OPTIONS: &str = "Tùy chọn / Options";
const INPUT: &str = "Đọc những gì / What is read";
const CHECKS: &str = "Kiểm tra thế nào / How it is checked";
const REPORT: &str = "Bản in / The report";
const GLOBAL_OPTIONS: &str = "Tùy chọn chung / Global options";
pub(super) const ARGUMENTS: &str = "Đối số / Arguments";
pub(super) const VERBS: &str = "Lệnh / Commands";
pub(super) const VERB: &str = "LỆNH";
const AFTER: &str = "\
`cite-lint TỆP…` là `cite-lint check TỆP…`; tệp trùng tên lệnh thì ghi ./tên.
`cite-lint PATHS…` means `cite-lint check PATHS…`; write ./name for a file named like a command.

Mã thoát / Exit codes:
  0  không có phát hiện nào từ mức --fail-on trở lên / no findings at or above --fail-on
  1  có phát hiện từ mức đó trở lên / findings at or above it
  2  không làm được việc: tùy chọn sai, tệp không đọc được / a bad option, a file that cannot be read

Ví dụ / Examples:
  cite-lint du-thao.txt
  cite-lint --lang en check --level info drafts/
  cite-lint parse --format jsonl - < du-thao.txt";

/// Tìm, đọc và kiểm tra viện dẫn văn bản trong văn bản hành chính, không cần mạng.
/// Finds, reads and checks the document citations of Vietnamese administrative texts, offline.
#[derive(Debug, Parser)]
#[command(
    name = "cite-lint",
    version,
    help_template = TEMPLATE,
    after_help = AFTER,
    verbatim_doc_comment,
    arg_required_else_help = true,
    disable_help_subcommand = true,
    disable_help_flag = true,
    disable_version_flag = true,
    next_help_heading = GLOBAL_OPTIONS,
    subcommand_help_heading = VERBS,
    subcommand_value_name = VERB
)]
pub(super) struct Args {
    #[command(subcommand)]
    pub(super) verb: Verb,

    #[command(flatten)]
    pub(super) global: GlobalArgs,

    /// In hướng dẫn này / print help
    #[arg(short, long, global = true, action = ArgAction::Help)]
    help: Option<bool>,

    /// In phiên bản / print the version
    #[arg(short = 'V', long, action = ArgAction::Version)]
    version: Option<bool>,
}

/// The options of every verb.
#[derive(Debug, Default, clap::Args)]
pub(super) struct GlobalArgs {
    /// Ngôn ngữ của thông báo: vi (mặc định) hoặc en; hoặc đặt biến CITE_LINT_LANG / language of the messages
    #[arg(long, global = true, value_name = "vi|en", value_parser = lang(), hide_possible_values = true)]
    lang: Option<Lang>,

    /// Tô màu: auto (khi ra màn hình, trừ khi có NO_COLOR), always, never / colours
    #[arg(long, global = true, value_enum, default_value_t, value_name = "WHEN", hide_possible_values = true)]
    pub(super) color: Color,
}

/// Options before the verb that take a value.
const GLOBAL: [&str; 2] = ["--lang", "--color"];

/// The arguments with the verb `check` put in where none stands: before the first word that is neither a global
/// option nor a verb nor a wish for help.
pub(super) fn with_verb(args: impl IntoIterator<Item = OsString>) -> Vec<OsString> {
    let mut args: Vec<OsString> = args.into_iter().collect();
    let at = verb_at(&args);
    if let Some(word) = args.get(at).map(|word| word.to_string_lossy())
        && !Verb::NAMES.contains(&&*word)
        && !["-h", "--help", "-V", "--version"].contains(&&*word)
    {
        args.insert(at, "check".into());
    }
    args
}

/// Where the first word stands that is no global option: the place of the verb.
fn verb_at(args: &[OsString]) -> usize {
    let mut at = 1;
    while let Some(word) = args.get(at).map(|word| word.to_string_lossy()) {
        if GLOBAL.contains(&&*word) {
            at += 2;
        } else if GLOBAL.iter().any(|name| word.strip_prefix(name).is_some_and(|rest| rest.starts_with('='))) {
            at += 1;
        } else {
            break;
        }
    }
    at
}

/// The language that the words ask for, where they are not read as arguments.
pub(super) fn language_of(words: &[OsString]) -> Lang {
    let words: Vec<_> = words.iter().map(|word| word.to_string_lossy()).collect();
    let told = words.iter().find_map(|word| word.strip_prefix("--lang="));
    let told = told.or_else(|| words.windows(2).find(|pair| pair[0] == "--lang").map(|pair| &*pair[1]));
    let told = told.map(str::to_owned).or_else(|| std::env::var("CITE_LINT_LANG").ok());
    told.and_then(|name| name.parse().ok()).unwrap_or_default()
}

impl Args {
    /// What the words say: a verb stands among them, see [`with_verb`].
    ///
    /// # Errors
    ///
    /// What has to be told in its place: help, the version, what is wrong with them.
    pub(super) fn read(words: &[OsString]) -> Result<Self, clap::Error> {
        one_verb::read(words).map_or_else(|| Self::try_parse_from(words), Ok)
    }

    /// Whether the language was chosen for this run.
    pub(super) fn has_language(&self) -> bool {
        self.global.lang.is_some() || std::env::var_os("CITE_LINT_LANG").is_some_and(|name| !name.is_empty())
    }

    /// `--lang`, then `CITE_LINT_LANG`, then Vietnamese.
    ///
    /// # Errors
    ///
    /// The value of `CITE_LINT_LANG` that is no language.
    pub(super) fn language(&self) -> Result<Lang, String> {
        match (self.global.lang, std::env::var_os("CITE_LINT_LANG")) {
            (Some(lang), _) => Ok(lang),
            (None, Some(name)) if !name.is_empty() => {
                let name = name.to_string_lossy().into_owned();
                name.parse().map_err(|_| name)
            }
            _ => Ok(Lang::default()),
        }
    }
}

#[derive(Debug, Subcommand)]
pub(super) enum Verb {
    /// Kiểm tra tệp và thư mục (như khi không ghi lệnh) / check files and folders (the default)
    Check(CheckArgs),
    /// Sửa tệp, chỉ những chỗ sửa được an toàn / mend files, safe changes only
    Fix(FixArgs),
    /// Chép tệp Word kèm nhận xét ở từng chỗ sai / a copy of a Word document with a comment at each finding
    Annotate(AnnotateArgs),
    /// In ra những viện dẫn đã đọc được / print the citations that were read
    Parse(ParseArgs),
    /// Bảng các văn bản được viện dẫn: số lần, tình trạng, chỗ đầu tiên / the table of all documents cited
    Authorities(AuthoritiesArgs),
    /// Giải thích một quy tắc / explain a rule
    Explain(ExplainArgs),
    /// Liệt kê các quy tắc / list the rules
    Rules(RulesArgs),
    /// Danh mục văn bản đã biết / the registry of known documents
    Registry(RegistryArgs),
    /// Máy chủ cho trình soạn thảo (Language Server Protocol) / the language server for editors
    #[cfg(feature = "lsp")]
    Lsp(LspArgs),
    /// Cấu hình: quy định, quy tắc áp dụng cho một tệp / the configuration: regime and rules for a file
    Config(ConfigArgs),
    /// In mã để shell tự điền lệnh khi bấm Tab / print completions for a shell
    Completions(CompletionsArgs),
    /// In trang hướng dẫn man / print the manual page
    Man(ManArgs),
}

impl Verb {
    /// Whether nothing says what to read; `config show` needs nothing.
    pub(super) fn lacks_paths(&self) -> bool {
        let input = match self {
            Self::Check(check) => &check.lint.input,
            Self::Fix(fix) => &fix.lint.input,
            Self::Annotate(annotate) => &annotate.lint.input,
            Self::Parse(parse) => &parse.input,
            Self::Authorities(authorities) => &authorities.input,
            _ => return false,
        };
        input.paths.is_empty() && input.file_list.is_none()
    }

    /// The verbs, to tell a slip from a missing file.
    pub(super) const NAMES: &'static [&'static str] = &[
        "check",
        "fix",
        "annotate",
        "parse",
        "authorities",
        "explain",
        "rules",
        "registry",
        #[cfg(feature = "lsp")]
        "lsp",
        "config",
        "completions",
        "man",
    ];
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;

    #[test]
    fn the_verb_is_check_where_none_stands() {
        for (line, want) in [
            ("x a.txt", "x check a.txt"),
            ("x --lang en a.txt --format json", "x --lang en check a.txt --format json"),
            ("x --lang=en --color always parse a", "x --lang=en --color always parse a"),
            ("x --format json a", "x check --format json a"),
            ("x -", "x check -"),
            ("x -- parse", "x check -- parse"),
            ("x ./parse", "x check ./parse"),
            ("x --help", "x --help"),
            ("x --lang", "x --lang"),
            ("x", "x"),
        ] {
            let words: Vec<_> = with_verb(line.split(' ').map(OsString::from));
            assert_eq!(words.join(OsString::from(" ").as_os_str()), want, "{line}");
        }
    }

    #[test]
    fn the_arguments_are_sound() {
        Args::command().debug_assert();
        let names: Vec<String> = Args::command().get_subcommands().map(|verb| verb.get_name().to_owned()).collect();
        assert_eq!(names, Verb::NAMES);
    }
}
