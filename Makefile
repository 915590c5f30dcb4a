# Every command of Quickscan; `make` lists them. What it installs goes into .venv, what it keeps into var/.
# A setting goes before or after the command: `PORT=9000 make run` and `make run PORT=9000` do the same.

PYTHON ?= python3
export PYTHON

.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help setup check-setup test-setup run migrate test e2e check fix bench screenshots lock clean

help:  ## show this list
	@sed -n 's/^\([a-z0-9-]*\):.*  ## \(.*\)/make \1|\2/p' Makefile | while IFS='|' read -r name what; do printf '%-18s %s\n' "$$name" "$$what"; done

setup:  ## make sure of the system libraries and of .venv (`make run` does it too)
	@scripts/system-packages run
	@scripts/venv run

check-setup:  # the same, and the tools
	@scripts/system-packages run
	@scripts/venv test

test-setup:  # the same, and a browser
	@scripts/system-packages test
	@scripts/venv test

run: setup  ## set up what is missing, then serve until Ctrl-C
	@exec .venv/bin/quickscan serve

migrate: setup  ## bring the database up to date, without serving
	@.venv/bin/quickscan migrate

test: test-setup  ## run every test (some of them: make test ARGS="-k score")
	.venv/bin/pytest $(ARGS)

e2e: test-setup  ## run the tests in a browser only
	.venv/bin/pytest tests/e2e $(ARGS)

check: check-setup  ## lint, format, types, imports, templates, spelling, questionnaires
	.venv/bin/ruff check
	.venv/bin/ruff format --check
	.venv/bin/mypy
	.venv/bin/lint-imports --no-cache
	.venv/bin/djlint --lint --quiet quickscan
	.venv/bin/codespell
	.venv/bin/quickscan check

fix: check-setup  ## mend what ruff can mend by itself
	.venv/bin/ruff check --fix
	.venv/bin/ruff format

bench: test-setup  ## measure; numbers, not verdicts
	.venv/bin/python -m tests.bench $(ARGS)

screenshots: test-setup  ## make the pictures of README again
	.venv/bin/python scripts/screenshots.py

lock:  ## write requirements/ again (all of it newer: make lock ARGS=--upgrade)
	@scripts/lock $(ARGS)

clean:  ## remove what can be made again; var/ stays
	rm -rf .venv .venv-lock .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache build *.egg-info
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
