use std::path::PathBuf;

use super::{ARGUMENTS, INPUT, OPTIONS, TEMPLATE};
use crate::citation::Date;
use crate::cli::choices::{AuthoritiesFormat, ParseFormat, encoding};
use crate::cli::config::Rooted;
use crate::cli::size::Size;
use crate::source::Encoding;

#[derive(Clone, Debug, Default, clap::Args)]
#[command(next_help_heading = INPUT)]
pub(in crate::cli) struct InputArgs {
    /// Tệp, thư mục (lấy .txt .md .html .docx .odt), hoặc - để đọc từ đầu vào chuẩn / files, folders, or - for standard input
    #[arg(value_name = "PATHS", help_heading = ARGUMENTS)]
    pub(in crate::cli) paths: Vec<PathBuf>,

    /// Tệp ghi các đường dẫn cần đọc, mỗi dòng một đường dẫn; - là đầu vào chuẩn / a file that lists paths, one a line
    #[arg(long, value_name = "FILE")]
    pub(in crate::cli) file_list: Option<PathBuf>,

    /// Tên của văn bản đọc từ đầu vào chuẩn, cho báo cáo và cấu hình / the name of the text on standard input, for reports and configuration
    #[arg(long, value_name = "NAME")]
    pub(in crate::cli) stdin_filename: Option<PathBuf>,

    /// Số luồng; mặc định theo số nhân của máy / threads; as many as the machine has cores by default
    #[arg(short = 'j', long, value_name = "N", default_value_t = 0, hide_default_value = true)]
    pub(in crate::cli) jobs: usize,

    /// Danh mục văn bản của riêng mình: TSV, CSV, JSON Lines; ghi nhiều lần được / your own known documents
    #[arg(long, value_name = "FILE")]
    pub(in crate::cli) registry: Vec<PathBuf>,

    /// Bỏ qua các tệp này khi duyệt thư mục, ghi như trong .gitignore / leave these out in folders, as in a .gitignore
    #[arg(long, value_name = "GLOB")]
    pub(in crate::cli) exclude: Vec<String>,

    /// Bỏ qua cả những tệp ghi rõ trên dòng lệnh / leave them out even when named on the command line
    #[arg(long)]
    pub(in crate::cli) force_exclude: bool,

    /// What the configuration leaves out.
    #[arg(skip)]
    pub(in crate::cli) configured_exclude: Vec<Rooted<String>>,

    /// Dùng tệp cấu hình này thay cho cite-lint.toml gần nhất / use this configuration, not the nearest cite-lint.toml
    #[arg(long, value_name = "FILE")]
    pub(in crate::cli) config: Option<PathBuf>,

    /// Không dùng tệp cấu hình nào / use no configuration
    #[arg(long)]
    pub(in crate::cli) no_config: bool,

    /// Bảng mã của tệp, khi không tự nhận ra: utf-8, utf-16le, utf-16be, windows-1258, windows-1252, tcvn3, vni / the encoding of the files, where it is not recognised
    #[arg(long, value_name = "NAME", value_parser = encoding(), hide_possible_values = true)]
    pub(in crate::cli) encoding: Option<Encoding>,

    /// Không đọc tệp lớn hơn cỡ này / files larger than this are not read
    #[arg(long, value_name = "SIZE", default_value = "512MiB")]
    pub(in crate::cli) max_file_size: Size,
}

#[derive(Debug, clap::Args)]
#[command(help_template = TEMPLATE)]
pub(in crate::cli) struct ParseArgs {
    #[command(flatten)]
    pub(in crate::cli) input: InputArgs,

    /// Cách in: text (cho người đọc), jsonl; dot, graphml: đồ thị viện dẫn của mọi tệp / how to print
    #[arg(long, value_enum, default_value_t, value_name = "FORMAT", hide_possible_values = true, help_heading = OPTIONS)]
    pub(in crate::cli) format: ParseFormat,

    /// Chỉ liệt kê chuỗi giống số, ký hiệu mà không được đọc, kèm lý do / what looks like a citation and was not read
    #[arg(long, help_heading = OPTIONS)]
    pub(in crate::cli) near_misses: bool,
}

#[derive(Debug, clap::Args)]
#[command(help_template = TEMPLATE)]
pub(in crate::cli) struct AuthoritiesArgs {
    #[command(flatten)]
    pub(in crate::cli) input: InputArgs,

    /// Cách in: md (cho người đọc), csv (cho bảng tính), json / how to print
    #[arg(long, value_enum, default_value_t, value_name = "FORMAT", hide_possible_values = true, help_heading = OPTIONS)]
    pub(in crate::cli) format: AuthoritiesFormat,

    /// Ngày xét hiệu lực khi văn bản không ghi ngày; mặc định hôm nay / the day for texts without a date of their own
    #[arg(long, value_name = "YYYY-MM-DD", help_heading = OPTIONS)]
    pub(in crate::cli) today: Option<Date>,
}
