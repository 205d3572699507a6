mod places;

use std::fmt;
use std::hash::{Hash, Hasher};
use std::sync::OnceLock;

use serde::ser::SerializeStruct;
use serde::{Serialize, Serializer};
use smol_str::SmolStr;

pub(crate) use self::places::is_dotted_label;
use self::places::{groups, has_label, places};

/// The places inside a document that a citation points to: "khoản 1, 2 và điểm b khoản 3 Điều 7".
///
/// Source: NĐ 30/2020/NĐ-CP, Phụ lục I, II.5.d (phần, chương, mục, tiểu mục, điều, khoản, điểm).
///
/// ```
/// use cite_lint::citation::{Pinpoint, Unit};
///
/// let pinpoint = Pinpoint::new("khoản 1, 2 và điểm b khoản 3 Điều 7").unwrap();
/// let places: Vec<String> = pinpoint.places().iter().map(ToString::to_string).collect();
/// assert_eq!(places, ["khoản 1 Điều 7", "khoản 2 Điều 7", "điểm b khoản 3 Điều 7"]);
/// assert_eq!(pinpoint.places()[0].steps[0].unit, Unit::Article);
/// assert!(Pinpoint::new("Điều này").is_none());
/// ```
#[derive(Clone, Debug)]
pub struct Pinpoint {
    /// Mostly short enough to take no memory of its own.
    text: SmolStr,
    /// Taken from the text when they are asked for: most citations are checked without.
    places: OnceLock<Box<[Place]>>,
}

/// One place, or a range of places from the first to the last, both included.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Place {
    /// From the largest part to the smallest, at least one: Điều 7, khoản 3, điểm b.
    pub steps: Vec<Step>,
    /// Of a range, the last place.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<Vec<Step>>,
}

/// A part of a document and which of its kind: Điều 15a.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Step {
    /// The kind of part.
    pub unit: Unit,
    /// Its number or letter as written: `7`, `15a`, `đ`, `IV`, `2.1`, `a.1`.
    pub label: String,
}

/// The kinds of parts, smallest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Unit {
    /// Tiết.
    Item,
    /// Điểm.
    Point,
    /// Khoản.
    Clause,
    /// Điều.
    Article,
    /// Tiểu mục.
    Subsection,
    /// Mục.
    Section,
    /// Chương.
    Chapter,
    /// Phần.
    Part,
    /// Mẫu, biểu.
    Form,
    /// Phụ lục.
    Appendix,
}

impl Pinpoint {
    /// Takes a text apart; `None` when no part in it has a number or letter.
    pub fn new(text: &str) -> Option<Self> {
        has_label(text).then(|| Self { text: SmolStr::new(text), places: OnceLock::new() })
    }

    /// As written, on one line.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The places in text order, at least one.
    pub fn places(&self) -> &[Place] {
        self.places.get_or_init(|| places(&groups(&self.text)).into())
    }
}

impl PartialEq for Pinpoint {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}

impl Eq for Pinpoint {}

impl Hash for Pinpoint {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.text.hash(state);
    }
}

impl Serialize for Pinpoint {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut pinpoint = serializer.serialize_struct("Pinpoint", 2)?;
        pinpoint.serialize_field("text", self.as_str())?;
        pinpoint.serialize_field("places", self.places())?;
        pinpoint.end()
    }
}

impl Unit {
    /// The unit of a word in lower case.
    pub fn of_word(word: &str) -> Option<Self> {
        Some(match word {
            "tiết" => Self::Item,
            "điểm" => Self::Point,
            "khoản" => Self::Clause,
            "điều" => Self::Article,
            "tiểu mục" => Self::Subsection,
            "mục" => Self::Section,
            "chương" => Self::Chapter,
            "phần" => Self::Part,
            "mẫu" | "biểu" => Self::Form,
            "lục" | "phụ lục" => Self::Appendix,
            _ => return None,
        })
    }

    /// The word as documents write it: `khoản`, `Điều`.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Item => "tiết",
            Self::Point => "điểm",
            Self::Clause => "khoản",
            Self::Article => "Điều",
            Self::Subsection => "Tiểu mục",
            Self::Section => "Mục",
            Self::Chapter => "Chương",
            Self::Part => "Phần",
            Self::Form => "Mẫu",
            Self::Appendix => "Phụ lục",
        }
    }
}

impl fmt::Display for Pinpoint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let path = |steps: &[Step]| {
            let steps: Vec<String> =
                steps.iter().rev().map(|step| format!("{} {}", step.unit.word(), step.label)).collect();
            steps.join(" ")
        };
        match &self.to {
            None => f.write_str(&path(&self.steps)),
            Some(to) => write!(f, "từ {} đến {}", path(&self.steps), path(to)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_of_a_pinpoint() {
        for (text, want) in [
            ("điểm a khoản 2 Điều 5", &["điểm a khoản 2 Điều 5"][..]),
            ("khoản 1, 2 và điểm b khoản 3 Điều 7", &["khoản 1 Điều 7", "khoản 2 Điều 7", "điểm b khoản 3 Điều 7"]),
            ("khoản 1, khoản 2, Điều 1", &["khoản 1 Điều 1", "khoản 2 Điều 1"]),
            ("từ Điều 5 đến Điều 9", &["từ Điều 5 đến Điều 9"]),
            ("khoản 1 đến khoản 3 Điều 5", &["từ khoản 1 Điều 5 đến khoản 3 Điều 5"]),
            ("các khoản từ 1 đến 3 Điều 5", &["từ khoản 1 Điều 5 đến khoản 3 Điều 5"]),
            ("khoản 1-3 Điều 5", &["từ khoản 1 Điều 5 đến khoản 3 Điều 5"]),
            ("từ điểm a khoản 1 đến điểm c khoản 2 Điều 5", &["từ điểm a khoản 1 Điều 5 đến điểm c khoản 2 Điều 5"]),
            ("Điều 15a", &["Điều 15a"]),
            ("điểm a.1 khoản 2 Điều 5", &["điểm a.1 khoản 2 Điều 5"]),
            ("khoản 2 Điều 3; khoản 2 Điều 5", &["khoản 2 Điều 3", "khoản 2 Điều 5"]),
            (
                "điểm b khoản 1; điểm a, b khoản 2 Điều 4",
                &["điểm b khoản 1 Điều 4", "điểm a khoản 2 Điều 4", "điểm b khoản 2 Điều 4"],
            ),
            ("điều 1,3,4", &["Điều 1", "Điều 3", "Điều 4"]),
            ("Điều 5 khoản 2", &["khoản 2 Điều 5"]),
            ("Điều 5, khoản 1 Điều 7", &["Điều 5", "khoản 1 Điều 7"]),
            (
                "khoản 3 Điều 49, Điều 94 và điểm a khoản 3 Điều 99",
                &["khoản 3 Điều 49", "Điều 94", "điểm a khoản 3 Điều 99"],
            ),
            ("mục 5 khoản II", &["Mục 5 khoản II"]),
            ("Mục 2 Chương III", &["Mục 2 Chương III"]),
            ("điểm 4.1 tiểu mục 04, mục II, Phần A", &["điểm 4.1 Tiểu mục 04 Mục II Phần A"]),
            ("Phụ lục I và Phụ lục IIa", &["Phụ lục I", "Phụ lục IIa"]),
            ("Mẫu số 10 Phụ lục VII", &["Mẫu 10 Phụ lục VII"]),
            ("Mẫu số 01/BC-MT và Mẫu số 05/BC-MT", &["Mẫu 01/BC-MT", "Mẫu 05/BC-MT"]),
            ("Điều này", &[]),
            ("khoản nào", &[]),
            ("điểm a", &["điểm a"]),
            ("Điều 123 Chương IV", &["Điều 123 Chương IV"]),
        ] {
            let pinpoint = Pinpoint::new(text);
            let places: Vec<String> = pinpoint.iter().flat_map(Pinpoint::places).map(ToString::to_string).collect();
            assert_eq!(pinpoint.is_none(), groups(text).is_empty(), "{text}");
            assert_eq!(places, want, "{text}");
        }
    }
}
