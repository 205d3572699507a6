use std::ops::Range;

use crate::finding::{Message, Severity};
use crate::rules::{Context, Findings, Rule};
use crate::source::{Encoding, Source};

pub(in crate::rules) static RULE: Rule = Rule {
    code: "ENC04",
    name: "legacy-encoding",
    group: "encoding",
    severity: Severity::Error,
    fix: None,
    since: "0.1.0",
    doc: include_str!("legacy_encoding.md"),
    check,
};

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    let document = context.document();
    let sample = document.normalized().as_str();
    let encoding = document.source().map_or_else(Encoding::default, Source::encoding);
    if encoding.is_old_vietnamese() {
        let start = sample.len() - sample.trim_start().len();
        let end = sample[start..].find(char::is_whitespace).map_or(sample.len(), |length| start + length);
        let name = encoding.name();
        findings.add(
            document.span(start..end),
            Message::new(format!("tệp lưu bằng bảng mã cũ {name}"), format!("the file is in the old encoding {name}")),
            Message::new(
                "lưu lại bằng Unicode (UTF-8); phần kiểm tra dưới đây đọc theo bảng mã cũ, đúng từng chữ",
                "save it in Unicode (UTF-8); what follows was checked by the old encoding, letter for letter",
            ),
            Vec::new(),
        );
        return;
    }
    if is_unicode(sample) {
        return;
    }
    let sample = &sample[..sample.floor_char_boundary(SAMPLE.min(sample.len()))];
    for (name, is_odd) in [("TCVN3 (ABC)", tcvn3 as fn(&str) -> bool), ("VNI", vni)] {
        let Some(first) = mostly(sample, is_odd) else { continue };
        findings.add(
            document.span(first),
            Message::new(format!("văn bản còn ở bảng mã {name}"), format!("the text is in the old encoding {name}")),
            Message::new(
                "chuyển sang Unicode bằng bộ gõ (UniKey: Ctrl+Shift+F6) rồi kiểm tra lại",
                "convert it to Unicode (UniKey: Ctrl+Shift+F6) and check again",
            ),
            Vec::new(),
        );
        return;
    }
}

/// Whether the beginning of a text has letters that only Unicode has: `ạ` to `ỹ`.
fn is_unicode(text: &str) -> bool {
    let start = &text.as_bytes()[..text.len().min(4 << 10)];
    let letters = memchr::memchr_iter(0xE1, start).filter(|&at| matches!(start.get(at + 1), Some(0xBA | 0xBB)));
    letters.take(20).count() == 20
}

/// How many bytes of a text tell how it is encoded.
const SAMPLE: usize = 64 << 10;

/// The first odd word, where a text has several and they are a good part of it.
fn mostly(text: &str, is_odd: fn(&str) -> bool) -> Option<Range<usize>> {
    let (mut words, mut odd, mut first) = (0, 0, None);
    let mut at = 0;
    for word in text.split_whitespace() {
        at += text[at..].find(word)?;
        words += 1;
        if is_odd(word) {
            odd += 1;
            first = first.or(Some(at..at + word.len()));
        }
        at += word.len();
    }
    first.filter(|_| odd >= 5 && odd * 10 >= words)
}

/// A letter of ASCII beside a sign that TCVN3 has letters for.
fn tcvn3(word: &str) -> bool {
    let sign = |c: char| {
        matches!(
            c,
            '©' | '®'
                | '«'
                | '¬'
                | '¨'
                | '¸'
                | 'µ'
                | '¶'
                | '·'
                | '¹'
                | '¾'
                | '»'
                | 'Õ'
                | 'Þ'
                | 'Ø'
                | 'Ö'
                | 'Ë'
                | 'Ó'
                | 'Ò'
                | 'Ñ'
                | 'Ç'
                | '¦'
                | '\u{ad}'
                | 'ß'
                | '×'
                | '§'
        )
    };
    let letters = word.chars().filter(char::is_ascii_alphabetic).count();
    letters > 0 && word.chars().any(sign)
}

/// A vowel of ASCII followed by a letter that VNI has marks for, or ñ.
fn vni(word: &str) -> bool {
    let mark = |c: char| {
        matches!(
            c,
            'ø' | 'ù'
                | 'û'
                | 'õ'
                | 'ï'
                | 'â'
                | 'á'
                | 'à'
                | 'å'
                | 'ã'
                | 'ä'
                | 'ê'
                | 'é'
                | 'è'
                | 'ú'
                | 'ü'
                | 'ë'
                | 'Û'
                | 'Ø'
                | 'Ù'
                | 'Â'
        )
    };
    let pairs = word.chars().zip(word.chars().skip(1)).any(|(a, b)| "aeouyAEOUY".contains(a) && mark(b));
    word.contains(['ñ', 'Ñ']) || pairs && !word.chars().any(|c| ('Ạ'..='ỹ').contains(&c))
}
