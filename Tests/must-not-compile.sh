#!/bin/sh
# Type-checks every fixture of Tests/Fixtures/MustNotCompile against the built modules. The first line of a fixture
# names the error that the compiler must give, or `success` for the control. Exit 1 when one behaves otherwise.
# Usage: Tests/must-not-compile.sh [FOLDER WITH Credit.swiftmodule]
set -eu
here=$(cd "$(dirname "$0")" && pwd)
modules=${1:-}
if [ -z "$modules" ]; then
    modules=$(cd "$here/.." && swift build --show-bin-path)/Modules
fi
if [ ! -e "$modules/Credit.swiftmodule" ]; then
    echo "no Credit.swiftmodule in $modules: run 'swift build --target Credit' first" >&2
    exit 1
fi
# Fixtures that import Store need the system module below it.
openssl=$here/../Sources/COpenSSL/module.modulemap
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
failed=0
checked=0
for fixture in "$here"/Fixtures/MustNotCompile/*.swift.txt; do
    name=$(basename "$fixture" .txt)
    cp "$fixture" "$scratch/$name"
    expected=$(sed -n '1s|^// expect: ||p' "$fixture")
    if [ -z "$expected" ]; then
        echo "FAILED $name: its first line names no expectation"
        failed=1
        continue
    fi
    if swiftc -typecheck -swift-version 6 -I "$modules" -Xcc "-fmodule-map-file=$openssl" "$scratch/$name" >"$scratch/output" 2>&1; then
        outcome=success
    else
        outcome=error
    fi
    checked=$((checked + 1))
    if [ "$expected" = success ] && [ "$outcome" = success ]; then
        echo "ok     $name compiles"
    elif [ "$expected" != success ] && [ "$outcome" = error ] && grep -qF "error: $expected" "$scratch/output"; then
        echo "ok     $name: $expected"
    else
        echo "FAILED $name: expected '$expected', got:"
        cat "$scratch/output"
        failed=1
    fi
done
if [ "$checked" -lt 2 ]; then
    echo "FAILED: only $checked fixtures were found"
    failed=1
fi
exit "$failed"
