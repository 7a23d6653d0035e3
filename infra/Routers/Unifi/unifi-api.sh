# shellcheck shell=bash disable=SC2034
# Calls of a UniFi gateway's API. The key and the documents reach curl through pipes only.
#   URL      of the site's BGP document      PIN  SHA-256 of the gateway's public key, empty for whom the system trusts
#   API_KEY  of the gateway's API            ROUTER, SITE  for messages

curl_options() {
  printf '%s\n' silent show-error 'proto = "=https"' 'connect-timeout = 10' 'max-time = 60'
  printf 'request = "%s"\nurl = "%s"\n' "$1" "$URL"
  printf 'header = "X-Api-Key: %s"\nheader = "Accept: application/json"\n' "$API_KEY"
  # The status on a line of its own, after the answer.
  # shellcheck disable=SC1003
  printf 'write-out = "%s"\n' '\n%{http_code}'
  # A gateway's own certificate names no address: its key is what counts, and curl compares it in any case.
  [ -z "$PIN" ] || printf 'insecure\npinnedpubkey = "sha256//%s"\n' "$PIN"
  [ "$1" != POST ] || printf 'header = "Content-Type: application/json"\ndata-binary = "@-"\n'
}

# Sets STATUS and ANSWER. $1 is the method; the body of a POST comes on standard input. -q: nobody's curlrc counts.
ask() {
  local answer
  command -v curl >/dev/null || fail 3 'the machine that runs Pulumi has no curl'
  if answer=$(curl -q --config <(curl_options "$1") 2>&1); then
    STATUS=${answer##*$'\n'}
    ANSWER=${answer%$'\n'*}
    return
  fi
  # What else came with it may be a document.
  answer=$(printf '%s\n' "$answer" | sed -n 's/^curl: //p')
  case $answer in
    '(60)'*) fail 3 "nobody vouches for the certificate of $URL: pin it with api.certificate; $answer" ;;
    '(90)'*) fail 3 "$URL shows another key than the one in api.certificate: it was renewed, or somebody else answers; $answer" ;;
    *) fail 3 "$ROUTER does not answer at $URL: $answer" ;;
  esac
}

is_unsupported() { case $STATUS-$ANSWER in 404-*api.err.BgpUnsupportedDevice*) ;; *) return 1 ;; esac }

# What an answer that is no success means.
meaning() {
  case $STATUS in
    401) printf '%s' "it does not know the API key (401); make one on the gateway under Control Plane > Integrations, then:
pulumi config set --secret --path 'apiKeys.$ROUTER'" ;;
    403) printf '%s' 'the API key may not do this (403); it has to be that of an administrator' ;;
    404)
      if is_unsupported; then
        printf '%s' "this gateway has no BGP (404 api.err.BgpUnsupportedDevice): its model cannot, or its version is too old, or no
gateway has been adopted by the site $SITE"
      else
        printf '%s' "it has no site $SITE, or it is no UniFi gateway (404)"
      fi
      ;;
    *) printf '%s' "it answers $STATUS $(field code "$ANSWER")" ;;
  esac
}

expect_success() { case $STATUS in 2??) ;; *) fail 3 "$ROUTER: $(meaning)" ;; esac }

# Sets FOUND to the site's document as it is written, with TEXT, DESCRIPTION and ENABLED; all empty where there is none.
read_document() {
  ask GET
  expect_success
  case $ANSWER in
    '' | null | '['* | '{'*) ;;
    *) fail 3 "$ROUTER: what answers at $URL is no UniFi gateway: its answer is no JSON" ;;
  esac
  FOUND='' TEXT='' DESCRIPTION='' ENABLED=''
  local text name description
  text=$(field frr_bgpd_config "$ANSWER")
  case $text in '' | '""' | null) return ;; esac
  name=$(field uploaded_file_name "$ANSWER")
  description=$(field description "$ANSWER")
  [ "$description" != null ] || description=''
  ENABLED=$(field enabled "$ANSWER")
  FOUND="{\"enabled\":${ENABLED:-false},\"frr_bgpd_config\":$text,\"uploaded_file_name\":${name:-\"\"},\"description\":${description:-\"\"}}"
  TEXT=$(text_of "$text")
  TEXT=${TEXT%x}
  DESCRIPTION=$(text_of "$description")
  DESCRIPTION=${DESCRIPTION%x}
}
