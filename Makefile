# Everything a person or a machine does with this project. Each target sets up what it needs.
PYTHON ?= python3
PORT ?= 8000

BIN := .venv/bin

.PHONY: setup dev

## setup: make .venv with what Concord needs to run
setup:
	@$(PYTHON) scripts/setup.py app

## dev: add what the tests and checks need
dev:
	@$(PYTHON) scripts/setup.py dev
