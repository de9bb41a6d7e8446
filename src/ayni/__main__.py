# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""``python -m ayni``."""

from ayni.cli.main import main

if __name__ == "__main__":
    main()
