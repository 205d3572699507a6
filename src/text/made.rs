/// Asserts that a file of data/index has these bytes; with `INDEX=overwrite` writes it, so that the next build has it.
pub(crate) fn is_or_made(bytes: &[u8], compiled: &[u8], name: &str) {
    if std::env::var_os("INDEX").is_some_and(|value| value == "overwrite") {
        let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("data/index").join(name);
        std::fs::write(path, bytes).unwrap();
    } else {
        assert!(bytes == compiled, "data/index/{name} is not of this data: INDEX=overwrite cargo test index_is");
    }
}
