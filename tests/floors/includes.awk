# Tells every include of ours that goes sideways or upwards. First file: the table of rooms; then the sources.
# src/geo/ring.c is of geo, src/facts_load.c of facts
function room_of(path) {
    sub(/^src\//, "", path)
    if (path ~ /\//) sub(/\/.*/, "", path)
    else sub(/[_.].*/, "", path)
    return path
}
# a/b/../c is a/c
function tidy(path) {
    while (path ~ /[^\/]+\/\.\.\//) sub(/[^\/.]+\/\.\.\//, "", path)
    return path
}
FNR == NR {
    if (/^#/ || NF == 0) next
    known[$1] = 1
    for (i = 2; i <= NF; i++) may[$1, $i] = 1
    next
}
FNR == 1 {
    room = room_of(FILENAME)
    if (!(room in known)) print FILENAME ": the room " room " is not in tests/floors/rooms"
}
/^#[ \t]*include[ \t]*"/ {
    split($0, parts, "\"")
    if (parts[2] ~ /(^|\/)dateline\.h$/) next
    folder = FILENAME
    sub(/\/[^\/]*$/, "", folder)
    path = tidy(folder "/" parts[2])
    if ((getline line < path) < 0) path = "src/" parts[2]
    close(path)
    target = room_of(path)
    if (target != room && !((room, target) in may))
        print FILENAME ":" FNR ": " room " may not include " parts[2]
}
