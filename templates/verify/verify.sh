#!/bin/sh
# Checks a published edition with sha256sum, unzip, openssl and awk alone. See VERIFY.md.
#
#   sh verify.sh [FOLDER] [--root ROOT] [--before CHECKPOINT]
#
# FOLDER      the folder of the publication (default: the folder of this script)
# --root      the root that is printed on the bulletin, in Base64
# --before    the checkpoint of an earlier publication that you kept
#
# Ends with status 0 when nothing was changed, 1 when something was, 2 when it could not check.
# Use a copy of this script that you trust: a changed script can say anything.
set -u
LC_ALL=C
export LC_ALL

folder=$(dirname "$0")
root=
before=
while [ $# -gt 0 ]; do
  case $1 in
    --root | --before)
      [ $# -ge 2 ] || { echo "$1 needs a value" >&2; exit 2; }
      if [ "$1" = --root ]; then root=$2; else before=$2; fi
      shift 2 ;;
    -*) echo "unknown option $1; expected --root or --before" >&2; exit 2 ;;
    *) folder=$1; shift ;;
  esac
done
for program in sha256sum unzip openssl awk; do
  command -v "$program" >/dev/null 2>&1 || { echo "$program is not installed" >&2; exit 2; }
done
case $before in '' | /*) ;; *) before=$(pwd)/$before ;; esac
cd "$folder" 2>/dev/null || { echo "there is no folder $folder" >&2; exit 2; }
work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT
faults=0

fault() {
  faults=$((faults + 1))
  printf 'CHANGED  %s\n' "$1"
}
good() { printf 'ok       %s\n' "$1"; }

# named PATH: the path with the government that it belongs to.
named() {
  code=$(printf '%s\n' "$1" | sed -n 's|^governments/\([^./]*\)\..*|\1|p; s|^proof/\([^./]*\)\.tlog-proof$|\1|p')
  place=
  if [ -n "$code" ] && [ -f results.csv ]; then
    place=$(awk -F, -v code="$code" '$1 == code { gsub(/[\r"]/, "", $2); print $2; exit }' results.csv)
  fi
  if [ -n "$place" ]; then printf '%s (%s)' "$1" "$place"; else printf '%s' "$1"; fi
}

hash_of() { sha256sum <"$1" | awk '{ print $1 }'; }

# 1. Every file has the hash that its list states, and no file is missing or added.
check_list() {
  list=$1
  if [ ! -f "$list" ]; then fault "$list is missing"; return; fi
  if ! awk '!/^[0-9a-f][0-9a-f]*  [A-Za-z0-9._\/-]+$/ || length($1) != 64 { bad = 1 } { last = $0 } END { exit bad }' "$list"; then
    fault "$list has a line that is none of \`sha256sum\`"
  fi
  while IFS= read -r line || [ -n "$line" ]; do
    stated=${line%%  *}
    path=${line#*  }
    printf '%s\n' "$path" >>"$work/listed"
    if [ ! -f "$path" ]; then
      fault "$(named "$path") is missing, or its line in $list was changed"
    elif [ "$(hash_of "$path")" != "$stated" ]; then
      inner=
      case $path in
        *.wacz) inner=$(unzip -tqq "$path" 2>&1 | awk '/bad CRC|error|missing|mismatch/ { print; exit }' | cut -c1-120) ;;
      esac
      fault "$(named "$path") is not the file that $list lists${inner:+: $inner}"
    fi
  done <"$list"
}
: >"$work/listed"
check_list SHA256SUMS
check_list PROOFSUMS
printf 'SHA256SUMS\nPROOFSUMS\n' >>"$work/listed"
sort "$work/listed" >"$work/sorted"
find . -type f | sed 's|^\./||' | sort >"$work/there"
comm -13 "$work/sorted" "$work/there" >"$work/added"
while IFS= read -r path; do fault "$(named "$path") is in no list: it was added, or its line was changed"; done <"$work/added"
uniq -d "$work/sorted" >"$work/twice"
while IFS= read -r path; do fault "$path is listed twice"; done <"$work/twice"
[ "$faults" -eq 0 ] && good "$(awk 'END { print NR }' "$work/there") files have the hashes that SHA256SUMS and PROOFSUMS state"

# 2. The log has a line for the list and for every package of this edition.
leaves=proof/leaves.txt
edition=$(sed -n 's/.*"publication":"\([^"]*\)".*/\1/p' edition.json 2>/dev/null | head -n 1)
origin=$(sed -n 's/.*"origin":"\([^"]*\)".*/\1/p' edition.json 2>/dev/null | head -n 1)
if [ ! -f "$leaves" ] || [ -z "$edition" ] || [ -z "$origin" ]; then
  fault "$leaves or edition.json cannot be read"
else
  {
    printf 'govprobe-leaf/1 %s edition %s\n' "$edition" "$(hash_of SHA256SUMS)"
    for file in governments/*.wacz; do
      [ -f "$file" ] || continue
      code=${file#governments/}
      printf 'govprobe-leaf/1 %s %s %s\n' "$edition" "${code%.wacz}" "$(hash_of "$file")"
    done
  } | sort >"$work/expected"
  count=$(awk 'END { print NR }' "$work/expected")
  # A publication adds its lines at the end.
  tail -n "$count" "$leaves" | sort >"$work/last"
  comm -3 "$work/expected" "$work/last" | tr -d '\t' | awk '{ print $3 }' | sort -u >"$work/differ"
  while IFS= read -r key; do
    if [ "$key" = edition ]; then fault "SHA256SUMS is not the list that the log holds, or $leaves was changed"
    else fault "$(named "governments/$key.wacz") is not the package that the log holds, or $leaves was changed"; fi
  done <"$work/differ"
  [ -s "$work/differ" ] || good "the log ends with the $count lines of edition $edition"
fi

# 3. The root of the Merkle tree over all lines (RFC 6962) is that of the checkpoint.
# bytes HEX: the bytes that hexadecimal figures stand for.
bytes() {
  # shellcheck disable=SC2059 # the format is made of octal escapes alone
  printf "$(printf '%s' "$1" | awk '{
    for (i = 1; i < length($0); i += 2) {
      high = index("0123456789abcdef", substr($0, i, 1)) - 1
      low = index("0123456789abcdef", substr($0, i + 1, 1)) - 1
      printf "\\%03o", high * 16 + low
    }
  }')"
}
# hashed: reads hexadecimal bytes, a value a line, and prints the SHA-256 of each.
hashed() {
  while IFS= read -r hex; do bytes "$hex" | sha256sum | awk '{ print $1 }'; done
}
# tree_root FILE: the root over the lines of a file, in hexadecimal.
tree_root() {
  while IFS= read -r line; do
    { printf '\000'; printf '%s' "$line"; } | sha256sum | awk '{ print $1 }'
  done <"$1" >"$work/level"
  # Pairing neighbours, with a single last one rising, gives the same root as the definition.
  while [ "$(awk 'END { print NR }' "$work/level")" -gt 1 ]; do
    awk 'NR % 2 { left = $1; next } { print "01" left $1 } END { if (NR % 2) print "=" left }' "$work/level" >"$work/pairs"
    grep -v '^=' "$work/pairs" | hashed >"$work/next"
    sed -n 's/^=//p' "$work/pairs" >>"$work/next"
    mv "$work/next" "$work/level"
  done
  cat "$work/level"
}
to_base64() { bytes "$1" | openssl base64 -A; }

checkpoint=proof/checkpoint
if [ -f "$leaves" ] && [ -f "$checkpoint" ] && [ -n "$origin" ]; then
  computed=$(to_base64 "$(tree_root "$leaves")")
  printf '%s\n%s\n%s\n' "$origin" "$(awk 'END { print NR }' "$leaves")" "$computed" >"$work/body"
  awk 'NR <= 3' "$checkpoint" >"$work/stated"
  if cmp -s "$work/body" "$work/stated" && [ -z "$(sed -n 4p "$checkpoint")" ]; then
    good "the checkpoint is that of all lines: root $computed"
  else fault "$checkpoint does not fit: all lines give the root $computed"; fi
  if [ -n "$root" ]; then
    if [ "$root" = "$computed" ]; then good 'the root is the printed one'
    else fault "the root is $computed, the printed one is $root"; fi
  fi
else fault "$checkpoint or $leaves is missing"; fi

# 4. The signature of the checkpoint, where it has one.
if [ -f signer.pem ] && [ -f "$checkpoint" ]; then
  name=$(sed -n '1s/+.*//p' signer.key 2>/dev/null)
  id=$(sed -n '1s/^[^+]*+\([0-9a-f]*\)+.*/\1/p' signer.key 2>/dev/null)
  line=$(sed -n 5p "$checkpoint")
  base=$(printf '%s\n' "$line" | awk '{ print $3 }')
  printf '%s' "$base" | openssl base64 -d -A >"$work/signature" 2>/dev/null
  again=$(openssl base64 -A <"$work/signature")
  stated=$(od -An -tx1 -N4 "$work/signature" | tr -d ' \n')
  tail -c +5 "$work/signature" >"$work/bare"
  if [ "$again" = "$base" ] && [ "$stated" = "$id" ] && [ "$line" = "— $name $base" ] &&
    [ "$(awk 'END { print NR }' "$checkpoint")" -eq 5 ] &&
    openssl pkeyutl -verify -pubin -inkey signer.pem -rawin -in "$work/stated" -sigfile "$work/bare" >/dev/null 2>&1; then
    good "the checkpoint is signed by $name (key $id)"
  else fault "the signature of $checkpoint does not hold, or signer.pem was changed"; fi
elif [ -f "$checkpoint" ] && [ "$(awk 'END { print NR }' "$checkpoint")" -ne 4 ]; then
  fault "$checkpoint has lines that no key stands for"
fi

# 5. The time token over the checkpoint (RFC 3161), where there is one.
if [ -f proof/checkpoint.tsr ]; then
  if openssl ts -verify -in proof/checkpoint.tsr -data "$checkpoint" -CAfile authority.pem -untrusted authority.pem >/dev/null 2>&1; then
    good "the time token holds: $(openssl ts -reply -in proof/checkpoint.tsr -text 2>/dev/null | sed -n 's/^Time stamp: //p')"
  else fault 'proof/checkpoint.tsr does not hold for this checkpoint and authority.pem'; fi
fi

# 6. The log before is the beginning of this one.
check_before() {
  size=$(sed -n 2p "$1")
  case $size in '' | *[!0-9]*) fault "$2 is no checkpoint"; return ;; esac
  if [ "$size" -gt "$(awk 'END { print NR }' "$leaves")" ]; then fault "$2 has more lines than $leaves: something was taken out"; return; fi
  head -n "$size" "$leaves" >"$work/head"
  if [ "$(sed -n 1p "$1")" = "$origin" ] && [ "$(to_base64 "$(tree_root "$work/head")")" = "$(sed -n 3p "$1")" ]; then
    good "the first $size lines of the log are those of $2"
  else fault "the first $size lines of the log are not those of $2"; fi
}
[ -f proof/checkpoint-before ] && check_before proof/checkpoint-before proof/checkpoint-before
if [ -n "$before" ]; then
  if [ -f "$before" ]; then check_before "$before" "$before"; else echo "there is no file $before" >&2; exit 2; fi
fi

if [ "$faults" -eq 0 ]; then
  echo 'Nothing was changed.'
  [ -n "$root" ] || echo 'Compare the root above with the one that is printed on the bulletin, or give it as --root.'
  exit 0
fi
echo "$faults faults in all."
exit 1
