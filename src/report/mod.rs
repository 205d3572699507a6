//! Level 7: one file a format.
