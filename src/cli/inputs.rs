use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use super::args::InputArgs;
use super::config::{Config, nearest_to, read};
use super::output::Console;
use super::problem;
use crate::source::Encoding;

/// The paths to read and what the configuration says of them; what is wrong with one of these was told where there are none.
pub(super) fn opened(args: &InputArgs, console: &Console) -> Option<(InputArgs, Config)> {
    let mut args = args.clone();
    if let Some(list) = args.file_list.take() {
        match paths_in(&list) {
            Ok(paths) => args.paths.extend(paths),
            Err(error) => {
                console.problem(&list.display().to_string(), &problem::unreadable(&error));
                return None;
            }
        }
    }
    let path = match (&args.config, args.no_config) {
        (_, true) => None,
        (Some(path), _) => Some(path.clone()),
        (None, false) => nearest_to(place(&args)),
    };
    let config = match path.as_deref().map(read).transpose() {
        Ok(config) => config.unwrap_or_default(),
        Err((file, message)) => {
            console.problem(&file.display().to_string(), &message);
            return None;
        }
    };
    if let (None, Some(name)) = (args.encoding, &config.encoding) {
        let Ok(encoding) = name.parse::<Encoding>() else {
            let file = config.files.first().map(|file| file.display().to_string()).unwrap_or_default();
            console.problem(&file, &problem::no_such_encoding(name));
            return None;
        };
        args.encoding = Some(encoding);
    }
    args.registry.splice(0..0, config.registry.iter().cloned());
    args.configured_exclude.clone_from(&config.exclude);
    args.force_exclude |= config.force_exclude;
    Some((args, config))
}

/// The path from which the configuration is looked for.
fn place(args: &InputArgs) -> &Path {
    match (args.paths.first(), &args.stdin_filename) {
        (Some(first), Some(name)) if first.as_os_str() == "-" => name,
        (Some(first), _) if first.as_os_str() != "-" => first,
        _ => Path::new("."),
    }
}

/// The paths of a list, one a line, or with a NUL between two as `find -print0` and `git ls-files -z` write them.
fn paths_in(list: &Path) -> io::Result<Vec<PathBuf>> {
    let mut bytes = Vec::new();
    if list.as_os_str() == "-" {
        io::stdin().lock().read_to_end(&mut bytes)?;
    } else {
        bytes = fs::read(list)?;
    }
    let end = if bytes.contains(&0) { 0 } else { b'\n' };
    let paths = bytes.split(|byte| *byte == end).map(|path| path.strip_suffix(b"\r").unwrap_or(path));
    paths.filter(|path| !path.is_empty()).map(path_of).collect()
}

#[cfg(unix)]
#[expect(clippy::unnecessary_wraps, reason = "on other systems it may fail")]
fn path_of(bytes: &[u8]) -> io::Result<PathBuf> {
    use std::os::unix::ffi::OsStrExt;
    Ok(PathBuf::from(std::ffi::OsStr::from_bytes(bytes)))
}

#[cfg(not(unix))]
fn path_of(bytes: &[u8]) -> io::Result<PathBuf> {
    let text = std::str::from_utf8(bytes).map_err(|error| io::Error::new(io::ErrorKind::InvalidData, error))?;
    Ok(PathBuf::from(text))
}
