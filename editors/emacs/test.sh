#!/bin/sh
# A real Emacs without a screen opens a draft with a mistake, sees the finding, applies the fix and saves. Needs Emacs with Eglot
# (Debian: emacs-nox elpa-eglot); it is large, so it is no part of every run. CITE_LINT is the command to try (else it is built).
set -eu
here=$(cd "$(dirname "$0")" && pwd)
. "$here/../command.sh"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
DRAFT=$work/draft.txt
export DRAFT
printf 'Căn cứ Chỉ thị số 16/CT/TTg ngày 16/5/2016 của Thủ tướng Chính phủ về công tác dân vận;\n' > "$DRAFT"
LC_ALL=C.UTF-8 emacs --batch --eval '(package-initialize)' -l "$here/cite-lint.el" -l "$here/test.el"
grep -q '16/CT-TTg' "$DRAFT"
