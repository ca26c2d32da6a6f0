#!/usr/bin/env bash
# Builds the site of this register and looks at it: two validators of HTML, XML and CSV-W, and a real browser.
# Installs what that needs where it can: Debian's packages as root, npm packages by the lock file, csvw in a folder of its own.
#
#   tests/browser/check.sh [SITE]    with SITE: that site, instead of building one
set -euo pipefail
here="$(cd "$(dirname "$0")" && pwd)"
root="$(cd "$here/../.." && pwd)"
say() { printf '\n-- %s\n' "$*"; }

say "what the browser checks need"
need=()
command -v chromium >/dev/null || need+=(chromium)
command -v node >/dev/null || need+=(nodejs)
command -v npm >/dev/null || need+=(npm)
command -v java >/dev/null || need+=(default-jre-headless)
command -v xmllint >/dev/null || need+=(libxml2-utils)
python3 -c 'import venv, ensurepip' 2>/dev/null || need+=(python3-venv)
if [ "${#need[@]}" -gt 0 ]; then
  if command -v apt-get >/dev/null && [ "$(id -u)" = 0 ]; then
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${need[@]}" >/dev/null
  else
    echo "not there, and not to be installed without root and apt-get: ${need[*]}" >&2
    echo "install them, or leave the browser checks out with KLACHT_NO_BROWSER=1" >&2
    exit 1
  fi
fi
cd "$here"
[ -d node_modules ] && cmp -s package-lock.json node_modules/.locked || {
  npm ci --silent --no-audit --no-fund --ignore-scripts
  cp package-lock.json node_modules/.locked
}
[ -x .venv/bin/csvwvalidate ] || { python3 -m venv .venv && .venv/bin/pip install --quiet -r requirements.txt; }

site="${1:-}"
if [ -z "$site" ]; then
  say "the site"
  site="$(mktemp -d)/public"
  trap 'rm -rf "$(dirname "$site")"' EXIT
  (cd "$root" && cargo run --locked --quiet -- build --base-url https://klachten.example/klachten/ --output "$site")
fi

say "html-validate"
npx --no-install html-validate --config .htmlvalidate.json "$site/**/*.html"
say "the Nu checker"
java -jar node_modules/vnu-jar/build/dist/vnu.jar --skip-non-html --also-check-css --also-check-svg --Werror \
  --filterpattern '.*Content Security Policy.*' "$site"
say "XML"
find "$site" \( -name '*.xml' -o -name '*.atom' -o -name '*.svg' \) -print0 | xargs -0 -r xmllint --noout
say "Atom, by the grammar of RFC 4287"
grammar() { xmllint --noout --relaxng atom.rng "$@"; }
find "$site" -name '*.atom' -print0 | xargs -0 -r xmllint --noout --relaxng atom.rng
# A grammar that takes anything proves nothing.
for without in '/<updated>/d' '/<author>/d' 's/T00:00:00Z//' '/<entry>/,$ s/rel="alternate"/rel="related"/'; do
  if sed "$without" "$site/wijzigingen.atom" | grammar - 2>/dev/null; then echo "the grammar takes a feed spoiled by $without" >&2; exit 1; fi
done
say "CSV-W"
while IFS= read -r -d '' table; do .venv/bin/csvwvalidate "$table" >/dev/null; done \
  < <(find "$site" -name '*.csv-metadata.json' -print0)
say "a real browser"
node run.mjs "$site"
