use std::sync::Mutex;
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// How far a run is, on a terminal, where it takes longer than a moment. Elsewhere nothing is drawn.
pub(super) struct Progress {
    bar: ProgressBar,
    /// When it began; nothing once it is drawn.
    began: Mutex<Option<Instant>>,
}

/// What is over before is not worth a bar.
const MOMENT: Duration = Duration::from_secs(1);

impl Progress {
    /// Of so many files.
    pub(super) fn new(files: usize) -> Self {
        let bar = ProgressBar::with_draw_target(Some(files as u64), ProgressDrawTarget::hidden());
        if let Ok(style) = ProgressStyle::with_template("{wide_bar} {pos}/{len}  {eta}") {
            bar.set_style(style);
        }
        Self { bar, began: Mutex::new(Some(Instant::now())) }
    }

    /// One more file is done.
    pub(super) fn advance(&self) {
        if let Ok(mut began) = self.began.lock()
            && began.is_some_and(|began| began.elapsed() > MOMENT)
        {
            *began = None;
            // Draws on terminals only.
            self.bar.set_draw_target(ProgressDrawTarget::stderr());
        }
        self.bar.inc(1);
    }

    /// Does something that writes, while nothing is drawn.
    pub(super) fn beside<T>(&self, write: impl FnOnce() -> T) -> T {
        self.bar.suspend(write)
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}
