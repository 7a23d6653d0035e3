# shellcheck shell=bash
# As much of JSON as a gateway's BGP document needs. It runs on any machine with bash 3.2 or later, so there is no jq;
# texts pass through pipes, as command lines and temporary files would show the password.

# Programs count in bytes then, whatever the language of the machine.
export LC_ALL=C

# The lines $1 as a JSON string.
as_json() {
  printf '"'
  printf '%s\n' "$1" | sed -e 's/\\/\\\\/g' -e 's/"/\\"/g' -e 's/	/\\t/g' -e 's/$/\\n/' | tr -d '\n'
  printf '"'
}

# The value of the field $1 in the JSON $2 as it is written there: a string with its quotes, or a word; else nothing.
# No string can be taken for a field, because quotes within strings have a backslash before them.
field() {
  printf '%s\n' "$2" | tr '\r\n' '  ' | grep -oE "\"$1\" *: *(\"([^\"\\\\]|\\\\.)*\"|[a-z0-9]+)" |
    sed -E -n "1s/^\"$1\" *: *//p"
}

# Turns the inside of a JSON string into what "printf %b" takes.
# shellcheck disable=SC2016
UNESCAPE='function code(digits,   i, n) {
  for (i = 1; i <= 4; i++) n = 16 * n + index("0123456789abcdef", tolower(substr(digits, i, 1))) - 1
  return n
}
function octet(n) { return sprintf("\\0%03o", n) }
function utf8(n) {
  if (n < 128) return octet(n)
  if (n < 2048) return octet(192 + int(n / 64)) octet(128 + n % 64)
  if (n < 65536) return octet(224 + int(n / 4096)) octet(128 + int(n / 64) % 64) octet(128 + n % 64)
  return octet(240 + int(n / 262144)) octet(128 + int(n / 4096) % 64) octet(128 + int(n / 64) % 64) octet(128 + n % 64)
}
{
  rest = $0
  out = ""
  high = 0
  while (at = index(rest, "\\")) {
    out = out substr(rest, 1, at - 1)
    letter = substr(rest, at + 1, 1)
    if (letter == "u") {
      n = code(substr(rest, at + 2, 4))
      rest = substr(rest, at + 6)
      if (n >= 55296 && n < 56320) { high = n; continue }
      if (n >= 56320 && n < 57344) n = 65536 + (high - 55296) * 1024 + n - 56320
      out = out utf8(n)
    } else {
      rest = substr(rest, at + 2)
      out = out (index("nrtbf\\", letter) ? "\\" letter : letter)
    }
  }
  printf "%s", out rest
}'

# The text of the JSON string $1, with an x at its end: "$( )" would take line ends away.
text_of() {
  local text=${1#\"}
  printf '%b' "$(printf '%s\n' "${text%\"}" | awk "$UNESCAPE")"
  printf x
}
