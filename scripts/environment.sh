#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
# Makes .venv hold what the given lock file asks for, and prints its interpreter. Does nothing when it already does.
set -eu
lock=$1
here=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)
venv=${AYNI_VENV:-$here/.venv}
stamp=$venv/.$lock.sha
digest() { "$1" -c 'import hashlib,sys;print(hashlib.sha256(open(sys.argv[1],"rb").read()).hexdigest())' "$here/$lock"; }

if [ -x "$venv/bin/python" ] && [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$(digest "$venv/bin/python")" ]; then
    printf '%s\n' "$venv/bin/python"
    exit 0
fi

base=
for candidate in "${PYTHON:-}" python3 python3.13 python3.12 python3.11; do
    [ -n "$candidate" ] || continue
    if "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then base=$candidate; break; fi
done
[ -n "$base" ] || { echo "ayni: error: Python 3.11 or later is needed; install it or set PYTHON to its path" >&2; exit 2; }
command -v git >/dev/null || { echo "ayni: error: git is needed; install it and try again" >&2; exit 2; }

echo "ayni: setting up $venv (once; about half a minute)" >&2
[ -x "$venv/bin/python" ] || "$base" -m venv "$venv" >&2 || {
    echo "ayni: error: could not make a virtual environment; on Debian: apt-get install python3-venv" >&2; exit 2; }
if command -v uv >/dev/null 2>&1; then
    uv pip install --quiet --python "$venv/bin/python" --require-hashes --only-binary :all: -r "$here/$lock" >&2
else
    "$venv/bin/python" -m pip install --quiet --disable-pip-version-check --no-compile --require-hashes --only-binary :all: -r "$here/$lock" >&2
fi || { echo "ayni: error: the packages of $lock could not be installed; check the network or the pip settings and try again" >&2; exit 2; }
digest "$venv/bin/python" > "$stamp"
printf '%s\n' "$venv/bin/python"
