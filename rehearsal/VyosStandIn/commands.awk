# The tree that VyOS shows and saves, as statements: with form=set as "set" lines, as vyos-config-to-commands has them.

/^[ \t]*(\/\/|\/\*|$)/ { next }
/^[ \t]*}[ \t]*$/ { if (!filled[depth]) say(path[depth], ""); depth--; next }
{
    sub(/^[ \t]+/, ""); sub(/[ \t]+$/, "")
    filled[depth] = 1
}
/{$/ {
    sub(/[ \t]*{$/, "")
    path[depth + 1] = depth ? path[depth] " " $0 : $0
    filled[++depth] = 0
    next
}
{
    value = ""; key = $0
    if (match($0, /[ \t]/)) {
        key = substr($0, 1, RSTART - 1)
        value = substr($0, RSTART + 1)
        gsub(/^[ \t]*"?|"?$/, "", value)
    }
    say(depth ? path[depth] " " key : key, value)
}

function say(statement, value) {
    if (form == "set") printf "set %s%s\n", statement, value == "" ? "" : " '" value "'"
    else printf "%s%s\n", statement, value == "" ? "" : " " value
}
