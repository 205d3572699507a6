use super::args::LspArgs;
use super::output::Console;
use super::{FAILED, registries};
use crate::lint::Linter;

/// `lsp`: 0 when the client said goodbye, else 1, as the protocol has it.
pub(super) fn run(args: &LspArgs, console: &Console) -> std::io::Result<u8> {
    let Some(registry) = registries::open(&args.registry, console) else { return Ok(FAILED) };
    let linter = Linter::with_registry(&registry).with_profile(args.profile.unwrap_or_default());
    Ok(u8::from(!crate::lsp::run(&linter, console.lang)?))
}
