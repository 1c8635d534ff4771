# Sheets of maps for people to look at.
GALLERY_PACKAGES = imagemagick

.PHONY: gallery
gallery: all ## draw the sheets of maps in output/
	@$(call install_packages,$(GALLERY_PACKAGES))
	@BUILD='$(BUILD)' bench/gallery
