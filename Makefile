# The commands of the README: `make demo` and `make test`, and `make demo-massal`. All do the set-up they need.
.PHONY: demo demo-massal test lock clean

PY := .venv/bin/python

demo: .venv/siap
	@.venv/bin/naskah contoh contoh --pada 2030-03-01
	@$(PY) scripts/demo_adendum.py contoh/adendum

# 2,000 adenda from a sheet with 5 bad rows, killed with SIGKILL and resumed; about half a minute.
demo-massal: .venv/siap
	@$(PY) scripts/demo_massal.py contoh/massal

test: .venv/siap
	@sh scripts/system_packages.sh
	@.venv/bin/ruff check --quiet .
	@.venv/bin/ruff format --check --quiet .
	@.venv/bin/mypy
	@PATH="$(CURDIR)/.venv/bin:$$PATH" $(PY) -m pytest -n 2 --dist loadfile

.venv/siap: requirements.lock pyproject.toml scripts/setup.sh
	@sh scripts/setup.sh

# Renew the locked dependencies from pyproject.toml (needs uv).
lock:
	uv pip compile pyproject.toml --group dev --universal --python-version 3.11 --generate-hashes \
		--no-emit-index-url --custom-compile-command "make lock" -q -o requirements.lock

clean:
	rm -rf .venv contoh .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
