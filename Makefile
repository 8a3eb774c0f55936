# The front door. `make site` and `make test` each do all of their own set-up, on a bare machine with Python 3.11+.

# The first Python that starts and is new enough; a name on the PATH alone proves neither.
PYTHON ?= $(shell for python in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	"$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo "$$python" && break; done)
BIN := .venv/bin
# Slow files come first, each file stays in one process; see tests/conftest.py.
PYTEST := $(BIN)/python -m pytest -n 2 --dist loadfile --no-loadscope-reorder

# Without compiled files every process of a test run compiles all of them again.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: help site serve test thorough checks lint types imports browser-files programs unit javascript browser benchmark gallery clean

help: ## this list
	@grep -E '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 14

site: .venv/ready-site ## set up, build the example school into dist/, print a demo passphrase
	@$(BIN)/kinfolio build --demo
	@echo "To look at it:  make serve"

serve: site ## serve dist/ on a free port of this machine and print the address
	@$(BIN)/kinfolio serve --sealed --demo

test: ## set up and run every check, and every test but the thorough ones
	@$(MAKE) --no-print-directory --jobs=2 programs checks
	$(BIN)/python -m tests.browser.chromium
	$(PYTEST) -m "not thorough"

thorough: .venv/ready-test ## the rest: before a release, and after work on the vault or the browser code
	$(BIN)/python -m tests.browser.chromium
	$(PYTEST) -m thorough

checks: lint types imports javascript ## all that needs no test run

lint: .venv/ready-test ## style of all Python
	$(BIN)/ruff check
	$(BIN)/ruff format --check

browser-files: .venv/ready-test
	@$(BIN)/python -m generator.vault.browser.bundle

types: browser-files ## types of Python and of browser code
	$(BIN)/mypy
	$(BIN)/python -m generator.vault.browser.bundle types

imports: .venv/ready-test ## which room may know which
	$(BIN)/lint-imports

javascript: browser-files ## tests of browser code that need no browser
	$(BIN)/python -m generator.vault.browser.bundle test

# Needs nothing of ours, so that it can go on beside the set-up.
programs: ## browsers and servers to try portfolios with, where they may be installed
	@test -n "$(PYTHON)" || { echo "Kinfolio needs Python 3.11 or newer; none was found on PATH."; exit 1; }
	"$(PYTHON)" -m tests.programs

unit: .venv/ready-test ## Python tests without a browser
	$(PYTEST) -m "not browser"

browser: .venv/ready-test ## tests in real browsers
	$(BIN)/python -m tests.browser.chromium
	$(PYTEST) -m browser

benchmark: .venv/ready-site ## pages per second, seconds per site, ratios against a plain build
	$(BIN)/python -m tests.benchmarks

gallery: .venv/ready-test ## screenshots of every page kind into build/gallery/
	$(BIN)/python -m tests.browser.chromium
	$(BIN)/python -m tests.browser.gallery build/gallery

clean: ## remove what make made; keys and letters are kept
	rm -rf .venv node_modules build dist .kinfolio generator/vault/browser/built

.venv/bin/python:
	@test -n "$(PYTHON)" || { echo "Kinfolio needs Python 3.11 or newer; none was found on PATH."; exit 1; }
	@"$(PYTHON)" -m venv .venv || { echo "This Python cannot make a virtual environment; on Debian or Ubuntu: apt install python3-venv"; exit 1; }
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade pip

.venv/ready-site: .venv/bin/python pyproject.toml package-lock.json
	@echo "Setting up (a minute or two, once) ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[film]'
	@touch $@

.venv/ready-test: .venv/bin/python pyproject.toml package-lock.json
	@echo "Setting up for tests (a few minutes, once) ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-compile --editable '.[film,heic]' --group dev
	@touch $@ .venv/ready-site
