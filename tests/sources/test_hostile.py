# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""Repositories that mean harm or are broken: each ends in a complete run, with a line where something is unseen."""

import os
from pathlib import Path

import pytest

from ayni.analyzers.history.analysis import CLAIMS
from ayni.evidence import NotSeen
from ayni.sources import Collected, NoCache, collect
from sources.making import Failing, Lines, Made, Memory, repository, seen, terms, value


def _collect(path: Path, **limits: float) -> Collected:
    return collect(repository(path), [Lines()], NoCache(), terms(**limits))


def _complete(found: Collected) -> bool:
    return set(seen(found)) == {"lines", "paths", *CLAIMS}


def test_a_bomb_is_listed_and_never_read(tmp_path: Path) -> None:
    made = Made(tmp_path / "r")
    bomb = made.git("hash-object", "-w", "--stdin", feed=bytes(96 << 20))
    small = made.blob(b"one\n")
    made.commit_tree([b"100644 blob " + bomb.encode() + b"\tbomb", b"100644 blob " + small.encode() + b"\tsmall"])
    found = _collect(made.path)
    assert value(found, "lines") == NotSeen(reason="content-missing")
    assert value(found, "paths") == ("bomb", "small")
    assert found.problems == ("1 wanted contents are larger than the limit and were not read",)
    assert found.bytes == 4


def test_a_hundred_thousand_files_in_one_folder(tmp_path: Path) -> None:
    made = Made(tmp_path / "r")
    blob = made.blob(b"x\n").encode()
    made.commit_tree(b"100644 blob %s\tf%06d" % (blob, number) for number in range(100_000))
    found = _collect(made.path)
    assert found.files == 100_000
    assert value(found, "lines") == 1
    assert found.problems == ()


def test_a_listing_beyond_the_limit_proves_no_absence(tmp_path: Path) -> None:
    made = Made(tmp_path / "r")
    blob = made.blob(b"x\n").encode()
    made.commit_tree(b"100644 blob %s\tf%06d" % (blob, number) for number in range(500))
    found = _collect(made.path, entries=100)
    assert value(found, "paths") == NotSeen(reason="listing-incomplete")
    assert found.problems == ("only 100 files could be listed (a limit, or a missing part); absence proves nothing",)


def test_names_of_any_bytes_are_shown_on_one_line(tmp_path: Path) -> None:
    made = Made(tmp_path / "r")
    blob = b"100644 blob " + made.blob(b"x\n").encode()
    made.commit_tree(
        [blob + b"\ta\nb", blob + b"\tcaf\xe9", blob + b"\tdos\xe2\x80\xaetxt", blob + b"\t\xc3\xb1and\xc3\xba"]
    )
    found = _collect(made.path)
    assert value(found, "paths") == ("a\\nb", "caf\\xe9", "dos\\u202etxt", "ñandú")
    assert all(item.id for item in found.evidence)  # everything can be encoded


def test_links_are_listed_and_not_followed(tmp_path: Path) -> None:
    made = Made(tmp_path / "r")
    (made.path / "passwd").symlink_to("/etc/passwd")
    made.commit(files={"README": b"one\ntwo\n"})
    found = _collect(made.path)
    assert value(found, "paths") == ("README", "passwd")
    assert value(found, "lines") == 2


def _sign(made: Made) -> None:
    """Put a signature block into the last commit; showing it would start a program."""
    text = made.git("cat-file", "commit", "HEAD")
    block = "gpgsig -----BEGIN PGP SIGNATURE-----\n \n iQ==\n -----END PGP SIGNATURE-----\n\n"
    signed = made.git(
        "hash-object", "-t", "commit", "-w", "--stdin", feed=text.replace("\n\n", f"\n{block}", 1).encode()
    )
    made.git("update-ref", "refs/heads/main", signed)


def test_nothing_of_the_repository_is_run(tmp_path: Path) -> None:
    made = Made(tmp_path / "r")
    made.commit(files={"a.txt": b"one\n", ".gitattributes": b"* diff=evil filter=evil merge=evil\n"})
    _sign(made)
    trap, run = tmp_path / "trap", tmp_path / "run"
    run.write_text(f"#!/bin/sh\ntouch {trap}\n")
    run.chmod(0o755)
    for sample in list((made.path / ".git" / "hooks").iterdir()):
        hook = sample.with_suffix("")
        hook.write_text(f"#!/bin/sh\n{run}\n")
        hook.chmod(0o755)
    for key in (
        "core.fsmonitor", "core.sshCommand", "core.pager", "core.editor", "core.askPass", "core.alternateRefsCommand",
        "diff.external", "diff.evil.textconv", "diff.evil.command", "filter.evil.smudge", "filter.evil.clean",
        "filter.evil.process", "gpg.program", "gpg.ssh.program", "uploadpack.packObjectsHook", "credential.helper",
        "alias.log", "alias.ls-tree", "alias.cat-file", "alias.for-each-ref", "alias.rev-parse", "pager.log",
        "remote.origin.uploadpack", "log.showSignature",
    ):  # fmt: skip
        made.git("config", key, f"!{run}" if key.startswith("alias") else str(run))
    made.git("config", "log.showSignature", "true")
    found = _collect(made.path)
    assert value(found, "lines") == 2
    assert value(found, "commits") == 1
    assert value(found, "signed-commit-share-last-year") == 1.0
    assert not trap.exists()


def test_the_trap_would_snap_without_the_view(tmp_path: Path) -> None:
    made = Made(tmp_path / "r")
    made.commit(files={"a.txt": b"one\n"})
    trap = tmp_path / "trap"
    made.git("config", "core.fsmonitor", f"touch {trap}; false")
    made.git("status")
    assert trap.exists()


def test_a_submodule_is_named_and_not_entered(tmp_path: Path) -> None:
    inner = Made(tmp_path / "inner")
    inner.commit(files={"secret": b"secret\n" * 7})
    made = Made(tmp_path / "r")
    made.commit(files={"a.txt": b"one\n"})
    made.git("submodule", "add", "--quiet", str(inner.path), "vendor/inner")
    made.commit()
    found = _collect(made.path)
    assert value(found, "paths") == (".gitmodules", "a.txt", "vendor/inner")
    assert value(found, "lines") == 4


def test_a_truncated_pack_ends_in_a_line(tmp_path: Path) -> None:
    made = Made(tmp_path / "r")
    for number in range(5):
        made.commit(files={f"f{number}": os.urandom(20_000)})
    made.git("repack", "-adq")
    (pack,) = (made.path / ".git" / "objects" / "pack").glob("*.pack")
    pack.chmod(0o644)
    with pack.open("r+b") as stream:
        stream.truncate(pack.stat().st_size // 2)
    found = _collect(made.path)
    assert _complete(found)
    assert len(found.problems) >= 1
    assert all("\n" not in problem for problem in found.problems)
    assert isinstance(value(found, "lines"), NotSeen)


def test_one_corrupt_object_costs_only_itself(tmp_path: Path) -> None:
    made = Made(tmp_path / "r")
    made.commit(files={f"f{number}": b"line\n" * (number + 1) for number in range(20)})
    oid = made.git("rev-parse", "HEAD:f7")
    loose = made.path / ".git" / "objects" / oid[:2] / oid[2:]
    loose.chmod(0o644)
    loose.write_bytes(loose.read_bytes()[:-3] + b"???")
    cache = Memory()
    found = collect(repository(made.path), [Lines()], cache, terms())
    assert value(found, "lines") == NotSeen(reason="content-missing")
    assert value(found, "commits") == 1
    assert len(cache.facts.kept) == 19
    assert found.problems == ("1 wanted contents are damaged; run git fsck and fetch the repository again",)


def test_an_empty_repository(tmp_path: Path) -> None:
    found = _collect(Made(tmp_path / "r").path)
    assert set(seen(found).values()) == {NotSeen(reason="empty-repository")}
    assert _complete(found)
    assert found.reason == "empty-repository"


def test_a_shallow_clone_knows_its_last_commit_only(tmp_path: Path) -> None:
    made = Made(tmp_path / "r")
    for number in range(4):
        made.commit(files={"a": b"%d\n" % number}, days_ago=10 - number)
    made.git("tag", "v1.0")
    made.git("clone", "--quiet", "--depth=2", f"file://{made.path}", str(tmp_path / "s"))
    found = _collect(tmp_path / "s")
    assert value(found, "last-commit") == "2026-11-15"
    unseen = {claim for claim in CLAIMS if value(found, claim) == NotSeen(reason="shallow-history")}
    assert unseen == set(CLAIMS) - {"last-commit"}
    assert value(found, "lines") == 1
    assert found.problems == ("the history is cut off (a shallow clone); run git fetch --unshallow",)


def test_a_partial_clone_is_not_completed_behind_our_back(tmp_path: Path) -> None:
    made = Made(tmp_path / "r")
    made.commit(files={"a": b"one\n", "b": b"two\n"})
    made.commit(files={"a": b"one\nmore\n"})
    made.git("config", "uploadpack.allowFilter", "true")
    made.git("config", "uploadpack.allowAnySHA1InWant", "true")
    partial = tmp_path / "p"
    made.git("clone", "--quiet", "--bare", "--filter=blob:none", f"file://{made.path}", str(partial))
    before = sorted((partial / "objects" / "pack").iterdir())
    found = _collect(partial)
    assert value(found, "paths") == ("a", "b")
    assert value(found, "lines") == NotSeen(reason="content-missing")
    assert value(found, "commits") == 2
    assert value(found, "squashed-import") is False
    assert "2 wanted contents are not here" in found.problems[0]
    assert sorted((partial / "objects" / "pack").iterdir()) == before


def test_a_treeless_clone_still_counts_commits(tmp_path: Path) -> None:
    made = Made(tmp_path / "r")
    for number in range(3):
        made.commit(files={"a": b"%d\n" % number})
    made.git("config", "uploadpack.allowFilter", "true")
    partial = tmp_path / "p"
    made.git("clone", "--quiet", "--bare", "--filter=tree:0", f"file://{made.path}", str(partial))
    found = _collect(partial)
    assert value(found, "commits") == 3
    assert value(found, "squashed-import") == NotSeen(reason="content-missing")
    assert isinstance(value(found, "paths"), NotSeen)
    assert _complete(found)


def test_a_head_that_names_garbage(tmp_path: Path) -> None:
    made = Made(tmp_path / "r")
    made.commit(files={"a": b"one\n"})
    (made.path / ".git" / "HEAD").write_bytes(b"\xff\xfe garbage")
    found = _collect(made.path)
    assert _complete(found)
    assert found.reason == "corrupt"
    assert len(found.problems) == 1


def test_a_head_whose_commit_is_gone(tmp_path: Path) -> None:
    made = Made(tmp_path / "r")
    made.commit(files={"a": b"one\n"})
    (made.path / ".git" / "refs" / "heads" / "main").write_text("1" * 40 + "\n")
    found = _collect(made.path)
    assert _complete(found)
    assert set(seen(found).values()) == {NotSeen(reason="corrupt")}


def test_a_repository_that_vanished(tmp_path: Path) -> None:
    found = _collect(tmp_path / "gone")
    assert set(seen(found).values()) == {NotSeen(reason="vanished")}
    assert "check the place" in found.problems[0]


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read everything")
def test_a_repository_that_may_not_be_read(tmp_path: Path) -> None:
    made = Made(tmp_path / "r")
    made.commit(files={"a": b"one\n"})
    (made.path / ".git" / "objects").chmod(0)
    found = _collect(made.path)
    (made.path / ".git" / "objects").chmod(0o755)
    assert found.reason == "unreadable"
    assert _complete(found)


def test_the_time_limit_ends_a_run_and_is_not_remembered(tmp_path: Path) -> None:
    made = Made(tmp_path / "r")
    made.commit(files={"a": b"one\n"})
    cache = Memory()
    found = collect(repository(made.path), [Lines()], cache, terms(seconds=0))
    assert set(seen(found).values()) == {NotSeen(reason="timed-out")}
    assert "limit of 0 s" in found.problems[0]
    again = collect(repository(made.path), [Lines()], cache, terms())
    assert value(again, "lines") == 1


def test_an_analyzer_that_fails_costs_its_own_claims_only(tmp_path: Path) -> None:
    made = Made(tmp_path / "r")
    made.commit(files={"a": b"one\n"})
    found = collect(repository(made.path), [Failing(), Lines()], NoCache(), terms())
    assert value(found, "broken") == NotSeen(reason="analyzer-failed")
    assert value(found, "lines") == 1
    assert "the analyzer failing failed" in found.problems[0]


def test_more_commits_than_allowed_are_unseen(tmp_path: Path) -> None:
    made = Made(tmp_path / "r")
    for number in range(4):
        made.commit(files={"a": b"%d\n" % number})
    found = _collect(made.path, commits=3)
    assert value(found, "commits") == NotSeen(reason="too-large")
    assert value(found, "lines") == 1


def test_a_pipe_among_the_refs_does_not_hold_us_up(tmp_path: Path) -> None:
    made = Made(tmp_path / "r")
    made.commit(files={"a": b"one\n"})
    os.mkfifo(made.path / ".git" / "refs" / "tags" / "v1.0")
    found = _collect(made.path, seconds=1)
    assert _complete(found)
    assert set(seen(found).values()) == {NotSeen(reason="timed-out")}
