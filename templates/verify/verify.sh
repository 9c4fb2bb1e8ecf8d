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

folder=.
case $0 in */*) folder=${0%/*} ;; esac
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
  case $1 in
    governments/*.*) code=${1#governments/} code=${code%%.*} ;;
    proof/*.tlog-proof) code=${1#proof/} code=${code%.tlog-proof} ;;
    *) code= ;;
  esac
  place=
  if [ -n "$code" ] && [ -f results.csv ]; then
    place=$(awk -F, -v code="$code" '$1 == code { gsub(/[\r"]/, "", $2); print $2; exit }' results.csv)
  fi
  printf '%s' "$1${place:+ ($place)}"
}

# A program is started once for all files or lines, since a start takes longer than its work.

# 1. Every file has the hash that its list states, and no file is missing or added.
# hashes: for every file its SHA-256, two characters, `./` and its path.
{
  find . -type f -exec sha256sum {} +
  find . -type l -exec sh -c 'for link; do [ ! -f "$link" ] || sha256sum "$link"; done' sh {} +
} | sort -k 2 >"$work/hashes"
for list in SHA256SUMS PROOFSUMS; do
  [ -f "$list" ] || fault "$list is missing"
done
awk '
  function read_list(list,  line, path) {
    listed[list]++
    while ((getline line < list) > 0) {
      path = substr(line, 67)
      listed[path]++
      if (line !~ /^[0-9a-f]+  [A-Za-z0-9._\/-]+$/ || substr(line, 65, 2) != "  ") bad[list] = 1
      if (!(path in actual)) print "missing", list, path
      else if (actual[path] != substr(line, 1, 64)) print "changed", list, path
    }
    if (list in bad) print "malformed", list
  }
  { sub(/^\\/, ""); there[NR] = substr($0, 69); actual[there[NR]] = substr($0, 1, 64) }
  END {
    read_list("SHA256SUMS")
    read_list("PROOFSUMS")
    for (i = 1; i <= NR; i++) if (!(there[i] in listed)) print "added", "-", there[i]
    for (path in listed) if (listed[path] > 1) print "twice", "-", path
    print "files", NR
  }' <"$work/hashes" >"$work/differences"
while read -r kind list path; do
  case $kind in
    files) [ "$faults" -gt 0 ] || good "$list files have the hashes that SHA256SUMS and PROOFSUMS state" ;;
    malformed) fault "$list has a line that is none of \`sha256sum\`" ;;
    added) fault "$(named "$path") is in no list: it was added, or its line was changed" ;;
    twice) fault "$path is listed twice" ;;
    missing)
      if [ -f "$path" ]; then fault "$(named "$path") cannot be read"
      else fault "$(named "$path") is missing, or its line in $list was changed"; fi ;;
    *)
      inner=
      case $path in
        *.wacz) inner=$(unzip -tqq "$path" 2>&1 | awk '/bad CRC|error|missing|mismatch/ { print substr($0, 1, 120); exit }') ;;
      esac
      fault "$(named "$path") is not the file that $list lists${inner:+: $inner}" ;;
  esac
done <"$work/differences"

# 2. The log has a line for the list and for every package of this edition.
leaves=proof/leaves.txt
# stated NAME: the text that edition.json, a single line, states under a name.
stated() {
  value=${json##*\"$1\":\"}
  if [ "$value" = "$json" ]; then value=; else value=${value%%\"*}; fi
}
json=
[ ! -f edition.json ] || IFS= read -r json <edition.json
stated publication
edition=$value
stated origin
origin=$value
size=0
if [ ! -f "$leaves" ] || [ -z "$edition" ] || [ -z "$origin" ]; then
  fault "$leaves or edition.json cannot be read"
else
  EDITION=$edition awk '
    {
      sub(/^\\/, "")
      path = substr($0, 69)
      if (path == "SHA256SUMS") key = "edition"
      else if (path ~ /^governments\/[^\/]+\.wacz$/) key = substr(path, 13, length(path) - 17)
      else next
      awaited["govprobe-leaf/1 " ENVIRON["EDITION"] " " key " " substr($0, 1, 64)] = key
      count++
    }
    END {
      while ((getline line < "proof/leaves.txt") > 0) leaf[++size] = line
      # A publication adds its lines at the end.
      for (i = size > count ? size - count + 1 : 1; i <= size; i++) {
        if (leaf[i] in awaited) { delete awaited[leaf[i]]; continue }
        split(leaf[i], word, " ")
        differs[word[3]]
      }
      for (line in awaited) differs[awaited[line]]
      for (key in differs) print "differs", key
      print "lines", size + 0, count + 0
    }' <"$work/hashes" | sort >"$work/log"
  differ=0
  while read -r kind key count; do
    case $kind.$key in
      lines.*)
        size=$key
        [ "$differ" -eq 1 ] || good "the log ends with the $count lines of edition $edition" ;;
      *.edition) differ=1; fault "SHA256SUMS is not the list that the log holds, or $leaves was changed" ;;
      *) differ=1; fault "$(named "governments/$key.wacz") is not the package that the log holds, or $leaves was changed" ;;
    esac
  done <"$work/log"
fi

# 3. The root of the Merkle tree over all lines (RFC 6962) is that of the checkpoint.
# hashed KIND: reads leaves, or nodes as octal escapes, a line each, and prints the SHA-256 of each.
hashed() (
  number=0
  cd "$work" || exit
  while IFS= read -r line; do
    number=$((number + 1))
    # shellcheck disable=SC2059 # the format is made of octal escapes alone
    if [ "$1" = leaves ]; then printf '\000%s' "$line"; else printf "$line"; fi >"node.$number"
    echo "node.$number"
  done | xargs sha256sum
)
octal='BEGIN { for (i = 0; i < 256; i++) octal[sprintf("%02x", i)] = sprintf("\\%03o", i) }
  function escaped(hex,  i, bytes) {
    for (i = 1; i < length(hex); i += 2) bytes = bytes octal[substr(hex, i, 2)]
    return bytes
  }'
# root_of COUNT: the root over the first lines of the log, in Base64.
root_of() {
  left=$1
  head -n "$left" "$work/leaves" >"$work/level"
  # Pairing neighbours, with a single last one rising, gives the same root as the definition.
  while [ "$left" -gt 1 ]; do
    awk "$octal"' NR % 2 { one = $1; next } { print "\\001" escaped(one) escaped($1) }' "$work/level" | hashed nodes >"$work/next"
    [ $((left % 2)) -eq 0 ] || tail -n 1 "$work/level" >>"$work/next"
    left=$(((left + 1) / 2))
    mv "$work/next" "$work/level"
  done
  # shellcheck disable=SC2059
  printf "$(awk "$octal"' { print escaped($1) }' "$work/level")" | openssl base64 -A
}
[ ! -f "$leaves" ] || hashed leaves <"$leaves" >"$work/leaves"

checkpoint=proof/checkpoint
line1='' line2='' line3='' line4='' line5=''
[ ! -f "$checkpoint" ] ||
  { IFS= read -r line1; IFS= read -r line2; IFS= read -r line3; IFS= read -r line4; IFS= read -r line5; } <"$checkpoint"
if [ -f "$leaves" ] && [ -f "$checkpoint" ] && [ -n "$origin" ]; then
  computed=$(root_of "$size")
  if [ "$line1" = "$origin" ] && [ "$line2" = "$size" ] && [ "$line3" = "$computed" ] && [ -z "$line4" ]; then
    good "the checkpoint is that of all lines: root $computed"
  else fault "$checkpoint does not fit: all lines give the root $computed"; fi
  if [ -n "$root" ]; then
    if [ "$root" = "$computed" ]; then good 'the root is the printed one'
    else fault "the root is $computed, the printed one is $root"; fi
  fi
else fault "$checkpoint or $leaves is missing"; fi

# 4. The signature of the checkpoint, where it has one. The checkpoint holds nothing else.
printf '%s\n%s\n%s\n\n' "$line1" "$line2" "$line3" >"$work/whole"
if [ -f signer.pem ] && [ -f "$checkpoint" ]; then
  printf '%s\n%s\n%s\n' "$line1" "$line2" "$line3" >"$work/signed"
  printf '%s\n' "$line5" >>"$work/whole"
  name='' id=''
  [ ! -f signer.key ] || IFS=+ read -r name id _ <signer.key
  base=${line5##* }
  printf '%s' "$base" | openssl base64 -d -A >"$work/signature" 2>/dev/null
  tail -c +5 "$work/signature" >"$work/bare"
  # shellcheck disable=SC2046 # four bytes are four words
  set -- $(od -An -tx1 -N4 "$work/signature")
  if [ "$(openssl base64 -A <"$work/signature")" = "$base" ] && [ "${1-}${2-}${3-}${4-}" = "$id" ] &&
    [ "$line5" = "— $name $base" ] && cmp -s "$work/whole" "$checkpoint" &&
    openssl pkeyutl -verify -pubin -inkey signer.pem -rawin -in "$work/signed" -sigfile "$work/bare" >/dev/null 2>&1; then
    good "the checkpoint is signed by $name (key $id)"
  else fault "the signature of $checkpoint does not hold, or signer.pem was changed"; fi
elif [ -f "$checkpoint" ] && ! cmp -s "$work/whole" "$checkpoint"; then
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
  first=$(sed -n 2p "$1")
  case $first in '' | *[!0-9]*) fault "$2 is no checkpoint"; return ;; esac
  if [ "$first" -gt "$size" ]; then fault "$2 has more lines than $leaves: something was taken out"; return; fi
  if [ "$(sed -n 1p "$1")" = "$origin" ] && [ "$(root_of "$first")" = "$(sed -n 3p "$1")" ]; then
    good "the first $first lines of the log are those of $2"
  else fault "the first $first lines of the log are not those of $2"; fi
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
