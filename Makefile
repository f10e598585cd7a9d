# make site    build the portal in this repository into public/
# make serve   show it on this machine while it is edited
# make test    everything that must hold; installs what is missing
#
# Needs Go, Node with npm, gcc and make. Without Node the site is built without its interactive charts and its search.

.PHONY: site serve test bench assets tools clean
.DELETE_ON_ERROR:

packages := node_modules/.package-lock.json
bundle   := internal/assets/dist/echarts.js
# flags for minhbach: make site FLAGS='--lang en --strict'
FLAGS ?=

site: $(if $(shell command -v npm 2>/dev/null),assets)
	go run ./cmd/minhbach build $(FLAGS)

serve: $(if $(shell command -v npm 2>/dev/null),assets)
	go run ./cmd/minhbach serve $(FLAGS)

assets: $(bundle)

$(bundle): $(packages) $(wildcard internal/assets/bundle/*)
	go run ./internal/assets/bundle
	@touch $@

$(packages): package.json package-lock.json
	@command -v npm >/dev/null || { echo 'make: npm is missing: install Node' >&2; exit 1; }
	npm ci --ignore-scripts --no-audit --no-fund
	@touch $@

test: tools assets
	@test -z "$$(gofmt -l cmd internal layouts)" || { gofmt -d cmd internal layouts; exit 1; }
	go vet ./...
	go test ./...
	go test -tags renames ./internal/publish

bench:
	go test -run '^$$' -bench . ./...

# Git for the tests of the log, a browser for those that look at pages, and a font that has Vietnamese. Web servers
# for those that try doc/hosting.md, which are skipped without them.
tools:
	@missing=; \
	command -v git >/dev/null || missing="$$missing git"; \
	command -v chromium >/dev/null || command -v chromium-browser >/dev/null || command -v google-chrome >/dev/null || missing="$$missing chromium"; \
	command -v fc-list >/dev/null && fc-list | grep -q NotoSans || missing="$$missing fontconfig fonts-noto-core"; \
	servers=; \
	for s in nginx apache2 caddy; do command -v $$s >/dev/null || test -x /usr/sbin/$$s || servers="$$servers $$s"; done; \
	test -z "$$missing$$servers" && exit 0; \
	if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
		apt-get update -qq && { test -z "$$missing" || apt-get install -y -qq --no-install-recommends $$missing; } || exit 1; \
		test -z "$$servers" || apt-get install -y -qq --no-install-recommends $$servers || echo "make: without$$servers their tests are skipped" >&2; \
	elif [ -n "$$missing" ]; then \
		echo "make: the tests need$$missing: install them, on Debian with: apt-get install$$missing" >&2; exit 1; \
	else \
		echo "make: without$$servers their tests are skipped" >&2; \
	fi

clean:
	find public -mindepth 1 ! -path public/.gitignore -delete
	find internal/assets/dist -mindepth 1 ! -name README -delete
	rm -rf node_modules
