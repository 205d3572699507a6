#!/bin/sh
# What cite-lint makes of a Word document, opened by other programs: LibreOffice and python-docx. Not part of `cargo test`; installs
# what is missing (Debian). With a folder it leaves the documents there, and their pages as pictures to be looked at.
#
#   tests/office.sh [FOLDER]
set -eu
if [ $# -gt 0 ]; then
    folder=$(mkdir -p "$1" && cd "$1" && pwd)
else
    folder=$(mktemp -d)
    trap 'rm -rf "$folder"' EXIT
fi

need() { # the command, the packages it comes in
    command -v "$1" >/dev/null && return
    shift
    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null
}
need soffice libreoffice-writer
need pdftoppm poppler-utils
python3 -m venv "$folder/python"
"$folder/python/bin/pip" install --quiet --disable-pip-version-check python-docx==1.2.0

cd "$(dirname "$0")/.."
OFFICE_FOLDER=$folder cargo test --quiet --test docx the_draft_for_other_programs -- --ignored >/dev/null
cite_lint="$(pwd)/target/debug/cite-lint"
cd "$folder"
"$cite_lint" annotate draft.docx -o annotated.docx
for kind in docx odt; do
    cp "draft.$kind" "fixed.$kind"
    "$cite_lint" fix "fixed.$kind"
done
for file in draft.docx annotated.docx fixed.docx fixed.odt; do
    soffice --headless --convert-to pdf:writer_pdf_Export:'{"ExportNotesInMargin":{"type":"boolean","value":"true"}}' "$file" >/dev/null 2>&1
    pdftoppm -r 70 -png "${file%.*}.pdf" "$(echo "$file" | tr . -)"
done
# LibreOffice finds every comment at its words.
soffice --headless --convert-to fodt annotated.docx >/dev/null 2>&1
"$folder/python/bin/python" - <<'PYTHON'
import re, zipfile
import docx

text = lambda name: [p.text for p in docx.Document(name).element.body.iter() if p.tag.endswith("}p")]
words = lambda name: re.findall(r"<w:t[^>]*>([^<]*)", zipfile.ZipFile(name).read("word/document.xml").decode())
comments = list(docx.Document("annotated.docx").comments)
print("python-docx:", len(comments), "comments, by", {comment.author for comment in comments})
for comment in comments:
    print("  ", comment.text.splitlines()[0])
assert "".join(words("draft.docx")) == "".join(words("annotated.docx"))
fodt = open("annotated.fodt", encoding="utf-8").read()
starts, ends = fodt.count("<office:annotation "), fodt.count("<office:annotation-end ")
print("LibreOffice:", starts, "comments,", ends, "with the words they are about")
assert starts == ends == len(comments)
for before, after in zip("".join(words("draft.docx")).split(";"), "".join(words("fixed.docx")).split(";")):
    if before != after:
        print("  -", before.strip(), "\n  +", after.strip())
for name in ["annotated.docx", "fixed.docx"]:
    old, new = zipfile.ZipFile("draft.docx"), zipfile.ZipFile(name)
    same = [part for part in old.namelist() if part in new.namelist() and old.read(part) == new.read(part)]
    print(name, "- parts as they were:", len(same), "of", len(old.namelist()))
PYTHON
