#!/usr/bin/env bash
# Native CPython 3.14 and 3.15 beside the Pythons of this machine, with ruff and the packages that snippets import, from
# Debian's packages. Nothing is installed into the system: they are unpacked into the user's cache with a C library of
# their own, and their programs are pointed at it, so that sys.executable, multiprocessing and venv work as usual.
# Prints the folder that holds python3.14, python3.15 and ruff. Where Debian's packages cannot be had it says so and
# prints nothing: the content is then proved on the Pythons that there are.
set -euo pipefail
versions=(3.14 3.15)
shared=(libc6 libgcc-s1 libstdc++6 libexpat1 zlib1g libzstd1 libbz2-1.0 libffi8 liblzma5 libncursesw6 libreadline8t64
  libsqlite3-0 libtinfo6 libuuid1 libssl3t64 libmpdec4 tzdata patchelf python3-pip-whl ruff)
imported=(python3-attr python3-pydantic python3-pydantic-core python3-annotated-types python3-typing-extensions
  python3-typing-inspection python3-protobuf libprotobuf32t64)

home=${XDG_CACHE_HOME:-$HOME/.cache}/python-interview-lab/native-pythons
stamp=$(cksum <"$0")
done_before() { [ "$(cat "$home/ready" 2>/dev/null)" = "$stamp" ]; }
if done_before; then
  echo "$home/root/usr/bin"
  exit
fi

without() {
  echo "Native Python ${versions[*]} are left out: $1" >&2
  exit 0
}
for tool in apt-get dpkg-deb flock; do
  command -v "$tool" >/dev/null || without "there is no $tool, with which they are taken from Debian's packages."
done
mkdir -p "$home"
exec 9>"$home/lock"
flock 9
if done_before; then
  echo "$home/root/usr/bin"
  exit
fi
rm -rf "$home/root" "$home/debs" "$home/ready"
root=$home/root lists=$home/lists
mkdir -p "$lists/partial" "$home/debs/partial" "$root"

mirror=$(apt-get indextargets --format '$(SITE)' 'Created-By: Packages' | grep -v security | head -n 1 || true)
printf 'deb %s sid main\n' "${mirror:-https://deb.debian.org/debian}" >"$home/sources.list"
apt() {
  apt-get -qq -o "Dir::Etc::SourceList=$home/sources.list" -o Dir::Etc::SourceParts=/dev/null \
    -o "Dir::State::Lists=$lists" -o Dir::State::status=/dev/null -o "Dir::Cache=$home/debs" \
    -o Dir::Cache::pkgcache= -o Dir::Cache::srcpkgcache= -o APT::Sandbox::User="$(id -un)" "$@" >&2
}
wanted=("${shared[@]}" "${imported[@]}")
for version in "${versions[@]}"; do
  wanted+=("python$version"{,-minimal,-venv,-dev} "libpython$version"{,-minimal,-stdlib,-dev})
done
apt update || without "Debian's list of packages cannot be fetched."
(cd "$home/debs" && apt download "${wanted[@]}") || without "Debian's packages cannot be fetched."
for deb in "$home"/debs/*.deb; do dpkg-deb -x "$deb" "$root"; done

triplet=$(basename "$(find "$root/usr/lib" -maxdepth 1 -name '*-linux-gnu*' | head -n 1)")
libraries=$root/usr/lib/$triplet
loader=$(find "$libraries" -name 'ld-linux*.so.*' | head -n 1)
for name in ruff "${versions[@]/#/python}"; do
  program=$root/usr/bin/$name
  # patchelf needs the same C library; sorting the headers breaks programs that are not position-independent.
  "$loader" --library-path "$libraries" "$root/usr/bin/patchelf" --no-sort \
    --set-interpreter "$loader" --force-rpath --set-rpath "$libraries" "$program" || without "$name cannot be prepared."
  "$program" --version >&2 || without "$name does not start."
done
for version in "${versions[@]}"; do
  # What Debian keeps apart: the headers of this processor, and the wheel that venv installs pip from.
  ln -sfn "../$triplet" "$root/usr/include/python$version/$triplet"
  sed -i "s#'/usr/share/python-wheels/\?'#'$root/usr/share/python-wheels'#" "$root/usr/lib/python$version"/_sysconfigdata__*.py
done
rm -rf "$home/debs" "$lists"
echo "$stamp" >"$home/ready"
echo "$root/usr/bin"
