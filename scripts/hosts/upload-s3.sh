#!/usr/bin/env bash
# Uploads a build to an S3-compatible store with rclone, in an order in which readers never follow a link to something
# that is not there yet, and takes away last what the build no longer has.
#
#   node_modules/recapsule/scripts/hosts/upload-s3.sh <remote:bucket[/folder]> [<build> [<option of rclone>…]]
#
#   upload-s3.sh store:recaps                  uploads dist/
#   upload-s3.sh store:recaps dist --dry-run   says what it would do
#
# The bucket, or the folder in it, must belong to the site alone: what is not of the build is deleted. The remote is one
# of "rclone config", or of the environment, as in CI: RCLONE_CONFIG_STORE_TYPE=s3, …_PROVIDER, …_ENDPOINT,
# …_ACCESS_KEY_ID, …_SECRET_ACCESS_KEY.
set -euo pipefail

if (($# == 0)); then
  sed -n '2,/^set /{/^#/s/^# \{0,1\}//p}' "$0" >&2
  exit 2
fi
store=$1
build=${2:-dist}
options=("${@:3}")
if [[ ! -f $build/index.html ]]; then
  echo "There is no build at $build: run \"npx recapsule build\" first." >&2
  exit 1
fi

# Names of these files change with their content. All others can change at any time, and stay in caches for a minute.
for_ever='Cache-Control: public, max-age=31536000, immutable'
briefly='Cache-Control: public, max-age=60'

# Files are compared by content, because a build gives all of them a new time; the bucket is listed as a whole, because
# nearly every page has a folder of its own.
upload() {
  local headers=$1
  shift
  rclone copy "$build" "$store" --checksum --no-update-modtime --fast-list --header-upload "$headers" "$@" "${options[@]}"
}

lists=(--filter '- /index.html' --filter '- /*/index.html')
for folder in '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' milestones topics search oldest-first newest-first; do
  lists+=(--filter "- /*/$folder/**")
done

echo '1. Styles, fonts and pictures'
upload "$for_ever" --filter '+ /_astro/**' --filter '+ /media/**' --filter '+ /*/media/**' --filter '- *'
echo '2. Entries'
upload "$briefly" "${lists[@]}" --filter '+ *.html' --filter '- *'
echo '3. Timelines, days and topics, which lead to them'
upload "$briefly" --filter '- /index.html' --filter '+ *.html' --filter '- *'
echo '4. Feeds, the front page, and all else'
upload "$briefly"
# Styles of earlier builds stay, so that a page which somebody has open stays whole.
echo '5. Deletions'
rclone sync "$build" "$store" --ignore-existing --fast-list --filter '- /_astro/**' "${options[@]}"

# Readers of feeds that follow by WebSub hear of it at once, where site.yml names a hub. That it does not stops nothing.
if [[ -f $build/atom.xml ]]; then
  link() { sed -n "s/.*<link rel=\"$1\"[^>]* href=\"\([^\"]*\)\".*/\1/p" "$build/atom.xml" | sed 's/&amp;/\&/g' | head -n 1; }
  hub=$(link hub) feed=$(link self)
  if [[ -n $hub ]]; then
    echo '6. The hub'
    curl -fsS --max-time 20 -d hub.mode=publish -d "hub.url=$feed" -d "hub.url=${feed%atom.xml}rss.xml" -d "hub.url=${feed%atom.xml}feed.json" "$hub" || true
  fi
fi
