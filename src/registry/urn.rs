use super::Record;
use crate::citation::{Citation, PartialDate, Place, Unit};
use crate::text::strip_marks;
use crate::vocab::issuers;

/// The name of the cited document in the form of RFC 9676, with the place that the citation points to if it is one:
/// `urn:lex:vn:chinh.phu:nghi.dinh:2020-03-05;30-2020-nd-cp~dieu5;khoan2`.
///
/// `record`, the document where it is known, fills what the citation does not say. `None` where the body, the type or
/// the date is not known, or several documents may be meant. How each part is written: docs/identifiers.md.
///
/// Source: RFC 9676, the grammar (`urn:lex:` jurisdiction, authority, measure, details; `~` partition).
///
/// ```
/// use cite_lint::citation::Citation;
/// use cite_lint::registry::urn;
///
/// let citation: Citation = "khoản 2 Điều 5 Nghị định số 30/2020/NĐ-CP ngày 05/3/2020".parse().unwrap();
/// assert_eq!(urn(&citation, None).unwrap(), "urn:lex:vn:chinh.phu:nghi.dinh:2020-03-05;30-2020-nd-cp~dieu5;khoan2");
/// ```
pub fn urn(citation: &Citation, record: Option<&Record>) -> Option<String> {
    let authority = match record {
        Some(record) => record.issuer().split(',').map(name).collect::<Vec<_>>().join("+"),
        None => name(&authority(citation)?),
    };
    let measure = name(record.map_or_else(|| citation.doc_type.map(|of| of.name()), |record| Some(record.doc_type()))?);
    let date = record.and_then(Record::date).or(citation.date).and_then(PartialDate::day)?;
    let symbol = match record {
        Some(record) => record.symbol().to_owned(),
        None => citation.symbol.as_ref().filter(|symbol| symbol.number().is_some())?.to_string(),
    };
    let number = if symbol.is_empty() { measure.clone() } else { number(&symbol) };
    let partition = citation.pinpoint.as_ref().and_then(|pinpoint| match pinpoint.places() {
        [place] => partition(place),
        _ => None,
    });
    Some(format!("urn:lex:vn:{authority}:{measure}:{date};{number}{}", partition.unwrap_or_default()))
}

/// The body as the citation names it, else the only central one that signs with the code in the symbol.
fn authority(citation: &Citation) -> Option<String> {
    if let Some(issuer) = &citation.issuer {
        return Some(issuer.name().to_owned());
    }
    let codes: Vec<&str> = citation.symbol.as_ref()?.codes().skip(1).collect();
    let [code] = codes[..] else { return None };
    // A deputy signs for the body he is deputy of.
    let mut bodies = issuers::of_code(code).filter(|body| !body.is_weak() && !body.name.starts_with("Phó "));
    let only = bodies.next().filter(|_| bodies.next().is_none())?;
    matches!(only.level, "central-state" | "ministry" | "party-central" | "mass-central").then(|| only.name.to_owned())
}

/// Words in small plain letters with dots between them: `chinh.phu`.
fn name(words: &str) -> String {
    let letters = strip_marks(words);
    let words = letters.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(".")
}

/// A number and symbol with hyphens for all its signs: `30-2020-nd-cp`.
fn number(symbol: &str) -> String {
    let letters = strip_marks(symbol);
    letters.chars().map(|c| if c.is_ascii_alphanumeric() || c == '.' { c } else { '-' }).collect()
}

/// `~dieu5;khoan2;diema`; a range has none.
fn partition(place: &Place) -> Option<String> {
    let unit = |unit: Unit| name(unit.word()).replace('.', "");
    let steps = place.steps.iter().map(|step| format!("{}{}", unit(step.unit), number(&step.label)));
    place.to.is_none().then(|| format!("~{}", steps.collect::<Vec<_>>().join(";")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::registry::Registry;

    #[test]
    fn names_of_documents() {
        for (text, id, want) in [
            (
                "Nghị quyết số 25-NQ/TW",
                "25-NQ/TW@2013-06-03",
                Some("urn:lex:vn:ban.chap.hanh.trung.uong.dang:nghi.quyet:2013-06-03;25-nq-tw"),
            ),
            ("Hiến pháp năm 2013", "Hiến pháp@2013-11-28", Some("urn:lex:vn:quoc.hoi:hien.phap:2013-11-28;hien.phap")),
            (
                "Chỉ thị số 16/CT-TTg ngày 16/5/2016",
                "",
                Some("urn:lex:vn:thu.tuong.chinh.phu:chi.thi:2016-05-16;16-ct-ttg"),
            ),
            (
                "Kế hoạch số 484/KH-UBND ngày 05/3/2024 của Ủy ban nhân dân huyện Củ Chi",
                "",
                Some("urn:lex:vn:uy.ban.nhan.dan.huyen.cu.chi:ke.hoach:2024-03-05;484-kh-ubnd"),
            ),
            ("Kế hoạch số 484/KH-UBND ngày 05/3/2024", "", None),
            ("Chỉ thị số 16/CT-TTg", "", None),
        ] {
            let citation: Citation = text.parse().unwrap();
            assert_eq!(urn(&citation, Registry::builtin().get(id)).as_deref(), want, "{text}");
        }
    }
}
