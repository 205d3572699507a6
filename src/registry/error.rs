use thiserror::Error;

/// Why a registry file cannot be read. Lines count from 1; line 1 of a TSV is its header.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum RegistryError {
    /// The file has no header line.
    #[error("the registry is empty: line 1 must name the columns, separated by tabs (symbol and type at least)")]
    NoHeader,
    /// A name in the header or a JSON key that is no column.
    #[error("line {line}: unknown column {name:?}; the columns are {}", super::record::COLUMNS.join(", "))]
    UnknownColumn {
        /// The line.
        line: usize,
        /// The name.
        name: String,
    },
    /// A column that stands twice in the header.
    #[error("line 1: column {name:?} stands twice; leave one of them out")]
    DoubleColumn {
        /// The name.
        name: String,
    },
    /// The header lacks a column that every registry needs.
    #[error("line 1: column {name:?} is missing; add it to the header")]
    MissingColumn {
        /// The name.
        name: &'static str,
    },
    /// A line with more or fewer fields than the header.
    #[error("line {line}: {found} fields where the header has {expected}; separate fields by one tab each")]
    FieldCount {
        /// The line.
        line: usize,
        /// Columns of the header.
        expected: usize,
        /// Fields of the line.
        found: usize,
    },
    /// A field that does not hold what its column says.
    #[error("line {line}, column {column}: {value:?} {problem}")]
    Value {
        /// The line.
        line: usize,
        /// Name of the column.
        column: &'static str,
        /// What stands there.
        value: String,
        /// What is wrong and what to do.
        problem: String,
    },
    /// Two records of one file with the same id.
    #[error("line {line}: id {id:?} is already on line {first}; remove one of the two or give them different ids")]
    DoubleId {
        /// The second line.
        line: usize,
        /// The first line.
        first: usize,
        /// The id.
        id: String,
    },
    /// A line longer than 65,535 bytes.
    #[error("line {line}: longer than 65535 bytes; shorten the title or the source")]
    TooLong {
        /// The line.
        line: usize,
    },
    /// A line that is no CSV.
    #[error("line {line}: not CSV: {problem}; put fields that hold a comma or a quotation mark in quotation marks")]
    Csv {
        /// The line.
        line: usize,
        /// What the CSV reader says.
        problem: String,
    },
    /// A line of JSONL that is not an object of texts.
    #[error("line {line}: not a JSON object of texts: {problem}; write one object a line")]
    Json {
        /// The line.
        line: usize,
        /// What the JSON reader says.
        problem: String,
    },
    /// Rows of 4 GiB or more.
    #[error("the rows have 4 GiB or more; make several registries of them")]
    TooLarge,
    /// Bytes that are no compiled registry.
    #[error("not a compiled registry; make one with `cite-lint registry build`")]
    NoPack,
    /// A compiled registry of another version of the program.
    #[error("a compiled registry of version {found}, this program reads version {known}; build it anew")]
    PackVersion {
        /// Its version.
        found: u32,
        /// The version of this program.
        known: u32,
    },
    /// A compiled registry of which a part is missing, or with something behind it.
    #[error("a damaged registry: it has {found} bytes and should have {expected}; build or copy it anew")]
    PackSize {
        /// How many bytes it should have.
        expected: u64,
        /// How many it has.
        found: u64,
    },
}
