use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::sync::{LazyLock, Mutex, MutexGuard, Once, PoisonError};

/// Files that were begun and do not stand in their place yet. Ctrl-C takes them away before the program ends, so that it leaves
/// neither a half file nor a nameless one.
static UNFINISHED: LazyLock<Mutex<HashSet<PathBuf>>> = LazyLock::new(Mutex::default);

/// As shells have it for a program that a signal ended: 128 and the number of the signal.
const INTERRUPTED: i32 = 130;

/// Held while a file is made or moved: Ctrl-C waits for that.
pub(super) struct Unfinished(MutexGuard<'static, HashSet<PathBuf>>);

impl Unfinished {
    pub(super) fn lock() -> Self {
        static WATCH: Once = Once::new();
        WATCH.call_once(|| {
            // Where a signal cannot be caught the program ends as any other.
            let _ = ctrlc::set_handler(|| {
                let files = Self::lock();
                for file in files.0.iter() {
                    let _ = std::fs::remove_file(file);
                }
                // The lock is still held: no other file is begun.
                std::process::exit(INTERRUPTED);
            });
        });
        Self(UNFINISHED.lock().unwrap_or_else(PoisonError::into_inner))
    }

    pub(super) fn add(&mut self, file: &Path) {
        self.0.insert(file.to_owned());
    }

    pub(super) fn remove(&mut self, file: &Path) {
        self.0.remove(file);
    }
}
