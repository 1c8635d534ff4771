"""mapnik_map.py MAP FORMAT OUTPUT: draws the world by Mapnik."""
import sys

import mapnik

source, form, output = sys.argv[1:]
world = mapnik.Map(1600, 814)
mapnik.load_map(world, source)
world.zoom_to_box(mapnik.Box2d(-17005833, -8625154, 17005833, 8625154))
mapnik.render_to_file(world, output, form)
