# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""Whether workflows, container recipes and scripts are safe and fixed."""
