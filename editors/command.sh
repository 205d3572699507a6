# The command that the tests beside this try: CITE_LINT, else it is built. They read this in, and tell in `here` where they stand.
if [ -z "${CITE_LINT:-}" ]; then
    cargo build --quiet --manifest-path "$here/../../Cargo.toml"
    CITE_LINT=$here/../../target/debug/cite-lint
fi
export CITE_LINT
