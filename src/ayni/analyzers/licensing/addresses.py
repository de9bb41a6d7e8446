# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""Web addresses that stand for a license."""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from ayni.analyzers.licensing.catalog import listed
from ayni.analyzers.licensing.names import gnu_expression, spdx_id

_Found = Callable[["re.Match[str]"], str | None]


def _creative_commons(match: "re.Match[str]") -> str | None:
    parts, version, place = match[1], match[2], match[3]
    for id_ in (f"CC-{parts}-{version}-{place}", f"CC-{parts}-{version}"):
        if (entry := listed(id_)) is not None:
            return entry.id
    return None


def _gnu(match: "re.Match[str]") -> str | None:
    return gnu_expression({"fdl": "GFDL"}.get(match[1], match[1].upper()), match[2].removesuffix(".0"), later=False)


def _is(id_: str) -> _Found:
    return lambda _: id_


_RULES: tuple[tuple[re.Pattern[str], _Found], ...] = tuple(
    (re.compile(pattern), found)
    for pattern, found in (
        (r"creativecommons\.org/publicdomain/zero/1\.0", _is("CC0-1.0")),
        (
            r"creativecommons\.org/licen[cs]es/(by(?:-n[cd])?(?:-n[cd]|-sa)?)/(\d\.\d)(?:/([a-z]{2,3})\b)?",
            _creative_commons,
        ),
        (r"apache\.org/licen[cs]es/licen[cs]e-(\d\.\d)", lambda match: spdx_id(f"Apache-{match[1]}")),
        (r"gnu\.org/(?:copyleft|licen[cs]es)/(?:old-licen[cs]es/)?(a?gpl|lgpl|fdl)-(\d(?:\.\d)?)", _gnu),
        (r"mozilla\.org/(?:en-us/)?mpl/(\d\.\d)", lambda match: spdx_id(f"MPL-{match[1]}")),
        (
            r"eclipse\.org/(?:legal|org/documents)/epl-(?:v)?(\d)-?(\d)?",
            lambda match: spdx_id(f"EPL-{match[1]}.{match[2] or 0}"),
        ),
        (r"eclipse\.org/org/documents/edl-v?1", _is("BSD-3-Clause")),
        (r"boost\.org/license_1_0", _is("BSL-1.0")),
        (
            r"(?:opensource|spdx)\.org/licen[cs]es?/([a-z0-9.+-]+?)(?:-license)?(?:\.php|\.html|\.txt)?/?$",
            lambda match: spdx_id(match[1]),
        ),
        (r"choosealicense\.com/licen[cs]es/([a-z0-9.-]+)", lambda match: spdx_id(match[1])),
        (r"unlicense\.org", _is("Unlicense")),
        (r"opendatacommons\.org/licen[cs]es/odbl", _is("ODbL-1.0")),
        (r"scripts\.sil\.org/ofl|openfontlicense\.org", _is("OFL-1.1")),
        (
            r"joinup\.ec\.europa\.eu/.*eupl-?(?:text-)?(1\.[0-2]|1[0-2])\b",
            lambda match: spdx_id(f"EUPL-1.{match[1][-1]}"),
        ),
    )
)
_ADDRESS = re.compile(
    r"\b(?:creativecommons\.org/[lp]|apache\.org/l|gnu\.org/[cl]|mozilla\.org/(?:en-us/)?mpl|eclipse\.org/(?:legal|org)|"
    r"boost\.org/l|opensource\.org/l|spdx\.org/l|choosealicense\.com/l|unlicense\.org|opendatacommons\.org/l|"
    r"scripts\.sil\.org/ofl|openfontlicense\.org|joinup\.ec\.europa\.eu/)[^\s<>\"')\]},;]*"
)


_HOSTS = (".org/", "choosealicense", "joinup.", "unlicense.org")


def find_addresses(lowered: str) -> Iterator[tuple[str, int]]:
    """Yield the id of each license whose address stands in a lower-case text, with where."""
    for address in _ADDRESS.finditer(lowered) if any(host in lowered for host in _HOSTS) else ():
        id_ = address_id(address[0])
        if id_:
            yield id_, address.start()


@lru_cache(maxsize=5_000)
def address_id(address: str) -> str | None:
    """Return the id of the license that a web address, in lower case, stands for."""
    for pattern, found in _RULES:
        match = pattern.search(address.rstrip(".:"))
        if match:
            return found(match)
    return None
