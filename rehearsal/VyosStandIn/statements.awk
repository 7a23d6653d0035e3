# What the stand-in knows about statements: their paths, their values, and how they are written. A statement is a line
# of words as "set" takes them, without quotes; a value at its end may have blanks.

# Reads the table of paths: pattern[i, 1…], long[i] words each; choosy if the second word is a choice.
function read_paths(file, line, n, word, i) {
    while ((getline line < file) > 0) {
        if (line == "" || line ~ /^#/) continue
        n = split(line, word, " ")
        patterns++
        long[patterns] = n
        for (i = 1; i <= n; i++) pattern[patterns, i] = word[i]
        if (word[2] ~ /[|]/) choosy[patterns] = 1
    }
    close(file)
}

# Judges the statement in said[1…n]: "flag", "value", "values", "object", "node" (something may stand below it) or
# "unfinished"; "" with a reason in why. In the first three cases, from is where the value begins (n + 1: there is
# none); names[i] says that word i names an object of the kind that the word before it says.
function judge(n, i, kind) {
    reached = 0; complaint = "the stand-in knows nothing of \"" said[1] (n > 1 ? " " said[2] : "") "\""
    for (i = 1; i <= patterns; i++) {
        if (n > 1 && (pattern[i, 1] != said[1] || (pattern[i, 2] != said[2] && !(i in choosy)))) continue
        kind = fits(i, n)
        if (kind != "") return kind
    }
    why = "[" joined(1, n) "] is not valid: " complaint
    return ""
}

# The complaint about the pattern that went furthest is the one to hear.
function give_up(at, text) {
    if (at > reached) { reached = at; complaint = text }
    return ""
}

function fits(p, n, i, word, type) {
    split("", names)
    for (i = 1; i <= long[p]; i++) {
        word = pattern[p, i]
        if (i > n) return word ~ /^</ ? "unfinished" : "node"
        if (word !~ /^</) {
            if (!among(said[i], word)) return give_up(i, "the stand-in knows nothing of \"" said[i] "\" there")
            continue
        }
        type = word
        gsub(/^<|>[+=]?$/, "", type)
        if (i < long[p] || word ~ /=$/) {
            if (misfit(said[i], type) != "") return give_up(i + 0.5, misfit(said[i], type))
            names[i] = 1
            if (i == long[p]) { from = n + 1; break }
            continue
        }
        from = i
        if (misfit(joined(i, n), type) != "") return give_up(i + 0.5, misfit(joined(i, n), type))
        return word ~ /\+$/ ? "values" : "value"
    }
    if (n > long[p]) return give_up(long[p], "the stand-in knows nothing below \"" said[long[p]] "\"")
    from = n + 1
    return pattern[p, n] ~ /=$/ ? "object" : "flag"
}

function joined(a, b, i, text) {
    text = said[a]
    for (i = a + 1; i <= b; i++) text = text " " said[i]
    return text
}

function among(word, choice, i, n, one) {
    n = split(choice, one, "|")
    for (i = 1; i <= n; i++) if (one[i] == word) return 1
    return 0
}

# What is wrong with a value; "" if nothing is.
function misfit(value, type, bound) {
    if (value == "") return "needs a value"
    if (value ~ /['"]|!!/) return "a value cannot have quotes or \"!!\""
    if (type == "text") return ""
    if (value ~ / /) return "\"" value "\" has blanks"
    if (type == "name") return value ~ /^[-A-Za-z0-9._:]+$/ ? "" : "\"" value "\" is no name"
    if (type == "key") return value ~ /^[-A-Za-z0-9._]+$/ ? "" : "\"" value "\" is no kernel setting"
    if (type == "4") return bits4(value) >= 0 ? "" : "\"" value "\" is no IPv4 address"
    if (type == "6") return bits6(value) ? "" : "\"" value "\" is no IPv6 address"
    if (type == "4/" || type == "6/") return misfit_prefix(value, type + 0)
    if (type ~ /^as/ && value ~ /^[0-9]+$/) return value + 0 >= 1 && value + 0 <= 4294967294 ? "" : value " is no AS number"
    if (type ~ /^[0-9]+-[0-9]+$/) {
        split(type, bound, "-")
        return value ~ /^[0-9]+$/ && value + 0 >= bound[1] + 0 && value + 0 <= bound[2] + 0 ? "" : value " is not within " type
    }
    return among(value, type) ? "" : "\"" value "\" is none of " type
}

# An IPv4 address as a number; -1 if it is none.
function bits4(address, byte, i, bits) {
    if (address !~ /^[0-9]+\.[0-9]+\.[0-9]+\.[0-9]+$/) return -1
    split(address, byte, ".")
    for (i = 1; i <= 4; i++) {
        if (byte[i] + 0 > 255) return -1
        bits = bits * 256 + byte[i]
    }
    return bits
}

# Puts the eight groups of an IPv6 address into group[1…8].
function bits6(address, half, left, right, a, b, i) {
    if (address !~ /^[0-9A-Fa-f:]*$/ || address !~ /:/ || address ~ /:::|::.*::/) return 0
    a = split(address, half, "::")
    if (a == 1 && address !~ /::/) {
        if (split(address, left, ":") != 8) return 0
        for (i = 1; i <= 8; i++) if (!group_is(i, left[i])) return 0
        return 1
    }
    a = split(half[1], left, ":"); b = split(half[2], right, ":")
    if (a + b > 7) return 0
    for (i = 1; i <= 8; i++) group[i] = 0
    for (i = 1; i <= a; i++) if (!group_is(i, left[i])) return 0
    for (i = 1; i <= b; i++) if (!group_is(8 - b + i, right[i])) return 0
    return 1
}

function group_is(i, text, j, value) {
    if (text !~ /^[0-9A-Fa-f]+$/ || length(text) > 4) return 0
    text = tolower(text)
    for (j = 1; j <= length(text); j++) value = value * 16 + index("0123456789abcdef", substr(text, j, 1)) - 1
    group[i] = value
    return 1
}

function misfit_prefix(value, family, part, size, i, bits) {
    size = family == 4 ? 32 : 128
    if (split(value, part, "/") != 2 || part[2] !~ /^[0-9]+$/ || part[2] + 0 > size) return "\"" value "\" is no IPv" family " prefix"
    if (family == 4) {
        bits = bits4(part[1])
        if (bits < 0) return "\"" value "\" is no IPv4 prefix"
        return bits % 2 ^ (32 - part[2]) ? "\"" value "\" has host bits" : ""
    }
    if (!bits6(part[1])) return "\"" value "\" is no IPv6 prefix"
    for (i = 1; i <= 8; i++) {
        bits = 16 * i - part[2]
        if (bits > 16) bits = 16
        if (bits > 0 && group[i] % 2 ^ bits) return "\"" value "\" has host bits"
    }
    return ""
}

# Whether statement is at path or below it.
function is_at(statement, path) {
    return statement == path || substr(statement, 1, length(path) + 1) == path " "
}
