//! Where a title ends: with its clause, or before words of the sentence that it stands in.

use crate::text::{fold, is_all_caps, range_of, same_folded};

/// Where the words of one clause end: at a semicolon, a bracket, a full stop, an empty line, the item of a list, or, if
/// `commas_end`, at a comma before a capital, where the sentence goes on.
pub(super) fn clause_end(words: &str, commas_end: bool) -> usize {
    let ends = |at: usize, c: char| {
        let rest = &words[at + c.len_utf8()..];
        let next = rest.trim_start().chars().next();
        match c {
            // "… việc tổ chức hội nghị cử tri; việc giới thiệu người ứng cử": one title of several subjects.
            ';' => !(is_word_first(rest, "việc") && words[..at].contains("việc")),
            '(' | ')' | '|' => true,
            // A title that is quoted whole ends with it.
            '”' => !is_open(&words[..at], '“') || is_quoted_whole(&words[..at]),
            '"' => words[..at].matches('"').count().is_multiple_of(2) && !rest.starts_with(char::is_alphanumeric),
            '.' => rest.starts_with(char::is_whitespace) || rest.is_empty(),
            // In a title of capitals a comma tells nothing.
            ',' => {
                commas_end && next.is_some_and(char::is_uppercase) && !is_all_caps(&words[..at]) && !is_elected(rest)
            }
            '\n' => {
                rest.trim_start_matches([' ', '\t']).starts_with(['\n', '-', '+', '#'])
                    || next.is_some_and(char::is_uppercase)
            }
            _ => false,
        }
    };
    let Some((at, c)) = words.char_indices().find(|&(at, c)| ends(at, c)) else { return words.len() };
    let closes = c == '”' && is_open(&words[..at], '“');
    if closes { at + c.len_utf8() } else { at }
}

fn is_word_first(words: &str, word: &str) -> bool {
    words.trim_start_matches(' ').strip_prefix(word).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
}

fn is_open(words: &str, quote: char) -> bool {
    words.rfind(['“', '”']).is_some_and(|at| words[at..].starts_with(quote))
}

/// "về “Tăng cường …", "về việc “…"
fn is_quoted_whole(words: &str) -> bool {
    let leads = words.split('“').next().unwrap_or_default().trim();
    ["về", "về việc"].iter().any(|about| same_folded(leads, about))
}

/// "bầu cử đại biểu Quốc hội khóa XVI, Hội đồng nhân dân các cấp nhiệm kỳ 2026 - 2031"
fn is_elected(words: &str) -> bool {
    const BODIES: [&str; 2] = ["Hội đồng nhân dân các cấp", "HĐND các cấp"];
    let rest = BODIES.iter().find_map(|body| words.trim_start().strip_prefix(body));
    rest.is_some_and(|rest| is_word_first(rest, "nhiệm") || !rest.starts_with(' '))
}

/// The end of a title in the words of a clause: before those that say something of the document, or name others.
pub(super) fn title_end(clause: &str) -> usize {
    let words: Vec<Word<'_>> = clause.split_whitespace().map(|word| Word::of(clause, word)).collect();
    let Some(cut) = (1..words.len()).find_map(|at| goes_on(&words, at)) else { return clause.len() };
    let kept = without_leading(&words[..cut]).len();
    // "về việc quản lý, sử dụng đất được thực hiện như sau": the last words before the cut are of the sentence. What is left
    // may be nothing: "thực hiện như sau" is all of it.
    kept.checked_sub(1).map_or(0, |last| words[last].end)
}

/// Words without those at their end that lead to where the sentence goes on: "được thực hiện", "tiếp tục".
fn without_leading<'w, 't>(mut words: &'w [Word<'t>]) -> &'w [Word<'t>] {
    const SINGLE: [&str; 6] = ["được", "vẫn", "và", "đã", "đang", "còn"];
    const PAIRS: [[&str; 2]; 4] = [["thực", "hiện"], ["tiếp", "tục"], ["cụ", "thể"], ["quy", "định"]];
    loop {
        words = match words {
            [rest @ .., word] if SINGLE.contains(&word.folded.as_str()) => rest,
            // "thủ tục" ends no title, nor does "Quy định", which is what was issued.
            [rest @ .., first, last] if PAIRS.contains(&[&first.folded, &last.folded]) => {
                let is_verb = || rest.last().is_some_and(|word| word.folded == "được");
                if first.folded == "quy" && !is_verb() {
                    return words;
                }
                rest
            }
            _ => return words,
        };
    }
}

/// A word of a clause, and where it ends with its signs.
struct Word<'t> {
    written: &'t str,
    folded: String,
    end: usize,
}

impl<'t> Word<'t> {
    fn of(clause: &str, word: &'t str) -> Self {
        let written = word.trim_matches(|c: char| !c.is_alphanumeric());
        Self { written, folded: fold(written), end: range_of(clause, word).end }
    }
}

/// Where the sentence goes on behind a title, if it does with the word at a place.
fn goes_on(words: &[Word<'_>], at: usize) -> Option<usize> {
    let word = |index: usize| words.get(index).map_or("", |word| word.folded.as_str());
    let are = |from: usize, phrase: &[&str]| phrase.iter().enumerate().all(|(i, other)| word(from + i) == *other);
    let near = |from: usize, some: &[&str]| (from..from + 8).any(|index| some.contains(&word(index)));
    let ends = match word(at) {
        "thì" => true,
        "trong" => are(at, &["trong", "đó"]),
        "như" => are(at, &["như", "sau"]),
        "thực" => are(at, &["thực", "hiện", "theo"]),
        // "danh mục văn bản hết hiệu lực", "bản án có hiệu lực pháp luật" are words of titles.
        "hết" | "có" => {
            are(at + 1, &["hiệu", "lực"])
                && matches!(word(at + 3), "" | "thi" | "kể" | "từ" | "đến" | "cho")
                && !matches!(word(at - 1), "luật" | "bản" | "định" | "điểm")
        }
        "được" | "bị" => is_changed(words, at),
        "và" => {
            let others = matches!(word(at + 1), "các" | "những")
                && matches!(word(at + 2), "văn" | "quy" | "qui" | "hướng" | "nội");
            const OTHERS: [&str; 8] = ["khác", "quan", "hành", "thực", "chỉ", "luật", "sửa", "này"];
            others && near(at + 4, &OTHERS)
                || matches!(word(at + 1), "hướng" | "quy")
                    && matches!(word(at + 2), "dẫn" | "định")
                    && word(at + 3) == "của"
        }
        // "kể từ ngày Nghị định này có hiệu lực"
        "từ" | "trước" | "kể" => {
            let next = if word(at) == "kể" { at + 2 } else { at + 1 };
            word(next) == "ngày" && near(next + 1, &["này"])
        }
        _ => false,
    };
    ends.then_some(at)
}

/// "được sửa đổi, bổ sung bởi …", "bị bãi bỏ năm 2020": titles too speak of procedures that are changed.
fn is_changed(words: &[Word<'_>], at: usize) -> bool {
    const CHANGES: [&str; 16] = [
        "sửa", "đổi", "bổ", "sung", "thay", "thế", "bãi", "bỏ", "huỷ", "một", "số", "điều", "nội", "dung", "và", "lần",
    ];
    let changes = words[at + 1..].iter().take_while(|word| CHANGES.contains(&word.folded.as_str())).count();
    let by = words.get(at + 1 + changes).map(|word| word.written);
    changes >= 2 && matches!(by, None | Some("bởi" | "theo" | "tại" | "bằng" | "năm")) && {
        let before = words[at - 1].folded.as_str();
        let is_list = || words[..at].windows(2).any(|two| two[0].folded == "danh" && two[1].folded == "mục");
        let is_of_title = matches!(before, "chính" | "mục" | "tục") || matches!(by, None | Some("năm")) && is_list();
        !is_of_title
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clauses_end() {
        for (words, want) in [
            ("về việc giao đất; việc cho thuê đất; báo cáo", "về việc giao đất; việc cho thuê đất"),
            ("về nhà ở; việc báo cáo", "về nhà ở"),
            ("về “Năm Dân vận khéo” và các chủ trương", "về “Năm Dân vận khéo”"),
            ("ban hành “Quy chế” của tỉnh", "ban hành “Quy chế” của tỉnh"),
            ("về nhà ở” của", "về nhà ở"),
            ("về bảo hiểm bắt buộc\" của", "về bảo hiểm bắt buộc"),
            ("về \"Thực hành tốt\" của Bộ", "về \"Thực hành tốt\" của Bộ"),
            (
                "về bầu cử đại biểu Quốc hội, Hội đồng nhân dân các cấp nhiệm kỳ 2026 - 2031",
                "về bầu cử đại biểu Quốc hội, Hội đồng nhân dân các cấp nhiệm kỳ 2026 - 2031",
            ),
            ("về bầu cử, Hội đồng nhân dân các cấp báo cáo", "về bầu cử"),
        ] {
            assert_eq!(&words[..clause_end(words, true)], want, "{words}");
        }
    }

    #[test]
    fn titles_end_where_the_sentence_goes_on() {
        for (clause, want) in [
            ("về bầu cử và các văn bản chỉ đạo khác có liên quan", "về bầu cử"),
            ("về bầu cử và những quy định của pháp luật", "về bầu cử"),
            ("về bầu cử và hướng dẫn của Sở Nội vụ", "về bầu cử"),
            ("về ban hành quy chế và các quy định về thi đua", "về ban hành quy chế và các quy định về thi đua"),
            ("về kỷ luật của Đảng thì các sở báo cáo", "về kỷ luật của Đảng"),
            ("về tiêm chủng, trong đó quy định các sở báo cáo", "về tiêm chủng,"),
            ("về tỷ lệ từ 5% - 20% thì được hưởng", "về tỷ lệ từ 5% - 20%"),
            ("về tiêm chủng hết hiệu lực thi hành kể từ ngày 01/01/2020", "về tiêm chủng"),
            ("về tiêm chủng tiếp tục có hiệu lực đến hết năm", "về tiêm chủng"),
            ("về tiêm chủng được thực hiện như sau", "về tiêm chủng"),
            ("về tiêm chủng, đã được sửa đổi, bổ sung một số điều theo", "về tiêm chủng,"),
            ("về tiêm chủng trước ngày Nghị định này có hiệu lực", "về tiêm chủng"),
            ("quy định về thời điểm có hiệu lực", "quy định về thời điểm có hiệu lực"),
            ("về danh mục dự án được sửa đổi, bổ sung năm 2025", "về danh mục dự án được sửa đổi, bổ sung năm 2025"),
            ("công bố thủ tục bị bãi bỏ theo", "công bố thủ tục bị bãi bỏ theo"),
            ("công bố thủ tục có hiệu lực từ ngày 01/01/2020", "công bố thủ tục"),
            ("ban hành Quy định được sửa đổi, bổ sung bởi", "ban hành Quy định"),
            ("về hồ sơ được quy định như sau", "về hồ sơ"),
            ("công bố danh mục văn bản hết hiệu lực năm 2020", "công bố danh mục văn bản hết hiệu lực năm 2020"),
            (
                "công bố thủ tục hành chính được sửa đổi, bổ sung lĩnh vực đất đai",
                "công bố thủ tục hành chính được sửa đổi, bổ sung lĩnh vực đất đai",
            ),
            ("thực hiện như sau", ""),
        ] {
            assert_eq!(&clause[..title_end(clause)], want, "{clause}");
        }
    }
}
