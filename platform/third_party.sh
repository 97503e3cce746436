# shellcheck shell=bash
# How ./dev gets and compiles the libraries that are no packages of Debian 13: from the source packages in pins.txt.
# Each make_ function fills a new folder, which ./dev then gives its name; nothing else is written. It is part of ./dev.

private_apt() { # private_apt DIR SUITE COMMAND...: apt with its own lists and its own one source, which the host never sees
    local dir=$1 from=$2 mirror
    shift 2
    mirror=$(debian_mirror)
    mkdir -p "$dir"/{lists,cache/archives}/partial
    echo "deb-src [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] $mirror $from main" >"$dir/sources.list"
    apt-get -o Dir::Etc::sourcelist="$dir/sources.list" -o Dir::Etc::sourceparts=/dev/null -o Dir::State::Lists="$dir/lists" \
        -o Dir::Cache="$dir/cache" -o Acquire::Languages=none -o Acquire::Check-Valid-Until=false -o APT::Sandbox::User=root "$@"
}

pins() { grep -v '^#' platform/pins.txt; }

fetch_one() { # fetch_one DIR SUITE NAME VERSION: downloads a source package, checks it against its pins, and unpacks it
    local dir=$1 from=$2 name=$3 version=$4
    mkdir -p "$dir/files/$name"
    (cd "$dir/files/$name" && private_apt "$dir/apt-$from" "$from" source --download-only "$name=$version") || return 1
    pins | awk -v n="$name" -v v="$version" '$2 == n && $3 == v {print $5 "  " $4}' |
        (cd "$dir/files/$name" && sha256sum -c --strict) || return 1
    dpkg-source --no-check -x "$dir/files/$name"/*.dsc "$dir/$name"
}

make_sources() {
    local dir=$1 from name version
    mkdir -p "$dir"
    while read -r from name version; do
        [[ -d $dir/$name ]] && continue
        [[ -d $dir/apt-$from ]] || private_apt "$dir/apt-$from" "$from" update
        fetch_one "$dir" "$from" "$name" "$version" || rm -rf "$dir/files/$name" "${dir:?}/$name"
    done < <(pins | awk '!seen[$1 $2 $3]++ {print $1, $2, $3}')
    rm -rf "$dir"/apt-* "$dir/files"
    for name in $(pins | awk '{print $2}' | sort -u); do
        [[ -d $dir/$name ]] || { echo "no pinned version of $name could be had: ./dev pins looks for newer ones"; return 1; }
    done
}

make_libs() {
    local dir=$1 source=$1/source object header file
    mkdir -p "$dir/web/lib"
    cp -r "$libsodium" "$source"
    (
        cd "$source"
        ./configure --quiet --disable-shared --enable-static --with-pic --prefix="$dir/native"
        make -s -j"$(nproc)" install
    )

    # For the web, without its configure: under emscripten that takes minutes, and finds what the flags below say.
    mkdir "$dir/objects"
    cp -r "$dir/native/include" "$dir/web"
    find "$source/src/libsodium" -name '*.c' | while read -r file; do
        object=${file#"$source/src/libsodium/"}
        printf '%s\0%s\0' "$file" "$dir/objects/${object//\//-}.o"
    done >"$dir/objects/list"
    # Without SIMD in argon2/: what 1.0.22 has there for WebAssembly multiplies the wrong lanes, and the keys would be
    # other ones than everywhere else. The plain code is as fast.
    # shellcheck disable=SC2016  # expanded by sh
    xargs -0 -n 2 -P "$(nproc)" sh -c '
        case $1 in */argon2/*) simd= ;; *) simd=-msimd128 ;; esac
        exec emcc -c -O3 $simd -DCONFIGURED=1 -DNATIVE_LITTLE_ENDIAN=1 -DHAVE_GETENTROPY=1 \
            -I "$0/src/libsodium/include" -I "$0/src/libsodium/include/sodium" "$1" -o "$2"' "$source" <"$dir/objects/list"
    emar rcs "$dir/web/lib/libsodium.a" "$dir"/objects/*.o

    for header in cereal nlohmann doctest; do # headers only, so the web build uses Debian's native ones
        cp -rL "/usr/include/$header" "$dir/web/include"
    done
    rm -rf "$dir/objects" "$source"
}

do_pins() {
    local from name version newest dir=$cache/pins.$$
    while read -r from name; do
        [[ -d $dir/apt-$from ]] || private_apt "$dir/apt-$from" "$from" update
        newest=$(private_apt "$dir/apt-$from" "$from" source --print-uris "$name" 2>/dev/null |
            sed -n "s/.* ${name}_\(.*\)\.dsc .*/\1/p")
        version=$(pins | awk -v n="$name" '$2 == n {print $3; exit}')
        say "$name: pinned $version, $from has $newest"
        if pins | grep -qF " $name $newest "; then continue; fi
        mkdir -p "$dir/$name"
        (cd "$dir/$name" && private_apt "$dir/apt-$from" "$from" source --download-only "$name")
        (cd "$dir/$name" && sha256sum -- *) |
            awk -v s="$from" -v n="$name" -v v="$newest" '{print s, n, v, $2, $1}' >>platform/pins.txt
        say "$name: $newest added to platform/pins.txt; move it above the older one to use it"
    done < <(pins | awk '!seen[$2]++ {print $1, $2}')
    rm -rf "$dir"
}
