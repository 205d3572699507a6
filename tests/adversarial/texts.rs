//! Texts that are made to take long: each repeats something that a search goes back for, opens, or reports.

/// Name and text of each, of about `length` bytes.
pub fn texts(length: usize) -> Vec<(&'static str, String)> {
    let repeated = |piece: &str| piece.repeat(length / piece.len() + 1);
    vec![
        ("số số", repeated("số ")),
        ("1/1/1", repeated("1/")),
        ("1/AA/AA", format!("1{}", repeated("/AA"))),
        ("1-A-1-A", repeated("1-A-")),
        ("digits", repeated("1234567890")),
        ("brackets", repeated("(")),
        ("Luật A", repeated("Luật A ")),
        ("Luật without end", format!("Luật {}", repeated("Đất đai "))),
        ("huyện A", repeated("huyện A ")),
        ("tỉnh, list", format!("các huyện {}", repeated("An Phú, "))),
        ("combining marks", format!("a{}", repeated("\u{301}"))),
        ("letters with marks", repeated("e\u{302}\u{323}")),
        ("quotes", repeated("“")),
        ("closing quotes", format!("“{}", repeated("”"))),
        ("blanks", format!("số{}12/KH-UBND", repeated(" "))),
        ("line ends", format!("số{}12/KH-UBND", repeated("\n"))),
        ("tags", repeated("<b")),
        ("backslashes", repeated("\\")),
        ("one word", repeated("Đ")),
        ("one line of citations", repeated("Chỉ thị số 16/CT/TTg ngày 31/02/2016; ")),
        ("one list of numbers", format!("Nghị quyết số {}9-NQ/TW", repeated("12, "))),
        ("short forms", format!("Nghị định số 30/2020/NĐ-CP; {}", repeated("Nghị định 30, "))),
        ("sửa đổi", repeated("Luật sửa đổi, bổ sung một số điều của ")),
        ("pinpoints", format!("{}Điều 5 Nghị định số 30/2020/NĐ-CP", repeated("điểm a khoản 1 "))),
        ("cells", repeated("| số |")),
        ("suppressions", repeated("<!-- cite-lint: ignore[SYM03] -->\n")),
        ("của của", repeated("của ")),
        ("tone marks", repeated("hoà hòa thuý thúy ")),
        ("dates", repeated("ngày 99/99/9999 ")),
        ("bases", repeated("Căn cứ Luật số 1/2015/QH13 ngày 1/1/2014;\n")),
        ("heads of bodies", repeated("Ủy ban Nhân dân ủy ban nhân dân Ủy ban nhân Dân ")),
    ]
}
