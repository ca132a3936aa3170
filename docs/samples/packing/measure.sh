#!/usr/bin/env bash
# Packs one environment of a hundred packages by python-env, venv-pack and conda-pack in turns, unpacks what they made, and
# prints medians. Wants bash, GNU time, tar, unzip, zstd and a Python with pip for the two other packers.
#
#   docs/samples/packing/measure.sh WORK [ROUNDS]
#
# WORK is a folder that is made; it needs 6 GB.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
mkdir -p "$1"
work=$(cd "$1" && pwd)
rounds=${2:-3}
mvn=(mvn -B -ntp -q)
goal=io.github.pythonenv:python-env-maven-plugin:0.1.0-SNAPSHOT
app=$work/app
ours=$app/target/hundred-1-python-linux-x86_64
export OPENBLAS_NUM_THREADS=1

# name, then a command: its wall-clock seconds, those of the processor, and the kilobytes of its largest process
measured() {
  local name=$1
  shift
  /usr/bin/time -a -o "$work/times" -f "$name %e %U %S %M" "$@" > "$work/last.log" 2>&1 || { cat "$work/last.log"; exit 1; }
}
# Writes no bytecode: what starts is what was packed.
first_start() { measured "$1" env -i PYTHONDONTWRITEBYTECODE=1 OPENBLAS_NUM_THREADS=1 "$2" -c 'import numpy, pandas, sklearn'; }
unpacked() { rm -rf "$work/out" && mkdir "$work/out"; sync; }

# What is packed: the environment; and one prefix with the interpreter and the same packages, as conda has it.
mkdir -p "$app" && cp "$here/pom.xml" "$here/requirements.txt" "$app"
(cd "$app" && "${mvn[@]}" $goal:ensure)
runtime=$(dirname "$(dirname "$(readlink -f "$app/.venv/bin/python")")")
[ -d "$work/tools" ] || { python3 -m venv "$work/tools" && "$work/tools/bin/pip" -q install venv-pack==0.2.0 conda-pack==0.9.2 setuptools==65.5.0; }
if [ ! -d "$work/prefix" ]; then
  cp -a "$runtime" "$work/prefix"
  cp -a "$app"/.venv/lib/python3.*/site-packages "$work"/prefix/lib/python3.*/
  mkdir "$work/prefix/conda-meta" && touch "$work/prefix/conda-meta/history"
fi

: > "$work/times"
echo "load before: $(cut -d' ' -f1-3 /proc/loadavg)"
cd "$app"
for ((round = 1; round <= rounds; round++)); do
  # Zip is measured once: what takes its time is the same.
  for format in tar.gz $([ "$round" = "$rounds" ] && echo zip); do
    rm -f "$ours.$format"
    measured "pack python-env $format" "${mvn[@]}" -o $goal:package -Dpython-env.packaging.format=$format
    measured "pack venv-pack $format" "$work/tools/bin/venv-pack" -q -f -p .venv -o "$work/venv.$format"
    measured "pack conda-pack $format" "$work/tools/bin/conda-pack" -q -f -p "$work/prefix" -o "$work/conda.$format"
  done
  unpacked; measured "unpack python-env tar.gz" tar xzf "$ours.tar.gz" -C "$work/out"
  first_start "start python-env tar.gz" "$work/out/bin/python"
  rm -rf target/python-env/unpacked
  measured "unpack python-env goal" "${mvn[@]}" -o $goal:unpack -Dpython-env.file="$ours.tar.gz" \
    -Dpython-env.sha256="$(sha256sum "$ours.tar.gz" | cut -d' ' -f1)"
  unpacked; measured "unpack venv-pack tar.gz" tar xzf "$work/venv.tar.gz" -C "$work/out"
  first_start "start venv-pack tar.gz" "$work/out/bin/python"
  unpacked; measured "unpack conda-pack tar.gz" tar xzf "$work/conda.tar.gz" -C "$work/out"
  measured "unpack conda-unpack -" "$work/out/bin/python" "$work/out/bin/conda-unpack"
  first_start "start conda-pack tar.gz" "$work/out/bin/python"
  measured "repack python-env tar.zst" bash -c "gzip -dc '$ours.tar.gz' | zstd -q -f -T0 -9 -o '$work/ours.tar.zst'"
  unpacked; measured "unpack python-env tar.zst" tar --zstd -xf "$work/ours.tar.zst" -C "$work/out"
done
echo "load after: $(cut -d' ' -f1-3 /proc/loadavg)"

echo "| what | seconds, median (least, most) | of the processor, median | peak memory, MB |"
echo "|---|--:|--:|--:|"
sort "$work/times" | awk '
  function put() { if (n) printf "| %s | %.1f (%.1f, %.1f) | %.1f | %.0f |\n", key, s[int((n + 1) / 2)], s[1], s[n], c[int((n + 1) / 2)], m / 1000 }
  function insert(a, v,   i) { for (i = n; i > 0 && a[i] > v; i--) a[i + 1] = a[i]; a[i + 1] = v }
  { k = $1 " " $2 " " $3
    if (k != key) { put(); key = k; n = 0; m = 0 }
    insert(s, $4 + 0); insert(c, $5 + $6); n++
    if ($7 > m) m = $7 }
  END { put() }'
du -b "$ours".* "$work"/venv.* "$work"/conda.* "$work/ours.tar.zst"
