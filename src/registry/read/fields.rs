use std::borrow::Cow;

use serde_json::{Map, Value};

use crate::registry::RegistryError;
use crate::registry::record::COLUMNS;

/// The fields of a row in the order of [`COLUMNS`].
pub(super) type Fields<'t> = [Cow<'t, str>; COLUMNS.len()];

/// The lines that are not blank, with their numbers.
pub(super) fn lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    text.lines().enumerate().map(|(index, line)| (index + 1, line)).filter(|(_, line)| !line.trim().is_empty())
}

/// Puts the fields of a line under their columns.
pub(super) fn fields<'t>(
    columns: &[usize],
    line: usize,
    found: impl Iterator<Item = &'t str>,
) -> Result<Fields<'t>, RegistryError> {
    let found: Vec<&str> = found.collect();
    if found.len() != columns.len() {
        return Err(RegistryError::FieldCount { line, expected: columns.len(), found: found.len() });
    }
    let mut row = Fields::default();
    for (&column, field) in columns.iter().zip(found) {
        row[column] = Cow::Borrowed(field.trim());
    }
    Ok(row)
}

/// The fields of a JSON object.
pub(super) fn object<'t>(line: usize, text: &str) -> Result<Fields<'t>, RegistryError> {
    let json = |problem: String| RegistryError::Json { line, problem };
    let object: Map<String, Value> = serde_json::from_str(text).map_err(|error| json(error.to_string()))?;
    let mut row = Fields::default();
    for (name, value) in object {
        let text = plain(&value).ok_or_else(|| json(format!("{name} is neither a text nor a list of texts")))?;
        let known = COLUMNS.iter().position(|&column| column == name);
        let column = known.ok_or(RegistryError::UnknownColumn { line, name })?;
        row[column] = Cow::Owned(on_one_line(&text));
    }
    Ok(row)
}

pub(super) fn on_one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The column numbers that a header names.
pub(super) fn header_columns<'t>(header: impl Iterator<Item = &'t str>) -> Result<Vec<usize>, RegistryError> {
    let mut columns = Vec::new();
    for name in header.map(str::trim) {
        let known = COLUMNS.iter().position(|&column| column == name);
        let column = known.ok_or_else(|| RegistryError::UnknownColumn { line: 1, name: name.to_owned() })?;
        if columns.contains(&column) {
            return Err(RegistryError::DoubleColumn { name: name.to_owned() });
        }
        columns.push(column);
    }
    for (column, name) in [(1, COLUMNS[1]), (3, COLUMNS[3])] {
        if !columns.contains(&column) {
            return Err(RegistryError::MissingColumn { name });
        }
    }
    Ok(columns)
}

/// A JSON value as the text of a field.
fn plain(value: &Value) -> Option<String> {
    match value {
        Value::Null => Some(String::new()),
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        Value::Array(values) => {
            let texts: Option<Vec<&str>> = values.iter().map(Value::as_str).collect();
            texts.map(|texts| texts.join(","))
        }
        Value::Bool(_) | Value::Object(_) => None,
    }
}
