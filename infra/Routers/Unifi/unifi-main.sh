# shellcheck shell=bash disable=SC2153
# Brings a site's BGP document to what is wanted. A new document bounces all sessions, so an equal one is not sent.
#   DOCUMENT  what is wanted, whole      FILE  the name that the gateway shows for it

is_ours() { [ "$DESCRIPTION" = "$OWNER" ]; }
is_right() { is_ours && [ "$ENABLED" = true ] && [ "$TEXT" = "$DOCUMENT"$'\n' ]; }

wanted() {
  printf '{"enabled":true,"frr_bgpd_config":%s,"uploaded_file_name":"%s","description":"%s"}' \
    "$(as_json "$DOCUMENT")" "$FILE" "$OWNER"
}

show_plan() {
  local changes
  changes=$(diff <(printf '%s' "$TEXT" | mask) <(printf '%s\n' "$DOCUMENT" | mask) | sed -nE 's/^< /- /p; s/^> /+ /p')
  say "$OWNER replaces the BGP document of the site $SITE; all sessions start anew:"
  say "${changes:-  the same lines, with another password or switched on again}"
}

refuse_foreign() {
  [ -z "$FOUND" ] || is_ours || fail 6 "$ROUTER has a BGP document that this stack did not write (its description is \"$DESCRIPTION\", not \"$OWNER\").
Over the API a site has one document, and this stack would replace all of it. Nothing was changed. Move what is still
needed out of it and delete it on the gateway (Routing > BGP); or, to hand it over as it is, set its description to $OWNER.
Then run the update again."
}

# Puts back what the document was, $1, or takes it away where there was none.
restore() {
  if [ -n "$1" ]; then ask POST < <(printf '%s' "$1"); else ask DELETE; fi
  read_document
  if [ "$FOUND" = "$1" ]; then
    printf '%s' 'the document is back to what it was'
  else
    printf '%s' 'and what was there before could not be put back: look at the gateway under Routing > BGP'
  fi
}

apply() {
  local before problem
  read_document
  if is_right; then
    say "$ROUTER has this document already"
    return
  fi
  refuse_foreign
  before=$FOUND
  show_plan
  ask POST < <(wanted)
  case $STATUS in
    2??) problem='it took the document and has another one now' ;;
    *) problem=$(meaning) ;;
  esac
  for _ in 1 2 3; do
    read_document
    is_right && return
    [ "$FOUND" != "$before" ] || [ "${problem#it took}" != "$problem" ] || fail 7 "$ROUTER: $problem; nothing was changed"
    sleep 1
  done
  fail 8 "$ROUTER: $problem; $(restore "$before")"
}

remove() {
  ask GET
  if is_unsupported; then
    say "$ROUTER has no BGP"
    return
  fi
  read_document
  if [ -z "$FOUND" ]; then
    say "$ROUTER has no BGP document"
  elif ! is_ours; then
    say "the BGP document of $ROUTER is not this stack's: left alone"
  else
    ask DELETE
    expect_success
    read_document
    [ -z "$FOUND" ] || fail 8 "$ROUTER still has the document"
  fi
}

confirm() {
  read_document
  is_right || fail 5 "$ROUTER has not the document of this stack any more: somebody replaced it, or switched it off.
To have it written again, let Pulumi forget that it was: pulumi state delete the command $ROUTER-change, then pulumi up"
  say "$ROUTER has the document${DIGEST:+ of $DIGEST}. Over the API nobody on the router watches the sessions: there is no revert
timer, and this is no word that the sessions stand"
}

main() {
  case ${1-} in
    apply) apply ;;
    confirm) confirm ;;
    remove) remove ;;
    *) fail 2 "unknown mode: ${1-nothing}" ;;
  esac
}
