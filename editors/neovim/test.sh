#!/bin/sh
# A real Neovim opens a draft with mistakes, reads its diagnostics, applies a fix and a silencing, changes a wrong date
# everywhere, and sees the text mended and the findings gone. Needs `nvim` 0.7 or later. CITE_LINT is the command to try
# (else it is built).
set -eu
here=$(cd "$(dirname "$0")" && pwd)
. "$here/../command.sh"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
draft=$work/draft.md
cat > "$draft" <<'TEXT'
Căn cứ Chỉ thị số 16/CT/TTg ngày 16/5/2016 của Thủ tướng Chính phủ về công tác dân vận;
Căn cứ Nghị định số 30/2020/NĐ-CP ngày 06/3/2020 của Chính phủ về công tác văn thư;
Theo Nghị định số 30/2020/NĐ-CP ngày 06 tháng 3 năm 2020, Đề án số 15- ĐA/TU được triển khai.
TEXT
nvim --headless --clean -c "source $here/cite-lint.lua" -c "edit $draft" -c "luafile $here/test.lua"
diff - "$draft" <<'TEXT'
Căn cứ Chỉ thị số 16/CT-TTg ngày 16/5/2016 của Thủ tướng Chính phủ về công tác dân vận;
Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ về công tác văn thư;
Theo Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020, Đề án số 15- ĐA/TU được triển khai. <!-- cite-lint: ignore[SYM01] -->
TEXT
