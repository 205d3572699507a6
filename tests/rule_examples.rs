//! The examples in each rule's .md are run: what is wrong gives one finding, what is right none, and the fixes give what
//! the .md shows; the same again decomposed (NFD) and with CRLF.

use cite_lint::finding::{Applicability, Diagnostic, Severity};
use cite_lint::lint::{Linter, apply_fixes};
use cite_lint::rules::{self, Rule};
use unicode_normalization::UnicodeNormalization;

/// Ways to write the same text.
fn forms(text: &str) -> [(&'static str, String); 3] {
    [("as written", text.to_owned()), ("NFD", text.nfd().collect()), ("CRLF", text.replace('\n', "\r\n"))]
}

fn told(findings: &[Diagnostic]) -> Vec<&'static str> {
    findings.iter().filter(|d| d.severity >= Severity::Warning).map(|d| d.rule).collect()
}

#[test]
fn each_wrong_example_gives_one_finding_of_its_rule() {
    for rule in rules::all() {
        let examples = rule.examples("Wrong");
        assert!(!examples.is_empty(), "{} has no wrong example", rule.code);
        for example in examples {
            for (form, text) in forms(example) {
                let findings = Linter::new().lint(&text);
                let of_rule: Vec<_> = findings.iter().filter(|d| d.rule == rule.code).collect();
                assert_eq!(of_rule.len(), 1, "{} {form}: {text}{findings:#?}", rule.code);
                let others: Vec<_> = told(&findings).into_iter().filter(|code| *code != rule.code).collect();
                assert!(others.is_empty(), "{} {form}: also {others:?} in {text}", rule.code);
                assert!(!of_rule[0].span.slice(&text).is_empty(), "{} {form}: {text}", rule.code);
            }
        }
    }
}

#[test]
fn right_examples_are_quiet() {
    for rule in rules::all() {
        let examples = rule.examples("Right");
        assert!(!examples.is_empty(), "{} has no right example", rule.code);
        for example in examples {
            // What is right of the form NFC cannot be right in another.
            for (form, text) in forms(example).into_iter().filter(|(form, _)| rule.code != "ENC02" || *form != "NFD") {
                let findings = Linter::new().lint(&text);
                assert!(told(&findings).is_empty(), "{} {form}: {:?} in {text}", rule.code, told(&findings));
                assert!(findings.iter().all(|d| d.rule != rule.code), "{} {form}: {text}", rule.code);
            }
        }
    }
}

#[test]
fn fixes_give_what_the_documentation_shows_and_a_second_pass_changes_nothing() {
    for rule in rules::all() {
        let (wrong, fixed) = (rule.examples("Wrong"), rule.examples("Fix"));
        assert_eq!(rule.fix.is_some(), !fixed.is_empty(), "{}: fix and its examples", rule.code);
        if fixed.is_empty() {
            continue;
        }
        assert_eq!(wrong.len(), fixed.len(), "{}: one fixed block for each wrong one", rule.code);
        for (wrong, fixed) in wrong.iter().zip(fixed) {
            for ((form, wrong), (_, fixed)) in forms(wrong).into_iter().zip(forms(fixed)) {
                let once = fix(&wrong, rule);
                assert_eq!(once.nfc().collect::<String>(), fixed.nfc().collect::<String>(), "{} {form}", rule.code);
                assert_eq!(fix(&once, rule), once, "{} {form}: second pass", rule.code);
            }
        }
    }
}

#[test]
fn safe_rules_offer_only_safe_fixes() {
    for rule in rules::all() {
        for example in rule.examples("Wrong") {
            for fix in Linter::new().lint(example).into_iter().filter(|d| d.rule == rule.code).flat_map(|d| d.fixes) {
                assert_eq!(Some(fix.applicability), rule.fix, "{}", rule.code);
            }
        }
    }
}

#[test]
fn cards_and_documentation_agree() {
    let codes: Vec<&str> = rules::all().iter().map(|rule| rule.code).collect();
    assert!(codes.is_sorted(), "rules are sorted by code: {codes:?}");
    for rule in rules::all() {
        complete(rule);
        assert_eq!(rules::find(rule.name).map(|found| found.code), Some(rule.code));
        assert_eq!(rules::find(&rule.code.to_lowercase()).map(|found| found.code), Some(rule.code));
    }
}

fn complete(rule: &Rule) {
    let code = rule.code;
    assert_eq!(rule.doc.lines().next(), Some(format!("# {code} {}", rule.name).as_str()));
    let (vi, en) = (rule.summary().text(cite_lint::finding::Lang::Vi).to_owned(), rule.summary());
    assert_ne!(vi, en.text(cite_lint::finding::Lang::En), "{code}: the summary is in both languages");
    let why = rule.why();
    assert!(
        why.text(cite_lint::finding::Lang::Vi).len() > 40 && why.text(cite_lint::finding::Lang::En).len() > 40,
        "{code}"
    );
    assert!(!rule.source().is_empty(), "{code} names its source");
}

/// Applies the fixes of a rule as long as there are any.
fn fix(text: &str, rule: &Rule) -> String {
    let mut text = text.to_owned();
    for _ in 0..4 {
        let mut findings = Linter::new().lint(&text);
        findings.retain(|finding| finding.rule == rule.code);
        text = apply_fixes(&text, &findings, Applicability::Unsafe).text;
    }
    text
}
