/** A string literal of a script with its escapes resolved. */
export interface Literal {
  readonly text: string;
  /** Source before it, up to the previous literal, at most 120 characters. */
  readonly before: string;
}

/** Content of the string literals of a script. */
export interface ScriptLiterals {
  /** Markup that the script writes, statements joined by line breaks. */
  readonly markup: string;
  /** Literals that look like URLs, with the name beside them in the same object. */
  readonly addresses: readonly { readonly reference: string; readonly label: string }[];
}

const mostLiterals = 60_000;
const urlLike =
  /^(?:https?:\/\/[\w.-]+|\/\/[\w-]+\.[\w.-]+|\.{0,2}\/[\w.~%-]*(?=[/?.\w-]))[^\s<>"'`\\^{}|]*$|^[\w./-]+\.(?:s?html?|jspx?|do|action|aspx?|php)(?:\?[^\s<>]*)?$/u;
const resource = /\.(?:png|jpe?g|gif|svg|ico|css|woff2?|ttf|eot|mp[34]|webp|map|swf)(?:\?|$)/iu;
const nameBetween = /^[\s,;]*[\w$.'"\]]{1,60}\s*[:=]\s*$/u;

/**
 * Reads every string literal of a script (quotes, templates, escapes) outside of comments, in
 * linear time.
 */
export function literalsOf(source: string): Literal[] {
  const literals: Literal[] = [];
  let at = 0;
  let end = 0;
  let last = '';
  const { length } = source;
  while (at < length && literals.length < mostLiterals) {
    const character = source[at];
    if (character === '/' && source[at + 1] === '/') {
      const stop = source.indexOf('\n', at);
      at = stop < 0 ? length : stop;
    } else if (character === '/' && source[at + 1] === '*') {
      const stop = source.indexOf('*/', at + 2);
      at = stop < 0 ? length : stop + 2;
    } else if (character === '/' && (last === '' || '(,=:[!&|?{};+\n'.includes(last))) {
      at = endOfRegex(source, at);
      last = '/';
    } else if (character === '"' || character === "'" || character === '`') {
      const stop = endOfLiteral(source, at, character);
      literals.push({
        text: resolveEscapes(source.slice(at + 1, stop), character === '`'),
        before: source.slice(Math.max(end, at - 120), at),
      });
      at = stop + 1;
      end = at;
      last = character;
    } else {
      if (character !== undefined && character > ' ') last = character;
      at += 1;
    }
  }
  return literals;
}

/** Splits a script's literals into markup and URLs. */
export function readScript(source: string): ScriptLiterals {
  const markup: string[] = [];
  const addresses: { reference: string; label: string }[] = [];
  let chained = false;
  let name: string | null = null;
  let address: { reference: string; label: string } | null = null;
  for (const literal of literalsOf(source)) {
    const { text, before } = literal;
    const concatenated = chained && before.length < 120 && /^\s*\+[^;{}]*$/u.test(before);
    if (/<[a-z!/]/iu.test(text) || (concatenated && markup.length > 0)) {
      markup.push(concatenated ? text : `\n${text}`);
      chained = true;
      name = null;
      address = null;
      continue;
    }
    chained = false;
    const beside = nameBetween.test(before);
    if (text.length < 600 && urlLike.test(text) && !resource.test(text) && text.length > 1) {
      address = { reference: text, label: beside && name !== null ? name : '' };
      addresses.push(address);
      name = null;
    } else if (text.length > 0 && text.length <= 40 && /\p{Script=Han}/u.test(text)) {
      if (address && address.label === '' && beside) address.label = text;
      name = text;
      address = null;
    } else if (!/^[\w$.-]{1,40}$/u.test(text)) {
      name = null;
      address = null;
    }
  }
  return { markup: markup.join(''), addresses };
}

/** Index of the closing quote; the end of the line or source for an unclosed literal. */
export function endOfLiteral(source: string, start: number, quote: string): number {
  let depth = 0;
  for (let at = start + 1; at < source.length; at += 1) {
    const character = source[at];
    if (character === '\\') at += 1;
    else if (depth > 0) {
      // Inside `${…}` only braces are counted; quotes are rare there and ignored.
      if (character === '{') depth += 1;
      else if (character === '}') depth -= 1;
    } else if (character === quote) return at;
    else if (quote === '`' && character === '$' && source[at + 1] === '{') {
      depth = 1;
      at += 1;
    } else if (quote !== '`' && character === '\n') return at;
  }
  return source.length;
}

export function endOfRegex(source: string, start: number): number {
  let group = false;
  for (let at = start + 1; at < source.length; at += 1) {
    const character = source[at];
    if (character === '\\') at += 1;
    else if (character === '\n') return start + 1;
    else if (character === '[') group = true;
    else if (character === ']') group = false;
    else if (character === '/' && !group) return at + 1;
  }
  return start + 1;
}

const simple: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  b: ' ',
  f: ' ',
  v: ' ',
  '0': '',
  '\n': '',
};

export function resolveEscapes(raw: string, template: boolean): string {
  let text = raw;
  if (template && text.includes('${')) text = text.replace(/\$\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\}/gu, '');
  if (!text.includes('\\')) return text;
  return text.replace(
    /\\(?:u\{([0-9a-f]{1,6})\}|u([0-9a-f]{4})|x([0-9a-f]{2})|([\s\S]))/giu,
    (whole, wide?: string, four?: string, two?: string, other?: string) => {
      const code = wide ?? four ?? two;
      if (code !== undefined) {
        const point = Number.parseInt(code, 16);
        return point <= 0x10ffff ? String.fromCodePoint(point) : '';
      }
      return other === undefined ? whole : (simple[other] ?? other);
    },
  );
}
