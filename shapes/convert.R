# What shapes/rebuild does in R: from the packages' data to shapefiles with the names and columns of Natural Earth.
# Rscript convert.R SITE_LIBRARY ADMIN0_FOLDER OUT CITIES.shp

suppressMessages(library(sf))
options(warn = 1)
sf_use_s2(FALSE)

arguments <- commandArgs(TRUE)
stopifnot(length(arguments) == 4)
site_library <- arguments[1]
admin0_folder <- arguments[2]
out <- arguments[3]
cities_file <- arguments[4]

data <- new.env()
invisible(lazyLoad(file.path(site_library, "rnaturalearthdata/data/Rdata"), envir = data))

is_whole <- function(values) {
  all(is.na(values) | (values == round(values) & abs(values) < 2147483647))
}

# Whole numbers become integers, or the default width of 24 digits with 15 decimals would not hold NE_ID and POP_EST.
write_shapes <- function(shapes, name) {
  st_crs(shapes) <- 4326
  geometry <- attr(shapes, "sf_column")
  if (!is.null(shapes$pop_est)) shapes$pop_est <- round(shapes$pop_est) # Somalia's is a fraction
  for (column in setdiff(names(shapes), geometry)) {
    if (is.numeric(shapes[[column]]) && is_whole(shapes[[column]])) shapes[[column]] <- as.integer(shapes[[column]])
  }
  names(shapes)[names(shapes) != geometry] <- toupper(names(shapes)[names(shapes) != geometry])
  file <- file.path(out, paste0(name, ".shp"))
  st_write(shapes, file, layer_options = c("ENCODING=UTF-8", "RESIZE=YES"), delete_dsn = file.exists(file), quiet = TRUE)
}

# Natural Earth 5.1.2
write_shapes(data$countries110, "ne_110m_admin_0_countries")
write_shapes(data$countries50, "ne_50m_admin_0_countries")
write_shapes(data$map_units50, "ne_50m_admin_0_map_units")
write_shapes(data$tiny_countries50, "ne_50m_admin_0_tiny_countries")

# The geometry of 3.1.0 at 10m: one GeoJSON a country, with old names where 5.1.2 has no such code.
read_admin0 <- function(file) {
  shape <- st_read(file, quiet = TRUE)
  names(shape) <- tolower(names(shape))
  shape <- st_cast(shape, "MULTIPOLYGON")
  st_sf(adm0_a3 = shape$adm0_a3, old_name = shape$name, geometry = st_geometry(shape))
}

# The columns of 5.1.2 by ADM0_A3: those of the 50m countries, and of tiny countries that 50m leaves out.
attributes_by_code <- function() {
  countries <- st_drop_geometry(data$countries50)
  tiny <- st_drop_geometry(data$tiny_countries50)
  missing <- !(tiny$adm0_a3 %in% countries$adm0_a3) & !duplicated(tiny$adm0_a3)
  tiny <- tiny[missing, intersect(names(countries), names(tiny))]
  tiny[setdiff(names(countries), names(tiny))] <- NA
  rbind(countries, tiny[names(countries)])
}

admin0_files <- list.files(admin0_folder, "\\.geojson$", recursive = TRUE, full.names = TRUE)
geometry10 <- do.call(rbind, lapply(admin0_files, read_admin0))
countries10 <- merge(geometry10, attributes_by_code(), by = "adm0_a3", all.x = TRUE)
unknown <- is.na(countries10$name)
countries10$name[unknown] <- countries10$old_name[unknown]
countries10$admin[unknown] <- countries10$old_name[unknown]
countries10$old_name <- NULL
write_shapes(countries10[order(countries10$adm0_a3), ], "ne_10m_admin_0_countries")

# Cities of 2.0.0, which have no country: the nearest at 10m.
cities <- st_read(cities_file, quiet = TRUE, options = "ENCODING=ISO-8859-1")
countries10$geom0 <- NULL
nearest <- suppressWarnings(suppressMessages(st_nearest_feature(st_set_crs(cities, 4326), st_set_crs(countries10, 4326))))
cities$adm0_a3 <- countries10$adm0_a3[nearest]
cities$name <- gsub(" +", " ", cities$name)
write_shapes(cities, "ne_110m_populated_places_iso")
