#!/bin/bash
# A contact sheet to look at: every built-in projection (and two of PROJ's) at eight centres, drawn by the program in the style `blank`.
#
#   make && tests/peers/projections.sh [output/projections.png] [SHAPES]
#
# Needs ImageMagick. Look at it at full size for streaks, slivers, and countries lost or turned inside out.
set -eu
cd "$(dirname "$0")/../.."

sheet=${1:-output/projections.png}
shapes=${2:-50m}
program=${BUILD:-build}/dateline
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

projections=(equal-earth natural-earth robinson winkel-tripel mollweide eckert4 mercator miller equirectangular orthographic
    azimuthal-equal-area azimuthal-equidistant stereographic albers lambert-conformal gall-peters
    '+proj=bonne +lat_1=45' '+proj=nsper +h=8000000')
centers=('0' '165' '-155' '0,45' '100,60' '180,-30' '0,-90' '10,50,90')

"$program" read -q tests/articles/london-talks/article.txt -o "$work/facts.json"
tiles=()
for projection in "${projections[@]}"; do
    for center in "${centers[@]}"; do
        tile=$work/$(printf '%04d' "${#tiles[@]}").png
        "$program" draw "$work/facts.json" -q --style blank --frame world --shapes "$shapes" \
            --projection "$projection" --center "$center" -o "$work/large.png"
        convert "$work/large.png" -resize 480x300 "$tile"
        tiles+=(-label "$projection  $center" "$tile")
    done
done
mkdir -p "$(dirname "$sheet")"
montage -tile "${#centers[@]}x" -geometry 480x300+6+4 "${tiles[@]}" "$sheet"
printf '%s: %d projections at %d centres\n' "$sheet" "${#projections[@]}" "${#centers[@]}"
