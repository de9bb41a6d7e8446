# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
# Each target sets up what it needs in .venv; only python3 (3.11 or later), pip and git are asked of the machine.
.POSIX:
.PHONY: help test check lint types imports packs reuse own format bench

PYTHON = $$(scripts/environment.sh requirements-dev.lock)
BIN = $$(dirname "$(PYTHON)")
RUN = PYTHONPATH=src $(PYTHON) -m

help:
	@echo "make test    every test    make check   what .ci/run runs    make bench   the figures, beside the peers"
	@echo "make format  tidy the code"

test:
	@$(RUN) pytest

check: lint types imports packs reuse own
	@$(RUN) pytest --cov --cov-report=term:skip-covered --cov-fail-under=90 -n 2

lint:
	@$(RUN) ruff check
	@$(RUN) ruff format --check

types:
	@$(RUN) mypy

imports:
	@PYTHONPATH=src $(BIN)/lint-imports --no-cache

packs:
	@./ayni packs lint

reuse:
	@$(BIN)/reuse lint --quiet || $(BIN)/reuse lint

# We are our own first subject: the run fails when nothing of this repository could be seen.
own:
	@./ayni assess . --store .ayni/own.sqlite3 --lang en > /dev/null

format:
	@$(RUN) ruff check --fix
	@$(RUN) ruff format

bench:
	@$(RUN) benchmarks
