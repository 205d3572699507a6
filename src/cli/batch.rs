use std::io::{self, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};

use rayon::ThreadPoolBuilder;
use rayon::prelude::*;

use super::args::InputArgs;
use super::input::Input;
use super::memory;
use super::output::Console;
use super::problem;
use super::progress::Progress;
use super::walk::walk;
use crate::finding::Message;

/// Files of one batch are worked on together, and their output waits for each other.
const BATCH_FILES: usize = 512;
/// A file this large is worked on alone, and its output is not held back.
const BATCH_BYTES: u64 = 16 << 20;

/// Gives every file of `args` to `work`, on as many threads as asked for; what `work` writes goes to `out` in the order of the
/// paths, and its results to `each` in that order. A file that it cannot read is told on standard error, and the others go on; the
/// number of those is returned.
pub(super) fn run<T: Send>(
    args: &InputArgs,
    console: &Console,
    out: &mut dyn Write,
    work: impl Fn(&Input, &mut dyn Write) -> Result<io::Result<T>, Message> + Sync,
    mut each: impl FnMut(T),
) -> io::Result<usize> {
    let walked = walk(args, console);
    if walked.inputs.len() > 1 || walked.inputs.iter().any(Input::is_long) {
        memory::keep();
    }
    let mut unread = walked.unread;
    let pool = if args.jobs == 1 || walked.inputs.len() < 2 {
        None
    } else {
        // Where threads cannot be made, one has to do.
        ThreadPoolBuilder::new().num_threads(args.jobs).build().ok()
    };
    let mut settle = |input: &Input, done: Result<io::Result<T>, Message>| {
        match done {
            Ok(done) => each(done?),
            Err(message) => {
                console.problem(&input.name, &message);
                unread += 1;
            }
        }
        io::Result::Ok(())
    };
    let progress = Progress::new(walked.inputs.len());
    for batch in batches(&walked.inputs) {
        match &pool {
            Some(pool) if batch.len() > 1 => {
                let buffered = |input: &Input| {
                    let mut written = Vec::new();
                    let done = one(input, &mut written, &work);
                    progress.advance();
                    (written, done)
                };
                let done: Vec<_> = pool.install(|| batch.par_iter().map(buffered).collect());
                progress.beside(|| {
                    for (input, (written, done)) in batch.iter().zip(done) {
                        settle(input, done)?;
                        out.write_all(&written)?;
                    }
                    out.flush()
                })?;
            }
            _ => {
                for input in batch {
                    progress.beside(|| settle(input, one(input, out, &work)))?;
                    progress.advance();
                }
            }
        }
    }
    Ok(unread)
}

/// Works on one file. A panic stays with it.
fn one<T>(
    input: &Input,
    out: &mut dyn Write,
    work: impl Fn(&Input, &mut dyn Write) -> Result<io::Result<T>, Message>,
) -> Result<io::Result<T>, Message> {
    catch_unwind(AssertUnwindSafe(|| work(input, out))).unwrap_or_else(|_| Err(problem::internal()))
}

/// Consecutive inputs: at most [`BATCH_FILES`] or about [`BATCH_BYTES`], the large ones alone.
fn batches(mut inputs: &[Input]) -> impl Iterator<Item = &[Input]> {
    std::iter::from_fn(move || {
        let mut bytes = 0_u64;
        let many = inputs
            .iter()
            .take(BATCH_FILES)
            .take_while(|input| {
                bytes = bytes.saturating_add(input.size);
                bytes < BATCH_BYTES
            })
            .count();
        let (batch, rest) = inputs.split_at(many.max(1).min(inputs.len()));
        inputs = rest;
        (!batch.is_empty()).then_some(batch)
    })
}

#[cfg(test)]
mod tests {
    use super::super::input::From;
    use super::*;

    #[test]
    fn batches_keep_the_order_and_leave_large_files_alone() {
        let input = |size| Input { name: String::new(), from: From::Stdin, size };
        let inputs: Vec<Input> = [1, 2, BATCH_BYTES, 3, BATCH_BYTES - 4, 1, u64::MAX].map(input).into();
        let lens: Vec<usize> = batches(&inputs).map(<[Input]>::len).collect();
        assert_eq!(lens, [2, 1, 2, 1, 1]);
        let many = vec![input(0); BATCH_FILES + 1];
        assert_eq!(batches(&many).map(<[Input]>::len).collect::<Vec<_>>(), [BATCH_FILES, 1]);
        assert_eq!(batches(&[]).count(), 0);
    }
}
