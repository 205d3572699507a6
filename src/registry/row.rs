use std::borrow::Cow;
use std::fmt;
use std::sync::OnceLock;

use super::Record;
use super::read::line;

/// A line of a registry, read as a [`Record`] when it is first asked for.
#[derive(Clone)]
pub(super) struct Row {
    /// A line of the program's own data; empty where the record came already read.
    line: &'static str,
    record: OnceLock<Box<Record>>,
}

impl Row {
    /// A line of the program's own data, in canonical form.
    pub(super) const fn of_line(line: &'static str) -> Self {
        Self { line, record: OnceLock::new() }
    }

    /// The line, read.
    pub(super) fn record(&self) -> &Record {
        self.record.get_or_init(|| match line::record(Cow::Borrowed(self.line), 0) {
            Ok(record) => Box::new(record),
            // The texts are compiled in and `tests/registry_data.rs` reads every line of them.
            Err(error) => unreachable!("data/registry: {error}: {}", self.line),
        })
    }

    pub(super) fn id(&self) -> &str {
        self.field(0)
    }

    /// Number and symbol. In the program's own data the id begins with it, so that no more of the line is touched; what
    /// stands there for a constitution is no symbol that could be looked up.
    pub(super) fn symbol(&self) -> &str {
        match self.record.get() {
            Some(record) if self.is_own() => record.symbol(),
            _ => &self.line[..memchr::memchr(b'@', self.line.as_bytes()).unwrap_or(0)],
        }
    }

    /// Whether the record came already read, from a file of the user's own.
    pub(super) const fn is_own(&self) -> bool {
        self.line.is_empty()
    }

    /// The name, if the document is one that is cited by its name.
    pub(super) fn name(&self) -> Option<&str> {
        let line = self.line();
        let behind = &line[memchr::memchr(b'\t', line.as_bytes())?..];
        let named = ["\tLuật\t", "\tBộ luật\t", "\tPháp lệnh\t", "\tHiến pháp\t"]
            .iter()
            .any(|doc_type| behind.starts_with(doc_type));
        named.then(|| self.field(7)).filter(|name| !name.is_empty())
    }

    fn line(&self) -> &str {
        self.record.get().map_or(self.line, |record| record.as_tsv())
    }

    /// A column, without reading the others.
    fn field(&self, column: usize) -> &str {
        let line = self.line();
        let mut tabs = memchr::memchr_iter(b'\t', line.as_bytes());
        let start = column.checked_sub(1).and_then(|before| tabs.nth(before)).map_or(0, |tab| tab + 1);
        &line[start..tabs.next().unwrap_or(line.len())]
    }
}

impl From<Record> for Row {
    fn from(record: Record) -> Self {
        Self { line: "", record: OnceLock::from(Box::new(record)) }
    }
}

impl fmt::Debug for Row {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Row").field(&self.id()).finish()
    }
}
