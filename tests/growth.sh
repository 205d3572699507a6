#!/bin/sh
# Counts instructions: no text may make a check take more than its length tells. Not part of `cargo test`, since it takes valgrind
# (installed where it is missing, Debian) and a minute or two.
set -eu
cd "$(dirname "$0")/.."

command -v valgrind >/dev/null || {
    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends valgrind >/dev/null
}
cargo test --quiet --test adversarial instructions_grow -- --ignored --nocapture
