# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""One yes/no question for each function, over evidence. To add one: write it in its file, list its file here."""

from collections.abc import Mapping

from ayni.evidence import View
from ayni.probes import community, delivery, dependencies, exposure, history, licensing, metadata, record
from ayni.probes.answer import Answer, Outcome
from ayni.probes.probe import Probe, ask_person

_ROOMS = (licensing, community, metadata, delivery, dependencies, exposure, history, record)

PROBES: Mapping[str, Probe] = {probe.id: probe for room in _ROOMS for probe in room.PROBES}
"""Every probe under its id."""


def ask(name: str, view: View) -> Answer:
    """Answer a probe, or a question of a pack, about the view's subject."""
    probe = PROBES.get(name)
    return probe.ask(view) if probe else ask_person(view, name)


__all__ = ["PROBES", "Answer", "Outcome", "Probe", "ask"]
