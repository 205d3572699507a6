//! Citations put together from valid parts.

use cite_lint::citation::{Citation, Code, Date, Group, Issuer, Kind, Number, PartialDate, Separator, Symbol, System};
use cite_lint::citation::{Pinpoint, Term, Year};
use cite_lint::vocab::{codes, issuers, types};
use proptest::prelude::*;
use proptest::sample::select;

/// The names in the first column of a table of data/.
fn names(table: &'static str) -> impl Iterator<Item = &'static str> {
    table.lines().skip(1).filter_map(|row| row.split('\t').next())
}

/// Each type of a system with each of its codes.
fn types_with_codes(system: &str) -> Vec<(&'static str, &'static str)> {
    let table = include_str!("../../data/types.tsv");
    let of_system = |row: &&str| row.split('\t').nth(3) == Some(system);
    let mut pairs = Vec::new();
    for row in table.lines().skip(1).filter(of_system) {
        let name = row.split('\t').next().unwrap();
        let known = types::codes(types::find(name).unwrap());
        pairs.extend(row.split('\t').nth(2).unwrap().split(';').filter(|code| known.contains(code)).map(|c| (name, c)));
    }
    pairs
}

/// Every code of a body whose way of numbering is known.
fn body_codes(system: System) -> Vec<&'static str> {
    let bodies = names(include_str!("../../data/issuers.tsv")).filter_map(issuers::find);
    let single = |code: &&str| code.parse::<Code>().is_ok() && codes::system(code) == Some(system);
    bodies.flat_map(|body| body.codes.iter().copied()).filter(single).collect()
}

/// Bodies whose names are not in the table, or go on behind it: the code of the known part counts.
const MORE_BODIES: [(&str, Option<&str>); 9] = [
    ("Ủy ban nhân dân huyện Dầu Tiếng", Some("UBND")),
    ("Ban Thường vụ Tỉnh ủy Hòa Bình", Some("TU")),
    ("Sở Giáo dục và Đào tạo Hải Phòng", Some("SGDĐT")),
    ("UBND xã Lương Minh", Some("UBND")),
    ("Giám đốc Đại học Quốc gia Hà Nội", Some("ĐHQGHN")),
    ("Cục Thuế tỉnh Hà Tĩnh", None),
    ("Trưởng phòng Khảo thí và Đảm bảo chất lượng", None),
    ("Chi cục Kiểm lâm vùng II", None),
    ("Bộ Quốc phòng và Bộ Công an", None),
];

/// Bodies by name: each that is known with its code, and others.
fn bodies() -> Vec<Issuer> {
    let known = names(include_str!("../../data/issuers.tsv"))
        .filter_map(|name| Some(Issuer::new(name, Some(*issuers::find(name)?.codes.first()?))));
    known.chain(MORE_BODIES.map(|(name, code)| Issuer::new(name, code))).collect()
}

fn group(separator: Separator, code: &str) -> Group {
    Group { separator, code: code.parse().unwrap() }
}

pub fn number() -> impl Strategy<Value = Number> {
    let digits = "[0-9]{1,4}";
    prop_oneof![
        6 => digits.prop_map(String::from),
        1 => "[0-9]{5,6}",
        1 => (digits, select(vec!['a', 'b', 'A', 'B', 'C', 'đ'])).prop_map(|(digits, letter)| format!("{digits}{letter}")),
        1 => ("[1-9][0-9]{0,2}", "[1-9][0-9]?").prop_map(|(whole, part)| format!("{whole}.{part}")),
    ]
    .prop_map(|text| text.parse().unwrap())
}

pub fn date() -> impl Strategy<Value = PartialDate> {
    let day = (1900..=2100_u16, 1..=12_u8, 1..=31_u8);
    prop_oneof![
        4 => day.prop_filter_map("a day of the calendar", |(y, m, d)| Date::new(y, m, d).ok().map(PartialDate::Day)),
        1 => (1900..=2100_u16, 1..=12_u8).prop_map(|(y, m)| PartialDate::month_of(y, m).unwrap()),
        1 => (1900..=2100_u16).prop_map(|y| PartialDate::year_only(y).unwrap()),
    ]
}

fn year() -> impl Strategy<Value = Year> {
    (1945..=2100_u16).prop_map(|year| Year::new(year).unwrap())
}

/// A type and a symbol that agree, in one of the skeletons.
fn typed_symbol() -> impl Strategy<Value = (&'static str, Symbol)> {
    use Separator::{Hyphen, Slash};
    let state =
        (number(), proptest::option::of(year()), select(types_with_codes("state")), select(body_codes(System::State)))
            .prop_map(|(number, year, (name, code), body)| {
                (name, Symbol::new(Some(number), year, group(Slash, code), vec![group(Hyphen, body)]))
            });
    let party = (number(), select(types_with_codes("party")), select(body_codes(System::Party))).prop_map(
        |(number, (name, code), body)| {
            (name, Symbol::new(Some(number), None, group(Hyphen, code), vec![group(Slash, body)]))
        },
    );
    let letter = (number(), select(body_codes(System::State)), select(vec!["NC", "VP", "KTTH", "TTr", "ĐMDN"]))
        .prop_map(|(number, body, unit)| {
            ("Công văn", Symbol::new(Some(number), None, group(Slash, body), vec![group(Hyphen, unit)]))
        });
    let assembly = (number(), year(), 1..=16_u8, select(vec!["Luật", "Nghị quyết", "Bộ luật"])).prop_map(
        |(number, year, term, name)| {
            (name, Symbol::new(Some(number), Some(year), group(Slash, &format!("QH{term}")), Vec::new()))
        },
    );
    prop_oneof![3 => state, 3 => party, 1 => letter, 1 => assembly]
}

/// A numbered citation.
pub fn citation() -> impl Strategy<Value = Citation> {
    use proptest::option::{of, weighted};
    let pinpoint = select(vec![
        "Điều 5",
        "khoản 2 Điều 10",
        "điểm a khoản 2 Điều 5",
        "điểm đ khoản 1 Điều 12",
        "khoản 1, 2 và điểm b khoản 3 Điều 7",
        "Điều 5 đến Điều 9",
        "mục II Phụ lục I",
    ]);
    let container = weighted(0.2, Just("Quy chế làm việc".to_owned()));
    let pinpoint = weighted(0.2, (pinpoint, container));
    let term = (1..=39_u8).prop_map(|term| Term::new(term).unwrap());
    (typed_symbol(), of(date()), of(select(bodies())), of(term), pinpoint, weighted(0.9, Just(()))).prop_map(
        |((name, symbol), date, issuer, term, inside, typed)| Citation {
            kind: Kind::Numbered,
            doc_type: types::find(name).filter(|_| typed.is_some()),
            symbol: Some(symbol),
            short_number: None,
            name: None,
            date,
            issuer,
            term,
            // A pinpoint is read before a type word.
            container: inside.clone().filter(|_| typed.is_some()).and_then(|(_, container)| container).map(Into::into),
            pinpoint: inside.filter(|_| typed.is_some()).and_then(|(pinpoint, _)| Pinpoint::new(pinpoint)),
        },
    )
}
