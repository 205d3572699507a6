use std::borrow::Cow;
use std::fs;
use std::path::{Component, Path};

/// A path from the root, without `..` where the file system knows it: that globs and folders upward count from.
pub(super) fn whole(path: &Path) -> Cow<'_, Path> {
    let path = if path.as_os_str().is_empty() { Path::new(".") } else { path };
    let steps_up = path.components().any(|step| step == Component::ParentDir);
    let whole = if steps_up { fs::canonicalize(path) } else { std::path::absolute(path) };
    whole.map_or(Cow::Borrowed(path), Cow::Owned)
}
