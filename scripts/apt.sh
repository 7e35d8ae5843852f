#!/bin/sh
# Installs the named Debian packages, or stops and says which are missing and how to install them.
set -eu
berhenti() {
    echo "perlu dipasang lebih dahulu: $*" >&2
    echo "jalankan sebagai root:  apt-get update && apt-get install --no-install-recommends $*" >&2
    exit 1
}
command -v apt-get >/dev/null 2>&1 || berhenti "$@"
if [ "$(id -u)" = 0 ]; then
    sudo=
elif command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then
    sudo=sudo
else
    berhenti "$@"
fi
echo "memasang $* ..."
$sudo apt-get update -qq || berhenti "$@"
$sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null || berhenti "$@"
