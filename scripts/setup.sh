#!/bin/sh
# Makes .venv with the locked dependencies and naskah itself, from a machine that has Python 3.11+ and make.
set -eu
cd "$(dirname "$0")/.."

for kandidat in python3 python3.14 python3.13 python3.12 python3.11; do
    if command -v "$kandidat" >/dev/null 2>&1 &&
        "$kandidat" -c 'import sys; sys.exit(sys.version_info < (3, 11))'; then
        python=$kandidat
        break
    fi
done
if [ -z "${python:-}" ]; then
    echo "naskah butuh Python 3.11 atau lebih baru; pasang dengan: apt install python3" >&2
    exit 1
fi

# Debian ships python3 without venv; nothing else of the set-up needs the system.
if ! "$python" -c 'import ensurepip, venv' >/dev/null 2>&1; then
    versi=$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
    sh scripts/apt.sh "python$versi-venv"
fi

rm -rf .venv
echo "menyiapkan .venv (sekali saja) ..."
"$python" -m venv .venv
.venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
.venv/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
touch .venv/siap
