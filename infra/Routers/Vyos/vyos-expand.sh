# shellcheck shell=bash
# What both the design that runs and the wanted one need: nothing is taken away before the sessions stand.

# From the files owned and running, wanted and asserted to expanded and expanded.globals.
expand() {
  local line
  keep_rules >"$WORK/kept"
  while IFS= read -r line; do
    is_kept "$line" && printf '%s\n' "$line"
  done < <(lines_only_in "$WORK/owned" "$WORK/wanted") >>"$WORK/kept"
  while IFS= read -r line; do widen "$line"; done <"$WORK/wanted" >"$WORK/expanded"
  lines_only_in "$WORK/kept" "$WORK/expanded" >"$WORK/more"
  cat -- "$WORK/more" >>"$WORK/expanded"
  while IFS= read -r line; do larger_of "$line"; done <"$WORK/asserted" >"$WORK/expanded.globals"
}

# The entries of our lists that only run, under numbers from 30000 on where the wanted ones do not come. Entries are
# compared without their numbers: all permit, so their order does not matter.
keep_rules() {
  awk '
    function key(n, w) { return w[1] " " w[2] " " w[3] " rule " w[5] }
    /^policy (prefix-list6?|community-list) / {
      n = split($0, w, " ")
      entry = key(n, w)
      rest = substr($0, length(entry) + 2)
      if (FILENAME == ARGV[1]) { wanted[entry] = wanted[entry] rest "\n"; lists[w[1] " " w[2] " " w[3]] = 1; next }
      if (!(entry in runs)) order[++count] = entry
      runs[entry] = runs[entry] rest "\n"
    }
    END {
      for (entry in wanted) { split(entry, w, " "); has[w[1] " " w[2] " " w[3] "\n" sorted(wanted[entry])] = 1 }
      for (i = 1; i <= count; i++) {
        entry = order[i]
        split(entry, w, " ")
        list = w[1] " " w[2] " " w[3]
        text = sorted(runs[entry])
        if (((list "\n" text) in has) || index("\n" text, "\naction permit\n") == 0) continue
        has[list "\n" text] = 1
        if (w[5] >= 30000) used[list, w[5]] = 1
        kept[++keeping] = i
        content[keeping] = text
      }
      for (i = 1; i <= keeping; i++) {
        split(order[kept[i]], w, " ")
        list = w[1] " " w[2] " " w[3]
        number = w[5]
        if (number < 30000 && (list in lists)) {
          for (number = 30000; (list, number) in used; number++);
          used[list, number] = 1
        }
        m = split(content[i], lines, "\n")
        for (j = 1; j < m; j++) print list " rule " number " " lines[j]
      }
    }
    function sorted(text, n, lines, i, j, t, result) {
      n = split(text, lines, "\n") - 1
      for (i = 2; i <= n; i++) for (j = i; j > 1 && lines[j - 1] > lines[j]; j--) { t = lines[j]; lines[j] = lines[j - 1]; lines[j - 1] = t }
      for (i = 1; i <= n; i++) result = result lines[i] "\n"
      return result
    }' "$WORK/wanted" "$WORK/owned"
}

# Whether a statement that only runs can stand beside the wanted ones. What has one value is replaced, and so is what
# stands in a group or a map that is wanted.
is_kept() {
  # shellcheck disable=SC2206 # words, and no globbing: set -f
  local -a word=($1)
  case $1 in
    'protocols static '*) ;;
    'policy route-map '*) ! grep -qF "policy route-map ${word[2]} " "$WORK/wanted" ;;
    'protocols bgp peer-group '*) ! grep -qF "protocols bgp peer-group ${word[3]} " "$WORK/wanted" ;;
    'protocols bgp listen range '*) ! overlaps "${word[4]}" ;;
    'firewall group '*) ;;
    'firewall '*) ! grep -qF "${1%% rule *} rule $(sed -E 's/.* rule ([0-9]+) .*/\1/' <<<"$1") " "$WORK/wanted" ;;
    *) return 1 ;;
  esac
}

# A listen range that overlaps another one is refused.
overlaps() {
  local wanted
  while read -r wanted; do
    [ -z "$(within "$wanted" <<<"$1")$(within "$1" <<<"$wanted")" ] || return 0
  done < <(grep '^protocols bgp listen range ' "$WORK/wanted" | cut -d' ' -f5)
  return 1
}

# A wanted statement, as it may stand beside what runs.
widen() {
  local rule
  case $1 in
    *' match community '*)
      # Whoever is let in without a community is let in until then.
      rule=${1%% match *}
      grep -qF "$rule " "$WORK/owned" && ! grep -qF "$rule match community " "$WORK/owned" && return
      ;;
    *' maximum-prefix '*)
      set -- "${1% *} $(wider_limit "$1")"
      ;;
  esac
  printf '%s\n' "$1"
}

# While addresses of both filters may be announced: as many as by statement $1, and those of the entries that stay.
wider_limit() {
  local running group=${1#protocols bgp peer-group }
  running=$(grep -F "${1% *} " "$WORK/owned")
  awk -v list=" ${group%% *}-vips rule " -v wanted="${1##* }" -v running="${running##* }" '
    index($0, list) && / prefix [^ ]+$/ {
      split($NF, network, "/")
      wanted += 2 ^ ((index(network[1], ":") ? 128 : 32) - network[2])
    }
    END {
      if (wanted < running + 0) wanted = running
      if (wanted > 4294967295) wanted = 4294967295
      printf "%.0f\n", wanted
    }' "$WORK/kept"
}

# Limits of the whole router are the larger of both until then.
larger_of() {
  local running
  case $1 in
    'protocols bgp listen limit '* | *' maximum-paths ebgp '*)
      running=$(grep -F "${1% *} " "$WORK/running")
      running=${running##* }
      [ "${running:-0}" -le "${1##* }" ] || set -- "${1% *} $running"
      ;;
  esac
  printf '%s\n' "$1"
}
