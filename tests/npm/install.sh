#!/bin/sh
# install.sh FOLDER: the pinned packages of package.json, installed in FOLDER unless they are there.
# Always ends well, so that the tests which need them are run and say aloud that they were skipped.
set -eu

wanted="$(dirname "$0")/package.json"
folder=$1
cmp -s "$wanted" "$folder/installed.json" && exit 0

rm -f "$folder/installed.json"
if ! command -v npm >/dev/null; then
    echo "SKIPPED: npm is not installed. Nothing is tried with the tools of others."
    exit 0
fi
mkdir -p "$folder"
cp "$wanted" "$folder/package.json"
if npm install --prefix "$folder" --no-audit --no-fund --no-package-lock --fetch-retries=1 --fetch-timeout=60000 \
    >"$folder/install.log" 2>&1; then
    cp "$wanted" "$folder/installed.json"
else
    echo "SKIPPED: the packages could not be installed from npm. Nothing is tried with the tools of others."
fi
