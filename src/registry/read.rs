use std::borrow::Cow;
use std::collections::HashMap;

use serde_json::{Map, Value};

use super::record::COLUMNS;
use super::{Confidence, Record, Registry, RegistryError, Status};
use crate::citation::{PartialDate, Term};
use crate::text::Normalized;

impl Registry {
    /// Reads a registry of your own: a header line, then one document a line, fields separated by tabs.
    ///
    /// The columns, in any order: `type` and `symbol` (needed), `number`, `id`, `issuer`, `date` (`YYYY-MM-DD`, or only
    /// `YYYY`), `term` (Roman), `title`, `effective`, `expires`, `status` (`in_force`, `replaced`, `expired`,
    /// `unknown`), `replaced_by` and `amends` (ids separated by commas), `source`, `confidence` (`verified`, `single`,
    /// `memory`). What is left out: `id` becomes `SYMBOL@DATE`, `status` unknown, `source` user, `confidence` verified.
    /// Blank lines do not count; the text is normalised as drafts are (NFC, `Đ` for `Ð`, `-` for dashes).
    ///
    /// # Errors
    ///
    /// [`RegistryError`] for the first line that cannot be read: header without a needed column or with an unknown or
    /// double one, wrong number of fields, a field that does not hold what its column says, an id that is already taken.
    ///
    /// ```
    /// use cite_lint::registry::Registry;
    ///
    /// let own = Registry::from_tsv("type\tsymbol\tdate\nKế hoạch\t484/KH-UBND\t2024-03-01\n").unwrap();
    /// assert_eq!(own.records().next().unwrap().id(), "484/KH-UBND@2024-03-01");
    ///
    /// let error = Registry::from_tsv("type\tsymbol\tdate\nKế hoạch\t484/KH-UBND\t01/3/2024\n").unwrap_err();
    /// assert_eq!(
    ///     error.to_string(),
    ///     "line 2, column date: \"01/3/2024\" is not a date: a date is written YYYY, YYYY-MM or YYYY-MM-DD"
    /// );
    /// ```
    pub fn from_tsv(text: &str) -> Result<Self, RegistryError> {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let mut lines = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
        let (_, header) = lines.next().ok_or(RegistryError::NoHeader)?;
        let columns = header_columns(header)?;
        let mut rows = Rows::default();
        for (index, line) in lines {
            let fields: Vec<&str> = line.split('\t').collect();
            if fields.len() != columns.len() {
                let (expected, found) = (columns.len(), fields.len());
                return Err(RegistryError::FieldCount { line: index + 1, expected, found });
            }
            let mut row: [Cow<'_, str>; COLUMNS.len()] = Default::default();
            for (&column, field) in columns.iter().zip(fields) {
                row[column] = Cow::Borrowed(field.trim());
            }
            rows.push(row, index + 1)?;
        }
        Ok(Self::from_records(rows.records))
    }

    /// Reads a registry of your own from JSON Lines: one object a line, its keys the columns of [`Registry::from_tsv`].
    /// Values are texts, numbers, `null`, or arrays of texts for the lists.
    ///
    /// # Errors
    ///
    /// [`RegistryError`] for the first line that is not such an object, or as for [`Registry::from_tsv`].
    ///
    /// ```
    /// use cite_lint::registry::Registry;
    ///
    /// let line = r#"{"type": "Kế hoạch", "symbol": "484/KH-UBND", "date": "2024-03-01", "title": "chuyển đổi số"}"#;
    /// assert_eq!(Registry::from_jsonl(line).unwrap().records().next().unwrap().title(), "chuyển đổi số");
    /// ```
    pub fn from_jsonl(text: &str) -> Result<Self, RegistryError> {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let mut rows = Rows::default();
        for (index, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
            let line_number = index + 1;
            let json = |problem: String| RegistryError::Json { line: line_number, problem };
            let object: Map<String, Value> = serde_json::from_str(line).map_err(|error| json(error.to_string()))?;
            let mut row: [Cow<'_, str>; COLUMNS.len()] = Default::default();
            for (name, value) in object {
                let text =
                    plain(&value).ok_or_else(|| json(format!("{name} is neither a text nor a list of texts")))?;
                let known = COLUMNS.iter().position(|&column| column == name);
                let column = known.ok_or(RegistryError::UnknownColumn { line: line_number, name })?;
                row[column] = Cow::Owned(text.split_whitespace().collect::<Vec<_>>().join(" "));
            }
            rows.push(row, line_number)?;
        }
        Ok(Self::from_records(rows.records))
    }
}

/// Records read so far and the lines their ids stand on.
#[derive(Default)]
struct Rows {
    records: Vec<Record>,
    lines: HashMap<String, usize>,
}

impl Rows {
    /// Fills in what may be left out and reads the row.
    fn push(&mut self, mut row: [Cow<'_, str>; COLUMNS.len()], line: usize) -> Result<(), RegistryError> {
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
        if let Some(first) = self.lines.insert(record.id().to_owned(), line) {
            return Err(RegistryError::DoubleId { line, first, id: record.id().to_owned() });
        }
        self.records.push(record);
        Ok(())
    }
}

/// The column numbers that a header names.
fn header_columns(header: &str) -> Result<Vec<usize>, RegistryError> {
    let mut columns = Vec::new();
    for name in header.split('\t').map(str::trim) {
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

/// A line in canonical form as a record.
pub(super) fn record(line: Cow<'static, str>, line_number: usize) -> Result<Record, RegistryError> {
    let mut ends = [0; COLUMNS.len()];
    if u16::try_from(line.len()).is_err() {
        return Err(RegistryError::TooLong { line: line_number });
    }
    let mut found = 0;
    for tab in memchr::memchr_iter(b'\t', line.as_bytes()).chain([line.len()]) {
        if let Some(end) = ends.get_mut(found) {
            *end = tab as u16;
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
        text => text.parse::<PartialDate>().map(Some).map_err(|error| wrong(column, format!("is not a date: {error}"))),
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn errors_name_line_column_and_remedy() {
        for (text, message) in [
            ("", "the registry is empty: line 1 must name the columns, separated by tabs (symbol and type at least)"),
            ("type\tdate\n", "line 1: column \"symbol\" is missing; add it to the header"),
            ("type\tsymbol\ttype\n", "line 1: column \"type\" stands twice; leave one of them out"),
            ("type\tsymbol\nLuật\n", "line 2: 1 fields where the header has 2; separate fields by one tab each"),
            (
                "type\tsymbol\n\t1/KH-UBND\n",
                "line 2, column type: \"\" is not a type; write it in full, as in Nghị định",
            ),
            (
                "type\tsymbol\nLuật\t\n",
                "line 2, column symbol: \"\" is no symbol; a document without one needs a title",
            ),
            (
                "type\tsymbol\nLuật\t1 /QH\n",
                "line 2, column symbol: \"1 /QH\" holds a blank; write the symbol without, as in 30/2020/NĐ-CP",
            ),
            (
                "type\tsymbol\tterm\n\nLuật\t1/QH\t13\n",
                "line 3, column term: \"13\" is not a term; write a Roman numeral, as in XIII",
            ),
            (
                "type\tsymbol\tdate\nLuật\t1/QH\t2023-02-29\n",
                "line 2, column date: \"2023-02-29\" is not a date: 2023-02 has no day 29",
            ),
            (
                "type\tsymbol\tstatus\nLuật\t1/QH\tdead\n",
                "line 2, column status: \"dead\" is not a status; write in_force, replaced, expired or unknown",
            ),
            (
                "type\tsymbol\nLuật\t1/QH\nLuật\t1/QH\n",
                "line 3: id \"1/QH@\" is already on line 2; remove one of the two or give them different ids",
            ),
        ] {
            assert_eq!(Registry::from_tsv(text).unwrap_err().to_string(), message);
        }
        let unknown = Registry::from_tsv("type\tsymbol\tday\n").unwrap_err().to_string();
        assert!(unknown.starts_with("line 1: unknown column \"day\"; the columns are id, type, "), "{unknown}");
        let long = format!("type\tsymbol\ttitle\nLuật\t1/QH\t{}\n", "a".repeat(70_000));
        assert_eq!(Registry::from_tsv(&long).unwrap_err(), RegistryError::TooLong { line: 2 });
    }

    #[test]
    fn json_lines() {
        let text =
            "{\"symbol\":\"5-QĐ/TU\",\"type\":\"Quy định\",\"replaced_by\":[\"6-QĐ/TU\",\"7-QĐ/TU\"],\"date\":2020}\n";
        let registry = Registry::from_jsonl(text).unwrap();
        let record = registry.records().next().unwrap();
        assert_eq!(record.replaced_by().collect::<Vec<_>>(), ["6-QĐ/TU", "7-QĐ/TU"]);
        assert_eq!((record.id(), record.number()), ("5-QĐ/TU@2020", "5"));
        assert!(matches!(Registry::from_jsonl("[]"), Err(RegistryError::Json { line: 1, .. })));
        assert!(matches!(Registry::from_jsonl("\n{\"symbol\":true}"), Err(RegistryError::Json { line: 2, .. })));
        assert!(matches!(Registry::from_jsonl("{\"so\":\"1\"}"), Err(RegistryError::UnknownColumn { line: 1, .. })));
    }

    #[test]
    fn user_texts_are_normalised() {
        let text = "\u{feff}type\tsymbol\r\nNghi\u{0323} đi\u{0323}nh\t30/2020/NÐ\u{2013}CP\r\n";
        let registry = Registry::from_tsv(text).unwrap();
        let record = registry.records().next().unwrap();
        assert_eq!((record.id(), record.source(), record.status()), ("30/2020/NĐ-CP@", "user", Status::Unknown));
        assert_eq!((record.doc_type(), record.symbol()), ("Nghị định", "30/2020/NĐ-CP"));
    }
}
