#!/usr/bin/env bash
# Builds the command from the sources of this action, unless the cache brought it.
set -euo pipefail
sources=$(cd "$(dirname "${BASH_SOURCE[0]}")/../../.." && pwd)
root=$RUNNER_TEMP/cite-lint
if ! "$root/bin/cite-lint" --version 2>/dev/null; then
    cargo install --locked --root "$root" --path "$sources"
fi
