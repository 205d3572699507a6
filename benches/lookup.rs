//! One lookup by symbol in registries of 1,000 to 1,000,000 documents, beside a `HashMap` of the same symbols: the ratio
//! within one run counts.
#![allow(clippy::unwrap_used, missing_docs)]

use std::collections::HashMap;
use std::fmt::Write;
use std::hint::black_box;

use cite_lint::citation::Citation;
use cite_lint::registry::{Registry, Verdict};
use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};

const SIZES: [usize; 4] = [1_000, 10_000, 300_000, 1_000_000];

/// Decrees with numbers and dates as they could be.
fn rows(count: usize) -> String {
    let mut text = "type\tsymbol\tdate\tissuer\ttitle\n".to_owned();
    for index in 0..count {
        let (number, year, month, day) = (index / 80 + 1, 1945 + index % 80, index % 12 + 1, index % 28 + 1);
        writeln!(text, "Nghị định\t{number}/{year}/NĐ-CP\t{year}-{month:02}-{day:02}\tChính phủ\tvề việc thứ {index}")
            .unwrap();
    }
    text
}

fn lookup(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("lookup");
    for size in SIZES {
        let text = rows(size);
        let registry = Registry::from_tsv(&text).unwrap();
        let symbols: HashMap<String, usize> =
            registry.records().enumerate().map(|(place, record)| (record.symbol().to_owned(), place)).collect();
        // Those of every part of the registry, so that not one line of the cache serves them all.
        let citations: Vec<Citation> =
            registry.records().step_by(size / 500).map(|record| record.symbol().parse().unwrap()).collect();
        assert!(citations.iter().all(|citation| matches!(registry.lookup(citation), Verdict::Known(_))));
        let mut next = citations.iter().cycle();
        group.bench_function(BenchmarkId::new("registry", size), |bencher| {
            bencher.iter(|| registry.lookup(black_box(next.next().unwrap())).record().is_some());
        });
        let mut next = citations.iter().cycle();
        group.bench_function(BenchmarkId::new("hash map", size), |bencher| {
            bencher
                .iter(|| symbols.contains_key(&black_box(next.next().unwrap()).symbol.as_ref().unwrap().to_string()));
        });
    }
    group.finish();
}

criterion_group!(benches, lookup);
criterion_main!(benches);
