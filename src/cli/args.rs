mod one_verb;

use std::ffi::OsString;
use std::path::PathBuf;

use clap::{ArgAction, Parser, Subcommand};

use super::choices::{
    AuthoritiesFormat, Color, FailOn, FormatChoice, ParseFormat, RegimeChoice, RulesFormat, encoding, format_choice,
    lang, profile, regime, severity,
};
use super::config::Rooted;
use super::registry_args::RegistryArgs;
use super::size::Size;
use crate::citation::Date;
use crate::finding::{Lang, Severity};
use crate::lint::Profile;
use crate::source::Encoding;

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

#[derive(Debug, Default, clap::Args)]
#[command(help_template = TEMPLATE)]
pub(super) struct CheckArgs {
    #[command(flatten)]
    pub(super) lint: LintArgs,

    /// Sửa ngay trong tệp những chỗ sửa an toàn, rồi báo những gì còn lại / mend in the files what is safe, then report what is left
    #[arg(long, help_heading = OPTIONS)]
    pub(super) fix: bool,

    /// Cùng --fix hoặc --diff: sửa cả những chỗ phải đối chiếu bản gốc / with --fix or --diff: also what has to be compared with the
    /// original
    #[arg(long, help_heading = OPTIONS)]
    pub(super) unsafe_fixes: bool,

    /// Chỉ in chỗ sẽ sửa, không ghi tệp / show the changes and write nothing
    #[arg(long, conflicts_with = "fix", help_heading = OPTIONS)]
    pub(super) diff: bool,

    /// Cách in: full (cho người đọc), concise, html, markdown, json, jsonl, sarif, github, gitlab, junit; ghi nhiều lần được,
    /// mỗi bản ra một tệp: html=bao-cao.html / how to print; may be repeated, each into a file of its own
    #[arg(long, value_name = "FORMAT[=FILE]", value_parser = format_choice, help_heading = REPORT)]
    pub(super) format: Vec<FormatChoice>,

    /// Ghi bản in vào tệp này thay vì màn hình / write to this file instead of standard output
    #[arg(long, short, value_name = "FILE", help_heading = REPORT)]
    pub(super) output_file: Option<PathBuf>,

    /// Mỗi quy tắc liệt kê nhiều nhất chừng này phát hiện trong một tệp, còn lại chỉ đếm; mặc định 1000 / how many findings of
    /// one rule are listed for a file, 1000 by default; the rest are only counted
    #[arg(long, value_name = "N", help_heading = REPORT)]
    pub(super) max_findings: Option<usize>,

    /// Tệp ghi các phát hiện đã biết, không báo lại nữa / a file of known findings, which are not reported again
    #[arg(long, value_name = "FILE", help_heading = REPORT)]
    pub(super) baseline: Option<PathBuf>,

    /// Ghi mọi phát hiện đang có vào tệp của --baseline / write all present findings to the file of --baseline
    #[arg(long, conflicts_with = "prune_baseline", help_heading = REPORT)]
    pub(super) write_baseline: bool,

    /// Bỏ khỏi tệp của --baseline những phát hiện không còn nữa / take what is no longer found out of that file
    #[arg(long, help_heading = REPORT)]
    pub(super) prune_baseline: bool,

    /// In số phát hiện theo quy tắc thay cho từng phát hiện / the number of findings by rule instead of each finding
    #[arg(long, help_heading = REPORT)]
    pub(super) statistics: bool,
}

/// What is checked, and by which rules.
#[derive(Clone, Debug, Default, clap::Args)]
pub(super) struct LintArgs {
    #[command(flatten)]
    pub(super) input: InputArgs,

    /// Mức thấp nhất được in: info, warning (mặc định), error / the lowest severity that is shown
    #[arg(long, value_name = "LEVEL", value_parser = severity(), hide_possible_values = true, help_heading = CHECKS)]
    pub(super) level: Option<Severity>,

    /// Từ mức này thì mã thoát là 1: info, warning, error (mặc định), never / the lowest severity that makes the exit code 1
    #[arg(long, value_enum, value_name = "LEVEL", hide_possible_values = true, help_heading = CHECKS)]
    pub(super) fail_on: Option<FailOn>,

    /// Chỉ dùng các quy tắc này: mã, nhóm mã hoặc tên (SYM03, SYM, symbol-separator) / only these rules
    #[arg(long, value_name = "CODES", value_delimiter = ',', help_heading = CHECKS)]
    pub(super) select: Vec<String>,

    /// Bỏ các quy tắc này, ghi như --select / leave these rules out, written as for --select
    #[arg(long, value_name = "CODES", value_delimiter = ',', help_heading = CHECKS)]
    pub(super) ignore: Vec<String>,

    /// Mức đòi hỏi: strict (cả viện dẫn thiếu phần), default, form-only (chỉ hình thức) / how much is asked of a citation
    #[arg(long, value_name = "PROFILE", value_parser = profile(), hide_possible_values = true, help_heading = CHECKS)]
    pub(super) profile: Option<Profile>,

    /// Quy định về thể thức: auto (theo phần đầu văn bản), administrative, normative, party… / which rules of form
    #[arg(long, value_name = "REGIME", value_parser = regime(), hide_possible_values = true, help_heading = CHECKS)]
    pub(super) regime: Option<RegimeChoice>,

    /// Ngày của văn bản, khi phần đầu chưa ghi ngày / the day of documents whose head has none
    #[arg(long, value_name = "YYYY-MM-DD", help_heading = CHECKS)]
    pub(super) document_date: Option<Date>,

    /// Ngày kiểm tra; mặc định hôm nay, giờ Việt Nam / the day of the check; today in Viet Nam by default
    #[arg(long, value_name = "YYYY-MM-DD", help_heading = CHECKS)]
    pub(super) today: Option<Date>,
}

#[derive(Debug, clap::Args)]
#[command(help_template = TEMPLATE)]
pub(super) struct FixArgs {
    #[command(flatten)]
    pub(super) lint: LintArgs,

    /// Sửa cả những chỗ phải đối chiếu bản gốc: số, ngày, tên / also what has to be compared with the original: numbers, dates, names
    #[arg(long, help_heading = OPTIONS)]
    pub(super) unsafe_fixes: bool,

    /// In chỗ sẽ sửa, không ghi tệp / show the changes and write nothing
    #[arg(long, help_heading = OPTIONS)]
    pub(super) diff: bool,
}

#[derive(Debug, clap::Args)]
#[command(help_template = TEMPLATE)]
pub(super) struct AnnotateArgs {
    #[command(flatten)]
    pub(super) lint: LintArgs,

    /// Tệp Word ghi ra / the Word document to write
    #[arg(long, short, value_name = "FILE", help_heading = OPTIONS)]
    pub(super) output: PathBuf,
}

#[derive(Debug, clap::Args)]
#[command(help_template = TEMPLATE)]
pub(super) struct ParseArgs {
    #[command(flatten)]
    pub(super) input: InputArgs,

    /// Cách in: text (cho người đọc), jsonl; dot, graphml: đồ thị viện dẫn của mọi tệp / how to print
    #[arg(long, value_enum, default_value_t, value_name = "FORMAT", hide_possible_values = true, help_heading = OPTIONS)]
    pub(super) format: ParseFormat,

    /// Chỉ liệt kê chuỗi giống số, ký hiệu mà không được đọc, kèm lý do / what looks like a citation and was not read
    #[arg(long, help_heading = OPTIONS)]
    pub(super) near_misses: bool,
}

#[derive(Debug, clap::Args)]
#[command(help_template = TEMPLATE)]
pub(super) struct AuthoritiesArgs {
    #[command(flatten)]
    pub(super) input: InputArgs,

    /// Cách in: md (cho người đọc), csv (cho bảng tính), json / how to print
    #[arg(long, value_enum, default_value_t, value_name = "FORMAT", hide_possible_values = true, help_heading = OPTIONS)]
    pub(super) format: AuthoritiesFormat,

    /// Ngày xét hiệu lực khi văn bản không ghi ngày; mặc định hôm nay / the day for texts without a date of their own
    #[arg(long, value_name = "YYYY-MM-DD", help_heading = OPTIONS)]
    pub(super) today: Option<Date>,
}

#[derive(Clone, Debug, Default, clap::Args)]
#[command(next_help_heading = INPUT)]
pub(super) struct InputArgs {
    /// Tệp, thư mục (lấy .txt .md .html .docx .odt), hoặc - để đọc từ đầu vào chuẩn / files, folders, or - for standard input
    #[arg(value_name = "PATHS", help_heading = ARGUMENTS)]
    pub(super) paths: Vec<PathBuf>,

    /// Tệp ghi các đường dẫn cần đọc, mỗi dòng một đường dẫn; - là đầu vào chuẩn / a file that lists paths, one a line
    #[arg(long, value_name = "FILE")]
    pub(super) file_list: Option<PathBuf>,

    /// Tên của văn bản đọc từ đầu vào chuẩn, cho báo cáo và cấu hình / the name of the text on standard input, for reports and configuration
    #[arg(long, value_name = "NAME")]
    pub(super) stdin_filename: Option<PathBuf>,

    /// Số luồng; mặc định theo số nhân của máy / threads; as many as the machine has cores by default
    #[arg(short = 'j', long, value_name = "N", default_value_t = 0, hide_default_value = true)]
    pub(super) jobs: usize,

    /// Danh mục văn bản của riêng mình: TSV, CSV, JSON Lines; ghi nhiều lần được / your own known documents
    #[arg(long, value_name = "FILE")]
    pub(super) registry: Vec<PathBuf>,

    /// Bỏ qua các tệp này khi duyệt thư mục, ghi như trong .gitignore / leave these out in folders, as in a .gitignore
    #[arg(long, value_name = "GLOB")]
    pub(super) exclude: Vec<String>,

    /// Bỏ qua cả những tệp ghi rõ trên dòng lệnh / leave them out even when named on the command line
    #[arg(long)]
    pub(super) force_exclude: bool,

    /// What the configuration leaves out.
    #[arg(skip)]
    pub(super) configured_exclude: Vec<Rooted<String>>,

    /// Dùng tệp cấu hình này thay cho cite-lint.toml gần nhất / use this configuration, not the nearest cite-lint.toml
    #[arg(long, value_name = "FILE")]
    pub(super) config: Option<PathBuf>,

    /// Không dùng tệp cấu hình nào / use no configuration
    #[arg(long)]
    pub(super) no_config: bool,

    /// Bảng mã của tệp, khi không tự nhận ra: utf-8, utf-16le, utf-16be, windows-1258, windows-1252, tcvn3, vni / the encoding of the files, where it is not recognised
    #[arg(long, value_name = "NAME", value_parser = encoding(), hide_possible_values = true)]
    pub(super) encoding: Option<Encoding>,

    /// Không đọc tệp lớn hơn cỡ này / files larger than this are not read
    #[arg(long, value_name = "SIZE", default_value = "512MiB")]
    pub(super) max_file_size: Size,
}

#[derive(Debug, clap::Args)]
#[command(help_template = TEMPLATE, next_help_heading = OPTIONS)]
pub(super) struct ExplainArgs {
    /// Mã hoặc tên quy tắc: SYM03, symbol-separator / code or name of a rule
    #[arg(value_name = "RULE", required = true, help_heading = ARGUMENTS)]
    pub(super) rules: Vec<String>,
}

#[derive(Debug, clap::Args)]
#[command(help_template = TEMPLATE, next_help_heading = OPTIONS)]
pub(super) struct RulesArgs {
    /// Cách in: text, json / how to print
    #[arg(long, value_enum, default_value_t, value_name = "FORMAT", hide_possible_values = true)]
    pub(super) format: RulesFormat,
}

#[cfg(feature = "lsp")]
#[derive(Debug, clap::Args)]
#[command(help_template = TEMPLATE, next_help_heading = OPTIONS)]
pub(super) struct LspArgs {
    /// Danh mục văn bản của riêng mình / your own known documents
    #[arg(long, value_name = "FILE")]
    pub(super) registry: Vec<PathBuf>,

    /// Mức đòi hỏi: strict, default, form-only / how much is asked
    #[arg(long, value_name = "PROFILE", value_parser = profile(), hide_possible_values = true)]
    pub(super) profile: Option<Profile>,
}

#[derive(Debug, clap::Args)]
#[command(
    help_template = TEMPLATE,
    subcommand_help_heading = VERBS,
    subcommand_value_name = VERB,
    disable_help_subcommand = true
)]
pub(super) struct ConfigArgs {
    #[command(subcommand)]
    pub(super) verb: ConfigVerb,
}

#[derive(Debug, Subcommand)]
pub(super) enum ConfigVerb {
    /// Tệp được kiểm tra theo quy định và quy tắc nào / by which regime and rules a file is checked
    Show(Box<ConfigShowArgs>),
    /// In lược đồ JSON của cite-lint.toml / print the JSON Schema of cite-lint.toml
    #[command(help_template = TEMPLATE)]
    Schema,
}

#[derive(Debug, clap::Args)]
#[command(help_template = TEMPLATE, next_help_heading = OPTIONS)]
pub(super) struct ConfigShowArgs {
    #[command(flatten)]
    pub(super) lint: LintArgs,
}

#[derive(Debug, clap::Args)]
#[command(help_template = TEMPLATE, next_help_heading = OPTIONS)]
pub(super) struct CompletionsArgs {
    /// Loại shell: bash, zsh, fish, powershell, elvish / which shell
    #[arg(value_name = "SHELL", help_heading = ARGUMENTS, hide_possible_values = true)]
    pub(super) shell: clap_complete::Shell,
}

#[derive(Debug, clap::Args)]
#[command(help_template = TEMPLATE, next_help_heading = OPTIONS)]
pub(super) struct ManArgs {
    /// Ghi trang của mọi lệnh vào thư mục này / write the pages of all commands into this folder
    #[arg(value_name = "FOLDER", help_heading = ARGUMENTS)]
    pub(super) folder: Option<PathBuf>,
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
