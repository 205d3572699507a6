#[cfg(feature = "cli")]
mod csv;
mod fields;
pub(super) mod line;
mod rows;
#[cfg(test)]
mod tests;

use self::fields::{Fields, fields, header_columns, lines, object};
use self::rows::Rows;
use super::pack::{About, Pack};
use super::{Registry, RegistryError};

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
        Loaded::tsv(text)?.strict()
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
        Loaded::jsonl(text).strict()
    }
}

/// A registry of your own as far as it can be read: the good rows, and what is wrong with the others.
///
/// ```
/// use cite_lint::registry::Loaded;
///
/// let text = "type\tsymbol\tdate\nKế hoạch\t484/KH-UBND\t2024-03-01\nKế hoạch\t485/KH-UBND\t01/3/2024\n";
/// let loaded = Loaded::tsv(text).unwrap();
/// assert_eq!((loaded.registry.records().count(), loaded.problems.len()), (1, 1));
/// ```
#[derive(Clone, Debug)]
pub struct Loaded {
    /// The good rows.
    pub registry: Registry,
    /// What is wrong with each of the other rows, in the order of the file.
    pub problems: Vec<RegistryError>,
}

impl Loaded {
    /// Reads the format of [`Registry::from_tsv`].
    ///
    /// # Errors
    ///
    /// [`RegistryError`] of the header; without it no row can be read.
    pub fn tsv(text: &str) -> Result<Self, RegistryError> {
        let mut lines = lines(text);
        let (_, header) = lines.next().ok_or(RegistryError::NoHeader)?;
        let columns = header_columns(header.split('\t'))?;
        Ok(Self::of(lines.map(|(line, text)| (line, fields(&columns, line, text.split('\t'))))))
    }

    /// Reads the format of [`Registry::from_jsonl`].
    pub fn jsonl(text: &str) -> Self {
        Self::of(lines(text).map(|(line, text)| (line, object(line, text))))
    }

    fn of<'t>(read: impl Iterator<Item = (usize, Result<Fields<'t>, RegistryError>)>) -> Self {
        let mut rows = Rows::default();
        let mut problems = Vec::new();
        for (line, fields) in read {
            problems.extend(fields.and_then(|fields| rows.push(fields, line)).err());
        }
        let pack = Pack::open(rows.writer.pack(&About::default()));
        Self { registry: pack.map(Registry::of).unwrap_or_default(), problems }
    }

    fn strict(self) -> Result<Registry, RegistryError> {
        match self.problems.into_iter().next() {
            None => Ok(self.registry),
            Some(problem) => Err(problem),
        }
    }
}
