#!/usr/bin/env bash
# What the command is built from, as the key of the cache.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../../.."
# Names and content; the order is the same on every machine.
hash=$(find Cargo.toml Cargo.lock src data -type f -print0 | LC_ALL=C sort -z | xargs -0 shasum -a 256 | shasum -a 256)
echo "key=${hash%% *}"
