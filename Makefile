# Knowledge graphs from conflict news. `make help` lists what there is to make.

PYTHON ?= python3
TEXTS  ?= texts
BUILD  := build
VENV   := .venv
KG     := $(VENV)/bin/kg
GRAPH  := $(BUILD)/graph.ttl
RUN    := $(VENV)/.installed
DEV    := $(VENV)/.installed-dev

# Names with spaces are escaped; folders stand in the list so that a removed article counts as a change.
escape   = sed 's/ /\\ /g'
ARTICLES := $(shell find '$(TEXTS)' 2>/dev/null | LC_ALL=C sort | $(escape))
SOURCES  := $(shell find kg ontology queries -type f -not -name '*.pyc' | LC_ALL=C sort | $(escape))

# The graph of other articles is another graph: remember which ones the last one was made of.
$(shell mkdir -p $(BUILD); printf '%s\n' '$(TEXTS)' | cmp -s - $(BUILD)/.texts || printf '%s\n' '$(TEXTS)' > $(BUILD)/.texts)

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.SUFFIXES:
.PHONY: help graph score test check format lint types layers clean lock

help: ## list the targets
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /\1\t/' | LC_ALL=C sort | expand -t 12

graph: $(GRAPH) ## build and check the graph of TEXTS (default: texts) in build/graph.ttl, and print some answers

$(GRAPH): $(RUN) $(SOURCES) $(ARTICLES) $(BUILD)/.texts
	@test -e '$(TEXTS)' || { echo "make graph: there is no '$(TEXTS)'; say TEXTS=folder" >&2; exit 2; }
	$(KG) build '$(TEXTS)' --output $@
	$(KG) check $@ '$(TEXTS)'
	@echo; echo 'Who fought where (kg ask battles):'
	@$(KG) ask battles --graph $@ --limit 12 --columns name,place_name,earliest,latest,side,actor_name
	@echo; echo 'Where sources disagree (kg ask disagreements):'
	@$(KG) ask disagreements --graph $@ --limit 6 --columns place_name,kind,low_a,high_a,speaker_a,low_b,high_b,speaker_b
	@echo; echo 'Who said it (kg ask statements):'
	@$(KG) ask statements --graph $@ --limit 6 --columns speaker_name,mode,stance,content,said_latest

score: $(DEV) ## measure kg and plain baselines on the annotated articles of GOLD, and write docs/quality.md
	@test -n '$(GOLD)' || { echo "make score: say GOLD='folder …' (docs/scoring.md)" >&2; exit 2; }
	$(VENV)/bin/python benchmarks/quality.py $(GOLD) --write docs/quality.md

test: $(DEV) ## make what the tests need and pass them
	$(VENV)/bin/pytest

check: format lint types layers test ## all gates: format, lint, types, import contract, tests

format: $(DEV) ## is the code formatted?
	$(VENV)/bin/ruff format --check .

lint: $(DEV) ## does the linter accept the code?
	$(VENV)/bin/ruff check .

types: $(DEV) ## do the strict types hold?
	$(VENV)/bin/mypy

layers: $(DEV) ## do the one-way layers hold?
	$(VENV)/bin/lint-imports

$(VENV)/bin/python:
	$(PYTHON) -c 'import sys; sys.exit(0 if (3, 11) <= sys.version_info[:2] <= (3, 13) else "kg needs Python 3.11 to 3.13, this is " + sys.version.split()[0] + "; say PYTHON=python3.12")'
	$(PYTHON) -m venv $(VENV)

# Everything that is installed is pinned with its hash.
$(RUN): requirements.lock pyproject.toml | $(VENV)/bin/python
	$(VENV)/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(VENV)/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

$(DEV): requirements-dev.lock $(RUN)
	$(VENV)/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@touch $@

lock: $(DEV) ## pin the newest versions that pyproject.toml admits
	$(VENV)/bin/uv pip compile pyproject.toml --group build --universal --generate-hashes --upgrade --no-header --no-annotate --quiet -o requirements.lock
	$(VENV)/bin/uv pip compile pyproject.toml --group build --group dev --constraint requirements.lock --universal --generate-hashes --upgrade --no-header --no-annotate --quiet -o requirements-dev.lock

clean: ## remove what was built (the virtual environment stays)
	rm -rf $(BUILD) dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
