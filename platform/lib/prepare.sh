# Sourced by platform/run and platform/test: what both do before they differ. Nothing here downloads anything but
# Debian packages, and those only if they are missing.

source_folder=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
build_folder=$source_folder/build

say() { printf '%s\n' "$*" >&2; }
fail() { say "$*"; exit 1; }

# The lines of the named sections of packages.txt: a package, or alternatives as "a|b".
packages_of() {
  awk -v wanted=" $* " '
    { sub(/#.*/, ""); gsub(/[ \t]/, "") }
    /^\[/ { listed = index(wanted, " " substr($0, 2, length($0) - 2) " "); next }
    listed && $0 != ""' "$source_folder/platform/packages.txt"
}

# Installs what the named sections list and this machine lacks. Asks apt only if something is missing.
install_packages() {
  local entry name missing=() installed
  # Abbreviated states: the second letter is "i" for a package that is there; names come with their architecture or without.
  installed=" $(dpkg-query -W -f='${db:Status-Abbrev}${Package}\n' | awk '/^.i/ { print $2 }' | tr '\n' ' ')"
  for entry in $(packages_of "$@"); do
    for name in ${entry//|/ }; do
      [[ $installed == *" $name "* ]] && continue 2
    done
    missing+=("${entry%%|*}")
  done
  [ ${#missing[@]} -eq 0 ] && return
  local as_root=()
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || fail "These packages are missing and only root can install them: ${missing[*]}"
    as_root=(sudo)
  fi
  say "Installing ${#missing[@]} missing packages: ${missing[*]}"
  "${as_root[@]}" apt-get -qq update ||
    fail "apt could not read its package lists: check the network and the file /etc/apt/sources.list, then try again."
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
    apt-get -qq -y --no-install-recommends install "${missing[@]}" >&2 ||
    fail "apt could not install: ${missing[*]}. The project builds on Debian 12 and 13."
}

# build FOLDER SETTINGS TARGET...: configures once (Ninja notices later changes by itself) and builds. SETTINGS is a file
# of platform/build or empty; without targets, everything is built.
build() {
  local folder=$1 settings=$2
  shift 2
  [ -f "$folder/build.ninja" ] ||
    cmake ${settings:+-C "$source_folder/platform/build/$settings"} -S "$source_folder" -B "$folder" -G Ninja >&2 || exit 1
  cmake --build "$folder" --parallel "$(nproc)" ${1:+--target "$@"} >&2 || exit 1
}

# The starter catalog in build/catalog, made again when the content or the program that makes it has changed.
build_catalog() {
  local maker=$build_folder/kiosk/main/kioskctl stamp=$build_folder/catalog.stamp
  if [ -f "$stamp" ] && [ -z "$(find "$source_folder/content" "$maker" -newer "$stamp" -print -quit)" ]; then
    return
  fi
  # The stamp carries the time before the build: content saved meanwhile counts as changed.
  touch "$stamp.new"
  "$maker" content build "$source_folder/content" "$build_folder/catalog" >&2 || exit 1
  mv "$stamp.new" "$stamp"
}
