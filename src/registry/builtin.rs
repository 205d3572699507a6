use std::sync::LazyLock;

use super::{Registry, read, series};

impl Registry {
    /// The documents that come with the program, read at the first call (some milliseconds).
    ///
    /// The texts stay where they are in the program; only the index is built.
    pub fn builtin() -> &'static Self {
        &BUILTIN
    }
}

/// One file a family of documents.
const FILES: [&str; 5] = [
    include_str!("../../data/registry/decrees.tsv"),
    include_str!("../../data/registry/laws.tsv"),
    include_str!("../../data/registry/ministries.tsv"),
    include_str!("../../data/registry/party-central.tsv"),
    include_str!("../../data/registry/prime-minister.tsv"),
];

static BUILTIN: LazyLock<Registry> = LazyLock::new(|| {
    let records = FILES.into_iter().flat_map(|text| match read::static_tsv(text) {
        Ok(records) => records,
        // The texts are compiled in and `tests/registry_data.rs` reads every line of them.
        Err(error) => unreachable!("data/registry: {error}"),
    });
    Registry::from_records(records.collect()).with_series(series::BUILTIN.clone())
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_is_read() {
        let lines: usize = FILES.iter().map(|text| text.lines().count() - 1).sum();
        assert_eq!(Registry::builtin().records().count(), lines);
        assert_eq!(lines, 5_067);
    }
}
