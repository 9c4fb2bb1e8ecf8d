/** Value of a script literal and the offset of its end. */
export interface LiteralValue {
  readonly value: unknown;
  readonly end: number;
}

const deepest = 60;
const escapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', b: ' ', f: ' ', v: ' ', '0': '' };

/** Thrown for anything but data; caught in `readLiteral`. */
class NoLiteral extends Error {}

/**
 * Reads an array or object literal of a script as data, with unquoted names, both kinds of quotes,
 * trailing commas and comments. Null if it contains anything but data (a call, a variable).
 */
export function readLiteral(source: string, start: number): LiteralValue | null {
  const reader = new Reader(source, start);
  try {
    const value = reader.value(0);
    return { value, end: reader.at };
  } catch (mistake) {
    if (mistake instanceof NoLiteral) return null;
    throw mistake;
  }
}

class Reader {
  at: number;
  private readonly source: string;

  constructor(source: string, start: number) {
    this.source = source;
    this.at = start;
  }

  value(depth: number): unknown {
    if (depth > deepest) throw new NoLiteral();
    this.space();
    const character = this.source[this.at] ?? '';
    if (character === '[') return this.array(depth);
    if (character === '{') return this.object(depth);
    if (character === '"' || character === "'" || character === '`') return this.text(character);
    const word = /^[\w$.+-]{1,60}/u.exec(this.source.slice(this.at, this.at + 60))?.[0] ?? '';
    if (word === '') throw new NoLiteral();
    this.at += word.length;
    if (/^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/iu.test(word)) return Number(word);
    if (word === 'true' || word === '!0') return true;
    if (word === 'false') return false;
    if (word === 'null' || word === 'undefined' || word === 'NaN') return null;
    throw new NoLiteral();
  }

  private array(depth: number): unknown[] {
    const items: unknown[] = [];
    this.at += 1;
    for (;;) {
      this.space();
      if (this.take(']')) return items;
      if (this.take(',')) continue;
      items.push(this.value(depth + 1));
      this.space();
      if (!this.take(',') && this.source[this.at] !== ']') throw new NoLiteral();
    }
  }

  private object(depth: number): Record<string, unknown> {
    const members: [string, unknown][] = [];
    this.at += 1;
    for (;;) {
      this.space();
      if (this.take('}')) return Object.fromEntries(members);
      const quote = this.source[this.at] ?? '';
      const key = quote === '"' || quote === "'" ? this.text(quote) : this.word();
      this.space();
      if (!this.take(':')) throw new NoLiteral();
      members.push([key, this.value(depth + 1)]);
      this.space();
      if (!this.take(',') && this.source[this.at] !== '}') throw new NoLiteral();
    }
  }

  private word(): string {
    const word = /^[\p{L}\p{N}_$-]{1,80}/u.exec(this.source.slice(this.at, this.at + 80))?.[0];
    if (word === undefined) throw new NoLiteral();
    this.at += word.length;
    return word;
  }

  private text(quote: string): string {
    let text = '';
    for (let at = this.at + 1; at < this.source.length; at += 1) {
      const character = this.source[at] ?? '';
      if (character === quote) {
        this.at = at + 1;
        return text;
      }
      if (character !== '\\') {
        text += character;
        continue;
      }
      at += 1;
      const next = this.source[at] ?? '';
      const wide =
        next === 'u' || next === 'x'
          ? /^(?:u[0-9a-f]{4}|x[0-9a-f]{2})/iu.exec(this.source.slice(at, at + 5))?.[0]
          : undefined;
      if (wide !== undefined) {
        text += String.fromCharCode(Number.parseInt(wide.slice(1), 16));
        at += wide.length - 1;
      } else text += escapes[next] ?? next;
    }
    throw new NoLiteral();
  }

  private take(character: string): boolean {
    if (this.source[this.at] !== character) return false;
    this.at += 1;
    return true;
  }

  private space(): void {
    for (;;) {
      while (this.at < this.source.length && (this.source[this.at] ?? '') <= ' ') this.at += 1;
      if (this.source.startsWith('//', this.at)) this.at = endOr(this.source, '\n', this.at);
      else if (this.source.startsWith('/*', this.at)) this.at = endOr(this.source, '*/', this.at) + 2;
      else return;
    }
  }
}

function endOr(source: string, mark: string, from: number): number {
  const end = source.indexOf(mark, from);
  return end < 0 ? source.length : end;
}

const begins = /(?:[=:(,]|return)\s*(?=\[\s*[{["']|\{\s*["']?[\w$]+["']?\s*:)/gu;
const mostLiterals = 60;
const longestScript = 600_000;

/**
 * Arrays and objects that are literal data in a script: `var list = [{...}]`, `data: [...]`,
 * `callback({...})`.
 */
export function dataInScript(source: string): unknown[] {
  if (source.length > longestScript) return [];
  const found: unknown[] = [];
  let end = 0;
  let tried = 0;
  for (const match of source.matchAll(begins)) {
    const start = match.index + match[0].length;
    if (start < end) continue;
    tried += 1;
    if (tried > mostLiterals * 5 || found.length >= mostLiterals) break;
    const literal = readLiteral(source, start);
    if (literal === null) continue;
    end = literal.end;
    if (holdsObjects(literal.value)) found.push(literal.value);
  }
  return found;
}

/**
 * Whether data are more than settings: a list of objects at any depth, or an object with several
 * texts.
 */
function holdsObjects(value: unknown, depth = 0): boolean {
  if (typeof value !== 'object' || value === null || depth > 6) return false;
  if (Array.isArray(value))
    return value.some(
      (item) =>
        typeof item === 'object' && item !== null && (Object.keys(item).length > 1 || holdsObjects(item, depth + 1)),
    );
  return Object.values(value).some(
    (item) => holdsObjects(item, depth + 1) || (typeof item === 'string' && /^\s*\[\s*\{/u.test(item)),
  );
}
