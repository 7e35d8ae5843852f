# The two commands of the README: `make demo` and `make test`. Both do all the set-up they need.
.PHONY: demo test check lock clean

PY := .venv/bin/python

demo: .venv/siap
	@.venv/bin/naskah contoh contoh --pada 2030-03-01

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
