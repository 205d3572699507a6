#[cfg(feature = "lsp")]
use std::cell::RefCell;
use std::io::{self, BufWriter, IsTerminal, StdoutLock, Write};

use anstream::{AutoStream, ColorChoice};

use super::choices::Color;
use crate::finding::{Lang, Message};
use crate::report::clean;

/// Where the command writes, and how.
#[derive(Clone, Copy, Debug)]
pub(super) struct Console {
    /// The language of the messages.
    pub(super) lang: Lang,
    /// Whether it was chosen for this run, so that a configuration says nothing about it.
    lang_is_chosen: bool,
    /// Whether standard output takes colours.
    pub(super) colour: bool,
    /// Columns of the terminal.
    pub(super) width: usize,
}

/// Columns where the output is no terminal.
const PLAIN_WIDTH: usize = 120;

impl Console {
    pub(super) fn new(lang: Lang, lang_is_chosen: bool, color: Color) -> Self {
        let stdout = io::stdout();
        let colour = match color {
            Color::Always => true,
            Color::Never => false,
            Color::Auto => AutoStream::choice(&stdout) != ColorChoice::Never,
        };
        let terminal = if stdout.is_terminal() { terminal_size::terminal_size() } else { None };
        let width = terminal.map_or(PLAIN_WIDTH, |(width, _)| usize::from(width.0));
        Self { lang, lang_is_chosen, colour, width }
    }

    /// The same in the language of the configuration, unless one was chosen for this run.
    pub(super) fn speaking(self, lang: Option<Lang>) -> Self {
        match lang {
            Some(lang) if !self.lang_is_chosen => Self { lang, ..self },
            _ => self,
        }
    }

    /// The same in a language that was chosen for this run, if one was.
    #[cfg(feature = "lsp")]
    pub(super) fn choosing(self, lang: Option<Lang>) -> Self {
        lang.map_or(self, |lang| Self { lang, lang_is_chosen: true, ..self })
    }

    /// Standard output, locked and buffered.
    pub(super) fn stdout(&self) -> BufWriter<StdoutLock<'static>> {
        BufWriter::with_capacity(64 * 1024, io::stdout().lock())
    }

    /// What went wrong with `subject`, on standard error.
    pub(super) fn problem(&self, subject: &str, message: &Message) {
        self.notice(&format!("{}: {}", clean(subject), clean(message.text(self.lang))));
    }

    /// A line on standard error, or for whoever [`heard`] it.
    pub(super) fn notice(&self, text: &str) {
        #[cfg(feature = "lsp")]
        if HEARD.with_borrow_mut(|heard| heard.as_mut().map(|heard| heard.push(text.to_owned())).is_some()) {
            return;
        }
        // Where standard error is closed there is nobody to tell.
        let _ = writeln!(io::stderr().lock(), "cite-lint: {text}");
    }
}

#[cfg(feature = "lsp")]
thread_local! {
    static HEARD: RefCell<Option<Vec<String>>> = const { RefCell::new(None) };
}

/// Does some work and gives what was told meanwhile, which does not go to standard error: an editor shows it.
#[cfg(feature = "lsp")]
pub(super) fn heard<T>(work: impl FnOnce() -> T) -> (T, Vec<String>) {
    HEARD.set(Some(Vec::new()));
    let done = work();
    (done, HEARD.take().unwrap_or_default())
}
