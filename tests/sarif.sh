#!/bin/sh
# The SARIF that check writes is valid by the schema of SARIF 2.1.0 (OASIS). The schema is taken from a package of crates.io, the
# validator from PyPI. Uses CITE_LINT, else the debug binary.
set -eu
here=$(cd "$(dirname "$0")/.." && pwd)
cite_lint=${CITE_LINT:-$here/target/debug/cite-lint}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

mkdir "$work/schema" "$work/schema/src"
: > "$work/schema/src/lib.rs"
printf '[package]\nname = "schema"\nversion = "0.1.0"\nedition = "2024"\n[dependencies]\nserde-sarif = "=0.8.0"\n[workspace]\n' \
    > "$work/schema/Cargo.toml"
(cd "$work/schema" && cargo vendor --quiet > /dev/null)
python3 -m venv "$work/python"
"$work/python/bin/pip" install --quiet --disable-pip-version-check jsonschema==4.25.1

# The examples have findings with fixes; a text without any is a log too.
printf 'Không có gì.\n' > "$work/none.txt"
for lang in vi en; do
    "$cite_lint" --lang "$lang" check --level info --fail-on never --format sarif "$here/examples" > "$work/$lang.sarif"
done
"$cite_lint" check --format sarif "$work/none.txt" > "$work/none.sarif"

"$work/python/bin/python" - "$work/schema/vendor/serde-sarif/src/schema.json" "$work"/*.sarif <<'PYTHON'
import json, sys

from jsonschema.validators import validator_for

schema = json.load(open(sys.argv[1]))
validator = validator_for(schema)(schema)
results = 0
for path in sys.argv[2:]:
    log = json.load(open(path))
    errors = [f"{path}: {'/'.join(map(str, error.path))}: {error.message}" for error in validator.iter_errors(log)]
    if errors:
        sys.exit("\n".join(errors))
    results += len(log["runs"][0]["results"])
# A validator that takes everything would say the same.
log["runs"][0]["columnKind"] = "letters"
assert list(validator.iter_errors(log)), "the validator finds nothing wrong"
assert results > 40, results
print(f"passed: {len(sys.argv) - 2} logs, {results} results, no schema errors")
PYTHON
