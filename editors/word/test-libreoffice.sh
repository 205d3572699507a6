#!/bin/sh
# The macro cite-lint.bas in a real LibreOffice, without a window. Not part of .ci/run: LibreOffice is large. On Debian:
# apt-get install libreoffice-writer python3-uno (the -nogui one has no window for comments and ends there). CITE_LINT is the command to try (else it is built).
set -eu
here=$(cd "$(dirname "$0")" && pwd)
if [ -z "${CITE_LINT:-}" ]; then
    cargo build --quiet --release --manifest-path "$here/../../Cargo.toml"
    CITE_LINT=$here/../../target/release/cite-lint
fi
work=$(mktemp -d)
office=
stop() {
    [ -z "$office" ] || kill "$office" 2>/dev/null || true
    rm -rf "$work"
}
trap stop EXIT
mkdir "$work/bin" "$work/drafts" "$work/tmp"
ln -s "$(realpath "$CITE_LINT")" "$work/bin/cite-lint"
PATH=$work/bin:$PATH TMPDIR=$work/tmp soffice --headless --norestore "-env:UserInstallation=file://$work/profile" \
    "--accept=pipe,name=citelint;urp;" &
office=$!
/usr/bin/python3 "$here/test-libreoffice.py" "$work/drafts" "$here/cite-lint.bas"
