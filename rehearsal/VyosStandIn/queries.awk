# Questions to a configuration, which is the input: a statement to a line.

{ all[++count] = $0 }

function is_at(statement, path) {
    return statement == path || substr(statement, 1, length(path) + 1) == path " "
}

function stands(path, i) {
    for (i = 1; i <= count; i++) if (is_at(all[i], path)) return 1
    return 0
}

# The words that follow path, each once, go into list[1…]; returns how many there are.
function below(path, list, i, word, found, n) {
    split("", list); split("", found)
    for (i = 1; i <= count; i++) {
        if (index(all[i], path " ") != 1) continue
        split(substr(all[i], length(path) + 2), word, " ")
        if (!(word[1] in found)) { found[word[1]] = 1; list[++n] = word[1] }
    }
    return n + 0
}

function value(path, i) {
    for (i = 1; i <= count; i++) if (index(all[i], path " ") == 1) return substr(all[i], length(path) + 2)
    return ""
}

# Several values, with blanks between them.
function values(path, i, text) {
    for (i = 1; i <= count; i++) {
        if (index(all[i], path " ") == 1) text = text (text == "" ? "" : " ") substr(all[i], length(path) + 2)
    }
    return text
}
