use crate::finding::Message;
use crate::registry::RegistryError;

/// What is wrong with a registry file, where, and what to do. The English words are those of the error itself.
pub fn registry_problem(error: &RegistryError) -> Message {
    let vi = match error {
        RegistryError::NoHeader => {
            "danh mục rỗng: dòng 1 phải ghi tên các cột, cách nhau bằng tab (ít nhất symbol và type)".to_owned()
        }
        RegistryError::UnknownColumn { line, name } => {
            format!("dòng {line}: không có cột {name:?}; các cột: {}", crate::registry::COLUMNS.join(", "))
        }
        RegistryError::DoubleColumn { name } => format!("dòng 1: cột {name:?} ghi hai lần; bỏ bớt một"),
        RegistryError::MissingColumn { name } => format!("dòng 1: thiếu cột {name:?}; thêm vào dòng đầu"),
        RegistryError::FieldCount { line, expected, found } => {
            format!("dòng {line}: có {found} ô, dòng đầu có {expected} cột; các ô cách nhau đúng một tab hoặc dấu phẩy")
        }
        RegistryError::Value { line, column, value, .. } => {
            format!("dòng {line}, cột {column}: {value:?} không đúng; {}", right_value(column))
        }
        RegistryError::DoubleId { line, first, id } => {
            format!("dòng {line}: {id:?} đã có ở dòng {first}; bỏ một dòng, hoặc ghi id khác nhau")
        }
        RegistryError::TooLong { line } => format!("dòng {line}: dài hơn 65535 byte; rút ngắn trích yếu hoặc nguồn"),
        RegistryError::Csv { line, problem } => {
            format!("dòng {line}: không phải CSV ({problem}); ô có dấu phẩy hoặc ngoặc kép thì đặt trong ngoặc kép")
        }
        RegistryError::Json { line, problem } => {
            format!("dòng {line}: không phải đối tượng JSON gồm các chuỗi ({problem}); mỗi dòng một đối tượng")
        }
        RegistryError::TooLarge => "các dòng có từ 4 GiB trở lên; chia thành nhiều danh mục".to_owned(),
        RegistryError::NoPack => "không phải danh mục đã biên dịch; tạo bằng lệnh cite-lint registry build".to_owned(),
        RegistryError::PackVersion { found, known } => {
            format!("danh mục biên dịch theo phiên bản {found}, chương trình này đọc phiên bản {known}; biên dịch lại")
        }
        RegistryError::PackSize { expected, found } => {
            format!("danh mục hỏng: có {found} byte, phải có {expected}; biên dịch hoặc chép lại")
        }
    };
    Message::new(vi, error.to_string())
}

/// What a column holds.
fn right_value(column: &str) -> &'static str {
    match column {
        "type" => "ghi đủ tên loại, như Nghị định",
        "symbol" => "ghi số, ký hiệu liền nhau, như 30/2020/NĐ-CP; văn bản không có thì phải có trích yếu",
        "date" | "effective" | "expires" => "ngày ghi YYYY-MM-DD, YYYY-MM hoặc YYYY, và phải có trong lịch",
        "term" => "khóa ghi bằng số La Mã, như XIII",
        "status" => "ghi in_force, replaced, expired hoặc unknown",
        "confidence" => "ghi verified, single hoặc memory",
        _ => "xem tên cột ở dòng đầu",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::Lang;
    use crate::registry::Loaded;

    #[test]
    fn both_languages_name_line_and_remedy() {
        let loaded = Loaded::tsv("type\tsymbol\tdate\nKế hoạch\t1/KH-UBND\t31/2/2024\nKế hoạch\n").unwrap();
        let words: Vec<String> =
            loaded.problems.iter().map(|problem| registry_problem(problem).text(Lang::Vi).to_owned()).collect();
        assert_eq!(
            words,
            [
                "dòng 2, cột date: \"31/2/2024\" không đúng; ngày ghi YYYY-MM-DD, YYYY-MM hoặc YYYY, và phải có trong lịch",
                "dòng 3: có 1 ô, dòng đầu có 3 cột; các ô cách nhau đúng một tab hoặc dấu phẩy",
            ]
        );
        assert!(registry_problem(&loaded.problems[1]).text(Lang::En).starts_with("line 3: 1 fields"));
    }
}
