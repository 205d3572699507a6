use crate::citation::{Date, Kind, PartialDate, System};
use crate::finding::Message;
use crate::resolve::Document;

/// Which rules of form the citing document follows, by its own date and kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Regime {
    /// Administrative texts since 05/3/2020: NĐ 30/2020/NĐ-CP.
    Administrative,
    /// Administrative texts before that: TT 01/2011/TT-BNV.
    AdministrativeBefore2020,
    /// Normative texts since 01/4/2025, which cite by number and year without dates: NĐ 78/2025/NĐ-CP, Điều 68.
    Normative,
    /// Normative texts before that: NĐ 34/2016/NĐ-CP.
    NormativeBefore2025,
    /// Texts of the Party, where a comma before "ngày", hyphens and "khoá" are right: HD 36-HD/VPTW, HD 05-HD/VPTW.
    Party,
}

/// Every regime.
pub const REGIMES: [Regime; 5] = [
    Regime::Administrative,
    Regime::AdministrativeBefore2020,
    Regime::Normative,
    Regime::NormativeBefore2025,
    Regime::Party,
];

impl Regime {
    /// The regime of a document, by the number and the date in its head. A text without a head, or with a date that is
    /// still blank, is taken for an administrative one of today.
    ///
    /// ```
    /// use cite_lint::resolve::Document;
    /// use cite_lint::rules::Regime;
    ///
    /// let regime = |text| Regime::of(&Document::new(text));
    /// assert_eq!(regime("Số: 12-KH/TU\nLong An, ngày 05 tháng 3 năm 2024"), Regime::Party);
    /// assert_eq!(regime("Số: 12/KH-UBND\nLong An, ngày 05 tháng 3 năm 2019"), Regime::AdministrativeBefore2020);
    /// assert_eq!(regime("Số: 12/2026/NĐ-CP\nHà Nội, ngày 05 tháng 3 năm 2026"), Regime::Normative);
    /// assert_eq!(regime("Thực hiện Luật Đất đai;"), Regime::Administrative);
    /// ```
    pub fn of(document: &Document<'_>) -> Self {
        let own = document.own().map(|own| own.number_span);
        let head = own.and_then(|own| document.mentions().iter().find(|mention| mention.core() == own));
        let normative = head.and_then(|head| head.canonical()).is_some_and(|symbol| symbol.year().is_some());
        if head.is_some_and(|head| head.kind() == Kind::Own && head.system() == Some(System::Party)) {
            Self::Party
        } else if normative {
            if before(document.date(), 2025, 4, 1) { Self::NormativeBefore2025 } else { Self::Normative }
        } else if before(document.date(), 2020, 3, 5) {
            Self::AdministrativeBefore2020
        } else {
            Self::Administrative
        }
    }

    /// Its name in options: `administrative`, `administrative-2011`, `normative`, `normative-2016`, `party`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Administrative => "administrative",
            Self::AdministrativeBefore2020 => "administrative-2011",
            Self::Normative => "normative",
            Self::NormativeBefore2025 => "normative-2016",
            Self::Party => "party",
        }
    }

    /// What it is, and the document that it follows.
    pub fn description(self) -> Message {
        let (vi, en) = match self {
            Self::Administrative => ("văn bản hành chính từ 05/3/2020", "administrative texts since 05/3/2020"),
            Self::AdministrativeBefore2020 => {
                ("văn bản hành chính trước 05/3/2020", "administrative texts before 05/3/2020")
            }
            Self::Normative => ("văn bản quy phạm pháp luật từ 01/4/2025", "normative texts since 01/4/2025"),
            Self::NormativeBefore2025 => {
                ("văn bản quy phạm pháp luật trước 01/4/2025", "normative texts before 01/4/2025")
            }
            Self::Party => ("văn bản của Đảng", "texts of the Party"),
        };
        Message::new(format!("{vi} ({})", self.source()), format!("{en} ({})", self.source()))
    }

    /// The document that it follows.
    pub const fn source(self) -> &'static str {
        match self {
            Self::Administrative => "NĐ 30/2020/NĐ-CP",
            Self::AdministrativeBefore2020 => "TT 01/2011/TT-BNV",
            Self::Normative => "NĐ 78/2025/NĐ-CP, Điều 68",
            Self::NormativeBefore2025 => "NĐ 34/2016/NĐ-CP",
            Self::Party => "HD 36-HD/VPTW, HD 05-HD/VPTW",
        }
    }
}

/// Whether a document is certainly older than a day.
fn before(date: Option<PartialDate>, year: u16, month: u8, day: u8) -> bool {
    match (date, Date::new(year, month, day)) {
        (Some(PartialDate::Day(date)), Ok(limit)) => date < limit,
        (Some(PartialDate::Month { year: y, month: m }), _) => (y, m) < (year, month),
        (Some(PartialDate::Year(date)), _) => date < year,
        _ => false,
    }
}
