/** Longer documents are data dumps; portal pages have some hundred kilobytes. */
const longestSource = 3_000_000;
const mostTags = 40_000;
const mostAttributes = 400;
/** Parsers that search their stack for every tag are too slow with more open elements than this. */
const deepest = 600;
/** Unclosed formatting elements are reopened in every following block. */
const mostFormatting = 60;

type Sort = 'shallow' | 'formatting' | 'raw';

function sorted(names: string, sort: Sort): [string, Sort][] {
  return names.split(' ').map((name) => [name, sort]);
}

/** Elements that are void or closed by the next one of their kind. */
const shallow = sorted(
  'area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr p li dt dd tr td th tbody thead tfoot colgroup option optgroup html head body path circle ellipse line polygon polyline rect stop use image',
  'shallow',
);
const formatting = sorted('b big code em font i nobr s small strike strong tt u', 'formatting');
/** Elements whose content is not markup. */
const raw = sorted('script style textarea title xmp noembed noframes iframe plaintext', 'raw');
/** What the elements mean for the depth of a tree. */
const sorts: ReadonlyMap<string, Sort> = new Map([...shallow, ...formatting, ...raw]);

/**
 * Whether a tree can be built in bounded time: standard parsers are quadratic in depth, in open
 * formatting elements and in attributes per tag. This test itself is linear.
 */
export function canBuildTree(source: string): boolean {
  if (source.length > longestSource) return false;
  let depth = 0;
  let open = 0;
  let tags = 0;
  for (let at = source.indexOf('<'); at >= 0; at = source.indexOf('<', at)) {
    if (source.charCodeAt(at + 1) === codes.bang && source.startsWith('<!--', at)) {
      const end = source.indexOf('-->', at + 4);
      at = end < 0 ? source.length : end + 3;
      continue;
    }
    const closing = source.charCodeAt(at + 1) === codes.slash;
    const name = nameAt(source, closing ? at + 2 : at + 1);
    if (name === '') {
      at += 1;
      continue;
    }
    tags += 1;
    const inside = at + name.length + 1;
    at = tagEnd(source, inside);
    if (tags > mostTags || hasManyAttributes(source, inside, at)) return false;
    const sort = sorts.get(name);
    if (sort === 'shallow') continue;
    const step = closing ? -1 : 1;
    depth = Math.max(0, depth + step);
    if (sort === 'formatting') open = Math.max(0, open + step);
    if (depth > deepest || open > mostFormatting) return false;
    if (closing || sort !== 'raw') continue;
    const end = indexOfClose(source, name, at);
    if (end < 0) return true;
    at = end;
  }
  return true;
}

const longestName = 41;

/** The name of a tag in lower case; empty where none starts. */
function nameAt(source: string, at: number): string {
  if (!isLetter(source.charCodeAt(at))) return '';
  let end = at + 1;
  while (end < at + longestName && isInName(source.charCodeAt(end))) end += 1;
  return source.slice(at, end).toLowerCase();
}

function isLetter(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a);
}

/** Letters, digits, colon, hyphen and underscore. */
function isInName(code: number): boolean {
  return isLetter(code) || (code >= 0x30 && code <= 0x3a) || code === 0x2d || code === 0x5f;
}

const codes = { bang: 0x21, space: 0x20, quote: 0x22, apostrophe: 0x27, slash: 0x2f, equals: 0x3d, end: 0x3e };

/** Offset behind the closing quote of a value; the length of the source if it is not closed. */
function quoteEnd(source: string, at: number): number {
  const end = source.indexOf(source.charAt(at), at + 1);
  return end < 0 ? source.length : end + 1;
}

function opensValue(source: string, start: number, at: number): boolean {
  const code = source.charCodeAt(at);
  return (code === codes.quote || code === codes.apostrophe) && isBehindEquals(source, start, at);
}

/** Offset of the end of a tag. */
function tagEnd(source: string, start: number): number {
  let at = start;
  while (at < source.length) {
    if (source.charCodeAt(at) === codes.end) return at + 1;
    at = opensValue(source, start, at) ? quoteEnd(source, at) : at + 1;
  }
  return source.length;
}

/** Whether a tag may have too many attributes, each of which takes two characters or more. */
function hasManyAttributes(source: string, start: number, end: number): boolean {
  if (end - start <= mostAttributes * 2) return false;
  let attributes = 0;
  let blank = false;
  let at = start;
  while (at < end && source.charCodeAt(at) !== codes.end) {
    const code = source.charCodeAt(at);
    const isValue = opensValue(source, start, at);
    const isGap = isValue || code <= codes.space || code === codes.slash;
    if (!isGap && blank) attributes += 1;
    blank = isGap;
    at = isValue ? quoteEnd(source, at) : at + 1;
  }
  return attributes > mostAttributes;
}

/** Whether an equals sign and at most some space stand directly before an offset. */
function isBehindEquals(source: string, start: number, at: number): boolean {
  if (at > start && source.charCodeAt(at - 1) === codes.equals) return true;
  return /=\s*$/u.test(source.slice(Math.max(start, at - 8), at));
}

function indexOfClose(source: string, name: string, from: number): number {
  for (let at = source.indexOf('</', from); at >= 0; at = source.indexOf('</', at + 2))
    if (source.slice(at + 2, at + 2 + name.length).toLowerCase() === name) return at;
  return -1;
}
