use std::io::{self, Write};

use super::{Authorities, Authority, Life};
use crate::finding::Lang;
use crate::registry::Registry;
use crate::report::{Place, clean};

/// The columns of the CSV.
#[cfg(feature = "cli")]
const COLUMNS: [&str; 13] = [
    "document", "id", "type", "symbol", "date", "issuer", "title", "registry", "state", "count", "files", "file",
    "line",
];

impl Authorities {
    /// Writes a JSON array, one object a document.
    ///
    /// # Errors
    ///
    /// Those of `out`.
    pub fn json(&self, out: &mut impl Write) -> io::Result<()> {
        serde_json::to_writer_pretty(&mut *out, &self.all)?;
        out.write_all(b"\n")
    }

    /// Writes a table for spreadsheets: CSV with a byte order mark, by which they know UTF-8.
    ///
    /// # Errors
    ///
    /// Those of `out`.
    #[cfg(feature = "cli")]
    pub fn csv(&self, out: &mut impl Write, registry: &Registry, lang: Lang) -> io::Result<()> {
        out.write_all("\u{feff}".as_bytes())?;
        let mut table = csv::Writer::from_writer(out);
        table.write_record(COLUMNS)?;
        for cited in &self.all {
            let text = |value: &Option<String>| value.clone().unwrap_or_default();
            let [count, files, line] = [cited.count, cited.files, cited.line].map(|n| n.to_string());
            table.write_record([
                &cited.document,
                &text(&cited.id),
                &text(&cited.doc_type),
                &text(&cited.symbol),
                &cited.date.map(|date| date.to_string()).unwrap_or_default(),
                &text(&cited.issuer),
                &text(&cited.title),
                cited.registry,
                &cited.state_text(registry, lang),
                &count,
                &files,
                &cited.file,
                &line,
            ])?;
        }
        table.flush()
    }

    /// Writes a table for people, in Markdown.
    ///
    /// # Errors
    ///
    /// Those of `out`.
    pub fn markdown(&self, out: &mut impl Write, registry: &Registry, lang: Lang) -> io::Result<()> {
        let head = ["#"].into_iter().chain(Self::headings(lang));
        writeln!(out, "| {} |\n|---:|---|---|---:|---|---|", head.collect::<Vec<_>>().join(" | "))?;
        let one_file = self.is_of_one_file();
        for (index, cited) in self.all.iter().enumerate() {
            let cells = cited.cells(registry, one_file, lang).map(|cell| escaped(&cell));
            writeln!(out, "| {} | {} |", index + 1, cells.join(" | "))?;
        }
        Ok(())
    }

    /// Whether one text was read only.
    pub(in crate::report) const fn is_of_one_file(&self) -> bool {
        self.texts == 1
    }

    /// The headings over [`Authority::cells`].
    pub(in crate::report) const fn headings(lang: Lang) -> [&'static str; 5] {
        match lang {
            Lang::Vi => ["Văn bản", "Trích yếu", "Số lần", "Tình trạng", "Chỗ đầu tiên"],
            Lang::En => ["Document", "Title", "Times", "Status", "First place"],
        }
    }
}

impl Authority {
    /// Document, title, times cited, status and first place, for people; where there is one file only, its name says nothing.
    pub(in crate::report) fn cells(&self, registry: &Registry, one_file: bool, lang: Lang) -> [String; 5] {
        let place = match (self.place, one_file) {
            (Place::Line(_), true) => format!("{} {}", lang.pick("dòng", "line"), self.line),
            (Place::Line(_), false) => format!("{}:{}", self.file, self.line),
            (place, true) => place.text(lang),
            (place, false) => format!("{}: {}", self.file, place.text(lang)),
        };
        [
            self.document.clone(),
            self.title.clone().unwrap_or_default(),
            self.count.to_string(),
            self.state_text(registry, lang),
            place,
        ]
    }

    /// What the registry says of it, and whether it was in force, in words.
    pub fn state_text(&self, registry: &Registry, lang: Lang) -> String {
        match &self.life {
            Some(Life::NotIssued) => {
                lang.pick("chưa ban hành vào ngày của văn bản", "issued after the text").to_owned()
            }
            Some(Life::NotInForce) => {
                lang.pick("chưa có hiệu lực vào ngày của văn bản", "not in force on the day of the text").to_owned()
            }
            Some(Life::Ended { since, by }) => {
                let named =
                    |id: &String| registry.get(id).map_or_else(|| id.clone(), |record| record.symbol().to_owned());
                let by: Vec<String> = by.iter().map(named).collect();
                let since = since.short_form();
                let by = match (by.is_empty(), lang) {
                    (true, _) => String::new(),
                    (false, Lang::Vi) => format!(" ({})", by.join(", ")),
                    (false, Lang::En) => format!(" (by {})", by.join(", ")),
                };
                format!("{} {since}{by}", lang.pick("hết hiệu lực từ", "ended on"))
            }
            None => match self.registry {
                "known" => lang.pick("có trong danh mục", "known"),
                "mismatch" => lang.pick("có trong danh mục, có chỗ dẫn khác", "known, cited otherwise"),
                "ambiguous" => lang.pick("khớp với nhiều văn bản", "fits several documents"),
                "absent" => lang.pick("không có văn bản này", "no such document"),
                "malformed" => lang.pick("số, ký hiệu sai dạng", "malformed"),
                _ => lang.pick("ngoài danh mục", "outside the registry"),
            }
            .to_owned(),
        }
    }
}

/// A cell of a Markdown table.
pub(in crate::report) fn escaped(cell: &str) -> String {
    clean(cell).replace('\\', "\\\\").replace('|', "\\|").replace('<', "&lt;")
}
