#!/bin/sh
# Checks, then builds the site into public/. GitHub and GitLab both run this file; so can you: sh .ci/build.sh
#
# Where there is no command minhbach, it is built from source. Write here the address of Minh Bạch's git repository and
# the version to use (a tag or the hash of a commit), or set two variables of these names in the settings of GitHub or
# GitLab.
set -eu
source=${MINHBACH_SOURCE:-}
version=${MINHBACH_VERSION:-@VERSION@}

cd "$(dirname "$0")/.."
if ! command -v minhbach >/dev/null; then
	if [ -z "$source" ] || [ -z "$version" ]; then
		echo 'Nobody said where to get minhbach: set the variables MINHBACH_SOURCE (address of its git repository) and MINHBACH_VERSION (a tag or the hash of a commit). See README.md, "Publishing".' >&2
		exit 2
	fi
	tool=$(mktemp -d)
	trap 'rm -rf "$tool"' EXIT
	git clone -q "$source" "$tool/source"
	git -C "$tool/source" checkout -q "$version"
	# With Node the site has interactive charts too; without it the static ones are all there.
	if command -v npm >/dev/null; then
		make -C "$tool/source" assets
	fi
	(cd "$tool/source" && go build -o "$tool/bin/minhbach" ./cmd/minhbach)
	PATH=$tool/bin:$PATH
fi

# On GitHub a finding is shown beside its line.
format=text
if [ "${GITHUB_ACTIONS:-}" = true ]; then
	format=github
fi
minhbach check --lang en --format "$format"
minhbach build --lang en --out public
