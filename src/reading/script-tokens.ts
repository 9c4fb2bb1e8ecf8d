import { endOfLiteral, endOfRegex, resolveEscapes } from './script-reader.ts';

/** A token of a script: a name or number, the text of a string, or punctuation. */
export interface Token {
  readonly type: 'word' | 'string' | 'mark';
  readonly text: string;
}

const mostTokens = 20_000;
const beforeRegex = '(,=:[!&|?{};+';

/**
 * Splits a script into tokens without comments; `/` replaces a regular expression. Linear, never
 * throws.
 */
export function tokensOf(source: string): Token[] {
  const tokens: Token[] = [];
  const { length } = source;
  const word = /[\w$\u0080-\uffff]+/uy;
  for (let at = 0; at < length && tokens.length < mostTokens; ) {
    const character = source[at] ?? '';
    const next = source[at + 1];
    const last = tokens[tokens.length - 1];
    if (character <= ' ') {
      at += 1;
    } else if (character === '/' && next === '/') {
      const stop = source.indexOf('\n', at);
      at = stop < 0 ? length : stop;
    } else if (character === '/' && next === '*') {
      const stop = source.indexOf('*/', at + 2);
      at = stop < 0 ? length : stop + 2;
    } else if (character === '<' && source.startsWith('<!--', at)) {
      // HTML-like comment to the end of the line (ECMAScript, annex B).
      const stop = source.indexOf('\n', at);
      at = stop < 0 ? length : stop;
    } else if (character === '/' && (last === undefined || (last.type === 'mark' && beforeRegex.includes(last.text)))) {
      const stop = Math.max(at + 1, endOfRegex(source, at));
      tokens.push({ type: 'word', text: source.slice(at, stop) });
      at = stop;
    } else if (character === '"' || character === "'" || character === '`') {
      const stop = endOfLiteral(source, at, character);
      tokens.push({ type: 'string', text: resolveEscapes(source.slice(at + 1, stop), character === '`') });
      at = stop + 1;
    } else {
      word.lastIndex = at;
      const name = word.exec(source)?.[0];
      tokens.push(name === undefined ? { type: 'mark', text: character } : { type: 'word', text: name });
      at += name === undefined ? 1 : name.length;
    }
  }
  return tokens;
}
