# Everything that a person or a machine does with this project. Each target sets up what it needs.
PYTHON ?= python3
PORT ?= 8000

BIN := .venv/bin
PYTEST := $(BIN)/python -m pytest -q -n logical --dist worksteal
MANAGE := CONCORD_VAR=var/check DATABASE_URL= $(BIN)/django-admin

.PHONY: help setup dev browser run test test-sqlite test-postgres check format bench bars clauses

help:
	@sed -n 's/^## /make /p' Makefile

## setup: make .venv with what Concord needs to run
setup:
	@$(PYTHON) scripts/setup.py app

## run: serve Concord with example data; PORT=9000 chooses another port
run: setup
	@$(BIN)/concord serve --port $(PORT)

## dev: add to .venv what the tests and the checks need
dev:
	@$(PYTHON) scripts/setup.py dev

## browser: make sure that there is a Chromium for the tests
browser:
	@$(PYTHON) scripts/browser.py

## test: every test on SQLite, then each that uses the database on PostgreSQL
test: test-sqlite test-postgres

test-sqlite: dev browser
	CONCORD_TEST_DATABASE=sqlite $(PYTEST)

test-postgres: dev browser
	CONCORD_TEST_DATABASE=postgres $(PYTEST) --database-only

## check: format, lint, types, imports between the storeys, migrations
check: dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check --quiet .
	$(BIN)/mypy --no-error-summary
	$(BIN)/lint-imports --no-logo
	$(MANAGE) makemigrations --check --dry-run --settings concord.site.settings

## format: put our files into the form that check asks for
format: dev
	$(BIN)/ruff format --quiet .
	$(BIN)/ruff check --fix .

## bench: what things cost, beside their limits
bench: dev
	$(BIN)/python -m bench

## bars: the promises that take longer than a test may, in their full size
bars: dev
	CONCORD_BARS=full $(BIN)/python -m pytest -q -s tests/bars

## clauses: each clause of the protocols with the tests that carry it
clauses: setup
	@$(BIN)/python -m tests.clauses
