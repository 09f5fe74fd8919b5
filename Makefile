# `make demo` and `make test` set everything up by themselves; nothing is installed by hand.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
DEMO := src/stemmata/demo/page.html
# Calls inside the compiled coder go straight to what they call: 3 in 100 of its time, see docs/decisions/compiled-coder.md
COMPILED_FLAGS ?= -fno-semantic-interposition -fvisibility=hidden

.PHONY: setup demo test lint docs compiled test-compiled bench clean

setup: $(STAMP)  ## make the environment in .venv

$(STAMP): pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Stemmata needs Python 3.11 or newer; run: make PYTHON=python3.11"; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade 'pip>=25.1'  # the first that installs dependency groups
	$(BIN)/python -m pip install --quiet --editable . --group dev --group docs
	@$(BIN)/python -c "import stemmata.places as p; p.load_gazetteer()"  # compiles the index of places once
	@touch $@

demo: $(STAMP)  ## code a page that ships with the project
	@mkdir -p demo
	@$(BIN)/stemmata code $(DEMO)
	@$(BIN)/stemmata code $(DEMO) --html --output demo/demo.html
	@echo "The same as a page, every value linked to its words: demo/demo.html"

test: $(STAMP) lint docs  ## everything that must hold; the last line is the test runner's summary
	$(BIN)/python -m pytest

lint: $(STAMP)  ## style, types, and the one way that imports run
	$(BIN)/ruff format --check --quiet .
	$(BIN)/ruff check --quiet .
	$(BIN)/mypy
	$(BIN)/lint-imports

docs: $(STAMP)  ## build docs/_build, warnings as errors
	$(BIN)/sphinx-build --quiet --fail-on-warning --keep-going -b html docs docs/_build

compiled: $(STAMP)  ## a wheel with the coder as C in dist/, unpacked in build/compiled; needs a C compiler, takes minutes
	$(BIN)/python -m pip install --quiet --group compiled
	rm -rf build/source build/compiled dist
	$(BIN)/hatchling build -t sdist -d build/source
	tar -xzf build/source/*.tar.gz -C build/source --strip-components 1  # compiling leaves its files there, not in src
	cd build/source && HATCH_BUILD_HOOKS_ENABLE=1 CFLAGS="$(COMPILED_FLAGS)" ../../$(BIN)/hatchling build -t wheel -d ../../dist
	$(BIN)/python -m zipfile -e dist/*.whl build/compiled
	rm -rf build/source

test-compiled: compiled  ## the coder's tests on what `make compiled` built
	PYTHONPATH=build/compiled $(BIN)/python -m pytest tests/actors tests/coding tests/figures tests/language tests/places tests/times

bench: $(STAMP)  ## make bench NAME=coding: run one benchmark of benchmarks/
	$(BIN)/python -m benchmarks $(NAME) $(ARGS)

clean:  ## remove the environment and what was built
	rm -rf $(VENV) build dist docs/_build demo
