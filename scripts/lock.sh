#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
# For maintainers: writes both lock files anew from pyproject.toml. Needs uv. The files hold hashes and no addresses.
set -eu
cd "$(dirname -- "$0")/.."
lock() {
    out=$1; shift
    # REUSE-IgnoreStart
    { printf '# SPDX-FileCopyrightText: 2026 The Ayni contributors\n# SPDX-License-Identifier: CC0-1.0\n'
      # REUSE-IgnoreEnd
      uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
         --no-annotate --no-header --quiet "$@"; } > "$out.new"
    mv "$out.new" "$out"
}
lock requirements.lock
lock requirements-dev.lock --group dev
