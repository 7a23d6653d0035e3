# What the owner of a part has against the configuration of a session, a line per complaint; status 1 if it has any.

END {
    if (owner == "policy") verify_policy()
    if (owner == "protocols bgp" && stands(owner)) verify_bgp()
    exit complaints > 0
}

function complain(text) { print text; complaints++ }

function verify_policy(kind, kinds, i) {
    kinds = split("prefix-list prefix-list6 community-list large-community-list route-map", kind, " ")
    for (i = 1; i <= kinds; i++) verify_lists(kind[i])
    verify_use()
}

function verify_lists(kind, name, rule, names, rules, i, j, at, text, twin) {
    names = below("policy " kind, name)
    for (i = 1; i <= names; i++) {
        rules = below("policy " kind " " name[i] " rule", rule)
        split("", twin)
        for (j = 1; j <= rules; j++) {
            at = "policy " kind " " name[i] " rule " rule[j]
            if (!stands(at " action")) complain(at " has no action")
            if (kind ~ /community/ && !stands(at " regex")) complain(at " has no regex")
            if (kind ~ /prefix/) {
                if (!stands(at " prefix")) complain(at " has no prefix")
                text = value(at " action") "/" value(at " prefix") "/" value(at " ge") "/" value(at " le")
                if (text in twin) complain(at " says the same as rule " twin[text])
                twin[text] = rule[j]
            }
            if (kind == "route-map") verify_rule(at)
        }
    }
}

function verify_rule(at) {
    if (value(at " action") == "deny" && (stands(at " continue") || stands(at " on-match"))) complain(at " denies: it cannot go on")
    must_exist(at, "community-list", value(at " match community community-list"))
    must_exist(at, "community-list", value(at " set community delete"))
    must_exist(at, "large-community-list", value(at " match large-community large-community-list"))
    must_exist(at, "prefix-list", value(at " match ip address prefix-list"))
    must_exist(at, "prefix-list", value(at " match ip nexthop prefix-list"))
    must_exist(at, "prefix-list6", value(at " match ipv6 address prefix-list"))
    if (stands(at " set community add") + stands(at " set community replace") + stands(at " set community none") > 1) {
        complain(at " can only do one thing to the communities")
    }
}

function must_exist(at, kind, name) {
    if (name != "" && !stands("policy " kind " " name)) complain(at ": the " kind " " name " does not exist")
}

# Nothing may go that a protocol still uses.
function verify_use(i, n, word, kind) {
    for (i = 1; i <= count; i++) {
        if (all[i] !~ /^protocols .* (route-map|prefix-list) /) continue
        n = split(all[i], word, " ")
        kind = all[i] ~ / route-map / ? "route-map" : "prefix-list"
        if (stands("policy " kind " " word[n]) || (kind == "prefix-list" && stands("policy prefix-list6 " word[n]))) continue
        complain("the " kind " " word[n] " is still in use")
    }
}

function verify_bgp(name, names, i, bgp) {
    bgp = "protocols bgp"
    if (!stands(bgp " system-as")) complain(bgp " has no system-as")
    # Stricter than VyOS, which says nothing and then sets neither.
    if (stands(bgp " timers keepalive") != stands(bgp " timers holdtime")) complain("keepalive and holdtime only go together")
    names = below(bgp " peer-group", name)
    for (i = 1; i <= names; i++) verify_peer(bgp " peer-group " name[i])
    names = below(bgp " neighbor", name)
    for (i = 1; i <= names; i++) verify_neighbor(bgp " neighbor " name[i])
    names = below(bgp " listen range", name)
    for (i = 1; i <= names; i++) verify_range(name[i], value(bgp " listen range " name[i] " peer-group"))
}

function verify_peer(at, family, families, i) {
    if (stands(at " ebgp-multihop") && stands(at " ttl-security")) complain(at ": ebgp-multihop and ttl-security exclude each other")
    if (value(at " password") ~ /[ \t]/) complain(at ": a password cannot have blanks")
    families = below(at " address-family", family)
    for (i = 1; i <= families; i++) {
        verify_filters(at " address-family " family[i], "route-map", "route-map")
        verify_filters(at " address-family " family[i], "prefix-list", family[i] ~ /6/ ? "prefix-list6" : "prefix-list")
    }
}

function verify_filters(at, word, kind) {
    must_exist(at, kind, value(at " " word " import"))
    must_exist(at, kind, value(at " " word " export"))
}

function verify_neighbor(at, group) {
    verify_peer(at)
    group = value(at " peer-group")
    if (group != "" && !stands("protocols bgp peer-group " group)) complain(at ": the peer-group " group " does not exist")
    if (stands(at " remote-as") + stands("protocols bgp peer-group " group " remote-as") != 1) {
        complain(at ": it or its peer-group needs a remote-as, and only one of them")
    }
}

function verify_range(range, group) {
    if (group == "") complain("the listen range " range " has no peer-group")
    else if (!stands("protocols bgp peer-group " group)) complain("the listen range " range " has the peer-group " group ", which does not exist")
    else if (!stands("protocols bgp peer-group " group " remote-as")) complain("the peer-group " group " of the listen range " range " has no remote-as")
}
