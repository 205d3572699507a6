use std::borrow::Cow;
use std::collections::HashMap;

use super::fields::Fields;
use super::line::record;
use crate::registry::pack::Writer;
use crate::registry::{Confidence, RegistryError, Status};
use crate::text::Normalized;

/// Records read so far and the lines their ids stand on.
#[derive(Default)]
pub(super) struct Rows {
    pub(super) writer: Writer,
    lines: HashMap<String, usize>,
}

impl Rows {
    /// Fills in what may be left out and reads the row.
    pub(super) fn push(&mut self, mut row: Fields<'_>, line: usize) -> Result<(), RegistryError> {
        let [id, doc_type, number, symbol, _, date, ..] = &mut row;
        if number.is_empty() && !symbol.is_empty() {
            let end = symbol.find(['/', '-']).unwrap_or(symbol.len());
            *number = Cow::Owned(symbol[..end].to_owned());
        }
        if id.is_empty() {
            let key = if symbol.is_empty() { doc_type } else { symbol };
            *id = Cow::Owned(format!("{key}@{date}"));
        }
        let defaults = [(10, Status::Unknown.name()), (13, "user"), (14, Confidence::Verified.name())];
        for (column, default) in defaults {
            if row[column].is_empty() {
                row[column] = Cow::Borrowed(default);
            }
        }
        let joined = row.join("\t");
        let record = record(Cow::Owned(Normalized::new(&joined).as_str().to_owned()), line)?;
        if let Some(&first) = self.lines.get(record.id()) {
            return Err(RegistryError::DoubleId { line, first, id: record.id().to_owned() });
        }
        if !self.writer.push(&record) {
            return Err(RegistryError::TooLarge);
        }
        self.lines.insert(record.id().to_owned(), line);
        Ok(())
    }
}
