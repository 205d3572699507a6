//! The command from outside: verbs, formats, exit codes, bad input. What depends on the parser and the rules stands
//! in other tests.
#![allow(clippy::unwrap_used)]

use std::fs;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use snapbox::{assert_data_eq, str};
use tempfile::{TempDir, tempdir};

fn run(dir: &Path, args: &[&str]) -> Output {
    command(dir, args).output().unwrap()
}

fn command(dir: &Path, args: &[&str]) -> Command {
    let mut command = Command::new(snapbox::cmd::cargo_bin!("cite-lint"));
    command
        .current_dir(dir)
        .args(args)
        .env_remove("CITE_LINT_LANG")
        .env_remove("NO_COLOR")
        .env_remove("CLICOLOR_FORCE");
    command.stdin(Stdio::null());
    command
}

fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn err(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

fn code(output: &Output) -> i32 {
    output.status.code().unwrap()
}

/// A folder with these files.
fn folder(files: &[(&str, &[u8])]) -> TempDir {
    let dir = tempdir().unwrap();
    for (name, bytes) in files {
        let path = dir.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
    dir
}

const GOOD: (&str, &[u8]) = ("a.txt", "Hôm nay trời đẹp.\n".as_bytes());

#[test]
fn a_clean_text_exits_0_and_says_what_was_checked() {
    let dir = folder(&[GOOD]);
    for args in [&["a.txt"][..], &["check", "a.txt"], &["--lang", "vi", "--color=never", "check", "a.txt"]] {
        let output = run(dir.path(), args);
        assert_eq!((code(&output), err(&output).as_str()), (0, ""), "{args:?}");
        assert_data_eq!(
            out(&output),
            str![[r#"
Đã kiểm tra 1 tệp, 0 viện dẫn.
0 lỗi, 0 cảnh báo, 0 lưu ý.

"#]]
        );
    }
}

#[test]
fn machine_formats_are_valid_when_nothing_is_found() {
    let dir = folder(&[GOOD]);
    for (format, want) in [("json", "[]\n"), ("jsonl", ""), ("concise", "")] {
        let output = run(dir.path(), &["--format", format, "a.txt"]);
        assert_eq!((code(&output), out(&output).as_str()), (0, want), "{format}");
    }
    let output = run(dir.path(), &["parse", "--format", "jsonl", "a.txt"]);
    assert_eq!((code(&output), out(&output).as_str()), (0, ""));
    let output = run(dir.path(), &["--lang", "en", "parse", "a.txt"]);
    assert_eq!((code(&output), out(&output).as_str()), (0, "0 citations in 1 file.\n"));
}

#[test]
fn standard_input_is_a_dash() {
    use std::io::Write;
    let dir = folder(&[]);
    for (bytes, want) in [(GOOD.1, 0), (b"\xFF\xFEa\0", 0), (b"\xFF\xFE\0\xD8", 2), (b"", 2)] {
        let mut child = command(dir.path(), &["-"])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        child.stdin.take().unwrap().write_all(bytes).unwrap();
        let output = child.wait_with_output().unwrap();
        assert_eq!(code(&output), want, "{bytes:?}");
        assert_eq!(err(&output).contains("<stdin>"), want == 2);
    }
}

#[test]
fn bad_files_are_named_with_what_to_do_and_the_others_still_checked() {
    let dir = folder(&[
        GOOD,
        ("binary.txt", b"abc\ndef\0ghi"),
        ("empty.txt", b""),
        ("bom.txt", b"\xEF\xBB\xBF"),
        ("latin.txt", b"ngh\xC3 quy\n"),
        ("old.txt", b"U\xFB ban nh\xA9n d\xA9n t\xD8nh, \xAE\xDEa ph\xAD\xACng"),
        ("pdf.txt", b"%PDF-1.7\n"),
        ("utf16.txt", b"\xFF\xFE\0\xD8"),
        ("word.txt", b"\xD0\xCF\x11\xE0\xA1\xB1"),
        ("zip.txt", b"PK\x03\x04...."),
    ]);
    let args = [
        "a.txt",
        "binary.txt",
        "empty.txt",
        "bom.txt",
        "latin.txt",
        "old.txt",
        "pdf.txt",
        "utf16.txt",
        "word.txt",
        "zip.txt",
        "none.txt",
    ];
    for jobs in ["-j1", "-j3"] {
        let output = run(dir.path(), &[&[jobs][..], &args].concat());
        assert_eq!(code(&output), 2);
        assert_data_eq!(
            err(&output),
            str![[r#"
cite-lint: none.txt: không tìm thấy — kiểm tra lại đường dẫn và tên tệp
cite-lint: binary.txt: dữ liệu nhị phân: có byte NUL (byte 7, dòng 2) — nếu đây là văn bản, mở lại và lưu bằng UTF-8; nếu không, bỏ tệp này khỏi danh sách
cite-lint: empty.txt: tệp rỗng — kiểm tra lại tệp đã được lưu chưa
cite-lint: bom.txt: tệp rỗng — kiểm tra lại tệp đã được lưu chưa
cite-lint: latin.txt: không phải UTF-8 (byte 3, dòng 1), cũng không nhận ra bảng mã nào khác — ghi rõ bảng mã bằng --encoding (tcvn3, vni, windows-1258, …), hoặc mở lại và lưu bằng UTF-8
cite-lint: pdf.txt: chưa đọc được loại tệp này: PDF — dùng bản soạn thảo gốc (.docx), hoặc mở PDF bằng Word rồi lưu thành .docx; bản quét phải nhận dạng chữ trước
cite-lint: utf16.txt: có byte không thuộc bảng mã UTF-16 (byte 2, dòng 1) — kiểm tra lại --encoding, hoặc mở tệp và lưu bằng UTF-8
cite-lint: word.txt: chưa đọc được loại tệp này: .doc/.xls (Office 97-2003) — mở bằng Word, chọn Lưu thành (Save As) .docx; nhiều tệp: soffice --headless --convert-to docx TỆP…
cite-lint: zip.txt: tệp .docx, .odt hỏng, chưa chép hết, hoặc thật ra là loại khác — mở bằng Word hoặc LibreOffice rồi lưu lại

"#]]
        );
        assert_data_eq!(
            out(&output),
            str![[r#"
lỗi[ENC04]: tệp lưu bằng bảng mã cũ TCVN3 (ABC)
 --> old.txt:1:1
  |
1 | Uỷ ban nhân dân tỉnh, địa phương
  | ^^
  |
  = vì sao: Chữ Việt theo bảng mã cũ hiện thành ký hiệu lạ (‘Uû ban nh©n d©n’, ‘Nghò ñònh’): không tìm, không so
            sánh và không kiểm tra được. Mỗi văn bản báo một lần.
  = cần làm: lưu lại bằng Unicode (UTF-8); phần kiểm tra dưới đây đọc theo bảng mã cũ, đúng từng chữ
  = căn cứ: NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục 4 (Unicode); trước đó QĐ 72/2002/QĐ-TTg

Đã kiểm tra 2 tệp, 0 viện dẫn. 9 tệp không đọc được.
1 lỗi, 0 cảnh báo, 0 lưu ý.

"#]]
        );
    }
    let output = run(dir.path(), &[&["--lang", "en", "parse", "-j1"][..], &args].concat());
    assert_eq!(code(&output), 2);
    assert_data_eq!(
        err(&output),
        str![[r#"
cite-lint: none.txt: not found — check the path and the name
cite-lint: binary.txt: binary data: a NUL byte (byte 7, line 2) — if it is a text, open it and save it as UTF-8; if not, leave it out
cite-lint: empty.txt: the file is empty — check that the file was saved
cite-lint: bom.txt: the file is empty — check that the file was saved
cite-lint: latin.txt: not UTF-8 (byte 3, line 1), nor any other encoding that is known by its look — name it with --encoding (tcvn3, vni, windows-1258, …), or open the file and save it as UTF-8
cite-lint: pdf.txt: this kind of file is not read: PDF — use the draft it was made from (.docx), or open the PDF in Word and save it as .docx; a scan needs OCR first
cite-lint: utf16.txt: a byte that UTF-16 does not have (byte 2, line 1) — look at --encoding again, or open the file and save it as UTF-8
cite-lint: word.txt: this kind of file is not read: .doc/.xls (Office 97-2003) — open it in Word and save it as .docx; for many files: soffice --headless --convert-to docx FILES…
cite-lint: zip.txt: the .docx or .odt is damaged, cut off, or something else — open it in Word or LibreOffice and save it again

"#]]
    );
}

#[test]
fn too_large_files_are_refused() {
    let dir = folder(&[("big.txt", &[b'a'; 3_000]), GOOD]);
    let output = run(dir.path(), &["--max-file-size", "2KiB", "big.txt", "a.txt"]);
    assert_eq!(code(&output), 2);
    assert_data_eq!(
        err(&output),
        str![[r#"
cite-lint: big.txt: quá lớn (2.9 KiB, giới hạn 2 KiB) — tách nhỏ tệp, hoặc nâng giới hạn bằng --max-file-size

"#]]
    );
    assert_eq!(code(&run(dir.path(), &["--max-file-size", "3000", "big.txt"])), 0);
    assert_eq!(code(&run(dir.path(), &["--max-file-size", "big", "a.txt"])), 2);
}

/// A file that is read by windows, and the cases in which it cannot be.
#[test]
fn a_long_file_says_what_a_short_one_does() {
    let short = "thực hiện Chỉ thị số 16/CT/TTg\r\nvà Đề án số 15- ĐA/TU 😀, số số 5\n";
    let filling = format!("{} 😀\n", "a".repeat(1_900)).repeat(2_600);
    let silencing = "# cite-lint: ignore\n";
    let lines = 2_600 + 2;
    for (before, behind) in [("", ""), (silencing, ""), ("", silencing), ("\u{feff}", "")] {
        let long = [before, "\n\n", &filling, short, behind].concat();
        assert!(long.len() > 4 << 20);
        let blank = [before, &"\n".repeat(lines), short, behind].concat();
        let dir = folder(&[("long.txt", long.as_bytes()), ("blank.txt", blank.as_bytes())]);
        for format in
            if [before, behind].concat().is_empty() { &["concise", "full", "sarif"][..] } else { &["concise"] }
        {
            let told = |name: &str| {
                let output = run(dir.path(), &["check", "--level=info", "--format", format, name]);
                let told = out(&output).replace(name, "a.txt");
                // Offsets of bytes are those of the file.
                let told = told.lines().filter(|line| !line.contains("Offset")).collect::<Vec<_>>().join("\n");
                (code(&output), told)
            };
            assert_eq!(told("long.txt"), told("blank.txt"), "{format} {before:?} {behind:?}");
        }
    }
    let page =
        format!("<html><body><p>{}<p>theo Chỉ thị s&#7889; 16/CT/TTg</body></html>", filling.replace("\n", "<br>\n"));
    let output = run(folder(&[("a.html", page.as_bytes())]).path(), &["check", "--format", "concise", "a.html"]);
    assert!(out(&output).contains("a.html:2601:") && out(&output).contains("SYM03"), "{}", out(&output));
    let late = [filling.as_bytes(), b"s\xC3\n"].concat();
    let output = run(folder(&[("a.txt", &late)]).path(), &["check", "--lang=en", "a.txt"]);
    assert_eq!(code(&output), 2);
    assert!(err(&output).contains("line 2601"), "{}", err(&output));
}

#[test]
fn a_long_line_a_lone_break_and_odd_names_are_no_trouble() {
    let long = "Căn cứ ".repeat(300_000);
    let dir = folder(&[("long.txt", long.as_bytes()), ("break.txt", b"\n"), ("tên có dấu cách.txt", GOOD.1)]);
    let output = run(dir.path(), &["long.txt", "break.txt", "tên có dấu cách.txt"]);
    assert_eq!((code(&output), err(&output).as_str()), (0, ""));
}

#[test]
fn folders_are_walked_in_order_and_what_cannot_be_read_is_told() {
    let dir = folder(&[
        ("d/b.md", GOOD.1),
        ("d/a.txt", b"\0"),
        ("d/c/z.TXT", b"\0"),
        ("d/c/y.markdown", b"\0"),
        ("d/.hidden/x.txt", b"\0"),
        ("d/scan.pdf", b"%PDF-"),
        ("d/draft.docx", b"PK"),
        ("d/picture.png", b"\x89PNG"),
        ("e/data.csv", b"1"),
    ]);
    let output = run(dir.path(), &["d", "e", "d/b.md", "./d"]);
    assert_eq!(code(&output), 2);
    assert_data_eq!(
        err(&output),
        str![[r#"
cite-lint: e: không có tệp .txt, .md, .html, .docx hay .odt nào — nếu tệp có đuôi khác, hãy ghi rõ tên tệp
cite-lint: bỏ qua 1 tệp chưa đọc được (1 .pdf): d/scan.pdf — mở bằng Word rồi lưu thành .docx để kiểm tra
cite-lint: d/a.txt: dữ liệu nhị phân: có byte NUL (byte 0, dòng 1) — nếu đây là văn bản, mở lại và lưu bằng UTF-8; nếu không, bỏ tệp này khỏi danh sách
cite-lint: d/c/y.markdown: dữ liệu nhị phân: có byte NUL (byte 0, dòng 1) — nếu đây là văn bản, mở lại và lưu bằng UTF-8; nếu không, bỏ tệp này khỏi danh sách
cite-lint: d/c/z.TXT: dữ liệu nhị phân: có byte NUL (byte 0, dòng 1) — nếu đây là văn bản, mở lại và lưu bằng UTF-8; nếu không, bỏ tệp này khỏi danh sách
cite-lint: d/draft.docx: tệp .docx, .odt hỏng, chưa chép hết, hoặc thật ra là loại khác — mở bằng Word hoặc LibreOffice rồi lưu lại

"#]]
    );
    assert_data_eq!(
        out(&output),
        str![[r#"
Đã kiểm tra 1 tệp, 0 viện dẫn. 4 tệp không đọc được.
0 lỗi, 0 cảnh báo, 0 lưu ý.

"#]]
    );
    // A file that is named is read whatever its ending.
    assert_eq!(code(&run(dir.path(), &["e/data.csv"])), 0);
}

#[cfg(unix)]
#[test]
fn a_folder_or_file_without_permission_is_told() {
    use std::os::unix::fs::PermissionsExt;
    let dir = folder(&[GOOD, ("shut/a.txt", GOOD.1), ("shut.txt", GOOD.1)]);
    let shut = dir.path().join("shut");
    fs::set_permissions(&shut, fs::Permissions::from_mode(0o000)).unwrap();
    fs::set_permissions(dir.path().join("shut.txt"), fs::Permissions::from_mode(0o000)).unwrap();
    // The superuser may read everything.
    if fs::read_dir(&shut).is_err() {
        let output = run(dir.path(), &["--lang=en", "."]);
        assert_eq!(code(&output), 2);
        assert!(err(&output).contains("shut: no permission to read"), "{}", err(&output));
        assert!(err(&output).contains("shut.txt: no permission to read"), "{}", err(&output));
        assert!(out(&output).contains("Checked 1 file,"), "{}", out(&output));
    }
    fs::set_permissions(&shut, fs::Permissions::from_mode(0o755)).unwrap();
}

#[test]
fn bad_options_exit_2() {
    let dir = folder(&[GOOD]);
    for args in [&["--fail-on", "x", "a.txt"][..], &["registry"], &["registry", "lookup"], &[]] {
        let output = run(dir.path(), args);
        assert_eq!((code(&output), out(&output).as_str()), (2, ""), "{args:?}");
        assert!(!err(&output).is_empty(), "{args:?}");
    }
    let output = command(dir.path(), &["none.txt"]).env("CITE_LINT_LANG", "en").output().unwrap();
    assert!(err(&output).contains("not found"), "{}", err(&output));
}

#[test]
fn every_rule_is_listed_and_explained() {
    let dir = folder(&[]);
    let output = run(dir.path(), &["rules", "--format", "json"]);
    assert_eq!(code(&output), 0);
    let rules: Vec<serde_json::Value> = serde_json::from_str(&out(&output)).unwrap();
    assert_eq!(out(&run(dir.path(), &["rules"])).lines().count(), rules.len());
    for rule in rules {
        for key in ["code", "name"] {
            let output = run(dir.path(), &["explain", rule[key].as_str().unwrap()]);
            assert_eq!(code(&output), 0);
            assert!(!out(&output).contains('\u{1b}') && !out(&output).is_empty());
            let coloured = run(dir.path(), &["--color", "always", "explain", rule[key].as_str().unwrap()]);
            assert!(out(&coloured).contains('\u{1b}'));
        }
    }
}

#[test]
fn help_and_version_exit_0_without_colour_in_a_pipe() {
    let dir = folder(&[]);
    for args in
        [&["--help"][..], &["-h"], &["check", "--help"], &["parse", "-h"], &["registry", "lookup", "-h"], &["-V"]]
    {
        let output = run(dir.path(), args);
        assert_eq!((code(&output), err(&output).as_str()), (0, ""), "{args:?}");
        assert!(!out(&output).contains('\u{1b}'), "{args:?}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_closed_pipe_ends_quietly_and_a_full_disk_is_told() {
    let dir = folder(&[GOOD]);
    let mut child = command(dir.path(), &["a.txt"]).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!((code(&output), err(&output).as_str()), (0, ""));
    let full = fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    let output = command(dir.path(), &["a.txt"]).stdout(full).stderr(Stdio::piped()).output().unwrap();
    assert_eq!(code(&output), 2);
    assert!(err(&output).contains("không ghi được kết quả"), "{}", err(&output));
}

/// A place name with wrong marks: NAM01, a warning.
const SLIP: (&str, &[u8]) = (
    "slip.txt",
    "Ủy ban nhân dân huyện Dầu Tiếng, tỉnh Bình Dương.\r\nPhòng Giáo dục và Đào tạo huyện Đầu Tiêng./.\r\n".as_bytes(),
);

#[test]
fn findings_in_each_format_and_their_exit_codes() {
    let dir = folder(&[GOOD, SLIP]);
    for (args, want) in [
        (&["slip.txt"][..], 0),
        (&["--fail-on", "warning", "slip.txt"], 1),
        (&["--fail-on", "warning", "--level", "error", "slip.txt"], 1),
        (&["--fail-on", "warning", "--ignore", "NAM", "slip.txt"], 0),
        (&["--fail-on", "warning", "--select", "place-typo", "slip.txt"], 1),
        (&["--fail-on", "warning", "slip.txt", "none.txt"], 2),
        (&["--fail-on", "never", "slip.txt"], 0),
    ] {
        assert_eq!(code(&run(dir.path(), args)), want, "{args:?}");
        // Where no report tells how much there is beside what is listed, that is not counted.
        let only_listed = run(dir.path(), &[args, &["--format", "jsonl"]].concat());
        let counted = run(dir.path(), &[args, &["--format", "jsonl", "--format", "concise=counted.txt"]].concat());
        assert_eq!((code(&only_listed), out(&only_listed)), (want, out(&counted)), "{args:?}");
    }
    let text = std::str::from_utf8(SLIP.1).unwrap();
    let start = text.find("Đầu Tiêng").unwrap();
    for format in ["json", "jsonl"] {
        let output = run(dir.path(), &["--select", "NAM01", "--format", format, "a.txt", "slip.txt"]);
        let found: serde_json::Value = serde_json::from_str(&out(&output)).unwrap();
        let found = if format == "json" { &found[0] } else { &found };
        assert_eq!(found["file"], "slip.txt");
        assert_eq!(found["span"], serde_json::json!([start, start + "Đầu Tiêng".len()]));
        assert_eq!((&found["line"], &found["column"]), (&2.into(), &33.into()));
    }
    let output = run(dir.path(), &["--select", "NAM01", "--format", "concise", "a.txt", "slip.txt"]);
    assert!(out(&output).starts_with("slip.txt:2:33: warning NAM01 "), "{}", out(&output));
    let output = run(dir.path(), &["--level", "error", "--lang", "en", "--select", "NAM01", "slip.txt"]);
    assert!(
        out(&output).ends_with("1 warning, 0 infos; 1 not shown, see them with --level warning.\n"),
        "{}",
        out(&output)
    );
}

#[test]
fn colour_on_demand_and_plain_in_a_pipe() {
    let dir = folder(&[SLIP]);
    let coloured = |command: &mut Command| out(&command.output().unwrap()).contains('\u{1b}');
    assert!(!coloured(&mut command(dir.path(), &["slip.txt"])));
    assert!(coloured(&mut command(dir.path(), &["--color", "always", "slip.txt"])));
    assert!(coloured(command(dir.path(), &["slip.txt"]).env("CLICOLOR_FORCE", "1")));
    assert!(!coloured(command(dir.path(), &["slip.txt"]).env("CLICOLOR_FORCE", "1").env("NO_COLOR", "1")));
    assert!(!coloured(command(dir.path(), &["--color", "never", "slip.txt"]).env("CLICOLOR_FORCE", "1")));
}

#[test]
fn the_order_is_that_of_the_paths_whatever_the_threads_do() {
    let names: Vec<String> = (0..200).map(|i| format!("{:03}.txt", i * 7 % 200)).collect();
    let files: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), SLIP.1)).collect();
    let dir = folder(&files);
    let args: Vec<&str> = ["--select", "NAM01", "--format", "concise", "-j4"]
        .into_iter()
        .chain(names.iter().map(String::as_str))
        .collect();
    let output = out(&run(dir.path(), &args));
    let seen: Vec<&str> = output.lines().filter_map(|line| line.split(':').next()).collect();
    assert_eq!(seen, names);
}

#[test]
fn the_version_tells_the_list_of_known_documents() {
    let dir = folder(&[]);
    for args in [&["--version"][..], &["-V"]] {
        let output = run(dir.path(), &[&["--lang", "en"], args].concat());
        let text = out(&output);
        let mut lines = text.lines();
        assert_eq!(lines.next(), Some(concat!("cite-lint ", env!("CARGO_PKG_VERSION"))));
        let registry = lines.next().unwrap();
        assert!(registry.starts_with("built-in registry: 10740 văn bản / documents, 20"), "{registry}");
    }
}

#[test]
fn shells_and_man_are_told_the_verbs() {
    let dir = folder(&[]);
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let output = run(dir.path(), &["completions", shell]);
        assert!(code(&output) == 0 && out(&output).contains("authorities"), "{shell}");
    }
    assert!(out(&run(dir.path(), &["man"])).starts_with(".ie"));
    assert_eq!(code(&run(dir.path(), &["man", "."])), 0);
    for page in ["cite-lint.1", "cite-lint-check.1", "cite-lint-registry-build.1"] {
        assert!(fs::read_to_string(dir.path().join(page)).unwrap().contains(".TH"), "{page}");
    }
    let output = run(dir.path(), &["man", "none/here"]);
    assert!(code(&output) == 2 && err(&output).contains("none/here: không ghi được"), "{}", err(&output));
}
