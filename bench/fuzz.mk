# Long runs of the fuzz targets, by libFuzzer under both sanitizers: make fuzz TARGET=style SECONDS=3600
FUZZ_PACKAGES = clang libclang-rt-14-dev
TARGET ?= style
SECONDS ?= 600
SEEDS_style = styles/*.json styles/*.jsonc
SEEDS_facts = bench/stories/*.json tests/maps/*/facts.json
SEEDS_read = tests/articles/*/article.*

.PHONY: fuzz
fuzz: ## fuzz one entry point (TARGET=style facts read rings) for SECONDS
	@.ci/deps $(FUZZ_PACKAGES)
	@mkdir -p $(BUILD)/fuzz/$(TARGET)
	@for seed in $(wildcard $(SEEDS_$(TARGET))); do cp "$$seed" "$(BUILD)/fuzz/$(TARGET)/$$(echo "$$seed" | tr / -)"; done
	@$(MAKE) --no-print-directory BUILD='$(BUILD)/fuzz/build' CC=clang CFLAGS='-O1 -g -fsanitize=fuzzer-no-link,address,undefined \
	    -fno-sanitize-recover=all' '$(BUILD)/fuzz/build/libdateline.a'
	clang -O1 -g -std=c11 -D_GNU_SOURCE -Isrc -fsanitize=fuzzer,address,undefined -fno-sanitize-recover=all \
	    $(MODULE_CFLAGS) -o $(BUILD)/fuzz/fuzz_$(TARGET) tests/fuzz/fuzz_$(TARGET).c $(BUILD)/fuzz/build/libdateline.a $(ALL_LIBS)
	grep -oE '"[a-z_]+":' styles/style.schema.json | sort -u | sed 's/"\([a-z_]*\)":/"\\"\1\\":"/' > $(BUILD)/fuzz/words
	$(BUILD)/fuzz/fuzz_$(TARGET) -max_total_time=$(SECONDS) -timeout=10 -rss_limit_mb=2048 -max_len=20000 -dict=$(BUILD)/fuzz/words \
	    -artifact_prefix=$(BUILD)/fuzz/ -print_final_stats=1 $(BUILD)/fuzz/$(TARGET)
