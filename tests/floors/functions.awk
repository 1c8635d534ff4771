# Prints the length of every function, from its first line to its closing brace: `lines file:line name`. Relies on clang-format's
# layout: a definition starts in the first column, ends its head with ` {`, and closes with `}` in the first column.
FNR == 1 { head = 0 }
/^[A-Za-z_].*\(/ && !/;$/ && !/^(typedef|enum|struct|union|static const|const|extern "C")[^(]*(=|\{)/ && !head {
    head = FNR
    name = $0
    sub(/\(.*/, "", name)
    sub(/.*[ *]/, "", name)
}
/;$/ && head && !body { head = 0 }
/\{$/ && head { body = 1 }
/^\}/ {
    if (head && body) print FNR - head + 1, FILENAME ":" head, name
    head = body = 0
}
