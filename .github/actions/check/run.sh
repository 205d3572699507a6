#!/usr/bin/env bash
# Checks PATHS, with annotations for GitHub on standard output and a summary on the page of the run. Works with the bash 3.2
# of macOS.
set -euo pipefail

summary=$RUNNER_TEMP/cite-lint.md
args=(check --format github --format "markdown=$summary")
if [[ -n ${SARIF:-} ]]; then args+=(--format "sarif=$SARIF"); fi
if [[ -n ${FAIL_ON:-} ]]; then args+=(--fail-on "$FAIL_ON"); fi

# One a line; blank lines are none.
add_lines() {
    local line
    while IFS= read -r line || [[ -n $line ]]; do
        line=${line%$'\r'}
        if [[ $line =~ [^[:space:]] ]]; then args+=("$line"); fi
    done <<<"$1"
}
add_lines "${ARGS:-}"
args+=(--)
add_lines "${PATHS:-.}"

status=0
"$RUNNER_TEMP/cite-lint/bin/cite-lint" "${args[@]}" || status=$?
if [[ -e $summary ]]; then cat "$summary" >>"$GITHUB_STEP_SUMMARY"; fi
exit "$status"
