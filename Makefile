# Builds, tests and installs dateline; `make help` lists what there is. Everything that is built goes to $(BUILD).
#
# The rooms are found by wildcard: a new src/<room>/<file>.c or tests/<room>/test_<file>.c needs no line here. A folder
# tests/<name>/ with an executable `check` is run too.

.DEFAULT_GOAL := all
.DELETE_ON_ERROR:
MAKEFLAGS += --no-builtin-rules
SHELL := /bin/sh

BUILD  ?= build
PREFIX ?= /usr/local
BINDIR = $(PREFIX)/bin
LIBDIR = $(PREFIX)/lib
INCLUDEDIR = $(PREFIX)/include
DATADIR = $(PREFIX)/share/dateline
MANDIR = $(PREFIX)/share/man
COMPLETIONDIR = $(PREFIX)/share/bash-completion/completions

# The Debian packages needed, all of them named here and nowhere else: to build and draw,
PACKAGES = gcc libc6-dev make pkg-config libharfbuzz-dev libfribidi-dev libjansson-dev libshp-dev nettle-dev libdeflate-dev \
	libproj-dev fonts-noto-core
# to test (other readers of SVG and PDF to compare with, a locale with a comma),
TEST_PACKAGES = g++ libcmocka-dev fonts-noto-cjk libcairo2-dev librsvg2-bin libxml2-utils locales poppler-utils
# and for a second compiler, lint and format.
LINT_PACKAGES = clang libclang-rt-dev clang-format clang-tidy cppcheck shellcheck

# To put maps into real documents and look at them: `make check-documents` only.
DOCUMENT_PACKAGES = pandoc texlive-latex-recommended texlive-latex-extra texlive-fonts-recommended lmodern libreoffice-writer \
	asciidoctor weasyprint chromium nodejs imagemagick unzip poppler-utils librsvg2-bin
# Typst's compiler, which Debian has not, where there is an npm.
TYPST_PACKAGE = @myriaddreamin/typst-ts-node-compiler@0.7.0

# Asked of pkg-config once, and only when a recipe needs them: `make map` may have to install pkg-config first.
MODULES = harfbuzz harfbuzz-subset fribidi jansson shapelib libdeflate nettle
# -isystem, so that our warnings are about our own lines.
MODULE_CFLAGS = $(eval MODULE_CFLAGS := $$(patsubst -I%,-isystem %,$$(shell pkg-config --cflags $(MODULES))))$(MODULE_CFLAGS)
MODULE_LIBS = $(eval MODULE_LIBS := $$(shell pkg-config --libs $(MODULES)))$(MODULE_LIBS)
# The tests look at pictures with cairo's eyes.
TEST_MODULES = cmocka cairo
TEST_CFLAGS = $(eval TEST_CFLAGS := $$(patsubst -I%,-isystem %,$$(shell pkg-config --cflags $(TEST_MODULES))))$(TEST_CFLAGS)
TEST_LIBS = $(eval TEST_LIBS := $$(shell pkg-config --libs $(TEST_MODULES)))$(TEST_LIBS)

CFLAGS ?= -O2 -g
WARNINGS = -Wall -Wextra -Wshadow -Wconversion -Wno-sign-conversion -Wstrict-prototypes -Wmissing-prototypes -Wvla
ifneq ($(CI)$(WERROR),)
WARNINGS += -Werror
endif
# -ffp-contract=off: fused multiplication would give other bytes on other processors.
ALL_CFLAGS = -std=c11 -D_GNU_SOURCE -fPIC -fvisibility=hidden -ffp-contract=off $(WARNINGS) -Isrc $(CPPFLAGS) $(CFLAGS)
ALL_LDFLAGS = -Wl,--as-needed $(LDFLAGS)
ALL_LIBS = $(MODULE_LIBS) -lm -ldl $(LDLIBS)

VERSION := $(shell sed -n 's/^\#define DATELINE_VERSION "\(.*\)"/\1/p' src/dateline.h)
SONAME = libdateline.so.0

PROGRAM_SOURCES := $(wildcard src/main.c src/program/*.c)
SOURCES := $(sort $(filter-out $(PROGRAM_SOURCES),$(wildcard src/*.c src/*/*.c src/*/*/*.c)))
TEST_SOURCES := $(sort $(wildcard tests/*/test_*.c))
# Other C files in the rooms of the tests help them; each test takes what it needs out of one archive.
HELPER_SOURCES := $(sort $(filter-out $(TEST_SOURCES),$(wildcard tests/*/*.c)))
CHECKS := $(sort $(wildcard tests/*/check))
# These look at the sources and the shared library, which the sanitizers do not change.
PLAIN_CHECKS := $(wildcard $(patsubst %,tests/%/check,floors exports header readme install))

NO_GAPS := -Wl,-z,defs
object = $(patsubst %.c,$(BUILD)/%.o,$(1))
OBJECTS := $(call object,$(SOURCES))
MAIN_OBJECTS := $(call object,$(PROGRAM_SOURCES))
TEST_OBJECTS := $(call object,$(TEST_SOURCES))
HELPER_OBJECTS := $(call object,$(HELPER_SOURCES))
PACKED := $(BUILD)/packed/done $(BUILD)/packed/words-done
TESTS := $(TEST_SOURCES:%.c=$(BUILD)/%)

STATIC_LIBRARY := $(BUILD)/libdateline.a
SHARED_LIBRARY := $(BUILD)/libdateline.so.$(VERSION)
HELPER_LIBRARY := $(if $(HELPER_SOURCES),$(BUILD)/tests/libhelpers.a)
PROGRAM := $(if $(MAIN_OBJECTS),$(BUILD)/dateline)

# One short line a file; V=1 shows the whole command.
Q := $(if $(V),,@)
say = $(if $(V),,@echo '  $(1) $(2)')

# `make all` never installs anything; these goals do, before the first compilation.
READY := $(if $(filter deps check asan accept lint,$(MAKECMDGOALS)),deps,$(if $(filter map,$(MAKECMDGOALS)),map-deps))

# ------------------------------------------------------------------------------------------------------------ the goals

all: $(STATIC_LIBRARY) $(SHARED_LIBRARY) $(PROGRAM) $(PACKED) ## build the program and both libraries (the default)

deps: ## install the missing Debian packages (apt, with sudo when not root)
	@.ci/deps $(PACKAGES) $(TEST_PACKAGES)

map-deps:
	@.ci/deps $(PACKAGES)

lint-deps:
	@.ci/deps $(LINT_PACKAGES)

map: map-deps $(PROGRAM) ## draw the example article into output/ as PNG, SVG and PDF
	@mkdir -p output
	$(PROGRAM) map $(EXAMPLE) -o output/map.png -o output/map.svg -o output/map.pdf

EXAMPLE = tests/articles/london-talks/article.txt

check: deps all $(TESTS) ## build and run every test
	@BUILD='$(BUILD)' CC='$(CC)' tests/run $(TESTS) $(CHECKS)

check-documents: all ## the map in documents made by pandoc, LaTeX, LibreOffice, asciidoctor, WeasyPrint and Chromium (large)
	@.ci/deps $(DOCUMENT_PACKAGES)
	@BUILD='$(BUILD)' TYPST_PACKAGE='$(TYPST_PACKAGE)' tests/run tests/documents/heavy

accept: deps all $(TESTS) ## run the tests and rewrite what they expect (read the diff afterwards)
	@BUILD='$(BUILD)' CC='$(CC)' ACCEPT=1 tests/run $(TESTS) $(CHECKS)

SANITIZE = -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer
asan: deps ## the same under AddressSanitizer and UndefinedBehaviorSanitizer, in $(BUILD)/asan
	@$(MAKE) --no-print-directory BUILD='$(BUILD)/asan' CFLAGS='-O1 -g $(SANITIZE)' LDFLAGS='$(SANITIZE)' sanitized

sanitized: $(PROGRAM) $(TESTS)
	@BUILD='$(BUILD)' CC='$(CC)' tests/run $(TESTS) $(filter-out $(PLAIN_CHECKS),$(CHECKS))

lint: deps lint-deps ## formatting, clang-tidy, cppcheck, shellcheck
	@BUILD='$(BUILD)' CFLAGS='$(filter-out -f% -O% -g,$(ALL_CFLAGS)) $(MODULE_CFLAGS)' .ci/lint

format: lint-deps ## rewrite the C files as .clang-format says
	find src tests -name '*.[ch]' -exec clang-format -i {} +

clean: ## remove what was built
	rm -rf '$(BUILD)'

help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "%-10s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))
	@echo 'Variables: BUILD=build CC=cc CFLAGS="-O2 -g" WERROR=1 V=1 PREFIX=/usr/local DESTDIR='

.PHONY: all check-documents deps map-deps lint-deps map check accept asan sanitized lint format clean help install uninstall

# ---------------------------------------------------------------------------------------------------------- the building

$(TEST_OBJECTS) $(HELPER_OBJECTS): EXTRA_CFLAGS = $(TEST_CFLAGS)

$(BUILD)/%.o: %.c Makefile | $(READY)
	@mkdir -p $(@D)
	$(call say,CC,$<)
	$(Q)$(CC) $(ALL_CFLAGS) $(MODULE_CFLAGS) $(EXTRA_CFLAGS) -DDATELINE_DATA_FOLDER='"$(DATADIR)"' -MMD -MP -c -o $@ $<

$(STATIC_LIBRARY): $(OBJECTS)
	@rm -f $@
	$(call say,AR,$@)
	$(Q)$(AR) rcs $@ $^

$(SHARED_LIBRARY): $(OBJECTS)
	$(call say,LD,$@)
	$(Q)$(CC) -shared -Wl,-soname,$(SONAME) $(if $(MAIN_OBJECTS),$(NO_GAPS)) $(ALL_LDFLAGS) -o $@ $^ $(ALL_LIBS)
	@ln -sf $(@F) $(BUILD)/$(SONAME)
	@ln -sf $(SONAME) $(BUILD)/libdateline.so

$(BUILD)/dateline: $(MAIN_OBJECTS) $(STATIC_LIBRARY)
	$(call say,LD,$@)
	$(Q)$(CC) $(ALL_LDFLAGS) -o $@ $^ $(ALL_LIBS)

# The shapes and the words as flat files that are mapped instead of being built at every start; passed over when what they were
# made from has changed.
$(BUILD)/pack: shapes/pack.c $(STATIC_LIBRARY)
	$(call say,LD,$@)
	$(Q)$(CC) $(ALL_CFLAGS) $(ALL_LDFLAGS) -o $@ $^ $(ALL_LIBS)

$(BUILD)/pack-words: words/pack.c $(STATIC_LIBRARY)
	$(call say,LD,$@)
	$(Q)$(CC) $(ALL_CFLAGS) $(ALL_LDFLAGS) -o $@ $^ $(ALL_LIBS)

$(BUILD)/packed/done: $(BUILD)/pack $(wildcard shapes/*.shp shapes/*.dbf shapes/*.json)
	$(call say,PACK,shapes)
	@mkdir -p $(@D)
	$(Q)$(BUILD)/pack shapes $(@D)
	@touch $@

$(BUILD)/packed/words-done: $(BUILD)/pack-words $(wildcard words/*.json words/*/*.json)
	$(call say,PACK,words)
	@mkdir -p $(@D)
	$(Q)$(BUILD)/pack-words words $(@D)
	@touch $@

$(HELPER_LIBRARY): $(HELPER_OBJECTS)
	@rm -f $@
	$(call say,AR,$@)
	$(Q)$(AR) rcs $@ $^

$(TESTS): %: %.o $(HELPER_LIBRARY) $(STATIC_LIBRARY)
	$(call say,LD,$@)
	$(Q)$(CC) $(ALL_LDFLAGS) -o $@ $^ $(TEST_LIBS) $(ALL_LIBS)

-include $(OBJECTS:.o=.d) $(MAIN_OBJECTS:.o=.d) $(TEST_OBJECTS:.o=.d) $(HELPER_OBJECTS:.o=.d)

# -------------------------------------------------------------------------------------------------------- the installing

DATA := $(wildcard shapes styles words embed)

install: all ## install under DESTDIR and PREFIX
	install -d '$(DESTDIR)$(BINDIR)' '$(DESTDIR)$(LIBDIR)/pkgconfig' '$(DESTDIR)$(INCLUDEDIR)' '$(DESTDIR)$(DATADIR)'
	$(if $(PROGRAM),install '$(PROGRAM)' '$(DESTDIR)$(BINDIR)/dateline')
	install -m 644 src/dateline.h '$(DESTDIR)$(INCLUDEDIR)/dateline.h'
	install -m 644 '$(STATIC_LIBRARY)' '$(DESTDIR)$(LIBDIR)/libdateline.a'
	install -m 644 '$(SHARED_LIBRARY)' '$(DESTDIR)$(LIBDIR)/libdateline.so.$(VERSION)'
	ln -sf libdateline.so.$(VERSION) '$(DESTDIR)$(LIBDIR)/$(SONAME)'
	ln -sf $(SONAME) '$(DESTDIR)$(LIBDIR)/libdateline.so'
	sed -e 's|@PREFIX@|$(PREFIX)|; s|@LIBDIR@|$(LIBDIR)|; s|@INCLUDEDIR@|$(INCLUDEDIR)|' \
	    -e 's|@VERSION@|$(VERSION)|; s|@MODULES@|$(MODULES)|' src/dateline.pc.in \
	    > '$(DESTDIR)$(LIBDIR)/pkgconfig/dateline.pc'
	$(if $(DATA),cp -R $(DATA) '$(DESTDIR)$(DATADIR)/')
	install -d '$(DESTDIR)$(DATADIR)/packed'
	install -m 644 $(BUILD)/packed/*.atlas $(BUILD)/packed/*.words '$(DESTDIR)$(DATADIR)/packed/'
	install -D -m 644 src/dateline.1 '$(DESTDIR)$(MANDIR)/man1/dateline.1'
	install -D -m 644 src/dateline.bash '$(DESTDIR)$(COMPLETIONDIR)/dateline'

uninstall: ## remove what install put there
	rm -f '$(DESTDIR)$(BINDIR)/dateline' '$(DESTDIR)$(INCLUDEDIR)/dateline.h' '$(DESTDIR)$(LIBDIR)/libdateline.a' \
	    '$(DESTDIR)$(LIBDIR)/libdateline.so.$(VERSION)' '$(DESTDIR)$(LIBDIR)/$(SONAME)' \
	    '$(DESTDIR)$(LIBDIR)/libdateline.so' '$(DESTDIR)$(LIBDIR)/pkgconfig/dateline.pc' \
	    '$(DESTDIR)$(MANDIR)/man1/dateline.1' '$(DESTDIR)$(COMPLETIONDIR)/dateline'
	rm -rf '$(DESTDIR)$(DATADIR)'

# Rooms beside the tests bring their own goals: bench, gallery.
include $(wildcard bench/*.mk)
