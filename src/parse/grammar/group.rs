//! A code with the sign before it, or where one is lost.

use nom::branch::alt;
use nom::character::complete::one_of;
use nom::combinator::verify;
use nom::{IResult, Parser};

use super::code::{Code, code};
use super::raw::RawGroup;
use super::{broken_gap, error, gap, plain, sign, wide_gap};
use crate::parse::misread;

/// A group of letters with the sign before it, which may be lost.
pub(super) fn group(input: &str) -> IResult<&str, RawGroup<'_>> {
    signed_group(input).or_else(|_| unsigned_group(input))
}

pub(super) fn signed_group(input: &str) -> IResult<&str, RawGroup<'_>> {
    if let Some((separator, rest)) = plain::sign(input) {
        let (rest, Code { text: code, facts }) = code(rest)?;
        return Ok((rest, RawGroup { before: "", separator: Some(separator), after: "", code, facts }));
    }
    // A date, mostly: no code begins with a digit.
    if let [b'/' | b'-', b'0'..=b'9', ..] = input.as_bytes() {
        return Err(error(input));
    }
    let (rest, (before, separator, after, Code { text: code, facts })) =
        (alt((broken_gap, gap)), sign, wide_gap, code).parse(input)?;
    Ok((rest, RawGroup { before, separator: Some(separator), after, code, facts }))
}

/// A type code after a blank or nothing, where the sign should be: `298 KH/TWĐTN`; or the code of the National Assembly, which
/// stands alone: `45/2019QH14`.
pub(super) fn unsigned_group(input: &str) -> IResult<&str, RawGroup<'_>> {
    let (rest, before) = gap(input)?;
    // As all codes of types do.
    if !matches!(rest.as_bytes(), [b'A'..=b'Z' | 0xC4, ..]) {
        return Err(error(input));
    }
    let (rest, Code { text: code, facts }) = code(rest)?;
    let is_type = facts.is_type() && code.len() >= 2 && (gap, sign).parse(rest).is_ok();
    if !is_type && !misread::is_assembly(code) {
        return Err(error(input));
    }
    Ok((rest, RawGroup { before, separator: None, after: "", code, facts }))
}

/// An issuer's code after one blank or `_`, where the second sign should be: `126/2024/NĐ CP`.
pub(super) fn blank_group(input: &str) -> IResult<&str, RawGroup<'_>> {
    // "Nghị định số 30/2020/NĐ-CP Quy định": a word, as mostly; such a code has no small second letter.
    if let [_, b'A'..=b'Z', b'a'..=b'z', ..] | [_, 0xC4, 0x90, b'a'..=b'z', ..] = input.as_bytes() {
        return Err(error(input));
    }
    let spelt = |code: &str| code.chars().all(|c| !c.is_lowercase() || code == "TTg");
    let known = verify(code, |code: &Code<'_>| code.facts.is_issuer() && spelt(code.text));
    let (rest, (_, Code { text: code, facts })) = (one_of(" _"), known).parse(input)?;
    Ok((rest, RawGroup { before: &input[..1], separator: None, after: "", code, facts }))
}
