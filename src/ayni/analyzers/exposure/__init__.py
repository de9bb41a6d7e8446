# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""What must not be in a repository: programs, keys, secrets, personal numbers."""
