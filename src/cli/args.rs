use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Parser, Subcommand, ValueEnum};

use super::size::Size;
use crate::citation::Date;
use crate::finding::{Lang, Severity};

const TEMPLATE: &str = "{about-with-newline}\nCách dùng / Usage: {usage}\n\n{all-args}{after-help}";
const AFTER: &str = "\
Mã thoát / Exit codes: 0 không có gì từ mức --fail-on trở lên / nothing at or above --fail-on; \
1 có / findings; 2 không làm được việc: tùy chọn sai, tệp không đọc được / bad option, unreadable file.

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
    args_conflicts_with_subcommands = true,
    subcommand_negates_reqs = true,
    arg_required_else_help = true,
    disable_help_subcommand = true,
    subcommand_help_heading = "Lệnh / Commands",
    subcommand_value_name = "LỆNH"
)]
pub(super) struct Args {
    #[command(subcommand)]
    pub(super) verb: Option<Verb>,

    #[command(flatten)]
    pub(super) check: CheckArgs,

    /// Ngôn ngữ của thông báo: vi (mặc định) hoặc en; hoặc đặt biến CITE_LINT_LANG / language of the messages
    #[arg(long, global = true, value_name = "vi|en", value_parser = lang())]
    lang: Option<Lang>,

    /// Tô màu: auto (khi ra màn hình, trừ khi có NO_COLOR), always, never / colours
    #[arg(long, global = true, value_enum, default_value_t, value_name = "WHEN", hide_possible_values = true)]
    pub(super) color: Color,
}

impl Args {
    /// `--lang`, then `CITE_LINT_LANG`, then Vietnamese.
    pub(super) fn language(&self) -> Result<Lang, String> {
        match (self.lang, std::env::var_os("CITE_LINT_LANG")) {
            (Some(lang), _) => Ok(lang),
            (None, Some(name)) if !name.is_empty() => {
                name.to_string_lossy().parse().map_err(|error| format!("CITE_LINT_LANG: {error}"))
            }
            _ => Ok(Lang::default()),
        }
    }
}

#[derive(Debug, Subcommand)]
pub(super) enum Verb {
    /// Kiểm tra tệp và thư mục (như khi không ghi lệnh) / check files and folders (the default)
    Check(CheckArgs),
    /// In ra những viện dẫn đã đọc được / print the citations that were read
    Parse(ParseArgs),
    /// Giải thích một quy tắc / explain a rule
    Explain(ExplainArgs),
    /// Liệt kê các quy tắc / list the rules
    Rules(RulesArgs),
    /// Danh mục văn bản đã biết / the registry of known documents
    Registry(RegistryArgs),
}

impl Verb {
    /// The verbs, to tell a slip from a missing file.
    pub(super) const NAMES: [&'static str; 5] = ["check", "parse", "explain", "rules", "registry"];
}

#[derive(Debug, clap::Args)]
#[command(help_template = TEMPLATE)]
pub(super) struct CheckArgs {
    #[command(flatten)]
    pub(super) input: InputArgs,

    /// Cách in: full (cho người đọc), concise, json, jsonl / how to print
    #[arg(long, value_enum, default_value_t, value_name = "FORMAT", hide_possible_values = true)]
    pub(super) format: CheckFormat,

    /// Mức thấp nhất được in: info, warning (mặc định), error / lowest severity shown
    #[arg(long, value_name = "LEVEL", value_parser = severity())]
    pub(super) level: Option<Severity>,

    /// Mức làm mã thoát thành 1: info, warning, error (mặc định), never / lowest severity that makes exit code 1
    #[arg(long, value_enum, default_value_t, value_name = "LEVEL", hide_possible_values = true)]
    pub(super) fail_on: FailOn,

    /// Chỉ dùng các quy tắc này: mã, nhóm mã hoặc tên (SYM03, SYM, symbol-separator) / only these rules
    #[arg(long, value_name = "CODES", value_delimiter = ',')]
    pub(super) select: Vec<String>,

    /// Bỏ các quy tắc này / not these rules
    #[arg(long, value_name = "CODES", value_delimiter = ',')]
    pub(super) ignore: Vec<String>,

    /// Ngày kiểm tra; mặc định hôm nay, giờ Việt Nam / day of the check, today in Viet Nam by default
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub(super) today: Option<Date>,
}

#[derive(Debug, clap::Args)]
#[command(help_template = TEMPLATE)]
pub(super) struct ParseArgs {
    #[command(flatten)]
    pub(super) input: InputArgs,

    /// Cách in: text (cho người đọc), jsonl / how to print
    #[arg(long, value_enum, default_value_t, value_name = "FORMAT", hide_possible_values = true)]
    pub(super) format: ParseFormat,
}

#[derive(Debug, clap::Args)]
pub(super) struct InputArgs {
    /// Tệp, thư mục (lấy .txt .md .markdown), hoặc - để đọc từ đầu vào chuẩn / files, folders, - for standard input
    #[arg(value_name = "PATHS", required = true)]
    pub(super) paths: Vec<PathBuf>,

    /// Số luồng; mặc định theo số nhân máy / threads
    #[arg(short = 'j', long, value_name = "N", default_value_t = 0, hide_default_value = true)]
    pub(super) jobs: usize,

    /// Tệp lớn hơn thì không đọc / files larger than this are refused
    #[arg(long, value_name = "SIZE", default_value = "512MiB")]
    pub(super) max_file_size: Size,
}

#[derive(Debug, clap::Args)]
#[command(help_template = TEMPLATE)]
pub(super) struct ExplainArgs {
    /// Mã hoặc tên quy tắc: SYM03, symbol-separator / code or name of a rule
    #[arg(value_name = "RULE", required = true)]
    pub(super) rules: Vec<String>,
}

#[derive(Debug, clap::Args)]
#[command(help_template = TEMPLATE)]
pub(super) struct RulesArgs {
    /// Cách in: text, json / how to print
    #[arg(long, value_enum, default_value_t, value_name = "FORMAT", hide_possible_values = true)]
    pub(super) format: RulesFormat,
}

#[derive(Debug, clap::Args)]
#[command(help_template = TEMPLATE, subcommand_help_heading = "Lệnh / Commands", disable_help_subcommand = true)]
pub(super) struct RegistryArgs {
    #[command(subcommand)]
    pub(super) verb: RegistryVerb,
}

#[derive(Debug, Subcommand)]
pub(super) enum RegistryVerb {
    /// Tra một viện dẫn, viết như trong văn bản / look up a citation, written as in a text
    Lookup(LookupArgs),
}

#[derive(Debug, clap::Args)]
#[command(help_template = TEMPLATE)]
pub(super) struct LookupArgs {
    /// Ví dụ: Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 / a citation in running words
    #[arg(value_name = "TEXT", required = true)]
    pub(super) text: Vec<String>,

    /// Cách in: text, jsonl / how to print
    #[arg(long, value_enum, default_value_t, value_name = "FORMAT", hide_possible_values = true)]
    pub(super) format: ParseFormat,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(super) enum CheckFormat {
    #[default]
    Full,
    Concise,
    Json,
    Jsonl,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(super) enum ParseFormat {
    #[default]
    Text,
    Jsonl,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(super) enum RulesFormat {
    #[default]
    Text,
    Json,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(super) enum Color {
    #[default]
    Auto,
    Always,
    Never,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(super) enum FailOn {
    Info,
    Warning,
    #[default]
    Error,
    Never,
}

impl FailOn {
    /// The severity, unless it is never.
    pub(super) const fn severity(self) -> Option<Severity> {
        match self {
            Self::Info => Some(Severity::Info),
            Self::Warning => Some(Severity::Warning),
            Self::Error => Some(Severity::Error),
            Self::Never => None,
        }
    }
}

fn lang() -> impl TypedValueParser<Value = Lang> {
    PossibleValuesParser::new(["vi", "en"]).try_map(|name| name.parse::<Lang>())
}

fn severity() -> impl TypedValueParser<Value = Severity> {
    PossibleValuesParser::new(["info", "warning", "error"]).try_map(|name| name.parse::<Severity>())
}
