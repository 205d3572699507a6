use serde::Serialize;
use smol_str::SmolStr;

use super::{DocType, Issuer, PartialDate, Pinpoint, Symbol, Term};

/// A reference to one document, structured.
///
/// `Display` prints the canonical form; `FromStr` (in [`crate::parse`]) reads a whole string. Its words are strings that take no
/// memory of their own where they are short, and that copies share.
///
/// ```
/// use cite_lint::citation::Citation;
///
/// let citation: Citation = "Nghị quyết số 25-NQ/TW, ngày 3 tháng 6 năm 2013 của Bộ Chính trị khoá XI".parse().unwrap();
/// assert_eq!(citation.to_string(), "Nghị quyết số 25-NQ/TW ngày 03/6/2013 của Bộ Chính trị (khóa XI)");
/// assert_eq!(citation.to_string().parse::<Citation>().unwrap(), citation);
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Citation {
    /// How the document is named.
    pub kind: Kind,
    /// Tên loại.
    pub doc_type: Option<DocType>,
    /// Số, ký hiệu; of a short form only the number is known, see [`Citation::short_number`].
    pub symbol: Option<Symbol>,
    /// The bare number of a short form (`30`, `126/2024`).
    pub short_number: Option<SmolStr>,
    /// The name of a named document (`Luật Khiếu nại`).
    pub name: Option<SmolStr>,
    /// Ngày ban hành.
    pub date: Option<PartialDate>,
    /// Cơ quan ban hành.
    pub issuer: Option<Issuer>,
    /// Khóa.
    pub term: Option<Term>,
    /// Điểm, khoản, điều in front of it.
    pub pinpoint: Option<Pinpoint>,
    /// The document issued with it that the pinpoint is of: "Quy chế bảo lãnh ban hành kèm theo".
    pub container: Option<SmolStr>,
}

/// How a citation names its document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// By number and symbol: `Kế hoạch số 484/KH-UBND`.
    Numbered,
    /// By name: `Luật Khiếu nại`, `Nghị quyết Trung ương 4 khóa XII`.
    Named,
    /// By a bare number: `Nghị định 30`, `Đề án 02 của Tỉnh ủy`.
    Short,
    /// The citing document itself: the number in its head or in an annex caption.
    Own,
}

/// A part of a citation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Part {
    /// The type word.
    Type,
    /// Number and symbol.
    Symbol,
    /// The date.
    Date,
    /// The issuing body.
    Issuer,
    /// The term.
    Term,
    /// Điểm, khoản, điều.
    Pinpoint,
    /// The document issued with it.
    Container,
}

impl Citation {
    /// A citation of which nothing but its kind is known yet.
    pub(crate) const fn empty(kind: Kind) -> Self {
        Self {
            kind,
            doc_type: None,
            symbol: None,
            short_number: None,
            name: None,
            date: None,
            issuer: None,
            term: None,
            pinpoint: None,
            container: None,
        }
    }

    /// Number, symbol and day: `30/2020/NĐ-CP@2020-03-05`. Party numbers start again with each congress and state
    /// administrative ones with each year, so a symbol alone names no document; without the day it has no id.
    pub fn id(&self) -> Option<String> {
        let symbol = self.symbol.as_ref().filter(|symbol| symbol.number().is_some())?;
        Some(format!("{symbol}@{}", self.date?.day()?))
    }

    /// The number as written, of the symbol or of a short form.
    pub fn number(&self) -> Option<&str> {
        match &self.symbol {
            Some(symbol) => symbol.number().map(super::Number::as_str),
            None => self.short_number.as_deref().map(|text| text.split('/').next().unwrap_or(text)),
        }
    }
}

impl std::fmt::Display for Citation {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let mut parts = Vec::new();
        parts.extend(self.pinpoint.as_ref().map(ToString::to_string));
        parts.extend(self.container.as_ref().map(|container| format!("{container} ban hành kèm theo")));
        match (&self.name, self.doc_type) {
            (Some(name), _) => parts.push(name.to_string()),
            (None, Some(doc_type)) => parts.push(doc_type.to_string()),
            (None, None) => {}
        }
        match (&self.symbol, &self.short_number) {
            (Some(symbol), _) => parts.push(format!("số {symbol}")),
            (None, Some(number)) => parts.push(number.to_string()),
            (None, None) => {}
        }
        match self.date {
            Some(PartialDate::Day(date)) => parts.push(format!("ngày {}", date.short_form())),
            Some(date) => parts.push(date.short_form()),
            None => {}
        }
        parts.extend(self.issuer.as_ref().map(|issuer| format!("của {issuer}")));
        parts.extend(self.term.map(|term| format!("(khóa {term})")));
        f.write_str(&parts.join(" "))
    }
}
