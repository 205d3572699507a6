//! Citations by name: laws, codes, ordinances, constitutions, and resolutions of congresses and plenums.
//!
//! Source: NĐ 30/2020/NĐ-CP, Phụ lục I, II.6.b (luật, pháp lệnh are cited by type and name).

mod begins;
mod constitution;
mod known;
mod law;
mod resolution;
mod unknown;

use std::ops::Range;

use rustc_hash::FxHashMap;
use smol_str::SmolStr;

#[cfg(test)]
pub(super) use self::begins::STARTS;
use self::begins::{Begins, may_be_name};
use self::constitution::constitution;
pub(super) use self::known::known as known_name;
use self::law::law;
use self::resolution::resolution;
use crate::citation::{DocType, Kind, PartialDate, Term};
use crate::parse::after::after;
use crate::parse::build::add_parts;
use crate::parse::cursor::{is_word, on_over_gap, unwrapped, word_after};
use crate::parse::issuer::NamedIssuer;
use crate::parse::mention::Mention;
use crate::parse::pinpoint::inside;
use crate::parse::session::republic;
use crate::parse::spans::Spans;
use crate::parse::starts::Starts;
use crate::parse::taken::Taken;
use crate::text::Normalized;
use crate::vocab::types;

/// The named citations of a normalised text, in order. Those inside a `numbered` one belong to it and are left out.
pub(super) fn named<'t>(normalized: &Normalized<'t>, starts: &Starts, numbered: &[Mention<'t>]) -> Vec<Mention<'t>> {
    let text = normalized.as_str();
    let mut taken = Taken::by(normalized, numbered);
    // About one in four kilobytes of law texts.
    let mut found = Vec::with_capacity((text.len() / 4096).min(1024));
    // Few names stand again and again.
    let mut names: FxHashMap<&str, (SmolStr, Option<DocType>)> = FxHashMap::default();
    let mut free_from = 0;
    for (start, word) in starts.iter() {
        if start < free_from {
            continue;
        }
        if !may_be_name(word.as_bytes(), &text.as_bytes()[start + word.len()..]) {
            continue;
        }
        let Some(begins) = Begins::with(word) else { continue };
        let Some(name) = read(text, start, word, begins) else { continue };
        if taken.leaves(&name.core) && !leads_to_number(text, name.core.end) {
            free_from = name.core.end;
            let words = &text[name.core.clone()];
            let make = || (SmolStr::new(unwrapped(words)), types::find(name.doc_type));
            let (spelled, doc_type) = names.entry(words).or_insert_with(make).clone();
            found.push(mention(normalized, name, spelled, doc_type));
        }
    }
    found
}

/// A name as read, in offsets of the normalised text.
struct Name {
    core: Range<usize>,
    doc_type: &'static str,
    term: Option<Term>,
    /// A year inside the name or right behind it.
    date: Option<(Range<usize>, PartialDate)>,
    /// A meeting that the name names.
    issuer: Option<NamedIssuer>,
}

/// Reads the name that a word begins.
fn read(text: &str, start: usize, word: &str, begins: Begins) -> Option<Name> {
    let end = start + word.len();
    if !word_after(text, end).is_empty() {
        return None;
    }
    match begins {
        Begins::Law(doc_type) => law(text, start, end, doc_type),
        Begins::Constitution => constitution(text, start, end),
        Begins::PartyStatutes => party_statutes(text, start, start + "Điều lệ".len()),
        Begins::Resolution => resolution(text, start, end).or_else(|| by_date(text, start, end)),
        Begins::Dated => by_date(text, start, end),
    }
}

/// A document without a number, told by its day and its body: "Tờ trình ngày 25/8/2025 của Trưởng phòng Khảo thí".
fn by_date(text: &str, start: usize, type_end: usize) -> Option<Name> {
    let at = on_over_gap(text, type_end);
    // The first letters of these words: most go on otherwise.
    if !matches!(text.as_bytes().get(at), Some(b'n' | b'N' | b'c' | b'C' | b'd' | b'D')) {
        return None;
    }
    let next = &text[word_after(text, at)];
    if !["ngày", "của", "do"].iter().any(|word| is_word(next, word)) {
        return None;
    }
    let doc_type = types::find(&text[start..type_end])?.name();
    let behind = after(text, type_end);
    let day = behind.date.as_ref().and_then(|(_, date)| date.as_ref()?.day());
    (day.is_some() && behind.issuer.is_some()).then_some(Name {
        core: start..type_end,
        doc_type,
        term: None,
        date: None,
        issuer: None,
    })
}

/// "Điều lệ Đảng", "Điều lệ Đảng Cộng sản Việt Nam".
fn party_statutes(text: &str, start: usize, type_end: usize) -> Option<Name> {
    let mut end = word_after(text, on_over_gap(text, type_end)).end;
    let mut at = end;
    let words = ["cộng", "sản", "việt", "nam"].iter().all(|expected| {
        let word = word_after(text, on_over_gap(text, at));
        at = word.end;
        is_word(&text[word], expected)
    });
    if words {
        end = at;
    }
    // "Điều lệ Đảng bộ", "Đảng viên"
    let next = word_after(text, on_over_gap(text, end));
    let whole = words || !["bộ", "viên", "uỷ", "ủy", "đoàn"].iter().any(|word| is_word(&text[next.clone()], word));
    whole.then_some(Name { core: start..end, doc_type: "Điều lệ Đảng", term: None, date: None, issuer: None })
}

/// "Luật Bầu cử … số 85/2015/QH13" is a numbered citation, whatever its number turned out to be.
fn leads_to_number(text: &str, end: usize) -> bool {
    let word = word_after(text, on_over_gap(text, end));
    is_word(&text[word.clone()], "số") && text[on_over_gap(text, word.end)..].starts_with(|c: char| c.is_ascii_digit())
}

/// Behind "(sửa đổi)", "sửa đổi" before a year, or "nước Cộng hòa xã hội chủ nghĩa Việt Nam", which are not part of a name.
fn over_addition(text: &str, end: usize) -> usize {
    const REVISED: &str = "(sửa đổi)";
    let at = on_over_gap(text, end);
    match text.as_bytes().get(at) {
        Some(b'(') if text[at..].starts_with(REVISED) => at + REVISED.len(),
        Some(b'n') => {
            let word = word_after(text, at);
            let state = if is_word(&text[word.clone()], "nước") { republic(text, word.end) } else { None };
            state.unwrap_or(end)
        }
        Some(b's') => over_revision(text, at).unwrap_or(end),
        _ => end,
    }
}

/// Behind the "sửa đổi" or "sửa đổi, bổ sung" at a place, where the year follows: "Luật BHYT sửa đổi năm 2024". A day may be
/// that of another document.
fn over_revision(text: &str, at: usize) -> Option<usize> {
    let pair = |at: usize, first: &str, second: &str| {
        let word = word_after(text, at);
        let next = word_after(text, on_over_gap(text, word.end));
        (is_word(&text[word], first) && is_word(&text[next.clone()], second)).then_some(next.end)
    };
    let end = pair(at, "sửa", "đổi")?;
    let comma = on_over_gap(text, end);
    let more = if text[comma..].starts_with(',') { on_over_gap(text, comma + 1) } else { comma };
    let end = pair(more, "bổ", "sung").unwrap_or(end);
    let mut year = word_after(text, on_over_gap(text, end));
    if is_word(&text[year.clone()], "năm") {
        year = word_after(text, on_over_gap(text, year.end));
    }
    let is_year = year.len() == 4 && text[year].bytes().all(|byte| byte.is_ascii_digit());
    is_year.then_some(end)
}

fn mention<'t>(normalized: &Normalized<'t>, name: Name, spelled: SmolStr, doc_type: Option<DocType>) -> Mention<'t> {
    let text = normalized.as_str();
    let mut behind = after(text, over_addition(text, name.core.end));
    if behind.date.is_none() && behind.issuer.is_none() && behind.term.is_none() {
        behind.end = name.core.end;
    }
    let year_end = name.date.as_ref().map_or(0, |(range, _)| range.end);
    let end = behind.end.max(name.core.end).max(year_end);
    // What the name itself says counts more than what stands behind it.
    behind.date = name.date.map(|(range, date)| (range, Some(date))).or(behind.date);
    behind.issuer = name.issuer.or(behind.issuer);
    let inside = inside(text, name.core.start, 0);
    let whole = name.core.start..end;
    let spans = Spans::of(normalized, whole.clone(), &inside);
    let mut mention = Mention::new(&spans, whole, name.core, Kind::Named);
    mention.citation.doc_type = doc_type;
    mention.citation.name = Some(spelled);
    add_parts(&mut mention, &spans, &behind, &inside);
    mention.citation.term = name.term.or(mention.citation.term);
    mention
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_begin_and_end_where_they_should() {
        for (text, want) in [
            (
                "theo Luật Khiếu nại, Luật Tố cáo và Luật Tiếp công dân.",
                &["Luật Khiếu nại", "Luật Tố cáo", "Luật Tiếp công dân"][..],
            ),
            (
                "Luật sửa đổi, bổ sung một số điều của Luật Tổ chức Chính phủ và Luật Tổ chức chính quyền địa phương ngày 22/11/2019",
                &[
                    "Luật sửa đổi, bổ sung một số điều của Luật Tổ chức Chính phủ và Luật Tổ chức chính quyền địa phương",
                ],
            ),
            (
                "khoản 1 Điều 14 Pháp lệnh Ưu đãi người có công với cách mạng",
                &["Pháp lệnh Ưu đãi người có công với cách mạng"],
            ),
            ("Hiến pháp năm 2013 và Hiến pháp, pháp luật", &["Hiến pháp năm 2013"]),
            ("khoản 2 Điều 5 Hiến pháp; theo Điều lệ Đảng", &["Hiến pháp", "Điều lệ Đảng"]),
            ("Điều lệ Đảng Cộng sản Việt Nam; Điều lệ Đảng viên", &["Điều lệ Đảng Cộng sản Việt Nam"]),
            (
                "Nghị quyết Trung ương 7, khóa XI; Nghị quyết TW 4 (khóa XI, XII)",
                &["Nghị quyết Trung ương 7, khóa XI", "Nghị quyết TW 4 (khóa XI, XII)"],
            ),
            (
                "Luật Tổ chức HĐND và UBND; Luật Bảo vệ BMNN trên địa bàn",
                &["Luật Tổ chức HĐND và UBND", "Luật Bảo vệ BMNN"],
            ),
            (
                "Tờ trình ngày 25 tháng 8 năm 2025 của Sở Nội vụ; Biên bản của Hội đồng thi đua ngày 05/3/2024",
                &["Tờ trình", "Biên bản"],
            ),
            ("Thông báo ngày 05/3/2024; Báo cáo của Sở Y tế tháng 5; Quyết định của Sở Y tế", &[]),
            ("Luật Giáo dục 2019; Luật Giáo dục 2019/2020", &["Luật Giáo dục", "Luật Giáo dục"]),
            ("Nghị quyết Trung ương 6 (khóa XII) về", &["Nghị quyết Trung ương 6 (khóa XII)"]),
            ("Nghị quyết Trung ương 4 khóa XII, Kết luận", &["Nghị quyết Trung ương 4 khóa XII"]),
            ("Nghị quyết Đại hội Đảng toàn quốc lần thứ XIII, ", &["Nghị quyết Đại hội Đảng toàn quốc lần thứ XIII"]),
            (
                "Nghị quyết TW 4 khóa XII, Nghị quyết TW5 (khoá XII)",
                &["Nghị quyết TW 4 khóa XII", "Nghị quyết TW5 (khoá XII)"],
            ),
            ("Nghị quyết Đại hội XIII của Đảng; Nghị quyết Đại hội cổ đông", &["Nghị quyết Đại hội XIII"]),
            (
                "Luật phòng chống ma túy; Luật Bầu cử ĐBQH và đại biểu HĐND; Luật MTTQ Việt Nam; Luật thuế GTGT",
                &[
                    "Luật phòng chống ma túy",
                    "Luật Bầu cử ĐBQH và đại biểu HĐND",
                    "Luật MTTQ Việt Nam",
                    "Luật thuế GTGT",
                ],
            ),
            ("Luật Đầu tư, công trình; Luật bầu cử và luật khác", &["Luật Đầu tư", "Luật bầu cử"]),
            (
                "Luật Phòng, chống nhiễm vi rút gây ra hội chứng suy giảm miễn dịch mắc phải ở người (HIV/AIDS) năm 2006",
                &["Luật Phòng, chống nhiễm vi rút gây ra hội chứng suy giảm miễn dịch mắc phải ở người (HIV/AIDS)"],
            ),
            (
                "Pháp lệnh Nuôi ong, trồng hoa và đi lại của người dân ngày 26/7/2006; Luật trồng hoa, nuôi ong ngày 26/7/2030",
                &["Pháp lệnh Nuôi ong, trồng hoa và đi lại của người dân", "Luật trồng hoa, nuôi ong"],
            ),
            (
                "Luật Nuôi ong, kế hoạch năm 2020; Luật Nuôi ong và các văn bản năm 2020; Luật nuôi ong, trồng hoa",
                &["Luật Nuôi ong", "Luật Nuôi ong"],
            ),
            ("Pháp lệnh Nuôi ong, gửi trước ngày 30/9/2013", &["Pháp lệnh Nuôi ong"]),
            ("Tập huấn Luật nuôi con và chăm sóc trẻ năm 2025; hội thi Luật giao thông và an toàn năm 2025", &[]),
            (
                "Luật sửa đổi, bổ sung một số điều của 37 Luật có liên quan đến quy hoạch; Luật sửa đổi, bổ sung một số điều của các Luật về thuế ngày 26/11/2014",
                &[
                    "Luật sửa đổi, bổ sung một số điều của 37 Luật có liên quan đến quy hoạch",
                    "Luật sửa đổi, bổ sung một số điều của các Luật về thuế",
                ],
            ),
            ("XỬ LÝ KỶ LUẬT LAO ĐỘNG; PHÁP LUẬT VỀ ĐẤT ĐAI; Ngày Pháp Luật Việt Nam; Đại học Luật Hà Nội", &[]),
            ("Cử nhân Luật Kinh tế; Công ty Luật Bình Minh; quyền cá nhân Luật Dân sự", &["Luật Dân sự"]),
            ("tuyên truyền tại trường học Luật Trẻ em; tự học Luật Đất đai năm 2024", &["Luật Trẻ em", "Luật Đất đai"]),
            (
                "phổ biến cho bệnh viện Luật Khám bệnh, chữa bệnh năm 2023; giới thiệu cho các công ty Luật Doanh nghiệp 2020",
                &["Luật Khám bệnh, chữa bệnh", "Luật Doanh nghiệp"],
            ),
            ("khoa Luật Kinh tế năm 2020; kỷ luật lao động năm 2019; môn Luật Lao động", &[]),
            ("theo Luật Nuôi Ong\nThực hiện; LUẬT NUÔI ONG\nĐiều 5", &["Luật Nuôi Ong", "LUẬT NUÔI ONG"]),
            (
                "Pháp lệnh Thực hiện dân chủ ở xã; Luật Giao thông hiện hành",
                &["Pháp lệnh Thực hiện dân chủ ở xã", "Luật Giao thông"],
            ),
            ("Nghị quyết của Hội nghị được tổ chức; Nghị quyết này; Luật này; Luật sư Nguyễn A; pháp luật", &[]),
            ("Luật Bầu cử đại biểu Quốc hội số 85/2015/QH13", &[]),
        ] {
            let normalized = Normalized::new(text);
            let found: Vec<String> = named(&normalized, &Starts::of(normalized.as_str()), &[])
                .iter()
                .map(|m| m.core_str().to_owned())
                .collect();
            assert_eq!(found, want, "{text}");
        }
    }

    #[test]
    fn parts_of_a_name() {
        let normalized = Normalized::new("Luật Thực hiện dân chủ ở cơ sở đã được Quốc hội thông qua ngày 10/11/2022.");
        let found = named(&normalized, &Starts::of(normalized.as_str()), &[]);
        assert_eq!(found[0].reading().date.unwrap().to_string(), "2022-11-10");
        assert_eq!(found[0].reading().issuer.as_ref().unwrap().name(), "Quốc hội");
        for (text, want) in [
            ("Luật Ngân sách nhà nước (sửa đổi) ngày 16/12/2002", "2002-12-16"),
            ("Luật Sở hữu trí tuệ nước Cộng hòa xã hội chủ nghĩa Việt Nam năm 2005", "2005"),
            ("Luật Sở hữu trí tuệ nước Cộng hoà xã hội chủ nghĩa Việt Nam 2005", "2005"),
            ("Luật Biên giới nước láng giềng năm 2005", "2005"),
            ("Luật BHYT sửa đổi năm 2024", "2024"),
            ("Luật Giáo dục sửa đổi, bổ sung năm 2009", "2009"),
            ("Luật BHXH sửa đổi 2024", "2024"),
            ("Luật PCCC và CNCH năm 2024", "2024"),
        ] {
            let normalized = Normalized::new(text);
            let found = named(&normalized, &Starts::of(normalized.as_str()), &[]);
            assert_eq!(found[0].reading().date.map(|date| date.to_string()).as_deref(), Some(want), "{text}");
        }
    }
}
