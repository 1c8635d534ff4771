# Long runs of the fuzz targets, by libFuzzer under both sanitizers: make fuzz TARGET=style SECONDS=3600
FUZZ_PACKAGES = clang libclang-rt-14-dev
FUZZ = -fno-sanitize-recover=all -fsanitize=address,undefined
TARGET ?= style
SECONDS ?= 600

.PHONY: fuzz
fuzz: ## fuzz one entry point (TARGET=style facts read rings) for SECONDS
	@.ci/deps $(FUZZ_PACKAGES)
	@$(MAKE) --no-print-directory BUILD='$(BUILD)/fuzz/build' CC=clang CFLAGS='-O1 -g $(FUZZ),fuzzer-no-link' \
	    '$(BUILD)/fuzz/build/libdateline.a'
	clang -O1 -g -std=c11 -D_GNU_SOURCE -Isrc $(FUZZ),fuzzer $(MODULE_CFLAGS) -o $(BUILD)/fuzz/fuzz_$(TARGET) \
	    tests/fuzz/fuzz_$(TARGET).c $(BUILD)/fuzz/build/libdateline.a $(ALL_LIBS)
	tests/fuzz/run $(BUILD)/fuzz $(TARGET) $(SECONDS)
