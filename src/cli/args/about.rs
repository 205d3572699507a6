use std::path::PathBuf;

use clap::Subcommand;

use super::{ARGUMENTS, LintArgs, OPTIONS, TEMPLATE, VERB, VERBS};
use crate::cli::choices::RulesFormat;
#[cfg(feature = "lsp")]
use crate::cli::choices::profile;
#[cfg(feature = "lsp")]
use crate::lint::Profile;

#[derive(Debug, clap::Args)]
#[command(help_template = TEMPLATE, next_help_heading = OPTIONS)]
pub(in crate::cli) struct ExplainArgs {
    /// Mã hoặc tên quy tắc: SYM03, symbol-separator / code or name of a rule
    #[arg(value_name = "RULE", required = true, help_heading = ARGUMENTS)]
    pub(in crate::cli) rules: Vec<String>,
}

#[derive(Debug, clap::Args)]
#[command(help_template = TEMPLATE, next_help_heading = OPTIONS)]
pub(in crate::cli) struct RulesArgs {
    /// Cách in: text, json / how to print
    #[arg(long, value_enum, default_value_t, value_name = "FORMAT", hide_possible_values = true)]
    pub(in crate::cli) format: RulesFormat,
}

#[cfg(feature = "lsp")]
#[derive(Debug, clap::Args)]
#[command(help_template = TEMPLATE, next_help_heading = OPTIONS)]
pub(in crate::cli) struct LspArgs {
    /// Danh mục văn bản của riêng mình / your own known documents
    #[arg(long, value_name = "FILE")]
    pub(in crate::cli) registry: Vec<PathBuf>,

    /// Mức đòi hỏi: strict, default, form-only / how much is asked
    #[arg(long, value_name = "PROFILE", value_parser = profile(), hide_possible_values = true)]
    pub(in crate::cli) profile: Option<Profile>,
}

#[derive(Debug, clap::Args)]
#[command(
    help_template = TEMPLATE,
    subcommand_help_heading = VERBS,
    subcommand_value_name = VERB,
    disable_help_subcommand = true
)]
pub(in crate::cli) struct ConfigArgs {
    #[command(subcommand)]
    pub(in crate::cli) verb: ConfigVerb,
}

#[derive(Debug, Subcommand)]
pub(in crate::cli) enum ConfigVerb {
    /// Tệp được kiểm tra theo quy định và quy tắc nào / by which regime and rules a file is checked
    Show(Box<ConfigShowArgs>),
    /// In lược đồ JSON của cite-lint.toml / print the JSON Schema of cite-lint.toml
    #[command(help_template = TEMPLATE)]
    Schema,
}

#[derive(Debug, clap::Args)]
#[command(help_template = TEMPLATE, next_help_heading = OPTIONS)]
pub(in crate::cli) struct ConfigShowArgs {
    #[command(flatten)]
    pub(in crate::cli) lint: LintArgs,
}

#[derive(Debug, clap::Args)]
#[command(help_template = TEMPLATE, next_help_heading = OPTIONS)]
pub(in crate::cli) struct CompletionsArgs {
    /// Loại shell: bash, zsh, fish, powershell, elvish / which shell
    #[arg(value_name = "SHELL", help_heading = ARGUMENTS, hide_possible_values = true)]
    pub(in crate::cli) shell: clap_complete::Shell,
}

#[derive(Debug, clap::Args)]
#[command(help_template = TEMPLATE, next_help_heading = OPTIONS)]
pub(in crate::cli) struct ManArgs {
    /// Ghi trang của mọi lệnh vào thư mục này / write the pages of all commands into this folder
    #[arg(value_name = "FOLDER", help_heading = ARGUMENTS)]
    pub(in crate::cli) folder: Option<PathBuf>,
}
