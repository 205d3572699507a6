//! The calls whose screens are kept, and the small files that they read.

use super::Keep;
use super::Keep::{All, Lines, NoDigits, NoStyle};

/// Two members that share type, issuer and term.
pub(super) const LIST: &str =
    "Tiếp tục thực hiện Nghị quyết số 18-NQ/TW, 19-NQ/TW của Ban Chấp hành Trung ương Đảng (khóa XII).\n";

/// Nothing wrong in it.
pub(super) const MEMO: &str = "Sở Nội vụ gửi kèm tài liệu tập huấn công tác văn thư.\n";

/// What looks like a citation and is none.
pub(super) const NO_CITATION: &str = "Hồ sơ mã 12/ABX-QT được bàn giao cùng thiết bị.\n";

/// A registry of one's own.
pub(super) const OWN: &str =
    "type\tsymbol\tdate\tissuer\nKế hoạch\t484/KH-UBND\t2019-10-01\tỦy ban nhân dân tỉnh An Giang\n";

/// One with a day that no calendar has, and a date that differs from the known one.
pub(super) const WRONG_OWN: &str =
    "type\tsymbol\tdate\nKế hoạch\t485/KH-UBND\t2020-02-31\nNghị định\t30/2020/NĐ-CP\t2020-03-06\n";

pub(super) const CONFIG: &str = "profile = \"strict\"\nignore = [\"NAM\"]\n\n[severity]\nSYM01 = \"error\"\n";

/// A key with a slip.
pub(super) const WRONG_CONFIG: &str = "level = \"info\"\nslect = [\"SYM\"]\n";

/// Name of the snapshot, the call (blanks part the words, `_` is a blank in a word), exit code, what is kept.
pub(super) const CASES: &[(&str, &str, i32, Keep)] = &[
    // check: for people.
    ("check", "check --today 2024-05-01 ke-hoach.txt", 1, All),
    ("check-en", "--lang en check --today 2024-05-01 ke-hoach.txt", 1, All),
    ("check-clean", "cong-van.txt", 0, All),
    ("check-clean-en", "--lang en cong-van.txt", 0, All),
    ("check-docx", "check --select SYM --today 2024-05-01 ke-hoach.docx", 1, All),
    ("check-concise", "check --format concise --today 2024-05-01 ke-hoach.txt danh-sach.txt", 1, All),
    ("check-concise-en", "--lang en check --format concise --today 2024-05-01 ke-hoach.txt", 1, All),
    ("check-statistics", "check --statistics --today 2024-05-01 ke-hoach.txt danh-sach.txt", 1, All),
    ("check-statistics-en", "--lang en check --statistics --today 2024-05-01 ke-hoach.txt", 1, All),
    ("check-markdown", "check --format markdown --today 2024-05-01 ke-hoach.txt danh-sach.txt", 1, All),
    ("check-markdown-en", "--lang en check --format markdown --today 2024-05-01 ke-hoach.txt", 1, All),
    ("check-html", "check --format html --today 2024-05-01 --select SYM03 ke-hoach.txt", 1, NoStyle),
    // check: for programs.
    ("check-json", "check --format json --today 2024-05-01 danh-sach.txt ke-hoach.txt", 1, All),
    ("check-jsonl", "check --format jsonl --today 2024-05-01 danh-sach.txt ke-hoach.txt", 1, All),
    ("check-statistics-json", "check --statistics --format json --today 2024-05-01 ke-hoach.txt", 1, All),
    ("check-sarif", "check --format sarif --select SYM03 --today 2024-05-01 ke-hoach.txt", 1, All),
    ("check-github", "check --format github --today 2024-05-01 ke-hoach.txt", 1, All),
    ("check-gitlab", "check --format gitlab --today 2024-05-01 ke-hoach.txt", 1, All),
    ("check-junit", "check --format junit --today 2024-05-01 ke-hoach.txt cong-van.txt", 1, All),
    // Exit codes of a check by cause.
    ("exit-0-below-fail-on", "check --select SYM01 ke-hoach.txt", 0, All),
    ("exit-0-fail-on-never", "check --select SYM03 --fail-on never ke-hoach.txt", 0, All),
    ("exit-1-fail-on-warning", "check --select SYM01 --fail-on warning ke-hoach.txt", 1, All),
    ("exit-2-no-file", "check cong-van.txt khong-co.txt", 2, All),
    ("exit-2-no-file-en", "--lang en check cong-van.txt khong-co.txt", 2, All),
    ("exit-2-pdf", "check ban-quet.pdf rong.txt", 2, All),
    ("exit-2-too-large", "check --max-file-size 10 cong-van.txt", 2, All),
    ("exit-2-rule", "check --select SYM30 cong-van.txt", 2, All),
    ("exit-2-rule-en", "--lang en check --select SYM30 cong-van.txt", 2, All),
    ("exit-2-config", "check --config sai.toml cong-van.txt", 2, All),
    ("exit-2-config-en", "--lang en check --config sai.toml cong-van.txt", 2, All),
    ("exit-2-registry", "check --registry khong-co.tsv cong-van.txt", 2, All),
    ("exit-2-baseline", "check --baseline khong-co.tsv cong-van.txt", 2, All),
    ("exit-2-two-reports", "check --format json --format sarif cong-van.txt", 2, All),
    ("exit-2-report-not-written", "check --format html=khong-co/r.html cong-van.txt", 2, All),
    // The command line itself.
    ("usage-verb", "prase", 2, All),
    ("usage-verb-en", "--lang en prase", 2, All),
    ("usage-nested-verb", "registry lokup x", 2, All),
    ("usage-nested-verb-en", "--lang en registry lokup x", 2, All),
    ("usage-option", "check --fromat json cong-van.txt", 2, All),
    ("usage-option-en", "--lang=en check --fromat json cong-van.txt", 2, All),
    ("usage-unknown-option", "--zzz cong-van.txt", 2, All),
    ("usage-unknown-option-en", "CITE_LINT_LANG=en --zzz cong-van.txt", 2, All),
    ("usage-value", "check --level warnig cong-van.txt", 2, All),
    ("usage-value-en", "check --level warnig --lang en cong-van.txt", 2, All),
    ("usage-format", "check --format xml cong-van.txt", 2, All),
    ("usage-format-en", "--lang en check --format xml cong-van.txt", 2, All),
    ("usage-date", "check --today 2023-02-29 cong-van.txt", 2, All),
    ("usage-date-en", "--lang en check --today 2023-02-29 cong-van.txt", 2, All),
    ("usage-size", "check --max-file-size lớn cong-van.txt", 2, All),
    ("usage-lang", "--lang fr cong-van.txt", 2, All),
    ("usage-lang-variable", "CITE_LINT_LANG=fr cong-van.txt", 2, All),
    ("usage-no-value", "check cong-van.txt --format", 2, All),
    ("usage-no-value-en", "--lang en check cong-van.txt --level", 2, All),
    ("usage-no-argument", "explain", 2, All),
    ("usage-no-argument-en", "--lang en explain", 2, All),
    ("usage-no-output", "annotate ke-hoach.docx", 2, All),
    ("usage-no-paths", "check", 2, All),
    ("usage-no-paths-en", "--lang en check", 2, All),
    ("usage-conflict", "check --write-baseline --prune-baseline cong-van.txt", 2, All),
    ("usage-conflict-en", "--lang en check --write-baseline --prune-baseline cong-van.txt", 2, All),
    ("usage-one-too-many", "man a b", 2, All),
    ("usage-one-too-many-en", "--lang en man a b", 2, All),
    // The other verbs.
    ("fix", "fix ke-hoach.txt", 0, All),
    ("fix-diff", "fix --diff ke-hoach.txt", 0, All),
    ("fix-diff-en", "--lang en fix --diff ke-hoach.txt", 0, All),
    ("fix-diff-unsafe", "fix --diff --unsafe-fixes --today 2024-05-01 ke-hoach.txt", 0, All),
    ("annotate", "annotate ke-hoach.docx -o nhan-xet.docx", 0, All),
    ("annotate-en", "--lang en annotate ke-hoach.docx -o nhan-xet.docx", 0, All),
    ("annotate-text", "annotate ke-hoach.txt -o nhan-xet.docx", 2, All),
    ("annotate-text-en", "--lang en annotate ke-hoach.txt -o nhan-xet.docx", 2, All),
    ("annotate-two", "annotate ke-hoach.docx ke-hoach.docx -o nhan-xet.docx", 2, All),
    ("parse", "parse ke-hoach.txt danh-sach.txt", 0, All),
    ("parse-en", "--lang en parse ke-hoach.txt danh-sach.txt", 0, All),
    ("parse-near-misses", "parse --near-misses ho-so.txt", 0, All),
    ("parse-jsonl", "parse --format jsonl ke-hoach.txt danh-sach.txt", 0, All),
    ("parse-dot", "parse --format dot ke-hoach.txt", 0, All),
    ("parse-graphml", "parse --format graphml danh-sach.txt", 0, All),
    ("authorities", "authorities --today 2024-05-01 ke-hoach.txt danh-sach.txt", 0, All),
    ("authorities-en", "--lang en authorities --today 2024-05-01 ke-hoach.txt", 0, All),
    ("authorities-csv", "authorities --format csv --today 2024-05-01 ke-hoach.txt", 0, All),
    ("authorities-json", "authorities --format json --today 2024-05-01 danh-sach.txt", 0, All),
    ("explain", "explain SYM03", 0, All),
    ("explain-en", "--lang en explain symbol-separator", 0, All),
    ("explain-unknown", "explain SYM30", 2, All),
    ("explain-unknown-en", "--lang en explain SYM30", 2, All),
    ("rules", "rules", 0, All),
    ("rules-en", "--lang en rules", 0, All),
    ("rules-json", "rules --format json", 0, Lines(14)),
    ("lookup-known", "registry lookup Nghị_quyết_số_29-NQ/TW_ngày_04/11/2013", 0, All),
    ("lookup-known-en", "--lang en registry lookup Nghị_quyết_số_29-NQ/TW_ngày_04/11/2013", 0, All),
    ("lookup-mismatch", "registry lookup Nghị_định_số_30/2020/NĐ-CP_ngày_06/3/2020", 0, All),
    ("lookup-mismatch-en", "--lang en registry lookup Nghị_định_số_30/2020/NĐ-CP_ngày_06/3/2020", 0, All),
    ("lookup-not-covered", "registry lookup Kế_hoạch_số_215/KH-UBND_ngày_12/4/2023", 0, All),
    ("lookup-ended", "registry lookup Luật_Đất_đai_số_45/2013/QH13 --as-of 2024-09-01", 0, All),
    ("lookup-ended-en", "--lang en registry lookup Luật_Đất_đai_số_45/2013/QH13 --as-of 2024-09-01", 0, All),
    ("lookup-jsonl", "registry lookup --format jsonl Nghị_quyết_số_29-NQ/TW_ngày_04/11/2013", 0, All),
    ("lookup-no-citation", "registry lookup xin chào", 2, All),
    ("lookup-no-citation-en", "--lang en registry lookup xin chào", 2, All),
    ("registry-list", "registry list 16/CT-TTg 2016", 0, All),
    ("registry-list-tsv", "registry list --format tsv 16/CT-TTg 2016", 0, All),
    ("registry-list-none", "registry list không-có-từ-này", 0, All),
    ("registry-stats", "registry stats", 0, NoDigits),
    ("registry-stats-en", "--lang en registry stats", 0, NoDigits),
    ("registry-check", "registry check rieng.tsv", 0, All),
    ("registry-check-en", "--lang en registry check rieng.tsv", 0, All),
    ("registry-check-wrong", "registry check rieng-sai.tsv", 1, All),
    ("registry-check-wrong-en", "--lang en registry check rieng-sai.tsv", 1, All),
    ("registry-build", "registry build rieng.tsv -o rieng.pack --date 2024-05-01", 0, All),
    ("registry-build-en", "--lang en registry build rieng.tsv -o rieng.pack --date 2024-05-01", 0, All),
    ("registry-build-wrong", "registry build rieng-sai.tsv -o rieng.pack", 1, All),
    ("config-show", "config show --config rieng.toml --today 2024-05-01 ke-hoach.txt", 0, All),
    ("config-show-en", "--lang en config show --today 2024-05-01 ke-hoach.txt", 0, All),
    ("config-schema", "config schema", 0, Lines(12)),
    ("completions", "completions fish", 0, Lines(6)),
    ("man", "man", 0, Lines(12)),
    // Help. It is in both languages at once.
    ("help", "-h", 0, All),
    ("help-check", "check --help", 0, All),
    ("help-registry", "registry --help", 0, All),
    ("help-config-schema", "config schema --help", 0, All),
    ("help-lsp", "lsp --help", 0, All),
];
