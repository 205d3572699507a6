use std::borrow::Cow;

use super::Loaded;
use super::fields::{fields, header_columns, on_one_line};
use crate::registry::RegistryError;

impl Loaded {
    /// Reads the same columns from CSV: separated by commas, in quotation marks where a field holds one.
    ///
    /// # Errors
    ///
    /// [`RegistryError`] of the header; without it no row can be read.
    pub fn csv(text: &str) -> Result<Self, RegistryError> {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let mut reader = ::csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes());
        let mut records = reader.records();
        let csv_error = |error: ::csv::Error| {
            let line = error.position().map_or(1, |position| position.line() as usize);
            RegistryError::Csv { line, problem: error.to_string() }
        };
        let header = records.next().ok_or(RegistryError::NoHeader)?.map_err(csv_error)?;
        let columns = header_columns(header.iter())?;
        Ok(Self::of(records.map(|record| match record {
            Err(error) => (1, Err(csv_error(error))),
            Ok(record) => {
                let line = record.position().map_or(1, |position| position.line() as usize);
                let fields = fields(&columns, line, record.iter());
                (line, fields.map(|row| row.map(|field| Cow::Owned(on_one_line(&field)))))
            }
        })))
    }
}
