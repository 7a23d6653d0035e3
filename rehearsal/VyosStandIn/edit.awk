# Changes to a session, and what the session then shows.
#   deed     working | set | delete | exists        WISH  in the environment: the path for the last three
#   active, deleted, added                          files: a session is what it deletes and adds, over what is active
# set and delete write the last two anew; status 10 and a reason if they are refused, 11 and a remark if there is
# nothing to do.

BEGIN {
    read_paths(paths)
    read_session()
    wish = ENVIRON["WISH"]
    if (deed == "working") { for (i = 1; i <= shown; i++) if (!is_covered(i)) print working[i] }
    else if (deed == "exists") exit !stands(wish)
    else if (deed == "set") set_statement(wish)
    else delete_path(wish)
}

function read_session(line, i) {
    while ((getline line < deleted) > 0) if (line != "") gone[++goners] = line
    while ((getline line < added) > 0) if (line != "") { new[++news] = line; slot[slot_of(line)] = 1 }
    close(deleted); close(added)
    while ((getline line < active) > 0) {
        if (line == "" || is_gone(line) || (slot_of(line) in slot)) continue
        show(line)
    }
    for (i = 1; i <= news; i++) show(new[i])
}

function show(line) { if (!(line in seen)) { seen[line] = 1; working[++shown] = line } }

function is_gone(line, i) {
    for (i = 1; i <= goners; i++) if (is_at(line, gone[i])) return 1
    return 0
}

# What a value replaces: the path before it, if there can be only one.
function slot_of(line, n) {
    n = split(line, said, " ")
    return judge(n) == "value" ? joined(1, from - 1) : "\n" line
}

# An object is not shown by itself if there is something below it.
function is_covered(i, j) {
    for (j = 1; j <= shown; j++) if (j != i && is_at(working[j], working[i])) return 1
    return 0
}

function stands(path, i) {
    for (i = 1; i <= shown; i++) if (is_at(working[i], path)) return 1
    return 0
}

function refuse(status, text) { print text; exit status }

function set_statement(line, n, kind, own, i) {
    n = split(line, said, " ")
    kind = judge(n)
    if (kind == "") refuse(10, why)
    if (kind == "unfinished") refuse(10, "[" line "] needs a value")
    if (stands(line)) refuse(11, "[" line "] is there already")
    own = kind == "value" ? slot_of(line) : ""
    printf "" >added
    for (i = 1; i <= news; i++) if (own == "" || slot_of(new[i]) != own) print new[i] >added
    print line >added
}

function delete_path(path, n, i, parent) {
    n = split(path, said, " ")
    if (judge(n) == "") refuse(10, why)
    if (!stands(path)) refuse(11, "there is no [" path "] to delete")
    parent = parent_of(path)
    for (i = 1; i <= goners; i++) print gone[i] >deleted
    print path >deleted
    printf "" >added
    for (i = 1; i <= news; i++) if (!is_at(new[i], path)) print new[i] >added
    # What is above stays, even if it is empty then.
    if (parent != "" && !stands_without(parent, path)) print parent >added
}

function stands_without(parent, path, i) {
    for (i = 1; i <= shown; i++) if (is_at(working[i], parent) && !is_at(working[i], path)) return 1
    return 0
}

# The node above, which is left when this one goes. With the last object of a kind, its kind goes too.
function parent_of(path, n, i, kind) {
    n = split(path, said, " ")
    kind = judge(n)
    i = n - 1
    if (kind == "value" || kind == "values") i = from - 2
    else if (n in names) i = stands_without(joined(1, n - 1), path) ? n - 1 : n - 2
    return i < 1 ? "" : joined(1, i)
}
