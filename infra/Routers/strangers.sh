# shellcheck shell=bash disable=SC2153,SC2015
# What others have on this router that touches the nodes' networks, whoever made it: read before the first line of a
# change is entered. What cannot live beside ours is refused by name.

# Prints a line per neighbour and listen range of others: neighbor|range ADDRESS|NETWORK GROUP ASN PASSWORD, with "-" for
# what it has not, and yes or no for a password. The dialect's bgp_statements prints their BGP in FRR's words.
list_strangers() {
  bgp_statements | awk '
    $1 == "neighbor" && $3 == "remote-as" { asn[$2] = $4; see($2) }
    $1 == "neighbor" && $3 == "peer-group" && NF == 4 { group[$2] = $4; see($2) }
    $1 == "neighbor" && $3 == "password" { password[$2] = "yes" }
    $1 == "bgp" && $2 == "listen" && $3 == "range" { range[++ranges] = $4; group[$4] = $6 }
    function see(name) { if (name ~ /[.:]/ && !(name in seen)) { seen[name]; address[++addresses] = name } }
    function either(values, name) { return name in values ? values[name] : (name in group && group[name] in values) ? values[group[name]] : "" }
    function show(kind, name, number, secret) {
      number = either(asn, name); secret = either(password, name)
      print kind, name, name in group ? group[name] : "-", number == "" ? "-" : number, secret == "" ? "no" : secret
    }
    END {
      for (i = 1; i <= addresses; i++) show("neighbor", address[i])
      for (i = 1; i <= ranges; i++) show("range", range[i])
    }'
}

# Whether network $1 has an address in common with one of the networks $2, which are joined by commas.
meets() { [ -n "$(within "$2" <<<"$1")$(tr , '\n' <<<"$2" | within "$1")" ]; }

# Of such lines, those that touch the networks that nodes dial from.
touching() {
  local ranges line name
  ranges=$(cut -d' ' -f4 <<<"$EXPECTED" | paste -sd, -)
  while IFS= read -r line; do
    name=${line#* }
    ! meets "${name%% *}" "$ranges" || printf '%s\n' "$line"
  done
}

# Of such lines, prints for people why one cannot live beside this stack: a line each.
judge_strangers() {
  local kind name group asn password ranges nodes
  while read -r kind name group asn password; do
    while read -r _ _ _ ranges _ nodes; do
      [ "$ranges" != - ] && meets "$name" "$ranges" || continue
      if [ "$kind" = range ]; then
        printf '%s listens to %s already, and no two ranges may overlap (%s): take that out with "%s"\n' \
          "$(whose "$group")" "$name" "$ranges" "$(how_to_remove range "$name" "$group")"
      elif is_among "$name" "${nodes//,/ }" || { [ "$nodes" = - ] && [ "$asn" = "$NODE_ASN" ]; }; then
        printf 'the node %s has its session in %s: there it stays, past the filter and the limit of this stack; take it out with "%s", and it dials again\n' \
          "$name" "$(whose "$group")" "$(how_to_remove neighbor "$name" "$group")"
      elif [ "$password" = no ] && grep -q ' password ' "$WORK/wanted"; then
        printf 'the neighbour %s (%s, AS %s) has no password, and this stack listens with one to %s, where it stands: once its session ends it could not come back; give it a password of its own, or take it out with "%s"\n' \
          "$name" "$(whose "$group")" "$asn" "$ranges" "$(how_to_remove neighbor "$name" "$group")"
      fi
    done <<<"$EXPECTED"
  done
}
whose() { if [ "$1" = - ]; then printf "somebody's own"; else printf 'the group %s' "$1"; fi; }

refuse_strangers() {
  local text
  text=$(list_strangers | judge_strangers)
  [ -z "$text" ] || fail 6 "this router has what cannot live beside this stack:
$text
Nothing was changed."
}
