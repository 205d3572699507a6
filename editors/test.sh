#!/bin/sh
# Every client of the language server that can be had without a screen: the protocol, Neovim, the extension for VS Code; and the
# script for people who write in Word. Installs Neovim and node where they are missing (Debian).
set -eu
cd "$(dirname "$0")"

need() { # the commands, the packages they come in
    for command in $1; do
        command -v "$command" >/dev/null && continue
        # shellcheck disable=SC2086
        apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $2 >/dev/null
        return
    done
}
need nvim neovim
need "node npm" "nodejs npm"
need unzip unzip

cargo build --quiet --manifest-path ../Cargo.toml
CITE_LINT=$PWD/../target/debug/cite-lint
export CITE_LINT
for test in client-test/test.sh neovim/test.sh vscode/test.sh word/test.sh; do
    echo "-- editors/$test" >&2
    "./$test"
done
