//! The grammar of number and symbol, with nom. It reads well-formed symbols and the malformed ones of real drafts alike:
//! blanks and line breaks around the signs, a sign lost, a number left blank.
//!
//! Source of the patterns: NĐ 30/2020/NĐ-CP, Phụ lục I, II.3; NĐ 34/2016/NĐ-CP, Điều 58; HD 05-HD/VPTW.

mod assembly;
mod code;
mod fits;
mod group;
mod late_year;
mod plain;
mod raw;

use nom::branch::alt;
use nom::bytes::complete::take_while_m_n;
use nom::character::complete::{char, satisfy};
use nom::combinator::{opt, peek, recognize, value, verify};
use nom::sequence::terminated;
use nom::{IResult, Parser};
use smallvec::SmallVec;

pub(super) use self::code::is_superscript;
use self::fits::{first_fits, next_fits, over_unit_number};
use self::group::{blank_group, group, signed_group, unsigned_group};
use self::late_year::late_year;
pub(super) use self::raw::{RawGroup, RawSymbol, RawYear};
use super::cursor::on_over_gap;
use super::date::digits;
use super::misread::{self, is_digit_like};
use crate::citation::Separator;

/// Reads a symbol from the start of `input`. With a cue (a type word or "số" stands before it) blanks and unknown codes are
/// believed sooner; the symbol says whether it needs one.
pub(super) fn symbol(input: &str) -> IResult<&str, RawSymbol<'_>> {
    let (rest, number) = match plain::number(input) {
        Some((rest, _)) if plain::is_date(rest) => return Err(error(input)),
        Some((rest, number)) => (rest, Some(number)),
        None => opt(alt((misread_number, number))).parse(input)?,
    };
    let (rest, year) = match plain::year(rest) {
        Some(plain) => plain,
        None => opt(year).parse(rest)?,
    };
    let (after_first, mut first) = group(rest)?;
    let digits = year.as_ref().map(|year| year.digits);
    let after_first = assembly::over_blank(rest, &mut first, after_first, digits);
    let fits = |cue| first_fits(&first, number.is_some(), cue, after_first);
    let needs_cue = !fits(false);
    if needs_cue && !fits(true) {
        return Err(error(input));
    }
    let mut rest = after_first;
    let mut groups: SmallVec<[RawGroup<'_>; 3]> = SmallVec::from_iter([first]);
    while groups.len() < 12
        && may_go_on(rest.as_bytes())
        && let Ok((next, mut group)) = signed_group(rest).or_else(|_| blank_group(rest))
        && next_fits(&groups, &group, next)
    {
        rest = over_unit_number(&groups, rest, &mut group, next);
        groups.push(group);
    }
    let spread = |group: &RawGroup<'_>| !group.before.is_empty() && !group.after.is_empty();
    let lost = groups[0].separator.is_none();
    let stands_alone = || year.is_some() && misread::is_assembly(groups[0].code);
    if groups.len() < 2 && (spread(&groups[0]) || lost && !stands_alone()) {
        return Err(error(input));
    }
    let late_year = if year.is_none() { late_year(&groups, rest) } else { None };
    if let Some(year) = late_year {
        rest = &rest[1 + year.len()..];
    }
    let text = &input[..input.len() - rest.len()];
    Ok((rest, RawSymbol { text, number, year, groups, late_year, needs_cue }))
}

/// Whether another group may follow: after most symbols the next signs show at once that none does. Before a sign stand
/// blanks and marks of Markdown, or a line end; a code behind a blank starts with a capital.
const fn may_go_on(rest: &[u8]) -> bool {
    match rest {
        [b' ', next, ..] => matches!(next, b' ' | b'\t' | b'*' | b'/' | b'-' | b'A'..=b'Z' | 0xC4),
        [b'\n', next, ..] => matches!(next, b'/' | b'-'),
        [first, ..] => matches!(first, b'/' | b'-' | b'*' | b'\t' | b'_'),
        [] => false,
    }
}

fn error(input: &str) -> nom::Err<nom::error::Error<&str>> {
    nom::Err::Error(nom::error::Error::new(input, nom::error::ErrorKind::Verify))
}

/// One to six digits, then perhaps a dotted part or one letter.
fn number(input: &str) -> IResult<&str, &str> {
    let dotted = recognize((char('.'), digits(1, 3)));
    let letter = recognize((satisfy(char::is_alphabetic), peek((gap, sign))));
    recognize((digits(1, 6), opt(alt((dotted, letter))))).parse(input)
}

/// Digits with letters among them that only look like digits: `O4`, `1O4`.
fn misread_number(input: &str) -> IResult<&str, &str> {
    terminated(verify(take_while_m_n(2, 6, is_digit_like), misread::is_misread), peek((gap, sign))).parse(input)
}

/// A slash and two to five digits that another sign follows, or four where the sign is lost: `22/2021TT-BGDĐT`; four may
/// have a blank inside: `100/201 5/QH13`.
fn year(input: &str) -> IResult<&str, RawYear<'_>> {
    let misread = verify(take_while_m_n(4, 4, is_digit_like), misread::is_misread);
    let split = verify(recognize((digits(1, 3), char(' '), digits(1, 3))), |year: &str| {
        year.len() == 5 && (year.starts_with('1') || year.starts_with('2'))
    });
    let signed = terminated(alt((misread, split, digits(2, 5))), peek((alt((broken_gap, gap)), sign)));
    let unsigned = terminated(digits(4, 4), peek(unsigned_group));
    let before = alt((broken_gap, gap));
    let (rest, (before, _, after, digits)) = (before, char('/'), wide_gap, alt((signed, unsigned))).parse(input)?;
    Ok((rest, RawYear { before, after, digits }))
}

fn sign(input: &str) -> IResult<&str, Separator> {
    alt((value(Separator::Slash, char('/')), value(Separator::Hyphen, char('-')))).parse(input)
}

/// At most three blanks on one line, and marks of Markdown.
fn gap(input: &str) -> IResult<&str, &str> {
    take_while_m_n(0, 5, |c| matches!(c, ' ' | '\t' | '*')).parse(input)
}

/// One line end before a sign that a code or year follows at once: `NĐ\n-CP`, but not the bullet of a list.
fn broken_gap(input: &str) -> IResult<&str, &str> {
    terminated(recognize(char('\n')), peek((sign, satisfy(|c| c.is_uppercase() || c.is_ascii_digit())))).parse(input)
}

/// What may stand after a sign: the same sign again (`64//2023`), a line or page break, perhaps with the number of the
/// page.
fn wide_gap(input: &str) -> IResult<&str, &str> {
    let again = usize::from(input.starts_with(['/', '-']));
    let (gap, rest) = input.split_at(on_over_gap(input, again));
    Ok((rest, gap))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is read, with `|` between the parts and `?` for a lost sign.
    fn read(input: &str, cue: bool) -> Option<String> {
        let (_, raw) = symbol(input).ok().filter(|(_, raw)| cue || !raw.needs_cue)?;
        let mut out = raw.number.unwrap_or("_").to_owned();
        if let Some(year) = &raw.year {
            out += &format!("|/{}", year.digits);
        }
        for group in &raw.groups {
            let sign = group.separator.map_or('?', Separator::as_char);
            out += &format!("|{sign}{}", group.code);
        }
        out.extend(raw.late_year.map(|year| format!("|{year}")));
        Some(out)
    }

    #[test]
    fn well_formed() {
        for (input, want) in [
            ("30/2020/NĐ-CP ngày", "30|/2020|/NĐ|-CP"),
            ("16/CT-TTg", "16|/CT|-TTg"),
            ("769/UBND-NC", "769|/UBND|-NC"),
            ("25-NQ/TW,", "25|-NQ|/TW"),
            ("05-CTPH/BDVHU-PGDĐT", "05|-CTPH|/BDVHU|-PGDĐT"),
            ("01/2019/TTLT-BCA-VKSNDTC-TANDTC", "01|/2019|/TTLT|-BCA|-VKSNDTC|-TANDTC"),
            ("10/2022/QH15)", "10|/2022|/QH15"),
            ("388/NQ-UBTVQH16", "388|/NQ|-UBTVQH16"),
            ("12a/KH-UBND", "12a|/KH|-UBND"),
            ("08B-NQ/HNTW", "08B|-NQ|/HNTW"),
            ("66.1/2025/NQ-CP", "66.1|/2025|/NQ|-CP"),
            ("47-SL", "47|-SL"),
            ("363-CT/HĐBT", "363|-CT|/HĐBT"),
            ("2761/SGD&ĐT-TTr", "2761|/SGD&ĐT|-TTr"),
            ("01/2016/NQ.HĐTP", "01|/2016|/NQ.HĐTP"),
            ("416/CAT-PC04", "416|/CAT|-PC04"),
            ("183/2000/QĐ-NHNN2", "183|/2000|/QĐ|-NHNN2"),
            ("12/KH-BCĐ389 ngày", "12|/KH|-BCĐ389"),
            ("12/UBND-KT1 ngày", "12|/UBND|-KT1"),
            ("153/QĐ-STC-TC2 ngày", "153|/QĐ|-STC|-TC2"),
            ("01/2015/TTLT-BTC-BNV1 ngày", "01|/2015|/TTLT|-BTC|-BNV"),
        ] {
            assert_eq!(read(input, true).as_deref(), Some(want), "{input}");
        }
    }

    #[test]
    fn malformed() {
        for (input, want) in [
            ("16/CT/TTg", "16|/CT|/TTg"),
            ("1234 /KH-SGDĐT", "1234|/KH|-SGDĐT"),
            ("01- KL/TW", "01|-KL|/TW"),
            ("25 - NQ/TW", "25|-NQ|/TW"),
            ("28/1998/ND - CP ngày", "28|/1998|/ND|-CP"),
            ("22/2021TT-BGDĐT", "22|/2021|?TT|-BGDĐT"),
            ("17 - CTrHĐ/HU", "17|-CTrHĐ|/HU"),
            ("769/UBND- NC, 770", "769|/UBND|-NC"),
            ("769/SGDĐT -GDTrH", "769|/SGDĐT|-GDTrH"),
            ("769/UBND - NC ngày", "769|/UBND|-NC"),
            ("769/UBND - NC của", "769|/UBND"),
            ("769/UBND- Sở Nội vụ", "769|/UBND"),
            ("5/KH-UBND- MTTQ quy định", "5|/KH|-UBND"),
            ("5/KH-UBND -HĐND.", "5|/KH|-UBND"),
            ("5/KH-UBND- MTTQ ngày", "5|/KH|-UBND|-MTTQ"),
            ("693/QĐSGD&ĐT", "693|/QĐSGD&ĐT"),
            ("126/2024/NĐCP", "126|/2024|/NĐCP"),
            ("30/2020/nđ-cp", "30|/2020|/nđ|-cp"),
            ("102/2025/NQLT-\nUBTVQH15-CP", "102|/2025|/NQLT|-UBTVQH15|-CP"),
            ("12/2016/TTLT-BYT- BTC ngày", "12|/2016|/TTLT|-BYT|-BTC"),
            ("12/2016/TTLT-BYT -BTC-BNV hướng", "12|/2016|/TTLT|-BYT|-BTC|-BNV"),
            ("12/2016/TTLT-BYT - BTC ngày", "12|/2016|/TTLT|-BYT|-BTC"),
            ("12/2016/TTLT-BYT - BTC-BNV, khoản", "12|/2016|/TTLT|-BYT|-BTC|-BNV"),
            ("02/TTr-CAT- XDPT, đề nghị", "02|/TTr|-CAT|-XDPT"),
            ("16/KH-MTTQ -BTT", "16|/KH|-MTTQ|-BTT"),
            ("693/\n\nQĐ-SGDĐT", "693|/QĐ|-SGDĐT"),
            ("693/\n\n5\n\nQĐ-SGDĐT", "693|/QĐ|-SGDĐT"),
            ("20/\n2000/QĐ-TTg", "20|/2000|/QĐ|-TTg"),
            ("64//2023/NĐ-CP", "64|/2023|/NĐ|-CP"),
            ("86/2024//TT-BTC", "86|/2024|/TT|-BTC"),
            ("O4/2015/NĐ-CP", "O4|/2015|/NĐ|-CP"),
            ("1O4/2O15/NĐ-CP", "1O4|/2O15|/NĐ|-CP"),
            ("10/2022/QHI5", "10|/2022|/QHI5"),
            ("/BC-PGDĐT", "_|/BC|-PGDĐT"),
            ("/2024/QĐ-UBND", "_|/2024|/QĐ|-UBND"),
            ("298 KH/TWĐTN", "298|?KH|/TWĐTN"),
            ("126/2024/NĐ CP của", "126|/2024|/NĐ|?CP"),
            ("25-NQ TW", "25|-NQ|?TW"),
            ("50/2022/NĐ_CP,", "50|/2022|/NĐ|?CP"),
            ("100/201 5/QH13", "100|/201 5|/QH13"),
            ("15/2012/QH 13 ngày", "15|/2012|/QH 13"),
            ("15/2012/QH1 3 ngày", "15|/2012|/QH1 3"),
            ("15/2012/QH 15 điều", "15|/2012|/QH"),
            ("66/2025/UBTV QH15", "66|/2025|/UBTV QH15"),
            ("66/2025/UBTV QH 15", "66|/2025|/UBTV QH 15"),
            ("45/2019QH14 ngày", "45|/2019|?QH14"),
            ("45/2019QHI4 ngày", "45|/2019|?QHI4"),
            ("12/2020 NĐ-CP", "12|/2020|?NĐ|-CP"),
            ("12/2020 NQLT/UBTVQH14-CP", "12|/2020|?NQLT|/UBTVQH14|-CP"),
            ("66/NĐ-CP/2006 ngày", "66|/NĐ|-CP|2006"),
            ("66/HĐ-UBND/2006", "66|/HĐ|-UBND"),
            ("126**/2024/**NĐ-CP", "126|/2024|/NĐ|-CP"),
            ("126/2024/NĐ-CP¹ quy", "126|/2024|/NĐ|-CP"),
            ("126/2024\n/NĐ-CP", "126|/2024|/NĐ|-CP"),
            ("126/2024/NĐ\n-CP", "126|/2024|/NĐ|-CP"),
            ("45/25010/NĐ-CP", "45|/25010|/NĐ|-CP"),
            ("126/2024/NĐ-CP1 quy", "126|/2024|/NĐ|-CP"),
            ("126/2024/NĐ-CPngày", "126|/2024|/NĐ|-CP"),
            ("21/2010/TT-BTTTTng ày", "21|/2010|/TT|-BTTTT"),
        ] {
            assert_eq!(read(input, true).as_deref(), Some(want), "{input}");
        }
    }

    #[test]
    fn not_symbols() {
        for input in
            ["12/5/2020", "24/7", "80km/h", "5/ngày", "3/4 số", "2021-2025", "7-Điều", "12/Quyết định", "5 - A"]
        {
            assert_eq!(read(input, false), None, "{input}");
        }
    }

    #[test]
    fn a_list_bullet_ends_the_symbol() {
        assert_eq!(read("484/KH-UBND -UBND tỉnh", true).as_deref(), Some("484|/KH|-UBND"));
        assert_eq!(read("484/KH-UBND- Sở Nội vụ", true).as_deref(), Some("484|/KH|-UBND"));
        assert_eq!(read("484/KH-UBND - HĐND, UBND tỉnh", true).as_deref(), Some("484|/KH|-UBND"));
        assert_eq!(read("484/KH-UBND\n- Lưu: VT", true).as_deref(), Some("484|/KH|-UBND"));
        assert_eq!(read("484/KH-UBND - UBND tỉnh", true).as_deref(), Some("484|/KH|-UBND"));
        assert_eq!(read("484/KH-UBND\n-UBND tỉnh", true).as_deref(), Some("484|/KH|-UBND"));
    }
}
