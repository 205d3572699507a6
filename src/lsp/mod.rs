//! Level 9: the language server. Findings while a text is written, their fixes, what the registry says of a citation.
//!
//! Source: Language Server Protocol 3.17. It keeps the texts that are open and reads no file; where the settings of a text
//! come from its caller decides.

mod actions;
mod buffer;
mod capabilities;
mod cited;
mod client;
mod commands;
mod completion;
mod diagnostics;
mod failure;
mod hover;
mod ignore;
mod inbox;
mod insertion;
mod open;
mod outline;
mod places;
mod server;
mod settings;
mod uri;
mod wire;

use std::io::{BufWriter, stdin, stdout};
use std::sync::mpsc::channel;
use std::thread;

pub use diagnostics::MOST;
pub use settings::{Check, Settings, Source, Wanted};

/// Serves the client at standard input and output until it says goodbye or goes; false where it went without a goodbye.
///
/// `source` tells how the text of a file is checked. It is asked when a text is opened, and again when the client has told
/// that its settings or a `cite-lint.toml` changed.
pub fn run(source: &mut Source<'_>) -> bool {
    let (sender, receiver) = channel();
    // It ends with the stream or with the process: nobody waits for it.
    thread::spawn(move || wire::read_all(&mut stdin().lock(), &sender));
    let mut out = BufWriter::new(stdout().lock());
    server::serve(receiver, &mut |message| wire::write(&mut out, message), source)
}

#[cfg(test)]
mod tests;
