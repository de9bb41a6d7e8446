# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is collected of ordinary repositories, and what is not done twice."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from ayni.analyzers.history.analysis import CLAIMS
from ayni.archive import ArchiveError
from ayni.evidence import Basis, NotSeen
from ayni.sources import NoCache, Terms, collect
from sources.making import AT, Lines, Made, Memory, repository, seen, terms, value


def _portal(tmp_path: Path) -> Made:
    made = Made(tmp_path / "portal")
    made.commit(
        "Begin the portal with its pages", {"README.md": b"# Portal\n", "CHANGELOG.md": b"## 1.1.0\n"}, days_ago=500
    )
    made.git("tag", "v1.0.0")
    made.commit("Translate the pages\n\nSigned-off-by: Luz <luz@x.example>", {"es.txt": b"hola\n"}, name="Luz",
                email="luz@gmail.com", days_ago=30)  # fmt: skip
    made.commit("Bump a library to its next version", {"lock": b"2\n"}, name="dependabot[bot]",
                email="49699333+dependabot[bot]@users.noreply.github.com", days_ago=20)  # fmt: skip
    made.git("tag", "-a", "-m", "The second one", "v1.1.0")
    return made


def test_evidence_of_a_repository(tmp_path: Path) -> None:
    found = collect(repository(_portal(tmp_path).path), [Lines()], NoCache(), terms())
    assert found.problems == ()
    told = seen(found)
    assert told["lines"] == 4
    assert told["commits"] == 2
    assert told["bot-commits"] == 1
    assert told["contributors"] == 2
    assert told["commits-last-year"] == 1
    assert told["new-contributors-last-year"] == 1
    assert told["signed-off-share-last-year"] == 1.0
    assert told["releases"] == ("v1.0.0", "v1.1.0")
    assert told["releases-annotated"] == 1
    assert told["releases-signed"] == 0
    assert told["changelog-covers-last-release"] is True
    assert told["fork-behind"] == NotSeen(reason="no-upstream-remote")
    one = found.evidence[0]
    assert (one.basis, one.source, one.by, one.observed) == (Basis.MEASURED, "git", "lines/1", AT)


def test_an_unchanged_repository_is_not_read_again(tmp_path: Path) -> None:
    made, cache, lines = _portal(tmp_path), Memory(), Lines()
    first = collect(repository(made.path), [lines], cache, terms())
    read = lines.seen
    again = collect(repository(made.path), [lines], cache, terms())
    assert again.evidence == first.evidence
    assert (first.reused, again.reused) == (False, True)
    assert lines.seen == read


def test_windows_move_with_the_date_though_nothing_is_read(tmp_path: Path) -> None:
    made, cache = _portal(tmp_path), Memory()
    collect(repository(made.path), [Lines()], cache, terms())
    later = collect(repository(made.path), [Lines()], cache, Terms(at=AT + timedelta(days=400)))
    assert later.reused
    assert value(later, "commits-last-year") == 0
    assert value(later, "commits") == 2


def test_a_change_costs_what_changed(tmp_path: Path) -> None:
    made, cache, lines = _portal(tmp_path), Memory(), Lines()
    collect(repository(made.path), [lines], cache, terms())
    read = lines.seen
    made.commit(files={"pt.txt": b"ola\n"}, days_ago=1)
    found = collect(repository(made.path), [lines], cache, terms())
    assert lines.seen == read + 1
    assert value(found, "commits") == 3
    assert value(found, "lines") == 5
    assert found.evidence == collect(repository(made.path), [Lines()], NoCache(), terms()).evidence


def test_a_new_tag_alone_is_seen(tmp_path: Path) -> None:
    made, cache = _portal(tmp_path), Memory()
    collect(repository(made.path), [Lines()], cache, terms())
    made.git("tag", "-am", "The third", "v1.2.0")
    found = collect(repository(made.path), [Lines()], cache, terms())
    assert value(found, "releases") == ("v1.0.0", "v1.1.0", "v1.2.0")
    assert value(found, "changelog-covers-last-release") is False


def test_a_new_version_of_an_analyzer_reads_again(tmp_path: Path) -> None:
    made, cache, lines = _portal(tmp_path), Memory(), Lines()
    collect(repository(made.path), [lines], cache, terms())
    lines.version, read = 2, lines.seen
    assert not collect(repository(made.path), [lines], cache, terms()).reused
    assert lines.seen == 2 * read


def test_a_rewritten_history_is_counted_afresh(tmp_path: Path) -> None:
    made, cache = _portal(tmp_path), Memory()
    made.git("tag", "-d", "v1.1.0")
    collect(repository(made.path), [Lines()], cache, terms())
    made.git("reset", "--quiet", "--hard", "HEAD~2")
    made.commit("Write it in another way altogether", {"fr.txt": b"bonjour\n"}, days_ago=2)
    found = collect(repository(made.path), [Lines()], cache, terms())
    assert value(found, "commits") == 2
    assert value(found, "bot-commits") == 0
    assert found.evidence == collect(repository(made.path), [Lines()], NoCache(), terms()).evidence


def test_a_mailmap_joins_people_even_when_it_comes_late(tmp_path: Path) -> None:
    made, cache = _portal(tmp_path), Memory()
    assert value(collect(repository(made.path), [Lines()], cache, terms()), "contributors") == 2
    made.commit(files={".mailmap": b"Ana <ana@agency.example.gob.uy> <luz@gmail.com>\n"}, days_ago=1)
    assert value(collect(repository(made.path), [Lines()], cache, terms()), "contributors") == 1


def test_a_bare_repository_and_a_worktree_say_the_same(tmp_path: Path) -> None:
    made = _portal(tmp_path)
    made.git("clone", "--quiet", "--mirror", str(made.path), str(tmp_path / "bare"))
    made.git("worktree", "add", "--quiet", "--detach", str(tmp_path / "tree"), "HEAD")
    places = (made.path, tmp_path / "bare", tmp_path / "tree")
    one, two, three = (collect(repository(place), [Lines()], NoCache(), terms()).evidence for place in places)
    assert one == two == three


def test_sha256_repositories_are_read(tmp_path: Path) -> None:
    made = Made(tmp_path / "r", "--object-format=sha256")
    made.commit(files={"a": b"one\n"})
    found = collect(repository(made.path), [Lines()], NoCache(), terms())
    assert (value(found, "lines"), value(found, "commits"), found.problems) == (1, 1, ())


def test_a_fork_knows_how_far_it_is(tmp_path: Path) -> None:
    made = _portal(tmp_path)
    made.git("clone", "--quiet", str(made.path), str(tmp_path / "fork"))
    fork = Made(tmp_path / "fork")
    made.commit(files={"b": b"1\n"}, days_ago=3)
    made.commit(files={"b": b"2\n"}, days_ago=2)
    fork.git("remote", "add", "upstream", str(made.path))
    fork.git("fetch", "--quiet", "upstream")
    fork.commit(files={"ours": b"1\n"}, days_ago=1)
    found = collect(repository(fork.path), [Lines()], NoCache(), terms())
    assert (value(found, "fork-ahead"), value(found, "fork-behind")) == (1, 2)


def test_domains_become_organizations_and_people_stay_unnamed(tmp_path: Path) -> None:
    made, cache = _portal(tmp_path), Memory()
    asked = replace(terms(), organizations={"gob.uy": "Government"}, own_domains=("example.gob.uy",))
    made.commit(files={"b": b"1\n"}, days_ago=3)
    found = collect(repository(made.path), [Lines()], cache, asked)
    assert value(found, "organizations") == ("Government=1",)
    assert value(found, "own-commits-share") == 0.5
    kept = b"".join([*cache.histories.kept.values(), *(payload for _, payload in cache.looks.kept.values())])
    assert b"agency.example.gob.uy" in kept
    assert not any(word in kept.lower() for word in (b"ana", b"luz"))


def test_a_folder_without_git_has_contents_and_no_history(tmp_path: Path) -> None:
    (tmp_path / "plain").mkdir()
    (tmp_path / "plain" / "README.md").write_bytes(b"# one\n")
    cache = Memory()
    found = collect(repository(tmp_path / "plain"), [Lines()], cache, terms())
    assert value(found, "lines") == 1
    assert {value(found, claim) for claim in CLAIMS} == {NotSeen(reason="not-under-version-control")}
    assert found.evidence[0].source == "folder"
    assert collect(repository(tmp_path / "plain"), [Lines()], cache, terms()).reused


def test_what_git_and_a_folder_share_is_read_once(tmp_path: Path) -> None:
    made, cache = _portal(tmp_path), Memory()
    collect(repository(made.path), [Lines()], cache, terms())
    made.git("worktree", "add", "--quiet", "--detach", str(tmp_path / "copy"), "HEAD")
    (tmp_path / "copy" / ".git").unlink()
    lines = Lines()
    found = collect(repository(tmp_path / "copy"), [lines], cache, terms())
    assert lines.seen == 0
    assert value(found, "lines") == 4


class _Broken(Memory):
    class _Facts:
        def get_many(self, *_: object) -> dict[object, object]:
            raise ArchiveError("/disk: is full; make room")

        put_many = get_many

    def __init__(self) -> None:
        super().__init__()
        self.facts = self._Facts()  # type: ignore[assignment]


def test_a_broken_cache_costs_speed_and_no_evidence(tmp_path: Path) -> None:
    made = _portal(tmp_path)
    found = collect(repository(made.path), [Lines()], _Broken(), terms())
    assert found.evidence == collect(repository(made.path), [Lines()], NoCache(), terms()).evidence
    assert found.problems == ("nothing could be remembered for the next run: /disk: is full; make room",)


def test_missing_contents_that_arrive_are_seen_though_no_ref_moved(tmp_path: Path) -> None:
    made, cache = _portal(tmp_path), Memory()
    oid = made.git("rev-parse", "HEAD:es.txt")
    loose = made.path / ".git" / "objects" / oid[:2] / oid[2:]
    content = loose.read_bytes()
    loose.unlink()
    first = collect(repository(made.path), [Lines()], cache, terms())
    assert value(first, "lines") == NotSeen(reason="content-missing")
    assert collect(repository(made.path), [Lines()], cache, terms()).reused
    loose.write_bytes(content)
    assert value(collect(repository(made.path), [Lines()], cache, terms()), "lines") == 4
