use super::evidence::{Query, agree};
use super::plenum::{Resolutions, resolutions};
use super::short;
use super::store::Rows;
use super::title::{LEAST, Subject};
use super::{Confidence, Record, Registry, Verdict};
use crate::citation::{Citation, PartialDate};

impl Registry {
    /// What the registry says of a citation; [`Registry::lookup_titled`] without the words around it.
    pub fn lookup(&self, citation: &Citation) -> Verdict<'_> {
        self.lookup_titled(citation, None, "")
    }

    /// What the registry says of a citation with its title, or with the words that follow it in the text.
    ///
    /// A symbol with a year (`30/2020/NĐ-CP`) identifies a document alone; one without (`25-NQ/TW`, `16/CT-TTg`) only
    /// together with the date, else the term, else the title, else, for a sole candidate of the Party, the issuer.
    /// Digits are never guessed at, and records of [`Confidence::Memory`] never give a [`Verdict::Mismatch`].
    ///
    /// ```
    /// use cite_lint::registry::Registry;
    /// # use cite_lint::citation::{Citation, Group, Kind, Separator, Symbol};
    /// # let group = |separator, code: &str| Group { separator, code: code.parse().unwrap() };
    /// # let codes = (group(Separator::Slash, "CT"), vec![group(Separator::Hyphen, "TTg")]);
    /// # let symbol = Some(Symbol::new("16".parse().ok(), None, codes.0, codes.1));
    /// # let (kind, doc_type, short_number, name) = (Kind::Numbered, None, None, None);
    /// # let (date, issuer, term, pinpoint, container) = (None, None, None, None, None);
    /// # let mut citation =
    /// #     Citation { kind, doc_type, symbol, short_number, name, date, issuer, term, pinpoint, container };
    ///
    /// // "16/CT-TTg": there is one in most years.
    /// let registry = Registry::builtin();
    /// assert_eq!(registry.lookup(&citation).status(), "ambiguous");
    /// // "16/CT-TTg ngày 16/5/2016"
    /// citation.date = "2016-05-16".parse().ok();
    /// assert_eq!(registry.lookup(&citation).record().unwrap().id(), "16/CT-TTg@2016-05-16");
    /// ```
    pub fn lookup_titled(&self, citation: &Citation, title: Option<&str>, following: &str) -> Verdict<'_> {
        self.told(citation, title, following).verdict
    }

    /// [`Self::lookup_titled`], and whether the words had a part in it.
    pub(crate) fn told(&self, citation: &Citation, title: Option<&str>, following: &str) -> Told<'_> {
        let title = title.or(citation.name.as_deref().filter(|_| citation.symbol.is_some()));
        let query = Query { citation, subject: Subject::new(title, following) };
        let verdict = match (&citation.symbol, &citation.name) {
            (Some(symbol), _) if symbol.number().is_none() => Verdict::Malformed,
            (Some(symbol), _) if symbol.year().is_some() => query.of_year(self.rows_of_symbol(symbol)),
            (Some(symbol), _) => query.of_restarting(self.rows_of_symbol(symbol)),
            (None, Some(name)) => match resolutions(self, citation) {
                Some(found) => query.of_plenum(found),
                None => query.of_name(self.rows_of_name(name)),
            },
            (None, None) if citation.short_number.is_some() => short::verdict(self, citation),
            (None, None) => Verdict::Malformed,
        };
        let verdict = match verdict {
            Verdict::NotCovered if self.is_complete_for(citation) => Verdict::Absent,
            verdict => verdict,
        };
        Told { verdict, by_words: query.subject.was_read() }
    }
}

/// A verdict, and whether the title or the words behind the citation had a part in it.
pub(crate) struct Told<'r> {
    pub(crate) verdict: Verdict<'r>,
    pub(crate) by_words: bool,
}

/// Agreement from which the title identifies a document against the date.
const STRONG: f32 = 0.8;
/// Agreement from which it does so when day and month are right.
const FAIR: f32 = 0.5;
const _: () = assert!(LEAST < FAIR);

impl Query<'_> {
    /// Documents of a symbol with a year, which two documents share only by way of exception.
    fn of_year<'r>(&self, rows: Rows<'r>) -> Verdict<'r> {
        // Nearly always there is one, and it is meant.
        if let [row] = rows[..]
            && self.type_fits(row)
            && self.citation.date.zip(row.date()).is_none_or(|(date, of)| agree(of, date))
        {
            return self.judge(row);
        }
        let rows = self.of_type(rows);
        let dated: Rows<'_> = match self.citation.date {
            Some(date) => rows.iter().copied().filter(|row| row.date().is_none_or(|of| agree(of, date))).collect(),
            None => rows.clone(),
        };
        match (&dated[..], &rows[..]) {
            (_, []) => Verdict::NotCovered,
            ([row], _) => self.judge(row),
            ([], [row]) if self.date_is_wrong(row) => self.judge(row),
            ([], _) => Verdict::Ambiguous(rows.into_vec()),
            _ => self.by_title(&dated).map_or(Verdict::Ambiguous(dated.into_vec()), |row| self.judge(row)),
        }
    }

    /// Documents of a symbol whose number starts again with each year or term.
    fn of_restarting<'r>(&self, rows: Rows<'r>) -> Verdict<'r> {
        match self.citation.date {
            _ if rows.is_empty() => Verdict::NotCovered,
            Some(date) => self.of_date(rows, date),
            None if self.citation.term.is_some() && rows.iter().any(|row| row.term().is_some()) => self.of_term(rows),
            None => self.of_subject(rows),
        }
    }

    fn of_date<'r>(&self, rows: Rows<'r>, date: PartialDate) -> Verdict<'r> {
        let whole = |row: &Record| date.day().is_some() && row.date() == Some(date);
        let fits = |row: &&Record| whole(row) || (self.term_fits(row) && row.date().is_some_and(|of| agree(of, date)));
        let mut dated: Rows<'_> = rows.iter().copied().filter(fits).collect();
        if dated.iter().any(|row| whole(row)) {
            dated.retain(|row| whole(row));
        }
        match &self.of_type(dated)[..] {
            [] => self.against_date(&rows, date),
            [row] if self.type_fits(row) || whole(row) => self.judge(row),
            several => self.by_title(several).map_or(Verdict::Ambiguous(several.to_vec()), |row| self.judge(row)),
        }
    }

    /// No document has the date. Only the subject can tell whether one of them is meant.
    fn against_date<'r>(&self, rows: &[&'r Record], date: PartialDate) -> Verdict<'r> {
        let same_day = |row: &Record| match (row.date().and_then(PartialDate::day), date.day()) {
            (Some(a), Some(b)) => (a.month(), a.day()) == (b.month(), b.day()),
            _ => false,
        };
        let meant = |row: &&Record| {
            let agreement = self.subject.agreement(row.title());
            self.type_fits(row) && (agreement >= STRONG || (agreement >= FAIR && same_day(row)))
        };
        match rows.iter().copied().filter(meant).collect::<Rows<'_>>()[..] {
            // One source may err about a day; the same day of another year is the slip that people make.
            [row] if self.date_is_wrong(row) || row.confidence() > Confidence::Memory && same_day(row) => {
                self.judge(row)
            }
            _ => Verdict::NotCovered,
        }
    }

    fn of_term<'r>(&self, rows: Rows<'r>) -> Verdict<'r> {
        let of_term = rows.into_iter().filter(|row| row.term() == self.citation.term).collect();
        let rows = self.of_type(of_term);
        match rows[..] {
            [] => Verdict::NotCovered,
            [row] if self.type_fits(row) => self.judge(row),
            _ => self.by_title(&rows).map_or(Verdict::Ambiguous(rows.into_vec()), |row| self.judge(row)),
        }
    }

    fn of_subject<'r>(&self, rows: Rows<'r>) -> Verdict<'r> {
        let rows = self.of_type(rows);
        if let Some(row) = self.by_title(&rows) {
            return self.judge(row);
        }
        match rows[..] {
            [] => Verdict::NotCovered,
            [row] if self.issuer_tells(row) && self.type_fits(row) && !self.subject.contradicts(row.title()) => {
                Verdict::Known(row)
            }
            _ => Verdict::Ambiguous(rows.into_vec()),
        }
    }

    /// Resolutions of one plenum: the title tells which, else only a sole one is certain.
    fn of_plenum<'r>(&self, found: Resolutions<'r>) -> Verdict<'r> {
        match (self.by_title(&found.records), &found.records[..]) {
            (Some(record), _) => Verdict::Known(record),
            (None, [record]) if found.is_sole => Verdict::Known(record),
            _ => Verdict::Ambiguous(found.records),
        }
    }

    /// Laws of one name: they come again, so a date that none of them has says little.
    fn of_name<'r>(&self, mut rows: Rows<'r>) -> Verdict<'r> {
        rows.retain(|row| self.term_fits(row));
        let Some(date) = self.citation.date else {
            return match rows[..] {
                [] => Verdict::NotCovered,
                [row] => self.judge(row),
                _ => Verdict::Ambiguous(rows.into_vec()),
            };
        };
        rows.retain(|row| row.date().is_some_and(|of| of.year() == date.year()));
        let dated: Rows<'_> = rows.iter().copied().filter(|row| row.date().is_some_and(|of| agree(of, date))).collect();
        match (&dated[..], &rows[..]) {
            (_, []) => Verdict::NotCovered,
            ([row], _) => self.judge(row),
            ([], [row]) if row.confidence() == Confidence::Verified => self.judge(row),
            ([], _) => Verdict::Ambiguous(rows.into_vec()),
            _ => Verdict::Ambiguous(dated.into_vec()),
        }
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::citation::{DocType, Group, Issuer, Kind, Separator, Symbol};

    /// A citation from parts separated by `|`, told apart by their looks: symbol, type, date, term, `@issuer`, `"name`.
    pub(in crate::registry) fn citation(text: &str) -> Citation {
        const TYPES: [&str; 9] =
            ["Nghị quyết", "Chỉ thị", "Quyết định", "Quy định", "Luật", "Bộ luật", "Nghị định", "Kết luận", "Thông tư"];
        let mut citation = Citation::empty(Kind::Numbered);
        for part in text.split('|') {
            if let Some(name) = part.strip_prefix('"') {
                citation.kind = Kind::Named;
                citation.name = Some(name.into());
            } else if let Some(issuer) = part.strip_prefix('@') {
                citation.issuer = Some(Issuer::new(issuer, None));
            } else if let Some(name) = TYPES.into_iter().find(|&name| name == part) {
                citation.doc_type = Some(DocType::new(name));
            } else if let Ok(date) = part.parse() {
                citation.date = Some(date);
            } else if let Ok(term) = part.parse() {
                citation.term = Some(term);
            } else {
                citation.symbol = Some(symbol(part));
            }
        }
        citation
    }

    fn symbol(text: &str) -> Symbol {
        let signs: Vec<usize> = text.match_indices(['/', '-']).map(|(at, _)| at).chain([text.len()]).collect();
        let number = text[..signs[0]].parse().ok();
        let mut year = None;
        let mut groups = Vec::new();
        for pair in signs.windows(2) {
            let code = &text[pair[0] + 1..pair[1]];
            let separator = if text[pair[0]..].starts_with('/') { Separator::Slash } else { Separator::Hyphen };
            match code.parse::<u16>().ok().and_then(crate::citation::Year::new) {
                Some(found) => year = Some(found),
                None => groups.push(Group { separator, code: code.parse().unwrap() }),
            }
        }
        let rest = groups.split_off(1);
        let first = groups.remove(0);
        let symbol = Symbol::new(number, year, first, rest);
        assert_eq!(symbol.to_string(), text);
        symbol
    }

    /// The verdict in short: status, id or ids, fields.
    fn show(verdict: &Verdict<'_>) -> String {
        match verdict {
            Verdict::Known(record) => format!("known {}", record.id()),
            Verdict::Mismatch { record, fields } => format!("mismatch {} {fields:?}", record.id()),
            Verdict::Ambiguous(records) => format!("ambiguous {}", records.len()),
            other => other.status().to_owned(),
        }
    }

    #[test]
    fn verdicts_of_the_built_in_registry() {
        for (text, want) in [
            // A symbol with a year identifies alone.
            ("30/2020/NĐ-CP", "known 30/2020/NĐ-CP@2020-03-05"),
            ("030/2020/NĐ-CP", "known 30/2020/NĐ-CP@2020-03-05"),
            ("30/2020/NĐ-CP|Nghị định|2020-03-05|@Chính phủ", "known 30/2020/NĐ-CP@2020-03-05"),
            ("30/2020/NĐ-CP|2020-03", "known 30/2020/NĐ-CP@2020-03-05"),
            ("30/2020/NĐ-CP|2020", "known 30/2020/NĐ-CP@2020-03-05"),
            ("30/2020/NĐ-CP|Nghị định|2020-05-03", "mismatch 30/2020/NĐ-CP@2020-03-05 [Date]"),
            ("30/2020/NĐ-CP|Thông tư", "mismatch 30/2020/NĐ-CP@2020-03-05 [Type]"),
            ("30/2020/NĐ-CP|@Thủ tướng", "mismatch 30/2020/NĐ-CP@2020-03-05 [Issuer]"),
            ("04/2015/NĐ-CP|Nghị định|2015-09-01", "mismatch 04/2015/NĐ-CP@2015-01-09 [Date]"),
            ("9999/2020/NĐ-CP", "not-covered"),
            ("91/2015/QH13|Luật", "known 91/2015/QH13@2015-11-24"),
            ("10/2022/QH15|Luật|2022-11-10|XV", "known 10/2022/QH15@2022-11-10"),
            ("10/2022/QH15|XIV", "mismatch 10/2022/QH15@2022-11-10 [Term]"),
            // A law and a resolution of one symbol.
            ("18/2008/QH12|Luật|2008-06-03", "known 18/2008/QH12@2008-06-03"),
            ("18/2008/QH12|Nghị quyết", "known 18/2008/QH12@2008-06-03#nghi-quyet"),
            ("18/2008/QH12", "ambiguous 2"),
            // The resolution 41/2009/QH12 exists and is not in the registry; 142/2026/NĐ-CP can be a decree only.
            ("41/2009/QH12|Nghị quyết|2009-11-25", "not-covered"),
            ("91/2015/QH13|Bộ luật", "known 91/2015/QH13@2015-11-24"),
            ("30/2020/NĐ-CP|Quyết định|2020-03-05", "mismatch 30/2020/NĐ-CP@2020-03-05 [Type]"),
            // Decrees on the police and the army have numbers of their own.
            ("02/2025/NĐ-CP|Nghị định|2025-02-18", "known 02/2025/NĐ-CP@2025-02-18"),
            ("02/2025/NĐ-CP|Nghị định|2025-01-01", "known 02/2025/NĐ-CP@2025-01-01"),
            ("02/2025/NĐ-CP|Nghị định|2025-08-02", "ambiguous 2"),
            ("66.7/2025/NQ-CP|Nghị quyết|2025-11-15", "known 66.7/2025/NQ-CP@2025-11-15"),
            // A number that restarts needs its date.
            ("16/CT-TTg|Chỉ thị|2016-05-16", "known 16/CT-TTg@2016-05-16"),
            ("16/CT-TTg|Chỉ thị|2018-05-16", "not-covered"),
            ("27/CT-TTg|Chỉ thị|2016", "known 27/CT-TTg@2016-09-08"),
            ("27/CT-TTg|Chỉ thị|@Thủ tướng Chính phủ", "ambiguous 2"),
            ("5-CT/TW|Chỉ thị|2016-05-15|@Bộ Chính trị", "known 05-CT/TW@2016-05-15"),
            ("124-QĐ/TW|Quyết định|2018-02-02", "mismatch 124-QĐ/TW@2018-02-02 [Type]"),
            ("124-QĐ/TW|Quy định|2018-02-02|@Bộ Chính trị|XI", "mismatch 124-QĐ/TW@2018-02-02 [Issuer, Term]"),
            ("124-QĐ/TW|Quyết định|XII", "ambiguous 1"),
            ("25-NQ/TW|2013-06-03|@Trung ương", "known 25-NQ/TW@2013-06-03"),
            ("25-NQ/TW|2013-06-03|@Bộ Chính trị|XI", "mismatch 25-NQ/TW@2013-06-03 [Issuer]"),
            ("25-NQ/TW|2013-06-04", "not-covered"),
            // Else its term.
            ("25-NQ/TW|Nghị quyết|XI", "known 25-NQ/TW@2013-06-03"),
            ("25-NQ/TW|XII", "not-covered"),
            ("25-NQ/TW", "ambiguous 4"),
            ("120-KL/TW|Kết luận|XI|@Bộ Chính trị", "known 120-KL/TW@2016-01-07"),
            // Else, of a sole candidate, who signed it.
            ("120-KL/TW|@Bộ Chính trị", "known 120-KL/TW@2016-01-07"),
            ("120-KL/TW", "ambiguous 1"),
            ("120-KL/TW|@Trung ương", "ambiguous 1"),
            ("9999-QĐ/TW|XI", "not-covered"),
            ("484/KH-UBND|2024-03-01", "not-covered"),
            // Weak rows never speak against a text.
            ("23-NQ/TW|Nghị quyết|2003-03-12|@Bộ Chính trị", "ambiguous 1"),
            ("23-NQ/TW|Nghị quyết|2003-03-12", "known 23-NQ/TW@2003-03-12"),
            // By name.
            ("\"Luật Khiếu nại", "known 02/2011/QH13@2011-11-11"),
            ("\"Luật Tố cáo", "ambiguous 2"),
            ("\"Luật Tố cáo|2018-06-12", "known 25/2018/QH14@2018-06-12"),
            ("\"Luật Tố cáo|2018-06-21", "mismatch 25/2018/QH14@2018-06-12 [Date]"),
            ("\"Luật Tố cáo|1998-06-12", "not-covered"),
            ("\"Luật Thực hiện dân chủ ở cơ sở|2022-10-11", "mismatch 10/2022/QH15@2022-11-10 [Date]"),
            ("\"Hiến pháp năm 2013", "known Hiến pháp@2013-11-28"),
            ("\"Hiến pháp|2013", "known Hiến pháp@2013-11-28"),
            ("\"Luật Giao thông đường không", "not-covered"),
            ("\"Luật Khiếu nại|02/2011/QH13", "known 02/2011/QH13@2011-11-11"),
            // A blank number.
            ("/BC-PGDĐT", "malformed"),
        ] {
            assert_eq!(show(&Registry::builtin().lookup(&citation(text))), want, "{text}");
        }
        assert_eq!(Registry::builtin().lookup(&Citation::empty(Kind::Named)), Verdict::Malformed);
        let short = Citation { short_number: Some("30".into()), ..Citation::empty(Kind::Short) };
        assert_eq!(Registry::builtin().lookup(&short), Verdict::NotCovered);
    }

    #[test]
    fn the_subject_tells_documents_of_one_symbol_apart() {
        let dan_van = " về tiếp tục tăng cường và đổi mới công tác dân vận trong tình hình mới";
        for (text, title, following, want) in [
            (
                "25-NQ/TW",
                Some("tăng cường và đổi mới sự lãnh đạo của Đảng đối với công tác dân vận trong tình hình mới"),
                "",
                "known 25-NQ/TW@2013-06-03",
            ),
            ("25-NQ/TW", None, " của Trung ương về công tác tôn giáo, các cấp ủy", "known 25-NQ/TW@2003-03-12"),
            ("25-NQ/TW|2004-03-12", None, " của Trung ương về công tác tôn giáo, các cấp ủy", "not-covered"),
            ("25-NQ/TW", None, " của Trung ương về công tác phụ nữ, các cấp ủy", "ambiguous 4"),
            ("25-NQ/TW", None, dan_van, "ambiguous 4"),
            (
                "33/CT-TTg|Chỉ thị|2021-12-26|@Thủ tướng Chính phủ",
                None,
                " về tiếp tục đẩy mạnh và nâng cao hiệu quả công tác dân vận của cơ quan hành chính nhà nước, chính quyền các cấp trong tình hình mới. Sau",
                "mismatch 33/CT-TTg@2021-11-26 [Date]",
            ),
            ("33/CT-TTg|Chỉ thị|2021-12-26", None, " về tổ chức Tết", "not-covered"),
            (
                "18-NQ/TW|Nghị quyết|2018-10-25",
                Some("Một số vấn đề về tiếp tục đổi mới, sắp xếp tổ chức bộ máy của hệ thống chính trị tinh gọn"),
                "",
                "mismatch 18-NQ/TW@2017-10-25 [Date]",
            ),
            ("30/2020/NĐ-CP", Some("về công tác văn thư"), "", "known 30/2020/NĐ-CP@2020-03-05"),
            ("30/2020/NĐ-CP", Some("về chế độ tiền lương"), "", "mismatch 30/2020/NĐ-CP@2020-03-05 [Title]"),
        ] {
            assert_eq!(show(&Registry::builtin().lookup_titled(&citation(text), title, following)), want, "{text}");
        }
    }

    #[test]
    fn rows_of_a_user_without_a_date() {
        let own = "type\tsymbol\ttitle\nQuy định\t12-QĐ/TU\tvề chế độ làm việc của Ban Thường vụ Tỉnh ủy\n";
        let own = Registry::from_tsv(own).unwrap();
        let cited = citation("12-QĐ/TU|Quy định|2021-03-04");
        assert_eq!(own.lookup(&cited), Verdict::NotCovered);
        let verdict = own.lookup_titled(&cited, Some("chế độ làm việc của Ban Thường vụ Tỉnh uỷ"), "");
        assert_eq!(show(&verdict), "known 12-QĐ/TU@");
    }
}
