use crate::finding::Message;
use crate::source::{Guess, PackageProblem, RewriteError, SourceError};

/// What is wrong with a file, and what to do: `what — what to do`.
pub fn source_problem(error: &SourceError) -> Message {
    let (vi, en) = what(error);
    let (vi_help, en_help) = help(error);
    Message::new(format!("{vi} — {vi_help}"), format!("{en} — {en_help}"))
}

/// Why a change cannot be put back into a file, and what to do.
pub fn rewrite_problem(error: &RewriteError) -> Message {
    match error {
        RewriteError::Letter { letter, encoding } => Message::new(
            format!("chưa sửa: bảng mã {encoding} không có chữ ‘{letter}’ — chuyển tệp sang Unicode rồi chạy lại"),
            format!("not mended: {encoding} has no letter ‘{letter}’ — convert the file to Unicode and run again"),
        ),
        RewriteError::NoWords { .. } => Message::new(
            "chưa sửa: chỗ này vượt qua ranh giới đoạn, ô hoặc trường — sửa bằng tay",
            "not mended: it goes over the border of a paragraph, a cell or a field — mend it by hand",
        ),
        RewriteError::NotHeld => Message::new(
            "chưa sửa: tệp quá dài nên chỉ giữ các dòng có lỗi — chạy cite-lint fix",
            "not mended: of so long a file only the lines of findings are held — run cite-lint fix",
        ),
        RewriteError::Source(error) => source_problem(error),
        RewriteError::Edit(error) => Message::new(
            format!("chưa sửa: {error} — xin báo lỗi này"),
            format!("not mended: {error} — please report this"),
        ),
    }
}

fn what(error: &SourceError) -> (String, String) {
    match error {
        SourceError::Empty => ("tệp rỗng".into(), "the file is empty".into()),
        SourceError::Foreign(guess) => {
            (format!("chưa đọc được loại tệp này: {guess}"), format!("this kind of file is not read: {guess}"))
        }
        SourceError::Package(problem) => {
            let (vi, en) = match problem {
                PackageProblem::Broken => (
                    "tệp .docx, .odt hỏng, chưa chép hết, hoặc thật ra là loại khác",
                    "the .docx or .odt is damaged, cut off, or something else",
                ),
                PackageProblem::NoDocument => {
                    ("tệp nén không chứa văn bản Word hay .odt", "the archive holds no Word document and no .odt")
                }
                PackageProblem::Locked => ("tệp có mật khẩu", "the file is locked with a password"),
                PackageProblem::TooLarge => {
                    ("tệp .docx, .odt lớn hoặc lồng quá mức", "the .docx or .odt is larger than any document")
                }
            };
            (vi.into(), en.into())
        }
        SourceError::NotUtf8 { offset, line } => (
            format!("không phải UTF-8 (byte {offset}, dòng {line}), cũng không nhận ra bảng mã nào khác"),
            format!("not UTF-8 (byte {offset}, line {line}), nor any other encoding that is known by its look"),
        ),
        SourceError::NotInEncoding { encoding, offset, line } => (
            format!("có byte không thuộc bảng mã {encoding} (byte {offset}, dòng {line})"),
            format!("a byte that {encoding} does not have (byte {offset}, line {line})"),
        ),
        SourceError::Nul { offset, line } => (
            format!("dữ liệu nhị phân: có byte NUL (byte {offset}, dòng {line})"),
            format!("binary data: a NUL byte (byte {offset}, line {line})"),
        ),
    }
}

fn help(error: &SourceError) -> (&'static str, &'static str) {
    match error {
        SourceError::Empty => ("kiểm tra lại tệp đã được lưu chưa", "check that the file was saved"),
        SourceError::Package(PackageProblem::Locked) => {
            ("mở bằng Word, bỏ mật khẩu rồi lưu lại", "open it in Word, take the password off and save it again")
        }
        SourceError::Package(PackageProblem::NoDocument) => (
            "chỉ đưa vào văn bản Word (.docx), .odt, .html hoặc văn bản thuần",
            "give a Word document (.docx), .odt, .html or plain text",
        ),
        SourceError::Package(PackageProblem::TooLarge) => {
            ("tách nhỏ văn bản, hoặc bỏ tệp này khỏi danh sách", "split the document, or leave this file out")
        }
        SourceError::Package(_) => {
            ("mở bằng Word hoặc LibreOffice rồi lưu lại", "open it in Word or LibreOffice and save it again")
        }
        SourceError::Foreign(Guess::Zip) => {
            ("giải nén rồi kiểm tra từng tệp bên trong", "unpack it and check the files inside")
        }
        SourceError::Foreign(Guess::OldOffice | Guess::Rtf) => (
            "mở bằng Word, chọn Lưu thành (Save As) .docx; nhiều tệp: soffice --headless --convert-to docx TỆP…",
            "open it in Word and save it as .docx; for many files: soffice --headless --convert-to docx FILES…",
        ),
        SourceError::Foreign(Guess::Pdf) => (
            "dùng bản soạn thảo gốc (.docx), hoặc mở PDF bằng Word rồi lưu thành .docx; bản quét phải nhận dạng chữ trước",
            "use the draft it was made from (.docx), or open the PDF in Word and save it as .docx; a scan needs OCR first",
        ),
        SourceError::Foreign(Guess::Binary) => {
            ("bỏ tệp này khỏi danh sách cần kiểm tra", "leave this file out of the check")
        }
        SourceError::NotUtf8 { .. } => (
            "ghi rõ bảng mã bằng --encoding (tcvn3, vni, windows-1258, …), hoặc mở lại và lưu bằng UTF-8",
            "name it with --encoding (tcvn3, vni, windows-1258, …), or open the file and save it as UTF-8",
        ),
        SourceError::NotInEncoding { .. } => (
            "kiểm tra lại --encoding, hoặc mở tệp và lưu bằng UTF-8",
            "look at --encoding again, or open the file and save it as UTF-8",
        ),
        SourceError::Nul { .. } => (
            "nếu đây là văn bản, mở lại và lưu bằng UTF-8; nếu không, bỏ tệp này khỏi danh sách",
            "if it is a text, open it and save it as UTF-8; if not, leave it out",
        ),
    }
}
