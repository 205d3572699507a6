use std::path::PathBuf;

/// The path of a `file:` URI; `None` of a text that was never saved, or that lies elsewhere.
pub(super) fn path(uri: &str) -> Option<PathBuf> {
    let rest = uri.strip_prefix("file://")?;
    let path = decoded(rest.strip_prefix("localhost").unwrap_or(rest))?;
    // `file:///c:/folder` names a drive; `file://host/folder` a share.
    let drive = path.strip_prefix('/').filter(|rest| cfg!(windows) && rest.as_bytes().get(1) == Some(&b':'));
    match drive {
        Some(drive) => Some(PathBuf::from(drive)),
        None if path.starts_with('/') => Some(PathBuf::from(path)),
        None => cfg!(windows).then(|| PathBuf::from(format!("//{path}"))),
    }
}

/// The bytes behind `%` put back.
fn decoded(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut parts = text.split('%');
    bytes.extend(parts.next()?.as_bytes());
    for part in parts {
        bytes.push(u8::from_str_radix(part.get(..2)?, 16).ok()?);
        bytes.extend(&part.as_bytes()[2..]);
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_files_have_a_path() {
        for (uri, want) in [
            ("file:///home/a/k%E1%BA%BF%20ho%E1%BA%A1ch.md", Some("/home/a/kế hoạch.md")),
            ("file://localhost/a", Some("/a")),
            ("file:///a%zz", None),
            ("file:///a%ff", None),
            ("file:///a%", None),
            ("untitled:Untitled-1", None),
            ("", None),
        ] {
            assert_eq!(path(uri), want.map(PathBuf::from), "{uri}");
        }
    }
}
