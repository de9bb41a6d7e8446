# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""The report as one HTML file."""

from ayni.reports.html.page import render_html

__all__ = ["render_html"]
