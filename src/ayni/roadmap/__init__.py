# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""What to do next and why: the gaps of an assessment as ordered, explained steps under the office's capacity."""

from ayni.roadmap.plan import plan
from ayni.roadmap.step import Because, Capacity, Roadmap, Step, Why

__all__ = ["Because", "Capacity", "Roadmap", "Step", "Why", "plan"]
