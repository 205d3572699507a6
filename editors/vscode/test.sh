#!/bin/sh
# The extension for VS Code: its types hold, its tests pass, and it packs into a .vsix with what belongs there and nothing
# else. Needs node 20 or later and the npm registry.
set -eu
cd "$(dirname "$0")"
# No script of a dependency is run: none is needed.
npm ci --ignore-scripts --no-audit --no-fund --silent
npm run --silent check
npm test --silent
packed=$(mktemp -d)
trap 'rm -rf "$packed"' EXIT
npm run --silent package -- --out "$packed/cite-lint.vsix" >/dev/null
# Of bin/ only a package for one platform has something.
unzip -Z1 "$packed/cite-lint.vsix" | grep -v '^extension/bin/' | LC_ALL=C sort > "$packed/content"
diff test/content.txt "$packed/content"
