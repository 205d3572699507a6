//! No text makes a check take longer than its length tells, or print without end.
#![allow(clippy::unwrap_used, missing_docs)]

#[path = "adversarial/texts.rs"]
mod texts;

use std::fs;
use std::hint::black_box;
use std::time::Instant;

use cite_lint::lint::Linter;

/// Time of this thread on a processor, in nanoseconds; where the system does not tell, by the clock.
fn processor_time(begun: Instant) -> u128 {
    let told = fs::read_to_string("/proc/thread-self/schedstat").ok();
    let told = told.and_then(|line| line.split(' ').next()?.parse().ok());
    told.unwrap_or_else(|| begun.elapsed().as_nanos())
}

/// The time of so many checks of a text. The system counts in steps of some milliseconds: less is not told apart.
fn cost(linter: &Linter<'_>, text: &str, times: usize) -> u128 {
    const STEPS: u128 = 20_000_000;
    let begun = Instant::now();
    let before = processor_time(begun);
    for _ in 0..times {
        black_box(linter.check_text(black_box(text)));
    }
    (processor_time(begun) - before).max(STEPS)
}

/// A text of eight times the length may take four times as long as eight short ones: what grows with the square takes eight
/// times as long.
#[test]
fn time_grows_with_the_length_only() {
    const SHORT: usize = 8 << 10;
    let linter = Linter::new().with_most(1_000);
    linter.lint("Chỉ thị số 16/CT/TTg");
    let mut slow = Vec::new();
    for ((name, short), (_, long)) in texts::texts(SHORT).into_iter().zip(texts::texts(8 * SHORT)) {
        let is_slow = || cost(&linter, &long, 2) > 4 * cost(&linter, &short, 16);
        // Another process may have been in the way of the first.
        if is_slow() && is_slow() {
            slow.push(name);
        }
    }
    assert!(slow.is_empty(), "{slow:?}");
}

#[test]
fn what_is_found_too_often_is_counted() {
    for (name, text) in texts::texts(64 << 10) {
        let all = Linter::new().check_text(&text);
        let some = Linter::new().with_most(10).check_text(&text);
        let listed = |rule: &str| some.diagnostics.iter().filter(|finding| finding.rule == rule).count();
        for rule in cite_lint::rules::all() {
            let found = all.diagnostics.iter().filter(|finding| finding.rule == rule.code).count();
            let counted: usize = some.folded.iter().filter(|of| of.rule == rule.code).map(|of| of.count).sum();
            assert!(listed(rule.code) <= 10, "{name}: {}", rule.code);
            assert!(listed(rule.code) + counted >= found.min(11), "{name}: {}", rule.code);
        }
    }
}

/// A text of three windows gives the findings of one of them three times, each at its own place.
#[test]
fn a_long_text_is_checked_in_windows() {
    let paragraph = "Thực hiện Chỉ thị số 16/CT/TTg ngày 16/5/2016 của Thủ tướng Chính phủ; 😀 áp đụng.\n";
    let plain = "Các phòng, ban chuyên môn chủ động phối hợp, rà soát hồ sơ còn tồn đọng của các xã, phường.\n";
    let mut text = String::new();
    let mut want = Vec::new();
    while text.len() < 9 << 20 {
        if text.len().is_multiple_of(97) {
            want.push(text.len() + paragraph.find("16/CT").unwrap());
            text.push_str(paragraph);
        }
        text.push_str(plain);
    }
    let checked = Linter::new().check_text(&text);
    let found: Vec<usize> =
        checked.diagnostics.iter().filter(|of| of.rule == "SYM03").map(|of| of.span.start()).collect();
    assert!(want.len() > 500);
    assert_eq!(found, want);
    assert_eq!(checked.counts.citations, want.len());
    let mut names: Vec<_> = checked.diagnostics.iter().map(|finding| finding.fingerprint).collect();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), checked.diagnostics.len());
}
