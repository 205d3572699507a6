use std::io::{self, IsTerminal, Write};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use terminal_size::{Width, terminal_size_of};

/// How far a run is, on a terminal, where it takes longer than a moment. Elsewhere nothing is drawn.
pub(super) struct Progress {
    /// Whether standard error is a terminal.
    is_seen: bool,
    files: usize,
    began: Instant,
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    done: usize,
    /// When the bar that stands there was drawn, and how many columns it has.
    drawn: Option<(Instant, usize)>,
}

/// What is over before is not worth a bar.
const MOMENT: Duration = Duration::from_secs(1);

/// A bar that stands is drawn anew after so long.
const STANDS: Duration = Duration::from_millis(100);

impl Progress {
    /// Of so many files.
    pub(super) fn new(files: usize) -> Self {
        Self { is_seen: io::stderr().is_terminal(), files, began: Instant::now(), state: Mutex::default() }
    }

    /// One more file is done.
    pub(super) fn advance(&self) {
        if !self.is_seen {
            return;
        }
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        state.done += 1;
        let now = Instant::now();
        let is_old = state.drawn.is_none_or(|(drawn, _)| now - drawn > STANDS);
        let passed = now - self.began;
        if passed > MOMENT && is_old {
            state.wipe();
            let columns = terminal_size_of(io::stderr()).map_or(80, |(Width(columns), _)| usize::from(columns));
            let line = line(state.done, self.files, passed, columns.saturating_sub(1));
            let _ = write!(io::stderr().lock(), "{line}");
            state.drawn = Some((now, line.chars().count()));
        }
    }

    /// Does something that writes, while nothing is drawn.
    pub(super) fn beside<T>(&self, write: impl FnOnce() -> T) -> T {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        state.wipe();
        write()
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.state.get_mut().unwrap_or_else(PoisonError::into_inner).wipe();
    }
}

impl State {
    /// Takes away what is drawn.
    fn wipe(&mut self) {
        if let Some((_, columns)) = self.drawn.take() {
            let _ = write!(io::stderr().lock(), "\r{:columns$}\r", "");
        }
    }
}

/// A bar, how many files of how many are done, and how many minutes and seconds the others will take.
fn line(done: usize, files: usize, passed: Duration, columns: usize) -> String {
    let left = passed.as_secs().saturating_mul(files.saturating_sub(done) as u64) / done.max(1) as u64;
    let counts = format!(" {done}/{files}  {}:{:02}", left / 60, left % 60);
    let room = columns.saturating_sub(counts.len());
    let full = (room * done.min(files)).checked_div(files).unwrap_or(room);
    format!("{}{}{counts}", "█".repeat(full), "░".repeat(room - full))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_line_fits() {
        let line = |done, files, seconds, columns| line(done, files, Duration::from_secs(seconds), columns);
        assert_eq!(line(1, 4, 30, 17), "█░░░░░░ 1/4  1:30");
        assert_eq!(line(4, 4, 30, 17), "███████ 4/4  0:00");
        assert_eq!(line(0, 0, 0, 17), "███████ 0/0  0:00");
        assert_eq!(line(5, 4, 1, 3), " 5/4  0:00");
    }
}
