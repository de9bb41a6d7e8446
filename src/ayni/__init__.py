# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""Ayni: the open-source program office, as software. Measured, not claimed."""

__version__ = "0.1.0"
