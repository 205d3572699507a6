use std::path::PathBuf;

use super::{CHECKS, InputArgs, OPTIONS, REPORT, TEMPLATE};
use crate::citation::Date;
use crate::cli::choices::{FailOn, FormatChoice, RegimeChoice, format_choice, profile, regime, severity};
use crate::finding::Severity;
use crate::lint::Profile;

#[derive(Debug, Default, clap::Args)]
#[command(help_template = TEMPLATE)]
pub(in crate::cli) struct CheckArgs {
    #[command(flatten)]
    pub(in crate::cli) lint: LintArgs,

    /// Sửa ngay trong tệp những chỗ sửa an toàn, rồi báo những gì còn lại / mend in the files what is safe, then report what is left
    #[arg(long, help_heading = OPTIONS)]
    pub(in crate::cli) fix: bool,

    /// Cùng --fix hoặc --diff: sửa cả những chỗ phải đối chiếu bản gốc / with --fix or --diff: also what has to be compared with the
    /// original
    #[arg(long, help_heading = OPTIONS)]
    pub(in crate::cli) unsafe_fixes: bool,

    /// Chỉ in chỗ sẽ sửa, không ghi tệp / show the changes and write nothing
    #[arg(long, conflicts_with = "fix", help_heading = OPTIONS)]
    pub(in crate::cli) diff: bool,

    /// Cách in: full (cho người đọc), concise, html, markdown, json, jsonl, sarif, github, gitlab, junit; ghi nhiều lần được,
    /// mỗi bản ra một tệp: html=bao-cao.html / how to print; may be repeated, each into a file of its own
    #[arg(long, value_name = "FORMAT[=FILE]", value_parser = format_choice, help_heading = REPORT)]
    pub(in crate::cli) format: Vec<FormatChoice>,

    /// Ghi bản in vào tệp này thay vì màn hình / write to this file instead of standard output
    #[arg(long, short, value_name = "FILE", help_heading = REPORT)]
    pub(in crate::cli) output_file: Option<PathBuf>,

    /// Mỗi quy tắc liệt kê nhiều nhất chừng này phát hiện trong một tệp, còn lại chỉ đếm; mặc định 1000 / how many findings of
    /// one rule are listed for a file, 1000 by default; the rest are only counted
    #[arg(long, value_name = "N", help_heading = REPORT)]
    pub(in crate::cli) max_findings: Option<usize>,

    /// Tệp ghi các phát hiện đã biết, không báo lại nữa / a file of known findings, which are not reported again
    #[arg(long, value_name = "FILE", help_heading = REPORT)]
    pub(in crate::cli) baseline: Option<PathBuf>,

    /// Ghi mọi phát hiện đang có vào tệp của --baseline / write all present findings to the file of --baseline
    #[arg(long, conflicts_with = "prune_baseline", help_heading = REPORT)]
    pub(in crate::cli) write_baseline: bool,

    /// Bỏ khỏi tệp của --baseline những phát hiện không còn nữa / take what is no longer found out of that file
    #[arg(long, help_heading = REPORT)]
    pub(in crate::cli) prune_baseline: bool,

    /// In số phát hiện theo quy tắc thay cho từng phát hiện / the number of findings by rule instead of each finding
    #[arg(long, help_heading = REPORT)]
    pub(in crate::cli) statistics: bool,
}

/// What is checked, and by which rules.
#[derive(Clone, Debug, Default, clap::Args)]
pub(in crate::cli) struct LintArgs {
    #[command(flatten)]
    pub(in crate::cli) input: InputArgs,

    /// Mức thấp nhất được in: info, warning (mặc định), error / the lowest severity that is shown
    #[arg(long, value_name = "LEVEL", value_parser = severity(), hide_possible_values = true, help_heading = CHECKS)]
    pub(in crate::cli) level: Option<Severity>,

    /// Từ mức này thì mã thoát là 1: info, warning, error (mặc định), never / the lowest severity that makes the exit code 1
    #[arg(long, value_enum, value_name = "LEVEL", hide_possible_values = true, help_heading = CHECKS)]
    pub(in crate::cli) fail_on: Option<FailOn>,

    /// Chỉ dùng các quy tắc này: mã, nhóm mã hoặc tên (SYM03, SYM, symbol-separator) / only these rules
    #[arg(long, value_name = "CODES", value_delimiter = ',', help_heading = CHECKS)]
    pub(in crate::cli) select: Vec<String>,

    /// Bỏ các quy tắc này, ghi như --select / leave these rules out, written as for --select
    #[arg(long, value_name = "CODES", value_delimiter = ',', help_heading = CHECKS)]
    pub(in crate::cli) ignore: Vec<String>,

    /// Mức đòi hỏi: strict (cả viện dẫn thiếu phần), default, form-only (chỉ hình thức) / how much is asked of a citation
    #[arg(long, value_name = "PROFILE", value_parser = profile(), hide_possible_values = true, help_heading = CHECKS)]
    pub(in crate::cli) profile: Option<Profile>,

    /// Quy định về thể thức: auto (theo phần đầu văn bản), administrative, normative, party… / which rules of form
    #[arg(long, value_name = "REGIME", value_parser = regime(), hide_possible_values = true, help_heading = CHECKS)]
    pub(in crate::cli) regime: Option<RegimeChoice>,

    /// Ngày của văn bản, khi phần đầu chưa ghi ngày / the day of documents whose head has none
    #[arg(long, value_name = "YYYY-MM-DD", help_heading = CHECKS)]
    pub(in crate::cli) document_date: Option<Date>,

    /// Ngày kiểm tra; mặc định hôm nay, giờ Việt Nam / the day of the check; today in Viet Nam by default
    #[arg(long, value_name = "YYYY-MM-DD", help_heading = CHECKS)]
    pub(in crate::cli) today: Option<Date>,
}

#[derive(Debug, clap::Args)]
#[command(help_template = TEMPLATE)]
pub(in crate::cli) struct FixArgs {
    #[command(flatten)]
    pub(in crate::cli) lint: LintArgs,

    /// Sửa cả những chỗ phải đối chiếu bản gốc: số, ngày, tên / also what has to be compared with the original: numbers, dates, names
    #[arg(long, help_heading = OPTIONS)]
    pub(in crate::cli) unsafe_fixes: bool,

    /// In chỗ sẽ sửa, không ghi tệp / show the changes and write nothing
    #[arg(long, help_heading = OPTIONS)]
    pub(in crate::cli) diff: bool,
}

#[derive(Debug, clap::Args)]
#[command(help_template = TEMPLATE)]
pub(in crate::cli) struct AnnotateArgs {
    #[command(flatten)]
    pub(in crate::cli) lint: LintArgs,

    /// Tệp Word ghi ra / the Word document to write
    #[arg(long, short, value_name = "FILE", help_heading = OPTIONS)]
    pub(in crate::cli) output: PathBuf,
}
