# Archives larger than one machine, on this one: GNU parallel, and Slurm with several nodes.
ARCHIVE_PACKAGES = parallel slurm-wlm

.PHONY: check-archives
check-archives: all ## the same batch under GNU parallel and as a Slurm array, killed midway and sent again
	@.ci/deps $(ARCHIVE_PACKAGES)
	@BUILD='$(BUILD)' tests/run tests/archives/heavy
