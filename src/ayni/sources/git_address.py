# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which git addresses may be asked at all, and what git must be told to ask only them."""

import ipaddress
import os
import re
import socket
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias
from urllib.parse import SplitResult, urlsplit

from ayni.errors import AyniError

Resolver: TypeAlias = Callable[[str, int], Sequence[str]]
"""From host and port to IP addresses; raises OSError."""

_SCP: Final = re.compile(r"^(?:[A-Za-z0-9._-]+@)?([A-Za-z0-9][A-Za-z0-9.-]*):(?!//|:)([^\s-][^\s]*)$")
_HOST: Final = re.compile(r"^(?:[A-Za-z0-9_]([A-Za-z0-9_.-]*[A-Za-z0-9_])?\.?|[0-9A-Fa-f:.]+)$")
_PORTS: Final = {"https": 443, "http": 80, "git": 9418, "ssh": 22}
_CHECKED: Final = frozenset({"https", "http", "git"})
_PASSED_ON: Final = (
    "http_proxy", "https_proxy", "no_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY", "ALL_PROXY",
    "GIT_SSL_CAINFO", "GIT_SSL_CAPATH", "SSL_CERT_FILE", "SSL_CERT_DIR", "SSH_AUTH_SOCK", "GIT_ASKPASS",
)  # fmt: skip
_SSH: Final = "ssh -o BatchMode=yes -o ConnectTimeout=20 -o ClearAllForwardings=yes"


class RefusedAddressError(AyniError):
    """The address may not be asked; its text says why."""

    reason = "address-refused"


class UnknownHostError(AyniError):
    """Nobody knows the host: it may be misspelled, or there is no network. Nothing was refused."""

    reason = "unreachable"


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """A git address that may be asked, with the settings that keep git to it."""

    url: str
    protocol: str
    settings: tuple[str, ...] = ()

    def environment(self, outside: Mapping[str, str] | None = None) -> dict[str, str]:
        """What git needs of the outside to reach it: proxies, certificates, the agent that holds ssh keys."""
        given = os.environ if outside is None else outside
        found = {name: given[name] for name in _PASSED_ON if name in given}
        return {**found, "GIT_ALLOW_PROTOCOL": self.protocol, "GIT_SSH_COMMAND": _SSH, "GIT_SSH_VARIANT": "ssh"}


def is_url(text: str) -> bool:
    """Whether the text is a git address rather than a path."""
    return "://" in text or bool(_SCP.match(text))


def shown_address(url: str) -> str:
    """The address without name and password."""
    return re.sub(r"^([A-Za-z][A-Za-z0-9+.-]*://)[^/@]*@", r"\1", url)


def resolve_addresses(host: str, port: int) -> Sequence[str]:
    """The IP addresses of a host as this machine sees them."""
    return sorted({str(found[4][0]) for found in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)})


def check_address(
    url: str, *, allowed_hosts: Collection[str] = (), resolve: Resolver = resolve_addresses, proxied: bool | None = None
) -> Address:
    """The address, if it may be asked; raises RefusedAddressError, or UnknownHostError where there is no such host.

    Hosts that lie inside the own network are refused for http, https and git unless ``allowed_hosts`` names them. The
    address that was checked is pinned, and redirects are not followed, so that neither can lead elsewhere afterwards.
    """
    if _SCP.match(url) and "://" not in url:
        return Address(url=url, protocol="ssh")
    parts = _split(url)
    if parts.scheme == "ssh":
        return Address(url=url, protocol="ssh")
    host, port = parts.hostname or "", parts.port or _PORTS[parts.scheme]
    by_proxy = _has_proxy(parts.scheme) if proxied is None else proxied
    addresses = () if host in allowed_hosts else _outside(url, host, port, resolve, by_proxy=by_proxy)
    settings = ["http.followRedirects=false", "http.lowSpeedLimit=1000", "http.lowSpeedTime=60"]
    if addresses and not by_proxy:
        settings.append(f"http.curloptResolve={host}:{port}:{','.join(addresses)}")
    return Address(url=url, protocol=parts.scheme, settings=tuple(settings))


def _split(url: str) -> SplitResult:
    try:
        parts = urlsplit(url)
        port_is_right = parts.port is None or parts.port > 0
    except ValueError as error:
        raise RefusedAddressError("the address is malformed; write https://host/path") from error
    if parts.scheme not in _PORTS:
        raise RefusedAddressError(f"'{parts.scheme}' addresses are not asked; use https, ssh or git")
    if not port_is_right or not _HOST.match(parts.hostname or "") or re.search(r"[\s\x00-\x1f]", url):
        raise RefusedAddressError("the address names no host; write https://host/path")
    if parts.scheme in _CHECKED and (parts.username or parts.password):
        raise RefusedAddressError(
            f"the address of {parts.hostname} holds a name or password, which would be kept on disk; use ssh with a key"
        )
    return parts


def _outside(url: str, host: str, port: int, resolve: Resolver, *, by_proxy: bool) -> Sequence[str]:
    try:
        addresses = [host] if _is_literal(host) else resolve(host, port)
    except OSError as error:
        if by_proxy:
            return ()
        raise _unknown_host(host, url) from error
    if not addresses:
        raise _unknown_host(host, url)
    if not all(_is_global(address) for address in addresses):
        raise RefusedAddressError(f"{host}: lies inside this network; to have it asked, add --allow-host {host}")
    return addresses


def _unknown_host(host: str, url: str) -> UnknownHostError:
    return UnknownHostError(f"{host}: no such host; check the address {shown_address(url)} and the network")


def _is_literal(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True


def _is_global(address: str) -> bool:
    found = ipaddress.ip_address(address.partition("%")[0])
    mapped = getattr(found, "ipv4_mapped", None) or getattr(found, "sixtofour", None)
    return found.is_global and not found.is_multicast and (mapped is None or mapped.is_global)


def _has_proxy(scheme: str) -> bool:
    names = (f"{scheme}_proxy", "all_proxy")
    return any(os.environ.get(name) or os.environ.get(name.upper()) for name in names)
