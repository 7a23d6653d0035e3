# Statements, sorted, as the tree that VyOS shows and saves.

BEGIN { read_paths(paths) }

$0 != "" {
    levels = levels_of($0)
    for (same = 0; same < depth && same < levels && level[same + 1] == open[same + 1]; same++) { }
    close_to(same)
    for (i = same + 1; i < levels || (i == levels && stays_open); i++) {
        printf "%s%s {\n", indent(i), level[i]
        open[++depth] = level[i]
    }
    if (!stays_open) printf "%s%s\n", indent(levels), level[levels]
}

END { close_to(0) }

# Puts a level of the tree into each level[…]: a word, an object with its kind, or a value with what it is the value of.
function levels_of(line, n, kind, i, count) {
    n = split(line, said, " ")
    kind = judge(n)
    stays_open = kind == "node" || kind == "object"
    if (stays_open || kind == "flag") from = n + 1
    for (i = 1; i <= n; i++) {
        if (i == from) { level[count] = level[count] " " quoted(joined(from, n)); break }
        if (i in names) level[count] = level[count] " " said[i]
        else level[++count] = said[i]
    }
    return count
}

function quoted(value) { return value ~ /[ {};*]/ ? "\"" value "\"" : value }

function indent(i, text) { for (text = ""; i > 1; i--) text = text "    "; return text }

function close_to(wanted) { for (; depth > wanted; depth--) printf "%s}\n", indent(depth) }
