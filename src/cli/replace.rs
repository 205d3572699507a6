use std::fs;
use std::io::{self, Write};
use std::path::Path;

use tempfile::NamedTempFile;

use super::unfinished::Unfinished;

/// Writes a file beside its place and moves it there: whoever reads it meanwhile has the old one, and a failure leaves it.
/// The permissions of the one that is replaced stay. Of a link it is the file that it leads to.
pub(super) fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let path = &fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let mut file = beside(path)?;
    file.write_all(bytes)?;
    move_to(file, path)
}

/// A new file in the folder of `path`, to be written and then moved there. It is gone if that does not happen.
pub(super) fn beside(path: &Path) -> io::Result<NamedTempFile> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut builder = tempfile::Builder::new();
    // What others may read of a new file the system decides, as for any file.
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    let mut unfinished = Unfinished::lock();
    let file = builder.tempfile_in(folder)?;
    unfinished.add(file.path());
    Ok(file)
}

/// Moves a file that stands [`beside`] its place there.
pub(super) fn move_to(file: NamedTempFile, path: &Path) -> io::Result<()> {
    if let Ok(metadata) = fs::metadata(path) {
        fs::set_permissions(file.path(), metadata.permissions())?;
    }
    file.as_file().sync_all()?;
    let mut unfinished = Unfinished::lock();
    unfinished.remove(file.path());
    file.persist(path)?;
    Ok(())
}
