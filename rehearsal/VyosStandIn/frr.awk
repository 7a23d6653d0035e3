# A configuration in FRR's language, as far as VyOS is the one to write it there. The input is sorted so that numbers
# count as numbers.

END {
    lists("community-list"); lists("large-community-list")
    prefix_lists("prefix-list", "ip"); prefix_lists("prefix-list6", "ipv6")
    maps()
    routes("route", "ip"); routes("route6", "ipv6")
    if (stands("protocols bgp")) bgp()
}

# Prints before and the value at path, if there is one.
function put(before, path, after) { if (value(path) != "") print before value(path) after }

function put_flag(text, path) { if (stands(path)) print text }

function lists(kind, name, rule, names, rules, i, j, at) {
    names = below("policy " kind, name)
    for (i = 1; i <= names; i++) {
        rules = below("policy " kind " " name[i] " rule", rule)
        for (j = 1; j <= rules; j++) {
            at = "policy " kind " " name[i] " rule " rule[j]
            print "bgp " kind (name[i] ~ /^[0-9]+$/ ? " " : " expanded ") name[i] " seq " rule[j] " " value(at " action") " " value(at " regex")
        }
    }
}

function prefix_lists(kind, ip, name, rule, names, rules, i, j, at, ge, le) {
    names = below("policy " kind, name)
    for (i = 1; i <= names; i++) {
        rules = below("policy " kind " " name[i] " rule", rule)
        for (j = 1; j <= rules; j++) {
            at = "policy " kind " " name[i] " rule " rule[j]
            ge = value(at " ge"); le = value(at " le")
            print ip " prefix-list " name[i] " seq " rule[j] " " value(at " action") " " value(at " prefix") (ge == "" ? "" : " ge " ge) (le == "" ? "" : " le " le)
        }
    }
}

function maps(name, rule, names, rules, i, j, at) {
    names = below("policy route-map", name)
    for (i = 1; i <= names; i++) {
        rules = below("policy route-map " name[i] " rule", rule)
        for (j = 1; j <= rules; j++) {
            at = "policy route-map " name[i] " rule " rule[j]
            print "route-map " name[i] " " value(at " action") " " rule[j]
            put(" on-match goto ", at " continue")
            put(" description ", at " description")
            put(" match community ", at " match community community-list", stands(at " match community exact-match") ? " exact-match" : "")
            put(" match large-community ", at " match large-community large-community-list")
            put(" match ip address prefix-list ", at " match ip address prefix-list")
            put(" match ip next-hop prefix-list ", at " match ip nexthop prefix-list")
            put(" match ipv6 address prefix-list ", at " match ipv6 address prefix-list")
            put(" match tag ", at " match tag")
            put_flag(" on-match next", at " on-match next")
            put(" on-match goto ", at " on-match goto")
            put(" set comm-list ", at " set community delete", " delete")
            if (values(at " set community replace") != "") print " set community " values(at " set community replace")
            if (values(at " set community add") != "") print " set community " values(at " set community add") " additive"
            put_flag(" set community none", at " set community none")
            if (values(at " set large-community replace") != "") print " set large-community " values(at " set large-community replace")
            if (values(at " set large-community add") != "") print " set large-community " values(at " set large-community add") " additive"
            put(" set ip next-hop ", at " set ip-next-hop")
            put_flag(" set ipv6 next-hop prefer-global", at " set ipv6-next-hop prefer-global")
            put(" set local-preference ", at " set local-preference")
            put(" set metric ", at " set metric")
            put(" set tag ", at " set tag")
            print "exit\n!"
        }
    }
}

function routes(kind, ip, prefix, prefixes, hop, hops, i, j, at, tag, distance) {
    prefixes = below("protocols static " kind, prefix)
    for (i = 1; i <= prefixes; i++) {
        at = "protocols static " kind " " prefix[i]
        if (stands(at " blackhole")) {
            tag = value(at " blackhole tag"); distance = value(at " blackhole distance")
            print ip " route " prefix[i] " blackhole" (tag == "" ? "" : " tag " tag) (distance == "" ? "" : " " distance)
        }
        hops = below(at " next-hop", hop)
        for (j = 1; j <= hops; j++) {
            distance = value(at " next-hop " hop[j] " distance")
            print ip " route " prefix[i] " " hop[j] (distance == "" ? "" : " " distance)
        }
    }
}

function bgp(name, names, i) {
    print "router bgp " value("protocols bgp system-as")
    print stands("protocols bgp parameters ebgp-requires-policy") ? " bgp ebgp-requires-policy" : " no bgp ebgp-requires-policy"
    print " no bgp default ipv4-unicast"
    print " no bgp network import-check"
    own_family("ipv4-unicast", "ipv4 unicast"); own_family("ipv6-unicast", "ipv6 unicast")
    names = below("protocols bgp peer-group", name)
    for (i = 1; i <= names; i++) peer(name[i], "protocols bgp peer-group " name[i], 1)
    names = below("protocols bgp neighbor", name)
    for (i = 1; i <= names; i++) peer(name[i], "protocols bgp neighbor " name[i], 0)
    put(" bgp listen limit ", "protocols bgp listen limit")
    names = below("protocols bgp listen range", name)
    for (i = 1; i <= names; i++) put(" bgp listen range " name[i] " peer-group ", "protocols bgp listen range " name[i] " peer-group")
    put_flag(" bgp bestpath as-path multipath-relax", "protocols bgp parameters bestpath as-path multipath-relax")
    put_flag(" bgp bestpath compare-routerid", "protocols bgp parameters bestpath compare-routerid")
    put(" bgp cluster-id ", "protocols bgp parameters cluster-id")
    put(" bgp graceful-restart stalepath-time ", "protocols bgp parameters graceful-restart stalepath-time")
    put_flag(" no bgp hard-administrative-reset", "protocols bgp parameters no-hard-administrative-reset")
    put_flag(" bgp log-neighbor-changes", "protocols bgp parameters log-neighbor-changes")
    put(" bgp minimum-holdtime ", "protocols bgp parameters minimum-holdtime")
    put_flag(" no bgp fast-external-failover", "protocols bgp parameters no-fast-external-failover")
    put(" bgp router-id ", "protocols bgp parameters router-id")
    if (stands("protocols bgp timers keepalive")) print " timers bgp " value("protocols bgp timers keepalive") " " value("protocols bgp timers holdtime")
    print "exit\n!"
}

function own_family(family, words, at, name, names, i, map) {
    at = "protocols bgp address-family " family
    if (!stands(at)) return
    print " !\n address-family " words
    put("  maximum-paths ", at " maximum-paths ebgp")
    put("  maximum-paths ibgp ", at " maximum-paths ibgp")
    names = below(at " redistribute", name)
    for (i = 1; i <= names; i++) {
        map = value(at " redistribute " name[i] " route-map")
        print "  redistribute " name[i] (map == "" ? "" : " route-map " map)
    }
    names = below(at " network", name)
    for (i = 1; i <= names; i++) print "  network " name[i]
    print " exit-address-family"
}

function peer(name, at, is_group, restart, family, families, i) {
    if (is_group) print " neighbor " name " peer-group"
    else put(" neighbor " name " peer-group ", at " peer-group")
    put(" neighbor " name " remote-as ", at " remote-as")
    put_flag(" neighbor " name " bfd", at " bfd")
    put(" neighbor " name " bfd profile ", at " bfd profile")
    put(" neighbor " name " description ", at " description")
    put(" neighbor " name " ebgp-multihop ", at " ebgp-multihop")
    restart = value(at " graceful-restart")
    if (restart != "") print " neighbor " name " graceful-restart" (restart == "enable" ? "" : restart == "disable" ? "-disable" : "-helper")
    put_flag(" neighbor " name " passive", at " passive")
    put(" neighbor " name " password ", at " password")
    put_flag(" neighbor " name " shutdown", at " shutdown")
    put(" neighbor " name " ttl-security hops ", at " ttl-security hops")
    if (stands(at " timers keepalive") && stands(at " timers holdtime")) print " neighbor " name " timers " value(at " timers keepalive") " " value(at " timers holdtime")
    put(" neighbor " name " update-source ", at " update-source")
    families = below(at " address-family", family)
    for (i = 1; i <= families; i++) peer_family(name, at " address-family " family[i], family[i])
}

function peer_family(name, at, family) {
    sub(/-/, " ", family)
    print " !\n address-family " family
    put("  neighbor " name " maximum-prefix ", at " maximum-prefix")
    put_flag("  neighbor " name " next-hop-self", at " nexthop-self")
    put("  neighbor " name " route-map ", at " route-map export", " out")
    put("  neighbor " name " route-map ", at " route-map import", " in")
    put("  neighbor " name " prefix-list ", at " prefix-list export", " out")
    put("  neighbor " name " prefix-list ", at " prefix-list import", " in")
    put_flag("  neighbor " name " soft-reconfiguration inbound", at " soft-reconfiguration inbound")
    print "  neighbor " name " activate\n exit-address-family"
}
