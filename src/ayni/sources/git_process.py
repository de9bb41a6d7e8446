# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""The only place that starts ``git``: nobody's configuration, limits of time and memory, typed errors."""

import contextlib
import fcntl
import os
import re
import resource
import signal
import subprocess
import tempfile
import threading
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import IO, Final

from ayni.errors import AyniError
from ayni.sources.limits import Deadline

_PIPE_BYTES: Final = 1 << 20
_CHUNK_BYTES: Final = 1 << 20
_MAX_OUTPUT: Final = 64 << 20
_DAMAGE: Final = re.compile(
    r"corrupt|broken|inflate|bad object|bad tree|bad ref|missing|unable to (read|find|parse)|could not (read|get|parse)"
    r"|not a tree|not a valid object|not a git repository|unable to load|truncated|invalid|malformed|unresolvable",
    re.IGNORECASE,
)
_KEPT_OF_STDERR: Final = 2_000
_MEMORY: Final = 1 << 30
"""What git may take for itself; a commit or tag of a gigabyte then fails alone. Packs, being mapped, do not count."""

# Command-line configuration outranks every file. A view has no configuration of the repository's anyway (git_view).
_SETTINGS: Final = (
    "core.hooksPath=/dev/null",
    "core.fsmonitor=false",
    "core.untrackedCache=false",
    "core.commitGraph=false",
    "core.pager=cat",
    "core.askPass=true",
    "credential.helper=",
    "diff.external=",
    "gpg.program=false",
    "log.showSignature=false",
    "log.mailmap=false",
    "gc.auto=0",
    "maintenance.auto=false",
    "fetch.recurseSubmodules=false",
    "submodule.recurse=false",
    "protocol.allow=never",
    "safe.directory=*",
)
_ENVIRONMENT: Final = {
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_CONFIG_SYSTEM": "/dev/null",
    "GIT_CONFIG_GLOBAL": "/dev/null",
    "GIT_ATTR_NOSYSTEM": "1",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_ALLOW_PROTOCOL": "",
    "GIT_PAGER": "cat",
    "GIT_FLUSH": "0",
    "LC_ALL": "C",
    "HOME": "/nonexistent",
}


class GitError(AyniError):
    """Git could not do what was asked. ``reason`` is the code that unseen claims carry."""

    reason = "git-failed"


class GitAbsentError(GitError):
    """There is no git on this machine."""

    reason = "git-absent"


class GitTimedOutError(GitError):
    """The time limit ended before git did."""

    reason = "timed-out"


class GitFailedError(GitError):
    """Git ended with an error; ``said`` is the last it said."""

    def __init__(self, message: str, *, said: str = "", returncode: int = 0) -> None:
        super().__init__(message)
        self.said = said
        self.returncode = returncode
        self.reason = "corrupt" if _DAMAGE.search(said) else GitError.reason


class GitTooMuchError(GitError):
    """Git answered with more than anybody could have meant."""

    reason = "too-large"


def environment(extra: Mapping[str, str] | None = None) -> dict[str, str]:
    """What git sees of the outside: the path to programs, and the locks of this file."""
    return {"PATH": os.environ.get("PATH", os.defpath), **_ENVIRONMENT, **(extra or {})}


class Git:
    """Runs git on one directory under one deadline. ``directory`` is a view (git_view) or a clone of our own."""

    def __init__(
        self,
        directory: Path | None,
        deadline: Deadline,
        *,
        settings: Sequence[str] = (),
        extra: Mapping[str, str] | None = None,
        memory: int = _MEMORY,
    ) -> None:
        self.directory = directory
        self.deadline = deadline
        self._settings = (*_SETTINGS, *settings)
        self._environment = environment(extra)
        self._memory = memory

    def command(self, *arguments: str) -> list[str]:
        """The whole command line."""
        where = [] if self.directory is None else [f"--git-dir={self.directory}"]
        settings = [part for setting in self._settings for part in ("-c", setting)]
        return ["git", "--no-pager", "--literal-pathspecs", *where, *settings, *arguments]

    @contextlib.contextmanager
    def stream(self, *arguments: str, feed: Iterable[bytes] | None = None) -> Iterator["Running"]:
        """A running git whose output is read piece by piece; leaving the block ends it and all it has started."""
        with tempfile.TemporaryFile() as errors:
            running = Running(self._start(arguments, feed is not None, errors), arguments[0], errors, self.deadline)
            try:
                if feed is not None:
                    running.feed(feed)
                yield running
            finally:
                running.end()

    def run(self, *arguments: str, max_bytes: int = _MAX_OUTPUT) -> bytes:
        """The whole output; raises GitError, also when it is larger than ``max_bytes``."""
        with self.stream(*arguments) as running:
            found: list[bytes] = []
            size = 0
            for chunk in running.chunks():
                found.append(chunk)
                size += len(chunk)
                if size > max_bytes:
                    raise GitTooMuchError(f"git {arguments[0]} answered with more than {max_bytes} bytes; gave up")
            running.check()
        return b"".join(found)

    def _start(self, arguments: Sequence[str], fed: bool, errors: IO[bytes]) -> subprocess.Popen[bytes]:
        if self.deadline.passed:
            raise GitTimedOutError(_late(arguments[0], self.deadline))
        try:
            process = subprocess.Popen(
                self.command(*arguments),
                stdin=subprocess.PIPE if fed else subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=errors,
                env=self._environment,
                start_new_session=True,
                bufsize=_PIPE_BYTES,
            )
        except FileNotFoundError as error:
            raise GitAbsentError("there is no git on this machine; install git and try again") from error
        _widen(process.stdout)
        _confine(process.pid, self._memory)
        return process


class Running:
    """One git at work."""

    def __init__(self, process: subprocess.Popen[bytes], name: str, errors: IO[bytes], deadline: Deadline) -> None:
        assert process.stdout is not None  # noqa: S101  (given as a pipe above)
        self._process = process
        self._name = name
        self._errors = errors
        self._deadline = deadline
        self._late = False
        self._feeder: threading.Thread | None = None
        self.output = process.stdout
        self._watch = threading.Timer(deadline.left, self._expire)
        self._watch.daemon = True
        self._watch.start()

    def chunks(self) -> Iterator[bytes]:
        """The output as it comes."""
        read = getattr(self.output, "read1")  # noqa: B009  (a BufferedReader; typed as IO)
        while chunk := read(_CHUNK_BYTES):
            yield chunk

    def feed(self, pieces: Iterable[bytes]) -> None:
        """Write to git's input from a thread of its own, so that neither side waits for the other."""
        self._feeder = threading.Thread(target=self._write, args=(pieces,), daemon=True)
        self._feeder.start()

    def check(self) -> None:
        """Wait for the end; raises GitTimedOutError or GitFailedError when it was not a good one."""
        code = self._process.wait()
        if self._late:
            raise GitTimedOutError(_late(self._name, self._deadline))
        if code != 0:
            said = self.said()
            raise GitFailedError(
                f"git {self._name} failed: {said or f'it ended with {code}'}", said=said, returncode=code
            )

    def at_work(self, seconds: float) -> bool:
        """Wait that long for the end; whether git is still at it."""
        try:
            self._process.wait(seconds)
        except subprocess.TimeoutExpired:
            return True
        return False

    @property
    def late(self) -> bool:
        """Whether the time limit ended it."""
        return self._late

    def said(self) -> str:
        """The last line that git wrote to its error output, safe to show."""
        size = self._errors.seek(0, os.SEEK_END)
        self._errors.seek(max(0, size - _KEPT_OF_STDERR))
        lines = self._errors.read().decode("utf-8", "replace").strip().splitlines()
        return "".join(letter if letter.isprintable() else "?" for letter in lines[-1]) if lines else ""

    def end(self) -> None:
        """Stop git and whatever it has started; harmless after its end."""
        self._watch.cancel()
        self._kill()
        if self._feeder is not None:
            self._feeder.join()
        self.output.close()
        self._process.wait()

    def _write(self, pieces: Iterable[bytes]) -> None:
        pipe = self._process.stdin
        assert pipe is not None  # noqa: S101  (feed is called only with a pipe)
        with contextlib.suppress(OSError, ValueError):
            for piece in pieces:
                pipe.write(piece)
        with contextlib.suppress(OSError, ValueError):
            pipe.close()

    def _expire(self) -> None:
        self._late = True
        self._kill()

    def _kill(self) -> None:
        # Until it is waited for, the number cannot have passed to another process; its group outlives it.
        if self._process.returncode is None:
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(self._process.pid, signal.SIGKILL)


def _widen(pipe: IO[bytes] | None) -> None:
    """A pipe of a megabyte saves most changes between the two processes; the usual 64 KiB work too."""
    if pipe is not None and hasattr(fcntl, "F_SETPIPE_SZ"):
        with contextlib.suppress(OSError):
            fcntl.fcntl(pipe.fileno(), fcntl.F_SETPIPE_SZ, _PIPE_BYTES)


def _confine(process: int, memory: int) -> None:
    """Bound what git allocates, where the system knows how (Linux)."""
    if hasattr(resource, "prlimit"):
        with contextlib.suppress(OSError, ValueError):
            resource.prlimit(process, resource.RLIMIT_DATA, (memory, memory))


def _late(name: str, deadline: Deadline) -> str:
    return f"git {name} was stopped after the limit of {deadline.seconds:g} s; allow more seconds or leave this one out"
