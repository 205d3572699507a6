//! One document under two symbols: `16/KH-MTTQ-BTT` and `16/KH-BTT-MTTQ`, `118/QĐ-TTg` and `118/TTg`.

use std::cell::LazyCell;

use rustc_hash::FxHashMap;

use crate::citation::{Citation, Date, Number, PartialDate, Symbol};
use crate::finding::{Message, Related};
use crate::parse::Mention;
use crate::registry::Verdict;
use crate::rules::symbols::codes_in_any_order;
use crate::rules::traits::Traits;
use crate::rules::{Context, Findings};
use crate::text::{fold, folded_words};
use crate::vocab::codes;

/// Reports the citations that give a document another symbol than the text does elsewhere.
pub(super) fn report(context: &Context<'_>, findings: &mut Findings<'_>) {
    let odd = odd_symbols(context);
    if odd.is_empty() {
        return;
    }
    for (mention, verdict) in context.cited_with(Traits::NUMBERED | Traits::SYMBOL) {
        let Some((symbol, other)) = mention.canonical().and_then(|symbol| Some((symbol, odd.get(symbol)?))) else {
            continue;
        };
        // What is said to differ from what is known is told by other rules.
        if !matches!(verdict, Verdict::NotCovered) || !may_be_equal(day(mention), day(other)) {
            continue;
        }
        let Some(usual) = other.canonical() else { continue };
        let message = Message::new(
            format!("một văn bản được ghi bằng hai ký hiệu: {symbol} và {usual}"),
            format!("one document is cited by two symbols: {symbol} and {usual}"),
        );
        let help = Message::new(
            "đối chiếu với bản gốc và ghi thống nhất một ký hiệu",
            "check the original and give one symbol",
        );
        let note = Message::new("ký hiệu ở nơi khác", "the symbol elsewhere");
        findings.add_related(
            mention.core(),
            message,
            help,
            Vec::new(),
            vec![Related { span: other.core(), message: note }],
        );
    }
}

/// Symbols under which a document stands that has another one more often, or before; each with a citation that has it.
fn odd_symbols<'c>(context: &'c Context<'_>) -> FxHashMap<&'c Symbol, &'c Mention<'c>> {
    let mut odd = FxHashMap::default();
    let mut by_codes: FxHashMap<_, &Mention<'_>> = FxHashMap::default();
    let mut by_day: FxHashMap<_, Vec<&Mention<'_>>> = FxHashMap::default();
    let document = context.document();
    let titles = LazyCell::new(|| document.titles());
    let title_of = |mention: &Mention<'_>| {
        let start = mention.span().start();
        let index = document.mentions().partition_point(|other| other.span().start() < start);
        titles.get(index).copied().flatten().map(|span| span.slice(document.text()))
    };
    for mention in context.mentions_with(Traits::FIRST | Traits::SYMBOL) {
        let Some(symbol) = mention.canonical() else { continue };
        let Some(number) = symbol.number().map(Number::value) else { continue };
        if let Some(codes) = codes_in_any_order(symbol) {
            let first = *by_codes.entry((number, symbol.year(), codes)).or_insert(mention);
            if is_same_in_order(first, mention) {
                odd.entry(symbol).or_insert(first);
            }
        }
        let Some(day) = day(mention).filter(|_| mention.reading().issuer.is_some()) else { continue };
        let alike = by_day.entry((number, symbol.year(), day)).or_default();
        if let Some(other) = alike.iter().find(|other| is_same_cut_short(other, mention))
            && !are_of_two(title_of(other), title_of(mention))
        {
            odd.entry(symbol).or_insert(other);
        }
        if alike.len() < MOST {
            alike.push(mention);
        }
    }
    if !odd.is_empty() {
        turn_to_usual(context, &mut odd);
    }
    odd
}

/// Documents of one number and day that are compared.
const MOST: usize = 4;

/// Whether two symbols of the same codes in another order are of one document.
fn is_same_in_order(one: &Mention<'_>, other: &Mention<'_>) -> bool {
    let (Some(a), Some(b)) = (one.canonical(), other.canonical()) else { return false };
    if a.codes().eq(b.codes()) {
        return false;
    }
    // What bodies issue together bears the number of the one that stands first.
    let is_joint = codes::is_joint(a.first_code()) || codes::is_joint(b.first_code());
    let (day, other_day) = (day(one), day(other));
    may_be_equal(day, other_day) && (!is_joint || day.is_some() && day == other_day)
}

/// Whether one of two symbols of one day has all codes of the other and one more, and the type and the body are the same.
fn is_same_cut_short(one: &Mention<'_>, other: &Mention<'_>) -> bool {
    let (Some(a), Some(b)) = (one.canonical(), other.canonical()) else { return false };
    let (of_one, of_other) = (one.reading(), other.reading());
    let issuer = |of: &Citation| of.issuer.as_ref().map(|issuer| fold(issuer.name()));
    (has_one_more(a, b) || has_one_more(b, a))
        && of_one.doc_type.is_some()
        && of_one.doc_type == of_other.doc_type
        && issuer(of_one) == issuer(of_other)
}

/// Whether the titles tell two documents: each department has a book of its own, and numbers anew.
fn are_of_two(one: Option<&str>, other: Option<&str>) -> bool {
    let (Some(one), Some(other)) = (one.map(folded_words), other.map(folded_words)) else { return false };
    let subject = |title: &str| title.trim_start_matches("về ").trim_start_matches("việc ").to_owned();
    let (one, other) = (subject(&one), subject(&other));
    // One may be cut.
    !one.contains(&other) && !other.contains(&one)
}

fn may_be_equal<T: PartialEq>(one: Option<T>, other: Option<T>) -> bool {
    one.is_none() || other.is_none() || one == other
}

fn day(mention: &Mention<'_>) -> Option<Date> {
    mention.reading().date.and_then(PartialDate::day)
}

/// Whether a symbol has all codes of the other in their order, and one more.
fn has_one_more(longer: &Symbol, shorter: &Symbol) -> bool {
    let mut codes = longer.codes();
    codes.clone().count() == shorter.codes().count() + 1 && shorter.codes().all(|code| codes.any(|own| own == code))
}

/// Where the other symbol stands less often, that one is the odd one.
fn turn_to_usual<'c>(context: &'c Context<'_>, odd: &mut FxHashMap<&'c Symbol, &'c Mention<'c>>) {
    let mut counts: FxHashMap<&Symbol, (usize, &Mention<'_>)> = FxHashMap::default();
    for mention in context.mentions_with(Traits::SYMBOL) {
        if let Some(symbol) = mention.canonical() {
            counts.entry(symbol).or_insert((0, mention)).0 += 1;
        }
    }
    let turned = odd.iter().map(|(&symbol, &other)| {
        let usual = other.canonical().and_then(|usual| Some((usual, counts.get(usual)?.0)));
        match (usual, counts.get(symbol)) {
            (Some((usual, count)), Some(&(often, mention))) if often > count => (usual, mention),
            _ => (symbol, other),
        }
    });
    *odd = turned.collect();
}

#[cfg(test)]
mod tests {
    use crate::finding::Lang;
    use crate::lint::Linter;

    /// What the rule says of a text, in words.
    fn told(text: &str) -> Vec<String> {
        let findings = Linter::new().lint(text);
        findings
            .iter()
            .filter(|finding| finding.rule == "INC01")
            .map(|finding| finding.message.text(Lang::Vi).to_owned())
            .collect()
    }

    #[test]
    fn one_document_has_one_symbol() {
        let full = "ngày 23/12/2025 của Ủy ban nhân dân xã Lương Minh";
        for (one, other, is) in [
            ("16/KH-MTTQ-BTT ngày 23/12/2025", "16/KH-BTT-MTTQ của xã", true),
            ("16/KH-MTTQ-BTT ngày 23/12/2025", "16/KH-BTT-MTTQ ngày 24/12/2025", false),
            ("16/KH-MTTQ-BTT ngày 23/12/2025", "17/KH-BTT-MTTQ ngày 23/12/2025", false),
            // Each ministry numbers those that it leads.
            ("16/KHLT-BTC-BNV ngày 23/12/2025", "16/KHLT-BNV-BTC của hai bộ", false),
            ("16/KHLT-BTC-BNV ngày 23/12/2025", "16/KHLT-BNV-BTC ngày 23/12/2025", true),
            (&format!("12/KH-UBND {full}"), &format!("12/KH-UBND-VX {full}"), true),
            (&format!("12/KH-UBND {full}"), &format!("12/UBND {full}"), true),
            (&format!("12/KH-UBND {full}"), &format!("12/KH-HĐND {full}"), false),
            (&format!("12/KH-UBND {full}"), "12/KH-UBND-VX ngày 24/12/2025 của Ủy ban nhân dân xã Lương Minh", false),
            (&format!("12/KH-UBND {full}"), "12/KH-UBND-VX ngày 23/12/2025 của Ủy ban nhân dân xã Ba Chẽ", false),
        ] {
            let text = format!("Thực hiện Kế hoạch số {one} về bầu cử; tiếp tục Kế hoạch số {other} về bầu cử.");
            assert_eq!(told(&text).len(), usize::from(is), "{text}");
        }
    }

    #[test]
    fn titles_tell_two_documents() {
        let full = "ngày 23/12/2025 của Ủy ban nhân dân xã Lương Minh";
        for (one, other, count) in
            [("về bầu cử", "về bầu cử", 1), ("về bầu cử", "về việc bầu cử", 1), ("về bầu cử", "về tiêm chủng", 0)]
        {
            let text = format!("Kế hoạch số 5/KH-UBND {full} {one}; Kế hoạch số 5/KH-UBND-VX {full} {other}.");
            assert_eq!(told(&text).len(), count, "{text}");
        }
    }

    #[test]
    fn the_one_that_stands_there_less_often_is_told() {
        let usual = "Kế hoạch số 16/KH-MTTQ-BTT; ".repeat(2);
        let text = format!("Thực hiện Kế hoạch số 16/KH-BTT-MTTQ ngày 23/12/2025; {usual}");
        assert_eq!(told(&text), ["một văn bản được ghi bằng hai ký hiệu: 16/KH-BTT-MTTQ và 16/KH-MTTQ-BTT"]);
    }
}
