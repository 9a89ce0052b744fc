# Everything happens in .venv, made with the machine's own Python (3.11 or later).
PYTHON ?= python3
JOBS ?= 2
VENV := .venv
VSCODE := editors/vscode
WEB := web
BIN := $(VENV)/bin
DEMO := build/demo

.PHONY: pictures ledger-page help import-figures demo test test-lowest fuzz lock check bench bench-collecting bench-nation schema lexicon rules page old-browsers clean
.DELETE_ON_ERROR:

help:
	@echo "make demo    build the five example reports (DOCX, Markdown, HTML) into $(DEMO)"
	@echo "make test    all checks and tests"
	@echo "make check   lint, format, types, architecture"
	@echo "make bench   speed and memory, measured beside others (benchmarks/)"
	@echo "make bench-collecting   a collecting office's 2,000 reports; takes minutes"
	@echo "make bench-nation   100,000 reports in one go; takes minutes and 3 GB of disk while it runs"
	@echo "make schema  write schema/nianbao.schema.json anew from the form"
	@echo "make lexicon write the table of words anew from generator/checks/disclosure/sentences/data/lexicon.yaml"
	@echo "make rules   write docs/rules.md anew from the rules and what they find in the corpus"
	@echo "make pictures  take the pictures of docs/pictures anew (needs a Chromium)"
	@echo "make import-figures  write docs/import.md anew: what an import reads of ../shared"
	@echo "make fuzz    look for input that breaks something: FUZZ_SECONDS=… for each kind (60), FUZZ=yaml for one kind"
	@echo "make mutate  move each threshold of checks and importing by a fifth and see that a test notices; takes minutes"
	@echo "make test-lowest   the quick tests with every dependency at its minimum (needs Python 3.11)"
	@echo "make lock    write requirements-dev.lock anew"
	@echo "make vsix    the extension for VS Code, into build/ (needs Node.js 20 or later)"
	@echo "make page    the clerk's page anew, from web/ into templates/page (needs Node.js 20 or later)"
	@echo "make html    the whole program as one HTML file, and the older browsers' one, into build/ (needs Node.js 20 or later)"
	@echo "make old-browsers   Chromium 88, 92 and 109 (from npm, 160 MB), and the page as one file tested in them"
	@echo "make clean   remove what the other targets have made"

demo: $(VENV)/installed
	@$(BIN)/nianbao build examples/*-2023.yaml -o $(DEMO) -t docx,md,html >/dev/null
	@echo; echo "Written:"; ls -1 $(DEMO)/*

test: check
	@.ci/tools
	$(BIN)/python -m pytest -n $(JOBS) --dist loadfile --no-loadscope-reorder

check: $(VENV)/developing
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: $(VENV)/developing
	$(BIN)/python -m benchmarks

bench-collecting: $(VENV)/developing
	$(BIN)/python -m benchmarks.collecting

bench-nation: $(VENV)/developing
	$(BIN)/python -m benchmarks.nation

schema: $(VENV)/installed
	$(BIN)/python -m generator.form.schema > schema/nianbao.schema.json
	$(BIN)/python -m generator.profile.schema > schema/profile.schema.json

lexicon: $(VENV)/developing
	$(BIN)/python docs/make_lexicon.py
	$(BIN)/ruff format -q generator/checks/disclosure/sentences/words.py

pictures: $(VENV)/developing
	$(BIN)/python docs/make_pictures.py

import-figures: $(VENV)/developing
	$(BIN)/python docs/make_import.py

ledger-page: $(VENV)/developing
	$(BIN)/python docs/make_ledger.py

rules: $(VENV)/developing
	$(BIN)/python docs/make_rules.py

FUZZ ?= all
FUZZ_SECONDS ?= 60
fuzz: $(VENV)/developing
	$(BIN)/python -m pip install -qq --disable-pip-version-check --group fuzz
	PYTHONPATH=tests $(BIN)/python -m hostile.fuzz $(FUZZ) $(FUZZ_SECONDS)

mutate: $(VENV)/developing
	PYTHONPATH=tests $(BIN)/python -m thresholds.mutating

test-lowest:
	rm -rf build/lowest && $(PYTHON) -m venv build/lowest
	build/lowest/bin/python -m pip install -qq --disable-pip-version-check "pip>=25.1" packaging
	build/lowest/bin/python tests/minimums.py > build/lowest/lowest.txt
	build/lowest/bin/python -m pip install -qq --disable-pip-version-check -r build/lowest/lowest.txt \
	  pytest pytest-timeout hypothesis pytest-lsp pytest-asyncio cmarkgfm markdown-it-py packaging
	build/lowest/bin/python -m pytest tests/pipeline tests/importing tests/render/test_golden.py tests/cli/test_commands.py tests/editor

lock: $(VENV)/made
	$(BIN)/python -m pip install -qq --disable-pip-version-check --group lock
	$(BIN)/uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes --no-annotate \
	  --custom-compile-command "make lock" --extra all --group dev --group fuzz --group lock pyproject.toml -o requirements-dev.lock

vsix: $(VSCODE)/node_modules/.package-lock.json
	@cd $(VSCODE) && npm run --silent vsix

html: $(VENV)/made $(WEB)/node_modules/.package-lock.json
	@$(BIN)/python web/one_file/make.py $(EDITIONS)

old-browsers: $(VENV)/developing $(WEB)/node_modules/.package-lock.json
	cd tests/desk/old_browsers && npm ci --silent
	$(BIN)/python -m pytest tests/desk/test_old_browsers.py

page: $(WEB)/node_modules/.package-lock.json
	@cd $(WEB) && npm run --silent check && npm run --silent build

clean:
	rm -rf build dist .venv .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	rm -rf $(WEB)/node_modules $(VSCODE)/node_modules $(VSCODE)/dist $(VSCODE)/dist-test
	find generator tests benchmarks -name __pycache__ -type d -prune -exec rm -rf {} +

$(VENV)/made:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "nianbao needs Python 3.11 or later; name one with make PYTHON=...")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install -qq --disable-pip-version-check "pip>=25.1"
	@touch $@

$(VENV)/installed: $(VENV)/made pyproject.toml
	$(BIN)/python -m pip install -qq --disable-pip-version-check --editable .
	@touch $@

$(VENV)/developing: $(VENV)/installed
	$(BIN)/python -m pip install -qq --disable-pip-version-check --editable ".[all]" --group dev
	@touch $@

$(VSCODE)/node_modules/.package-lock.json: $(VSCODE)/package.json $(VSCODE)/package-lock.json $(VSCODE)/.npmrc
	@command -v npm >/dev/null || { echo "make vsix needs Node.js with npm"; exit 1; }
	cd $(VSCODE) && npm ci --silent
	@touch $@

$(WEB)/node_modules/.package-lock.json: $(WEB)/package.json $(WEB)/package-lock.json $(WEB)/.npmrc
	@command -v npm >/dev/null || { echo "make page needs Node.js with npm"; exit 1; }
	cd $(WEB) && npm ci --silent
	@touch $@
