use super::{Confidence, Record, Status};
use crate::citation::{Date, PartialDate};

/// Which of several documents of one name a text of the day `on` most likely means: the last one that had taken effect
/// (or, where that day is not known, had been issued) and had not ended.
///
/// It is a guess: say so wherever it is shown, and found no finding on it. `None` where two began on one day, or the
/// dates are known from memory only.
///
/// ```
/// use cite_lint::registry::{Registry, Verdict, guess};
///
/// let law = "Luật Đất đai".parse().unwrap();
/// let Verdict::Ambiguous(laws) = Registry::builtin().lookup(&law) else { panic!() };
/// assert_eq!(guess(&laws, "2020-05-01".parse().unwrap()).unwrap().id(), "45/2013/QH13@2013-11-29");
/// assert_eq!(guess(&laws, "2024-05-01".parse().unwrap()).unwrap().id(), "45/2013/QH13@2013-11-29");
/// assert_eq!(guess(&laws, "2025-05-01".parse().unwrap()).unwrap().id(), "31/2024/QH15@2024-01-18");
/// ```
pub fn guess<'r>(candidates: &[&'r Record], on: Date) -> Option<&'r Record> {
    let began = |record: &Record| record.effective().or(record.date()).and_then(PartialDate::day);
    let ended = |record: &Record| record.expires().and_then(PartialDate::day).is_some_and(|end| end <= on);
    let mut begun: Vec<(Date, &Record)> = candidates
        .iter()
        .filter(|record| !ended(record))
        .filter_map(|record| Some((began(record)?, *record)))
        .collect();
    begun.retain(|(day, _)| *day <= on);
    begun.sort_by_key(|(day, _)| std::cmp::Reverse(*day));
    let (day, record) = *begun.first()?;
    let alone = begun.get(1).is_none_or(|(next, _)| *next < day);
    let lasting = record.status() != Status::Expired || record.expires().is_some();
    (alone && lasting && record.confidence() > Confidence::Memory).then_some(record)
}
