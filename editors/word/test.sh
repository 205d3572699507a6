#!/bin/sh
# The script for file managers: what it writes and opens. CITE_LINT is the command to try (else it is built).
set -eu
here=$(cd "$(dirname "$0")" && pwd)
. "$here/../command.sh"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/bin" "$work/hồ sơ"
ln -s "$(realpath "$CITE_LINT")" "$work/bin/cite-lint"
# Stands for the program that opens a file: notes its name.
printf '#!/bin/sh\nprintf "%%s\\n" "$1" >>"%s/opened"\n' "$work" >"$work/bin/xdg-open"
printf '#!/bin/sh\nfor last; do :; done\nprintf "%%s\\n" "$last" >>"%s/told"\n' "$work" >"$work/bin/zenity"
chmod +x "$work/bin/xdg-open" "$work/bin/zenity"
python3 "$here/../drafts.py" "$work/hồ sơ"
cd "$work/hồ sơ"
echo 'no document' >hỏng.docx

for_files() {
    TMPDIR=$work PATH="$work/bin:/usr/bin:/bin" HOME=$work "$here/cite-lint" "$@"
}
expect() { # a file, its text
    printf '%s\n' "$2" | diff - "$work/$1"
}

for_files "ke hoach.docx"
for_files "$PWD/ke hoach.docx"
expect opened "ke hoach-nhan-xet.docx
$PWD/ke hoach-nhan-xet-2.docx"
for copy in "ke hoach-nhan-xet.docx" "ke hoach-nhan-xet-2.docx"; do
    unzip -p "$copy" "word/*comments*.xml" | grep -q 'SYM03'
done

if for_files hỏng.docx; then
    echo "a broken document was not told" >&2
    exit 1
fi
grep -q 'hỏng.docx: ' "$work/told"
test ! -e hỏng-nhan-xet.docx

for_files du-thao.txt
grep -q '<html.*\|<!DOCTYPE html>' "$(tail -n 1 "$work/opened")"
grep -q 'SYM03' "$(tail -n 1 "$work/opened")"
if for_files none.txt; then
    echo "a missing file was not told" >&2
    exit 1
fi
