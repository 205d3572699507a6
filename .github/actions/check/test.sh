#!/usr/bin/env bash
# The steps of the action, as GitHub would run them. CITE_LINT is the command to try (else it is built).
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$here/../../..
if [[ -z ${CITE_LINT:-} ]]; then
    cargo build --quiet --manifest-path "$root/Cargo.toml"
    CITE_LINT=$root/target/debug/cite-lint
fi
export RUNNER_TEMP GITHUB_STEP_SUMMARY
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
RUNNER_TEMP=$work/temp
GITHUB_STEP_SUMMARY=$work/summary.md
mkdir -p "$RUNNER_TEMP/cite-lint/bin" "$work/drafts/hồ sơ"
ln -s "$(realpath "$CITE_LINT")" "$RUNNER_TEMP/cite-lint/bin/cite-lint"
python3 "$root/editors/drafts.py" "$work/drafts/hồ sơ"
cd "$work/drafts"

expect() { # exit status, command and its arguments
    local status=0
    "${@:2}" >"$work/out" || status=$?
    if [[ $status != "$1" ]]; then
        cat "$work/out" >&2
        echo "$2: status $status, not $1" >&2
        exit 1
    fi
}

expect 0 "$here/key.sh"
grep -Eqx 'key=[0-9a-f]{64}' "$work/out"
expect 0 "$here/install.sh" # the cache has brought the command

SARIF=found.sarif PATHS=$'hồ sơ/du-thao.txt\n\nhồ sơ/phong\n' ARGS='--profile=strict' expect 1 "$here/run.sh"
grep -q '^::error file=hồ sơ/du-thao.txt,line=1,col=19,title=SYM03' "$work/out"
grep -q '^::error file=hồ sơ/phong/bao-cao.md,line=3,' "$work/out"
grep -q '^::warning .*title=CMP01' "$work/out" # the profile counts
grep -q 'SYM03' "$GITHUB_STEP_SUMMARY"
python3 -c 'import json; assert json.load(open("found.sarif"))["version"] == "2.1.0"'

FAIL_ON=never expect 0 "$here/run.sh"
expect 2 env PATHS=none.txt "$here/run.sh" 2>/dev/null
