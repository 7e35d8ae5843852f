#!/bin/sh
# The programs that the tests really use: LibreOffice Writer, poppler's tools, a font with Bookman's metrics.
set -eu
cd "$(dirname "$0")/.."
kurang=
command -v soffice >/dev/null 2>&1 || kurang="$kurang libreoffice-writer"
command -v pdftotext >/dev/null 2>&1 || kurang="$kurang poppler-utils"
command -v fc-list >/dev/null 2>&1 || kurang="$kurang fontconfig"
{ command -v fc-list >/dev/null 2>&1 && fc-list | grep -qi bookman; } || kurang="$kurang fonts-urw-base35"
# shellcheck disable=SC2086 # the names are separate words
[ -z "$kurang" ] || sh scripts/apt.sh $kurang
