#!/bin/sh
# A client made of the protocol library of VS Code drives the whole protocol over standard input and output. Needs node 18 or
# later and the npm registry. CITE_LINT is the command to try (else it is built).
set -eu
here=$(cd "$(dirname "$0")" && pwd)
. "$here/../command.sh"
cd "$here"
# No script of a dependency is run: none is needed.
npm ci --ignore-scripts --no-audit --no-fund --silent
node --test --test-reporter=spec protocol.test.mjs
