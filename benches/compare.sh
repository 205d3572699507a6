#!/bin/sh
# A check beside the searches that people would use: ripgrep, GNU grep and Python's re with one and the same pattern.
#
#     benches/compare.sh CITE-LINT TEXT [ROUNDS]
#
# TEXT is one file of UTF-8, best of more than 100 MB. The commands take turns, so that what else the machine does meets all of them;
# printed are medians of CPU time (user and system) and of wall time, and the ratio to ripgrep. Python reads the first 4 MB only.
set -eu

if [ $# -lt 2 ]; then
    sed -n '2,7p' "$0"
    exit 2
fi
tool=$1 text=$2 rounds=${3:-5}
here=$(dirname "$0")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

head -c 4000000 "$text" > "$work/part.txt"
size=$(wc -c < "$text")
part=$(wc -c < "$work/part.txt")
cat > "$work/search.py" <<'PY'
import re, sys
pattern = re.compile(open(sys.argv[1], encoding="utf-8").read().strip())
print(sum(1 for _ in pattern.finditer(open(sys.argv[2], encoding="utf-8", errors="ignore").read())))
PY

# One run of a command: its CPU and wall seconds go to the file of its name.
run() {
    name=$1
    shift
    command -v "$1" > /dev/null || return 0
    # GNU grep stops at the first match where its output goes to /dev/null.
    OUT="$work/out" TIMEFORMAT='%U %S %R' bash -c 'time "$@" > "$OUT" 2>&1' time "$@" 2>> "$work/$name" || true
}

round=0
while [ "$round" -lt "$rounds" ]; do
    run ripgrep rg -j1 -f "$here/find-regex.txt" --count-matches "$text"
    run cite-lint "$tool" check -j1 --no-config --format jsonl --max-file-size 4GiB "$text"
    run grep env LC_ALL=C.UTF-8 grep -cP -f "$here/find-regex.txt" "$text"
    if [ "$round" -lt 3 ]; then
        run python python3 "$work/search.py" "$here/find-regex.txt" "$work/part.txt"
    fi
    round=$((round + 1))
done

uname -sm
grep -m1 'model name' /proc/cpuinfo 2> /dev/null || true
"$tool" --version
rg --version 2> /dev/null | head -1 || true
grep --version | head -1
python3 --version
echo
awk -v size="$size" -v part="$part" '
    function median(list, count,   i, j, swap) {
        for (i = 1; i <= count; i++)
            for (j = i + 1; j <= count; j++)
                if (list[j] < list[i]) { swap = list[i]; list[i] = list[j]; list[j] = swap }
        return list[int((count + 1) / 2)]
    }
    FNR == 1 { name = FILENAME; sub(/.*\//, "", name); order[++names] = name }
    { runs[name]++; cpu[name, runs[name]] = $1 + $2; wall[name, runs[name]] = $3 }
    END {
        printf "%-10s %10s %10s %10s %8s\n", "", "CPU s", "wall s", "MB/CPU s", "ratio"
        for (n = 1; n <= names; n++) {
            name = order[n]
            for (i = 1; i <= runs[name]; i++) { c[i] = cpu[name, i]; w[i] = wall[name, i] }
            spent = median(c, runs[name]); passed = median(w, runs[name])
            rate = (name == "python" ? part : size) / 1e6 / spent
            if (name == "ripgrep") base = rate
            rates[name] = rate
            printf "%-10s %10.2f %10.2f %10.1f", name, spent, passed, rate
            if (base) printf " %8.2f", rate / base
            printf "\n"
        }
        if (rates["python"]) printf "\ncite-lint over Python re: %.0f\n", rates["cite-lint"] / rates["python"]
    }
' $(for name in ripgrep cite-lint grep python; do [ -s "$work/$name" ] && echo "$work/$name"; done)
