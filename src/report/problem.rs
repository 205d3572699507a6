use crate::finding::Message;
use crate::source::{DocxProblem, Guess, SourceError};

/// What is wrong with a file, and what to do: `what — what to do`.
pub fn source_problem(error: &SourceError) -> Message {
    let (vi, en) = what(error);
    let (vi_help, en_help) = help(error);
    Message::new(format!("{vi} — {vi_help}"), format!("{en} — {en_help}"))
}

fn what(error: &SourceError) -> (String, String) {
    let looks = |guess: &Option<Guess>| match guess {
        Some(guess) => (format!(", có vẻ là {guess}"), format!(", looks like {guess}")),
        None => (String::new(), String::new()),
    };
    match error {
        SourceError::Empty => ("tệp rỗng".into(), "the file is empty".into()),
        SourceError::Foreign(guess) => {
            (format!("không phải văn bản thuần, có vẻ là {guess}"), format!("not plain text, looks like {guess}"))
        }
        SourceError::Docx(problem) => {
            let vi = match problem {
                DocxProblem::Broken => "tệp Word hỏng hoặc chưa chép hết",
                DocxProblem::NoDocument => "tệp nén không chứa văn bản Word",
                DocxProblem::Locked => "tệp Word có mật khẩu",
                DocxProblem::TooLarge => "tệp Word lớn hoặc lồng quá mức",
            };
            (vi.to_owned(), error.to_string())
        }
        SourceError::NotUtf8 { offset, line, guess } => {
            let (vi, en) = looks(guess);
            (
                format!("không phải UTF-8 (byte {offset}, dòng {line}){vi}"),
                format!("not UTF-8 (byte {offset}, line {line}){en}"),
            )
        }
        SourceError::Nul { offset, line, guess } => {
            let (vi, en) = looks(guess);
            (
                format!("dữ liệu nhị phân: có byte NUL (byte {offset}, dòng {line}){vi}"),
                format!("binary data: a NUL byte (byte {offset}, line {line}){en}"),
            )
        }
    }
}

fn help(error: &SourceError) -> (&'static str, &'static str) {
    let guess = match error {
        SourceError::Empty => {
            return ("kiểm tra lại tệp đã được lưu chưa", "check that the file was saved");
        }
        SourceError::Docx(DocxProblem::Locked) => {
            return ("bỏ mật khẩu rồi lưu lại", "take the password off and save it again");
        }
        SourceError::Docx(DocxProblem::NoDocument) => {
            return (
                "chỉ đưa vào văn bản Word (.docx) hoặc văn bản thuần",
                "give a Word document (.docx) or plain text",
            );
        }
        SourceError::Docx(_) => {
            return ("mở bằng Word hoặc LibreOffice rồi lưu lại", "open it in Word or LibreOffice and save it again");
        }
        SourceError::Foreign(guess) => Some(*guess),
        SourceError::NotUtf8 { guess, .. } | SourceError::Nul { guess, .. } => *guess,
    };
    match guess {
        Some(Guess::Zip | Guess::OldOffice | Guess::Rtf) => (
            "mở bằng Word hoặc LibreOffice rồi lưu thành văn bản thuần (.txt), mã hóa UTF-8",
            "open it in Word or LibreOffice and save it as plain text (.txt), encoding UTF-8",
        ),
        Some(Guess::Pdf) => (
            "chép phần chữ sang tệp .txt mã hóa UTF-8, hoặc dùng bản soạn thảo gốc",
            "copy its text into a .txt file in UTF-8, or use the draft it was made from",
        ),
        Some(Guess::Tcvn3 | Guess::Vni | Guess::Windows1258) => (
            "chuyển mã sang Unicode (UniKey: Ctrl+Shift+F6) rồi lưu lại bằng UTF-8",
            "convert it to Unicode (UniKey: Ctrl+Shift+F6) and save it as UTF-8",
        ),
        Some(Guess::Utf16) => (
            "mở bằng Notepad, chọn Lưu thành (Save As), Encoding: UTF-8",
            "open it in an editor and save it with the encoding UTF-8",
        ),
        Some(Guess::Binary) => ("bỏ tệp này khỏi danh sách cần kiểm tra", "leave this file out of the check"),
        None => match error {
            SourceError::Nul { .. } => (
                "nếu đây là văn bản, mở lại và lưu bằng UTF-8; nếu không, bỏ tệp này khỏi danh sách",
                "if it is a text, open it and save it as UTF-8; if not, leave it out",
            ),
            _ => ("mở lại và lưu bằng mã hóa UTF-8", "open it and save it with the encoding UTF-8"),
        },
    }
}
