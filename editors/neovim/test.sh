#!/bin/sh
# A real Neovim opens a draft with mistakes, reads its diagnostics, applies a fix, and sees the text mended and the finding
# gone. Needs `nvim` 0.7 or later; builds the tool itself.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
cargo build --quiet --release --manifest-path "$here/../../Cargo.toml"
CITE_LINT="$here/../../target/release/cite-lint"
export CITE_LINT
draft=$(mktemp -d)/draft.txt
printf 'Căn cứ Chỉ thị số 16/CT/TTg ngày 16/5/2016 của Thủ tướng Chính phủ.\n' > "$draft"
nvim --headless --clean -c "source $here/cite-lint.lua" -c "edit $draft" -c "set filetype=text" -c "luafile $here/test.lua"
cat "$draft"
