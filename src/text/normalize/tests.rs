use unicode_normalization::UnicodeNormalization;

use super::*;

#[test]
fn composes_and_maps_back() {
    let original = "Nghi\u{0323} quyê\u{0301}t sô\u{0301} 25\u{2011}NQ/TW";
    let normalized = Normalized::new(original);
    assert_eq!(normalized.as_str(), "Nghị quyết số 25-NQ/TW");
    for word in ["Nghị", "quyết", "25-NQ/TW"] {
        let at = normalized.as_str().find(word).unwrap();
        let span = normalized.span(at..at + word.len());
        let read = Normalized::new(span.slice(original));
        assert_eq!(read.as_str(), word);
        assert_eq!(normalized.offset_of(span.start()), at);
    }
}

#[test]
fn invisible_characters_stay_outside_a_span() {
    let normalized = Normalized::new("\u{feff}N\u{00ad}Đ\u{200b}-CP");
    assert_eq!(normalized.as_str(), "NĐ-CP");
    assert_eq!(normalized.span(0..3), Span::new(3, 8));
    assert_eq!(normalized.span(3..6), Span::new(11, 14));
}

#[test]
fn inline_marks_are_read_over() {
    let original = "số <b class=\u{a0}'x'>126</b>/2024/NĐ\\-CP";
    let normalized = Normalized::new(original);
    assert_eq!(normalized.as_str(), "số 126/2024/NĐ-CP");
    let at = normalized.as_str().find("126").unwrap();
    assert_eq!(normalized.span(at..normalized.as_str().len()).slice(original), "126</b>/2024/NĐ\\-CP");
}

#[test]
fn each_offset_is_found_in_its_part() {
    let text = ["a", "sô\u{301} ", "\u{feff}", "\u{2013}", &"b".repeat(500), &"c".repeat(3_000)];
    let text: String = (0..400).map(|number: usize| text[number * number % 7 % 6]).collect();
    let normalized = Normalized::new(&text);
    for offset in (0..text.len() + 2 * PART).step_by(3) {
        let plain = |start: fn(&Rewrite) -> usize| normalized.rewritten.partition_point(|r| start(r) <= offset);
        assert_eq!(normalized.first_behind_original(offset), plain(|r| r.original.start), "{offset}");
        let span = Span::new(offset, offset + offset % 5 + 1);
        let overlaps = |r: &Rewrite| Span::new(r.original.start, r.original.end).overlaps(span);
        assert_eq!(normalized.is_rewritten(span), normalized.rewritten.iter().any(overlaps), "{span:?}");
        assert_eq!(normalized.first_behind(offset), plain(|r| r.normalized.start), "{offset}");
    }
}

#[test]
fn no_character_is_passed_over() {
    for (before, behind) in [("x", ""), ("\u{111}", "\u{301}"), ("", "-")] {
        let characters = (0..=0x2_FFFF).filter_map(char::from_u32).filter(|&c| c != '<');
        let text: String = characters.map(|c| format!("{before}{c}{behind}")).collect();
        let mut plain = Composing { original: &text, text: String::new(), rewritten: Vec::new(), copied: 0 };
        (0..text.len()).for_each(|at| plain.rewrite(at));
        assert!(Normalized::new(&text).as_str() == plain.finish().as_str(), "{before:?} {behind:?}");
    }
}

#[test]
fn clean_text_is_borrowed() {
    for text in ["Chỉ thị số 16/CT-TTg", "\u{301}x"] {
        assert!(matches!(Normalized::new(text).text, Cow::Borrowed(_)), "{text:?}");
    }
}

#[test]
fn marks_compose_as_in_whole_texts() {
    let marks = ["", "\u{300}", "\u{301}", "\u{302}", "\u{306}", "\u{31b}", "\u{323}", "\u{340}", "\u{315}"];
    let letters = ["a", "e", "O", "u", "y", "đ", "â", "ậ", "ơ", "ọ", "b", ".", "“"];
    for letter in letters {
        for index in 0..marks.len().pow(3) {
            let place = |unit: usize| marks[index / unit % marks.len()];
            let text = [letter, place(1), place(marks.len()), place(marks.len().pow(2)), "x"].concat();
            assert_eq!(Normalized::new(&text).as_str(), text.nfc().collect::<String>(), "{text:?}");
        }
    }
}

#[test]
fn a_mark_without_a_letter_is_left_alone() {
    assert_eq!(Normalized::new("\u{0301}x").as_str(), "\u{0301}x");
    assert_eq!(Normalized::new("<b>\u{0301}x").as_str(), "\u{0301}x");
}
