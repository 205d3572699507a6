use std::path::PathBuf;

use clap::{Subcommand, ValueEnum};

use super::args::{ARGUMENTS, OPTIONS, TEMPLATE, VERB, VERBS};
use crate::citation::Date;

#[derive(Debug, clap::Args)]
#[command(
    help_template = TEMPLATE,
    subcommand_help_heading = VERBS,
    subcommand_value_name = VERB,
    disable_help_subcommand = true
)]
pub(super) struct RegistryArgs {
    #[command(subcommand)]
    pub(super) verb: RegistryVerb,
}

#[derive(Debug, Subcommand)]
pub(super) enum RegistryVerb {
    /// Tra một viện dẫn, viết như trong văn bản / look up a citation, written as in a text
    Lookup(LookupArgs),
    /// Liệt kê văn bản có mọi từ đã cho / list the documents with all these words
    List(ListArgs),
    /// Danh mục có bao nhiêu văn bản, chắc đến đâu / how many documents, and how sure
    Stats(StatsArgs),
    /// Kiểm tra tệp danh mục của mình: dòng nào sai, sai gì / check registry files of your own, row by row
    Check(RegistryCheckArgs),
    /// Biên dịch danh mục thành một tệp mở ngay, dù lớn đến đâu / compile registry files into one that opens at once
    Build(RegistryBuildArgs),
}

#[derive(Debug, clap::Args)]
#[command(help_template = TEMPLATE, next_help_heading = OPTIONS)]
pub(super) struct LookupArgs {
    /// Viện dẫn, ví dụ: Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 / a citation, written as in a text
    #[arg(value_name = "TEXT", required = true, help_heading = ARGUMENTS)]
    pub(super) text: Vec<String>,

    /// Cho biết tình trạng của văn bản vào ngày này / tell the state of the document on this day
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub(super) as_of: Option<Date>,

    /// Danh mục văn bản của riêng mình; ghi nhiều lần được / your own known documents
    #[arg(long, value_name = "FILE")]
    pub(super) registry: Vec<PathBuf>,

    /// Cách in: text, jsonl / how to print
    #[arg(long, value_enum, default_value_t, value_name = "FORMAT", hide_possible_values = true)]
    pub(super) format: LookupFormat,
}

#[derive(Debug, clap::Args)]
#[command(help_template = TEMPLATE, next_help_heading = OPTIONS)]
pub(super) struct ListArgs {
    /// Từ trong số, ký hiệu, tên loại, cơ quan, trích yếu / words of symbol, type, body, title
    #[arg(value_name = "WORDS", help_heading = ARGUMENTS)]
    pub(super) words: Vec<String>,

    /// Cách in: text, tsv / how to print
    #[arg(long, value_enum, default_value_t, value_name = "FORMAT", hide_possible_values = true)]
    pub(super) format: ListFormat,

    /// Danh mục văn bản của riêng mình; ghi nhiều lần được / your own known documents
    #[arg(long, value_name = "FILE")]
    pub(super) registry: Vec<PathBuf>,
}

#[derive(Debug, clap::Args)]
#[command(help_template = TEMPLATE, next_help_heading = OPTIONS)]
pub(super) struct StatsArgs {
    /// Danh mục văn bản của riêng mình; ghi nhiều lần được / your own known documents
    #[arg(long, value_name = "FILE")]
    pub(super) registry: Vec<PathBuf>,
}

#[derive(Debug, clap::Args)]
#[command(help_template = TEMPLATE, next_help_heading = OPTIONS)]
pub(super) struct RegistryCheckArgs {
    /// Tệp danh mục: TSV, CSV, JSON Lines / registry files
    #[arg(value_name = "FILE", required = true, help_heading = ARGUMENTS)]
    pub(super) files: Vec<PathBuf>,
}

#[derive(Debug, clap::Args)]
#[command(help_template = TEMPLATE, next_help_heading = OPTIONS)]
pub(super) struct RegistryBuildArgs {
    /// Tệp danh mục: TSV, CSV, JSON Lines, tệp đã biên dịch; tệp sau được ưu tiên hơn tệp trước / registry files, of which a later one counts more
    #[arg(value_name = "FILE", required = true, help_heading = ARGUMENTS)]
    pub(super) files: Vec<PathBuf>,

    /// Tệp ghi ra / the file to write
    #[arg(long, short, value_name = "FILE")]
    pub(super) output: PathBuf,

    /// Tên của danh mục / the name of the registry
    #[arg(long, value_name = "TEXT")]
    pub(super) name: Option<String>,

    /// Ngày lập danh mục; mặc định hôm nay / the day on which it was made; today by default
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub(super) date: Option<Date>,

    /// Danh mục gồm những văn bản nào / which documents it holds
    #[arg(long, value_name = "TEXT")]
    pub(super) coverage: Option<String>,

    /// Điều kiện sử dụng danh mục / the terms of its use
    #[arg(long, value_name = "TEXT")]
    pub(super) licence: Option<String>,

    /// Bỏ qua dòng sai thay vì dừng / leave out bad rows instead of stopping
    #[arg(long)]
    pub(super) skip_bad: bool,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(super) enum LookupFormat {
    #[default]
    Text,
    Jsonl,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(super) enum ListFormat {
    #[default]
    Text,
    Tsv,
}
