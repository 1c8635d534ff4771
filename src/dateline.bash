# shellcheck shell=bash
# Completion of dateline's commands, options and files for bash.
_dateline() {
    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]}
    local options='--output --style --set --labels --shapes --worldview --projection --center --frame --size --dpi --scale --title --subtitle --source
        --as --format --inline --id-prefix --text --font --responsive --language --words --expand-blocs --explain --strict --jobs --out --timing --quiet --help --version'
    local projections='auto equal-earth natural-earth robinson winkel-tripel mollweide eckert4 mercator miller equirectangular
        orthographic azimuthal-equal-area azimuthal-equidistant stereographic albers lambert-conformal gall-peters'
    local choices
    case $before in
    --shapes) choices='110m 50m 10m' ;;
    --worldview) choices='international de-facto' ;;
    --projection) choices=$projections ;;
    --frame) choices='world roles targets' ;;
    --language | --labels) choices='en fr es de ar ru pt it zh' ;;
    --inline) choices='svg data file' ;;
    --text) choices='letters outline' ;;
    --font) choices='named embed' ;;
    --as) choices='alt long table html markdown latex asciidoc typst page' ;;
    --format) choices='markdown html csv' ;;
    --center | --id-prefix | --title | --subtitle | --source) return ;;
    dateline) choices="map read draw describe embed batch style help $options" ;;
    help) choices='map read draw describe embed batch style' ;;
    style) choices='list show check new' ;;
    --style | show | check) choices=$(dateline style list 2>/dev/null | cut -d ' ' -f 1) ;;
    --set) return ;;
    *) case $word in -*) choices=$options ;; esac ;;
    esac
    mapfile -t COMPREPLY < <(compgen -W "${choices:-}" -- "$word")
    ((${#COMPREPLY[@]})) || mapfile -t COMPREPLY < <(compgen -f -- "$word")
}
complete -o filenames -F _dateline dateline
