use std::sync::LazyLock;

use super::{Registry, series};

impl Registry {
    /// The documents that come with the program.
    ///
    /// Nothing is read by this call. The first lookup makes an index of the symbols (some tenths of a millisecond); a
    /// record is read when it is found, and its texts stay where they are in the program.
    pub fn builtin() -> &'static Self {
        &BUILTIN
    }
}

/// One file a family of documents.
static FILES: [&str; 6] = [
    include_str!("../../data/registry/decrees.tsv"),
    include_str!("../../data/registry/laws.tsv"),
    include_str!("../../data/registry/local.tsv"),
    include_str!("../../data/registry/ministries.tsv"),
    include_str!("../../data/registry/party-central.tsv"),
    include_str!("../../data/registry/prime-minister.tsv"),
];

static BUILTIN: LazyLock<Registry> = LazyLock::new(|| Registry::of_files(&FILES).with_series(series::BUILTIN.clone()));

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_is_read() {
        let lines: usize = FILES.iter().map(|text| text.lines().count() - 1).sum();
        assert_eq!(Registry::builtin().records().count(), lines);
        assert_eq!(lines, 10_739);
    }
}
