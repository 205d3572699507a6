use std::borrow::Cow;

use crate::citation::Term;
use crate::registry::record::COLUMNS;
use crate::registry::{Confidence, Record, RegistryError, Status};

/// A line in canonical form as a record.
pub(in crate::registry) fn record(line: Cow<'static, str>, line_number: usize) -> Result<Record, RegistryError> {
    let mut ends = [0; COLUMNS.len()];
    if u16::try_from(line.len()).is_err() {
        return Err(RegistryError::TooLong { line: line_number });
    }
    let mut found = 0;
    for end_of_field in memchr::memchr_iter(b'\t', line.as_bytes()).chain([line.len()]) {
        if let Some(end) = ends.get_mut(found) {
            *end = end_of_field as u16;
        }
        found += 1;
    }
    if found != COLUMNS.len() {
        return Err(RegistryError::FieldCount { line: line_number, expected: COLUMNS.len(), found });
    }
    let field = |column: usize| -> &str {
        let start = if column == 0 { 0 } else { usize::from(ends[column - 1]) + 1 };
        &line[start..usize::from(ends[column])]
    };
    let wrong = |column: usize, problem: String| RegistryError::Value {
        line: line_number,
        column: COLUMNS[column],
        value: field(column).to_owned(),
        problem,
    };
    let date = |column: usize| match field(column) {
        "" => Ok(None),
        text => text.parse().map(Some).map_err(|error| wrong(column, format!("is not a date: {error}"))),
    };
    if field(1).is_empty() {
        return Err(wrong(1, "is not a type; write it in full, as in Nghị định".into()));
    }
    if field(3).is_empty() && field(7).is_empty() {
        return Err(wrong(3, "is no symbol; a document without one needs a title".into()));
    }
    if field(3).contains(' ') {
        return Err(wrong(3, "holds a blank; write the symbol without, as in 30/2020/NĐ-CP".into()));
    }
    let (dates, effective, expires) = (date(5)?, date(8)?, date(9)?);
    let term = match field(6) {
        "" => None,
        text => Some(term(text).ok_or_else(|| wrong(6, "is not a term; write a Roman numeral, as in XIII".into()))?),
    };
    let status = Status::from_name(field(10))
        .ok_or_else(|| wrong(10, "is not a status; write in_force, replaced, expired or unknown".into()))?;
    let confidence = Confidence::from_name(field(14))
        .ok_or_else(|| wrong(14, "is not a confidence; write verified, single or memory".into()))?;
    Ok(Record { ends, date: dates, effective, expires, term, status, confidence, line })
}

/// Reads the terms that occur most without trying each numeral.
fn term(text: &str) -> Option<Term> {
    const USUAL: [&str; 9] = ["VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV", "XVI"];
    match USUAL.iter().position(|&usual| usual == text) {
        Some(index) => Term::new(index as u8 + 8),
        None => text.parse().ok(),
    }
}
