use super::*;
use crate::registry::Status;

#[test]
fn errors_name_line_column_and_remedy() {
    for (text, message) in [
        ("", "the registry is empty: line 1 must name the columns, separated by tabs (symbol and type at least)"),
        ("type\tdate\n", "line 1: column \"symbol\" is missing; add it to the header"),
        ("type\tsymbol\ttype\n", "line 1: column \"type\" stands twice; leave one of them out"),
        ("type\tsymbol\nLuật\n", "line 2: 1 fields where the header has 2; separate fields by one tab each"),
        ("type\tsymbol\n\t1/KH-UBND\n", "line 2, column type: \"\" is not a type; write it in full, as in Nghị định"),
        ("type\tsymbol\nLuật\t\n", "line 2, column symbol: \"\" is no symbol; a document without one needs a title"),
        (
            "type\tsymbol\nLuật\t1 /QH\n",
            "line 2, column symbol: \"1 /QH\" holds a blank; write the symbol without, as in 30/2020/NĐ-CP",
        ),
        (
            "type\tsymbol\tterm\n\nLuật\t1/QH\t13\n",
            "line 3, column term: \"13\" is not a term; write a Roman numeral, as in XIII",
        ),
        (
            "type\tsymbol\tdate\nLuật\t1/QH\t2023-02-29\n",
            "line 2, column date: \"2023-02-29\" is not a date: 2023-02 has no day 29",
        ),
        (
            "type\tsymbol\tstatus\nLuật\t1/QH\tdead\n",
            "line 2, column status: \"dead\" is not a status; write in_force, replaced, expired or unknown",
        ),
        (
            "type\tsymbol\nLuật\t1/QH\nLuật\t1/QH\n",
            "line 3: id \"1/QH@\" is already on line 2; remove one of the two or give them different ids",
        ),
    ] {
        assert_eq!(Registry::from_tsv(text).unwrap_err().to_string(), message);
    }
    let unknown = Registry::from_tsv("type\tsymbol\tday\n").unwrap_err().to_string();
    assert!(unknown.starts_with("line 1: unknown column \"day\"; the columns are id, type, "), "{unknown}");
    let long = format!("type\tsymbol\ttitle\nLuật\t1/QH\t{}\n", "a".repeat(70_000));
    assert_eq!(Registry::from_tsv(&long).unwrap_err(), RegistryError::TooLong { line: 2 });
}

#[test]
fn json_lines() {
    let text =
        "{\"symbol\":\"5-QĐ/TU\",\"type\":\"Quy định\",\"replaced_by\":[\"6-QĐ/TU\",\"7-QĐ/TU\"],\"date\":2020}\n";
    let registry = Registry::from_jsonl(text).unwrap();
    let record = registry.records().next().unwrap();
    assert_eq!(record.replaced_by().collect::<Vec<_>>(), ["6-QĐ/TU", "7-QĐ/TU"]);
    assert_eq!((record.id(), record.number()), ("5-QĐ/TU@2020", "5"));
    assert!(matches!(Registry::from_jsonl("[]"), Err(RegistryError::Json { line: 1, .. })));
    assert!(matches!(Registry::from_jsonl("\n{\"symbol\":true}"), Err(RegistryError::Json { line: 2, .. })));
    assert!(matches!(Registry::from_jsonl("{\"so\":\"1\"}"), Err(RegistryError::UnknownColumn { line: 1, .. })));
}

#[test]
fn user_texts_are_normalised() {
    let text = "\u{feff}type\tsymbol\r\nNghi\u{0323} đi\u{0323}nh\t30/2020/NÐ\u{2013}CP\r\n";
    let registry = Registry::from_tsv(text).unwrap();
    let record = registry.records().next().unwrap();
    assert_eq!((record.id(), record.source(), record.status()), ("30/2020/NĐ-CP@", "user", Status::Unknown));
    assert_eq!((record.doc_type(), record.symbol()), ("Nghị định", "30/2020/NĐ-CP"));
}
