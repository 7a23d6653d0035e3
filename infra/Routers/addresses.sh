# shellcheck shell=bash
# Addresses and networks of both families, compared as numbers.

# Reads lines that begin with an address or a network and prints those that lie within one of the networks $1, which
# are joined by commas. With the option -v before them, the others.
within() {
  local others=0
  [ "$1" != -v ] || { others=1 && shift; }
  awk -v networks="$1" -v others="$others" '
    function nibble(digit, i, value, bits) {
      value = index("0123456789abcdef", tolower(digit)) - 1
      for (i = 8; i >= 1; i /= 2) { bits = bits (value >= i); if (value >= i) value -= i }
      return bits
    }
    function group(text, i, bits) {
      while (length(text) < 4) text = "0" text
      for (i = 1; i <= 4; i++) bits = bits nibble(substr(text, i, 1))
      return bits
    }
    function octet(value, i, bits) {
      for (i = 128; i >= 1; i /= 2) { bits = bits (value >= i); if (value >= i) value -= i }
      return bits
    }
    function bits_of(address, n, i, side, bits, left, right, words) {
      if (index(address, ":") == 0) {
        split(address, words, ".")
        return "4" octet(words[1]) octet(words[2]) octet(words[3]) octet(words[4])
      }
      n = index(address, "::")
      side[1] = n ? substr(address, 1, n - 1) : address
      side[2] = n ? substr(address, n + 2) : ""
      n = split(side[1], words, ":")
      for (i = 1; i <= n; i++) left = left group(words[i])
      n = split(side[2], words, ":")
      for (i = 1; i <= n; i++) right = right group(words[i])
      while (length(left) + length(right) < 128) left = left "0"
      return "6" left right
    }
    function prefix_of(network, parts, n) {
      n = split(network, parts, "/")
      return substr(bits_of(parts[1]), 1, 1 + (n == 2 ? parts[2] : 128))
    }
    BEGIN {
      count = split(networks, list, ",")
      for (i = 1; i <= count; i++) prefix[i] = list[i] == "-" ? "none" : prefix_of(list[i])
    }
    {
      found = 0
      own = prefix_of($1)
      for (i = 1; i <= count && !found; i++) found = index(own, prefix[i]) == 1
      if (found != others) print
    }'
}
