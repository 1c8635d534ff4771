# Ours against the peers, whole processes, on the same shapes. Those that are not installed are left out.
BENCH_PACKAGES = python3 gdal-bin mapserver-bin python3-mapnik gmt gmt-dcw ghostscript

.PHONY: bench bench-deps
bench: all $(BUILD)/reading ## time dateline and every installed peer, alternating, into output/bench.md
	@BUILD='$(BUILD)' bench/bench $(BENCH)

bench-deps: ## install the peers that Debian has
	@.ci/deps $(BENCH_PACKAGES)

# Any articles: make bench-reading ARTICLES='news/*.txt'
ARTICLES ?= tests/articles/*/article.txt
.PHONY: bench-reading
bench-reading: all $(BUILD)/reading ## time the reading of ARTICLES, once the words are loaded
	$(BUILD)/reading 50 $(ARTICLES)

$(BUILD)/reading: bench/reading.c $(STATIC_LIBRARY)
	$(call say,LD,$@)
	$(Q)$(CC) $(ALL_CFLAGS) $(ALL_LDFLAGS) -o $@ $^ $(ALL_LIBS)
