# Duizhao 对照. `make run` starts it, `make test` tests it; both install what they need into .venv first.
PYTHON ?= python3
PORT ?=
VENV := .venv
BIN := $(VENV)/bin
RUN_STAMP := $(VENV)/.installed
DEV_STAMP := $(VENV)/.installed-dev

.PHONY: run test check bench lock fmt messages screenshot clean

run: $(RUN_STAMP)
	@$(BIN)/duizhao serve --open $(if $(PORT),--port $(PORT))

test: $(DEV_STAMP)
	$(BIN)/python -m pytest -n auto $(ARGS)

check: $(DEV_STAMP)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

bench: $(DEV_STAMP)
	$(BIN)/python -m tests.bench

fmt: $(DEV_STAMP)
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

# One lock for every Python >= 3.11 and every system; hashes, and no index host named.
lock: $(DEV_STAMP)
	$(BIN)/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --upgrade pyproject.toml -o requirements.lock
	$(BIN)/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --upgrade pyproject.toml --group dev -c requirements.lock -o requirements-dev.lock

messages: $(DEV_STAMP)
	$(BIN)/python tools/messages.py

screenshot: $(DEV_STAMP)
	$(BIN)/python tools/screenshot.py

clean:
	rm -rf $(VENV) build dist

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

# The project itself is found through a .pth file: a second start need not build anything.
$(RUN_STAMP): requirements.lock pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python tools/link.py
	@touch $@

$(DEV_STAMP): requirements-dev.lock $(RUN_STAMP)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@touch $@
