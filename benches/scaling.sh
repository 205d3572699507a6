#!/bin/sh
# How time and memory grow: one file of 1 to 1,000 MB, and 10 to 10,000 files on one thread and two.
#
#     benches/scaling.sh CITE-LINT TEXT
#
# TEXT is cut and repeated to the sizes. GNU time (/usr/bin/time) is needed.
set -eu

if [ $# -lt 2 ]; then
    sed -n '2,6p' "$0"
    exit 2
fi
tool=$1 text=$2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

measure() {
    label=$1
    shift
    /usr/bin/time -f '%U %S %e %M' -o "$work/time" "$@" > /dev/null 2>&1 || true
    tail -1 "$work/time" | awk -v label="$label" '{ printf "%-24s %8.2f CPU s %8.2f wall s %8.1f MB\n", label, $1 + $2, $3, $4 / 1024 }'
}

for megabytes in 1 10 100 1000; do
    : > "$work/one.txt"
    while [ "$(wc -c < "$work/one.txt")" -lt $((megabytes * 1000000)) ]; do
        left=$((megabytes * 1000000 - $(wc -c < "$work/one.txt")))
        head -c "$left" "$text" >> "$work/one.txt"
    done
    # What was cut within a letter is left out; iconv calls that a failure.
    iconv -c -f UTF-8 -t UTF-8 "$work/one.txt" > "$work/whole.txt" 2> /dev/null || true
    measure "one file, $megabytes MB" "$tool" check -j1 --no-config --format jsonl --max-file-size 4GiB "$work/whole.txt"
done
rm -f "$work/one.txt" "$work/whole.txt"

for files in 10 100 1000 10000; do
    mkdir "$work/files"
    head -c $((files * 16000)) "$text" | iconv -c -f UTF-8 -t UTF-8 | split -C 16000 -a 4 --additional-suffix=.txt - "$work/files/"
    for jobs in 1 2; do
        measure "$(ls "$work/files" | wc -l) files, -j$jobs" "$tool" check "-j$jobs" --no-config --format jsonl "$work/files"
    done
    rm -r "$work/files"
done
