# The front door. `make site` and `make test` each do all of their own set-up, on a bare machine with Python 3.11+.

# The first Python that starts and is new enough; a name on the PATH alone proves neither.
PYTHON ?= $(shell for python in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	"$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo "$$python" && break; done)
BIN := .venv/bin

.PHONY: help site serve test lint types imports programs unit javascript browser benchmark gallery clean

help: ## this list
	@grep -E '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 14

site: .venv/ready-site ## set up, build the example school into dist/, print a demo passphrase
	@$(BIN)/kinfolio build --demo
	@echo "To look at it:  make serve"

serve: site ## serve dist/ on a free port of this machine and print the address
	@$(BIN)/kinfolio serve --sealed --demo

test: lint types imports javascript programs unit browser ## set up and run every check and every test

lint: .venv/ready-test ## style of all Python
	$(BIN)/ruff check
	$(BIN)/ruff format --check

types: .venv/ready-test ## types of Python and of browser code
	$(BIN)/mypy
	$(BIN)/python -m generator.vault.browser.bundle types

imports: .venv/ready-test ## which room may know which
	$(BIN)/lint-imports

javascript: .venv/ready-test ## tests of browser code that need no browser
	$(BIN)/python -m generator.vault.browser.bundle test

programs: .venv/ready-test ## other browsers and servers to try portfolios with, where they may be installed
	$(BIN)/python -m tests.programs

unit: .venv/ready-test ## Python tests without a browser, fast ones first
	$(BIN)/python -m pytest -n 2 -m "not browser and not slow"
	$(BIN)/python -m pytest -n 2 -m "slow and not browser"

browser: .venv/ready-test ## tests in real browsers
	$(BIN)/python -m tests.browser.chromium
	$(BIN)/python -m pytest -n 2 --dist loadfile -m browser

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
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[film,heic]' --group dev
	@touch $@ .venv/ready-site
