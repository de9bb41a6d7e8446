# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""Addresses that are asked, and those that are refused."""

from collections.abc import Sequence

import pytest

from ayni.sources.git_address import (
    RefusedAddressError,
    Resolver,
    UnknownHostError,
    check_address,
    is_url,
    shown_address,
)


def _outside(host: str, port: int) -> Sequence[str]:
    return ["93.184.216.34", "2606:2800:220:1::1"] if host and port else []


def _at(*addresses: str) -> Resolver:
    return lambda *_: addresses


def _nowhere(host: str, port: int) -> Sequence[str]:
    raise OSError(host, port)


def test_an_outside_address_is_asked_at_the_place_that_was_checked() -> None:
    address = check_address("https://git.example/a.git", resolve=_outside, proxied=False)
    assert address.protocol == "https"
    assert "http.curloptResolve=git.example:443:93.184.216.34,2606:2800:220:1::1" in address.settings
    assert "http.followRedirects=false" in address.settings
    told = address.environment({"https_proxy": "p", "SECRET": "s"})
    assert (told["GIT_ALLOW_PROTOCOL"], told["https_proxy"]) == ("https", "p")
    assert "SECRET" not in told


@pytest.mark.parametrize(
    "inside",
    ["127.0.0.1", "10.1.2.3", "192.168.0.1", "169.254.169.254", "::1", "fe80::1%eth0", "fd00::1", "::ffff:10.0.0.1",
     "100.64.0.1", "0.0.0.1", "224.0.0.1"],
)  # fmt: skip
def test_inside_addresses_are_refused_unless_named(inside: str) -> None:
    for url in ("https://git.example/a", "http://git.example:8080/a", "git://git.example/a"):
        with pytest.raises(RefusedAddressError, match="inside this network"):
            check_address(url, resolve=_at(inside), proxied=False)
        assert check_address(url, resolve=_at(inside), allowed_hosts=("git.example",)).url == url


def test_a_refused_host_is_told_the_option_that_allows_it() -> None:
    with pytest.raises(RefusedAddressError, match=r"--allow-host git\.example$"):
        check_address("https://git.example/a", resolve=_at("10.0.0.1"), proxied=False)


def test_one_inside_address_among_many_is_enough() -> None:
    with pytest.raises(RefusedAddressError):
        check_address("https://git.example/a", resolve=_at("93.184.216.34", "10.0.0.1"))


@pytest.mark.parametrize(
    "url",
    ["ext::sh -c touch% x", "file:///etc", "ftp://git.example/a", "https://me:secret@git.example/a", "https:///a",
     "https://git.example:99999/a", "https://-x/a", "ssh://-oProxyCommand=x/a", "https://[::1/a", "ext::x", "fd::17"],
)  # fmt: skip
def test_other_addresses_are_refused_without_showing_secrets(url: str) -> None:
    with pytest.raises(RefusedAddressError) as caught:
        check_address(url, resolve=_outside, proxied=False)
    assert "secret" not in str(caught.value)


def test_ssh_is_the_users_own_business() -> None:
    assert check_address("git@git.intern:a/b.git", resolve=_nowhere).protocol == "ssh"
    assert check_address("ssh://git@10.0.0.1:2222/a", resolve=_nowhere).protocol == "ssh"


def test_a_host_that_is_not_there_is_unknown_and_not_refused() -> None:
    for resolve in (_nowhere, _at()):
        with pytest.raises(UnknownHostError, match="no such host") as caught:
            check_address("https://git.example/a", resolve=resolve, proxied=False)
        assert caught.value.reason == "unreachable"
    assert check_address("https://git.example/a", resolve=_nowhere, proxied=True).url  # the proxy knows


def test_paths_are_no_addresses() -> None:
    assert [is_url(text) for text in ("/a/b", "a/b", "./a:b", "C", "git.example:a/b", "https://x/a")] == [
        False, False, False, False, True, True,
    ]  # fmt: skip
    assert shown_address("https://me:secret@git.example/a@b") == "https://git.example/a@b"
