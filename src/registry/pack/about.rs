use std::fmt::Write;

use crate::citation::Date;

/// What the maker of a registry says of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct About {
    /// What it is called: `Văn bản của Tỉnh ủy Long An`.
    pub name: String,
    /// The day on which it was made.
    pub date: Option<Date>,
    /// Which documents it holds, in words.
    pub coverage: String,
    /// Under which conditions it may be passed on.
    pub licence: String,
}

impl About {
    /// Reads the lines of [`About::lines`]; what they do not say stays empty.
    pub(super) fn read(text: &str) -> Self {
        let value = |name: &str| {
            let found = text.lines().filter_map(|line| line.split_once('\t')).find(|(key, _)| *key == name);
            found.map_or("", |(_, value)| value)
        };
        Self {
            name: value("name").to_owned(),
            date: value("date").parse().ok(),
            coverage: value("coverage").to_owned(),
            licence: value("licence").to_owned(),
        }
    }

    /// One line for each thing that is said: its name, a tab, its value.
    pub(super) fn lines(&self) -> String {
        let date = self.date.map(|date| date.to_string()).unwrap_or_default();
        let mut lines = String::new();
        for (name, value) in
            [("name", &self.name), ("date", &date), ("coverage", &self.coverage), ("licence", &self.licence)]
        {
            let value = value.split_whitespace().collect::<Vec<_>>().join(" ");
            if !value.is_empty() {
                let _ = writeln!(lines, "{name}\t{value}");
            }
        }
        lines
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read() {
        let about = About { name: "Tỉnh ủy".into(), date: "2026-11-20".parse().ok(), ..About::default() };
        assert_eq!(About::read(&about.lines()), about);
        let two_lines = About { coverage: "từ 2021\nđến nay".into(), ..About::default() };
        assert_eq!(About::read(&two_lines.lines()).coverage, "từ 2021 đến nay");
        assert_eq!(About::read("date\tnever\nnonsense"), About::default());
    }
}
