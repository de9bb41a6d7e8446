# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""``python -m ayni``."""

import signal

# Until the command is there to answer it, Ctrl-C ends the process as it ends any other program: without a traceback.
signal.signal(signal.SIGINT, signal.SIG_DFL)

from ayni.cli.main import main  # noqa: E402

if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.default_int_handler)
    main()
