//! Level 1: bytes to text. No filesystem.
