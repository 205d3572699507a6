//! Placeholder until the scan exists.
fn main() {}
