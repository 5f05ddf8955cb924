#!/bin/sh
# Clerk's own command line works against the practice server.
# clerk_cli_test.sh SERVER FOLDER: its pinned npm package is in FOLDER, where tests/npm installs it.
# Ends with 77, which ctest shows as skipped, when it is not.
set -eu

server=$1
folder=$2

skip() {
    echo "SKIPPED: $1. Clerk's command line was not tried against the practice server."
    exit 77
}

fail() {
    echo "FAILED: $1"
    [ ! -f "$scratch/said" ] || cat "$scratch/said"
    exit 1
}

clerk="$folder/node_modules/.bin/clerk"
[ -x "$clerk" ] && [ -e "$folder/installed.json" ] || skip "its package is not installed"
version=$(sed -n 's/.*"clerk": "\(.*\)".*/\1/p' "$folder/installed.json")

scratch=$(mktemp -d)
server_pid=
cleanup() {
    [ -z "$server_pid" ] || kill "$server_pid" 2>/dev/null || true
    rm -rf "$scratch"
}
trap cleanup EXIT
mkdir "$scratch/home" "$scratch/project"

"$server" --pace fast --publish right >"$scratch/address" &
server_pid=$!
tries=0
until [ "$(wc -l <"$scratch/address")" -ge 3 ]; do
    tries=$((tries + 1))
    [ "$tries" -lt 100 ] || fail "the practice server does not start"
    sleep 0.1
done
address=$(sed -n 1p "$scratch/address")
key=$(sed -n 2p "$scratch/address")

# Nothing of this machine is read or written, and nothing is sent anywhere but to the practice
# server: no telemetry, no look for updates, and dead ends for every other service. A command
# line that tried one of those all the same would meet the closed port 9.
run() {
    (cd "$scratch/project" && env -i PATH="$PATH" HOME="$scratch/home" CLERK_CONFIG_DIR="$scratch/config" \
        CLERK_TELEMETRY_DISABLED=1 DO_NOT_TRACK=1 CLERK_NO_UPDATE_CHECK=1 CI=1 \
        CLERK_TELEMETRY_URL=http://127.0.0.1:9 CLERK_OAUTH_BASE_URL=http://127.0.0.1:9 \
        CLERK_MCP_URL=http://127.0.0.1:9 CLERK_BACKEND_API_URL="$address" \
        HTTPS_PROXY=http://127.0.0.1:9 https_proxy=http://127.0.0.1:9 \
        CLERK_PLATFORM_API_URL="$address" CLERK_PLATFORM_API_KEY="$key" \
        timeout 60 "$clerk" "$@") >"$scratch/said" 2>&1
}

said() {
    grep -q -e "$1" "$scratch/said" || fail "nothing like '$1' was said"
}

run apps list --json || fail "apps list"
for name in "Corner Shop" "Field Notes" "Harbour Bookings"; do
    said "$name"
done
application=$(sed -n 's/.*"application_id": "\(app_[A-Za-z0-9]*\)".*/\1/p' "$scratch/said" | sed -n 3p)
[ -n "$application" ] || fail "no third application"

run config pull --app "$application" --keys connection_oauth_google || fail "config pull"
said '"connection_oauth_google"'
run config pull --app "$application" --instance prod || fail "config pull of production"
said '"config_version"\|"auth_email"'

run link --app "$application" --mode agent || fail "link"
if run deploy status --mode agent; then
    fail "deploy status calls an unfinished deployment complete"
fi
said '"state": "oauth_pending"'
said '"dns": "complete"'
said '"ssl": "complete"'
said '"configured"'

# Finished with the command line's own means, it is complete.
printf '{"connection_oauth_github":{"enabled":true,"client_id":"id","client_secret":"secret"}}' >"$scratch/patch.json"
run config patch --app "$application" --instance prod --file "$scratch/patch.json" --yes || fail "config patch"
run deploy status --mode agent || fail "deploy status calls a finished deployment unfinished"
said '"complete": true'

echo "clerk $version works against the practice server"
