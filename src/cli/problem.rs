use std::io;

use super::size::Size;
use crate::finding::Message;
use crate::lint::BaselineError;
use crate::source::Encoding;

/// Why a path cannot be read: `what — what to do`.
pub(super) fn unreadable(error: &io::Error) -> Message {
    match error.kind() {
        io::ErrorKind::NotFound => Message::new(
            "không tìm thấy — kiểm tra lại đường dẫn và tên tệp",
            "not found — check the path and the name",
        ),
        io::ErrorKind::PermissionDenied => Message::new(
            "không có quyền đọc — xin quyền đọc, hoặc chép sang nơi đọc được",
            "no permission to read — ask for it, or copy it to where it can be read",
        ),
        _ => Message::new(
            format!("không đọc được ({error}) — kiểm tra đĩa và đường dẫn rồi chạy lại"),
            format!("cannot be read ({error}) — check the disk and the path, then run again"),
        ),
    }
}

/// A command that has nothing to read.
pub(super) fn no_paths() -> Message {
    Message::new(
        "chưa ghi tệp hay thư mục nào — ví dụ: cite-lint du-thao.docx, hoặc - để đọc từ đầu vào chuẩn",
        "no file or folder is named — for example: cite-lint draft.docx, or - for standard input",
    )
}

/// A language that the messages do not come in.
pub(super) fn no_such_language() -> Message {
    Message::new("không có ngôn ngữ này — chọn vi hoặc en", "no such language — choose vi or en")
}

/// A file over the limit; a pipe does not tell its size.
pub(super) fn too_large(size: Option<Size>, limit: Size) -> Message {
    let (vi, en) = match size {
        Some(size) => {
            (format!("quá lớn ({size}, giới hạn {limit})"), format!("too large ({size}, the limit is {limit})"))
        }
        None => (format!("quá lớn (hơn giới hạn {limit})"), format!("too large (over the limit of {limit})")),
    };
    Message::new(
        format!("{vi} — tách nhỏ tệp, hoặc nâng giới hạn bằng --max-file-size"),
        format!("{en} — split it, or raise the limit with --max-file-size"),
    )
}

/// Words that no known document has.
pub(super) fn no_record() -> Message {
    Message::new(
        "không văn bản nào trong danh mục có đủ các từ này — bớt từ, hoặc gõ nguyên số, ký hiệu",
        "no document of the registry has all these words — give fewer, or the whole symbol",
    )
}

/// Near misses cite nothing.
pub(super) fn no_graph_of_near_misses() -> Message {
    Message::new(
        "không vẽ được đồ thị của chuỗi không đọc được — dùng --format text hoặc jsonl",
        "what was not read has no graph — use --format text or jsonl",
    )
}

/// Two reports that would stand in one another.
pub(super) fn two_reports_on_screen() -> Message {
    Message::new(
        "chỉ một bản in ra màn hình được — ghi tệp cho các bản khác, ví dụ --format html=bao-cao.html",
        "only one report can go to standard output — name a file for the others, as in --format html=report.html",
    )
}

/// A file for a report, and none that could go there.
pub(super) fn no_report_for_file() -> Message {
    Message::new(
        "mọi bản in đã có tệp riêng — bỏ --output-file",
        "every report has a file of its own already — leave --output-file out",
    )
}

/// The name of an encoding that is none.
pub(super) fn no_such_encoding(name: &str) -> Message {
    let names = Encoding::NAMES.join(", ");
    Message::new(
        format!("encoding: không có ‘{name}’; chọn: {names}"),
        format!("encoding: no ‘{name}’; choose from {names}"),
    )
}

/// Standard input has no file that could be mended.
pub(super) fn no_place_to_mend() -> Message {
    Message::new(
        "đầu vào chuẩn không có tệp để sửa — dùng cite-lint fix - để nhận bản đã sửa",
        "standard input has no file to mend — cite-lint fix - prints the mended text",
    )
}

/// Bad rows of a registry beyond those that were told.
pub(super) fn more_bad_rows(rows: usize) -> Message {
    Message::new(
        format!("còn {rows} dòng không đọc được — xem đủ bằng cite-lint registry check"),
        format!("{rows} more rows cannot be read — cite-lint registry check shows them all"),
    )
}

/// A registry with bad rows.
pub(super) fn not_built(bad_rows: usize) -> Message {
    Message::new(
        format!("chưa biên dịch, vì có {bad_rows} dòng sai — sửa các dòng đó, hoặc bỏ qua bằng --skip-bad"),
        format!("not built: {bad_rows} bad rows — mend them, or leave them out with --skip-bad"),
    )
}

/// More or fewer than one document to annotate.
pub(super) fn one_document() -> Message {
    Message::new(
        "chỉ nhận một tệp Word mỗi lần — gọi lại cho từng tệp",
        "one Word document at a time — call it for each",
    )
}

/// Something else than a Word document, which has no room for comments.
pub(super) fn no_comments_in_it() -> Message {
    Message::new(
        "không phải tệp Word, nên không kèm nhận xét được — mở bằng Word rồi lưu thành .docx, hoặc dùng: cite-lint check",
        "no Word document, so it takes no comments — open it in Word and save it as .docx, or use: cite-lint check",
    )
}

/// A file that is not what was read.
pub(super) fn changed_meanwhile() -> Message {
    Message::new(
        "tệp đã thay đổi trong lúc kiểm tra, nên không ghi — chạy lại",
        "the file changed meanwhile, so it was not written — run again",
    )
}

/// A file that could not be written.
pub(super) fn not_written(error: &io::Error) -> Message {
    match error.kind() {
        io::ErrorKind::NotFound => {
            return Message::new(
                "không ghi được: chưa có thư mục này — tạo thư mục, hoặc ghi vào nơi khác",
                "cannot be written: no such folder — make the folder, or write to another place",
            );
        }
        io::ErrorKind::PermissionDenied => {
            return Message::new(
                "không ghi được: không có quyền — xin quyền ghi, hoặc ghi vào nơi khác",
                "cannot be written: no permission — ask for it, or write to another place",
            );
        }
        _ => {}
    }
    Message::new(
        format!("không ghi được ({error}) — kiểm tra thư mục, quyền ghi và chỗ trống"),
        format!("cannot be written ({error}) — check the folder, the permission and the free space"),
    )
}

/// Conflicts of a registry beyond those that were told.
pub(super) fn more_conflicts(conflicts: usize) -> Message {
    Message::new(
        format!("còn {conflicts} văn bản khác danh mục có sẵn — xem đủ bằng cite-lint registry check"),
        format!("{conflicts} more differ from the built-in registry — cite-lint registry check shows them all"),
    )
}

/// A record of the user's own that differs from a known one; the own one counts.
pub(super) fn registry_conflict(known: &str, own: &str) -> Message {
    Message::new(
        format!("{own} khác danh mục có sẵn ({known}) — dùng theo tệp này; xem lại nếu không phải cố ý"),
        format!(
            "{own} differs from the built-in registry ({known}) — this file counts; look again if that is not meant"
        ),
    )
}

/// A file of known findings that is none.
pub(super) fn bad_baseline(error: &BaselineError) -> Message {
    let vi = match error {
        BaselineError::Fields { line } => format!("dòng {line}: cần bốn ô cách nhau bằng tab"),
        _ => "không phải tệp phát hiện đã biết của cite-lint".to_owned(),
    };
    Message::new(
        format!("{vi} — ghi lại bằng --write-baseline"),
        format!("{error} — write it anew with --write-baseline"),
    )
}

/// No file of known findings.
pub(super) fn no_baseline() -> Message {
    Message::new(
        "không tìm thấy tệp phát hiện đã biết — ghi tệp này bằng --write-baseline",
        "no such file of known findings — write it with --write-baseline",
    )
}

/// A file of known findings was written.
pub(super) fn baseline_written(findings: usize) -> Message {
    Message::new(format!("đã ghi {findings} phát hiện"), format!("{findings} findings written"))
}

/// A file of known findings was gone through.
pub(super) fn baseline_pruned(gone: usize, left: usize) -> Message {
    Message::new(
        format!("đã bỏ {gone} phát hiện không còn nữa, còn {left}"),
        format!("{gone} findings taken out that are not there any more, {left} left"),
    )
}

/// A defect of this tool.
pub(super) fn internal() -> Message {
    Message::new(
        "lỗi của chính cite-lint, tệp này chưa được kiểm tra — xin báo cho nhóm phát triển kèm tệp mẫu",
        "a bug in cite-lint, this file was not checked — please report it with a sample of the file",
    )
}

/// The output cannot be written.
pub(super) fn write_failed(error: &io::Error) -> Message {
    Message::new(
        format!("không ghi được kết quả ({error}) — kiểm tra chỗ trống trên đĩa rồi chạy lại"),
        format!("cannot write the result ({error}) — check the space on the disk, then run again"),
    )
}

/// A mistyped verb is read as a path.
pub(super) fn no_such_verb(verb: &str) -> Message {
    Message::new(
        format!("không tìm thấy — định gõ lệnh “{verb}”?"),
        format!("not found — did you mean the command “{verb}”?"),
    )
}

/// A folder without anything to read.
pub(super) fn empty_folder() -> Message {
    Message::new(
        "không có tệp .txt, .md, .html, .docx hay .odt nào — nếu tệp có đuôi khác, hãy ghi rõ tên tệp",
        "no .txt, .md, .html, .docx or .odt file in it — name files with other endings one by one",
    )
}

/// A rule nobody knows.
pub(super) fn unknown_rule(near: Option<&str>) -> Message {
    match near {
        Some(near) => Message::new(
            format!("không có quy tắc này — có phải “{near}”? Xem danh sách bằng: cite-lint rules"),
            format!("no such rule — did you mean “{near}”? List them with: cite-lint rules"),
        ),
        None => Message::new(
            "không có quy tắc này — xem danh sách bằng: cite-lint rules",
            "no such rule — list them with: cite-lint rules",
        ),
    }
}

/// Words without a citation.
pub(super) fn no_citation() -> Message {
    Message::new(
        "không thấy viện dẫn nào — viết như trong văn bản, ví dụ: Nghị định số 30/2020/NĐ-CP ngày 05/3/2020",
        "no citation in it — write it as in a text, for example: Nghị định số 30/2020/NĐ-CP ngày 05/3/2020",
    )
}
