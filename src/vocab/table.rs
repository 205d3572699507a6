/// The rows of a tab-separated file with a header line; a missing last column is `""`.
pub(super) fn rows(file: &'static str) -> impl Iterator<Item = Row> {
    file.lines().skip(1).filter(|line| !line.is_empty()).map(Row::new)
}

/// The most columns that a file has.
const MOST: usize = 12;

/// One row, its fields separated by tabs.
pub(crate) struct Row([&'static str; MOST]);

impl Row {
    pub(super) fn new(line: &'static str) -> Self {
        let mut fields = [""; MOST];
        let mut from = 0;
        for (field, end) in fields.iter_mut().zip(memchr::memchr_iter(b'\t', line.as_bytes()).chain([line.len()])) {
            *field = &line[from..end];
            from = end + 1;
        }
        Self(fields)
    }

    /// The text of a column, counted from 0.
    pub(super) fn get(&self, column: usize) -> &'static str {
        self.0.get(column).copied().unwrap_or_default()
    }

    /// The members of a column that holds a list.
    pub(super) fn list(&self, column: usize) -> impl Iterator<Item = &'static str> + use<> {
        self.get(column).split(';').map(str::trim).filter(|member| !member.is_empty())
    }
}
