/** Fewer letters (a caption, an error page) do not identify a language. */
const fewestLetters = 60;
/** Share of letters of a script that identifies the language of a text. */
const letterShare = 0.8;

interface Script {
  /** The language that is written in it. */
  readonly name: string;
  /** One letter of it. */
  readonly pattern: RegExp;
}

/** The language of a text by its script; null for other scripts and for texts that are too short. */
export function languageOf(text: string, scripts: readonly Script[]): string | null {
  // Most texts have few letters of all the scripts together, which one search tells.
  const most = text.length - withoutAny(text, scripts).length;
  if (most < fewestLetters * letterShare) return null;
  const letters = text.replace(/\P{L}+/gu, '');
  const all = lengthOf(letters);
  if (all < fewestLetters || most < all * letterShare) return null;
  const found = scripts.find(({ pattern: { source } }) => {
    const own = all - lengthOf(without(letters, source));
    return own / all >= letterShare;
  });
  return found?.name ?? null;
}

/** A pattern that is one property of characters, which may be part of a class. */
const property = /^\\p\{[^{}]*\}$/u;

/** A text without the letters of the scripts; empty if a pattern does not allow one search for all. */
function withoutAny(text: string, scripts: readonly Script[]): string {
  const sources = scripts.map(({ pattern }) => pattern.source);
  return sources.every((source) => property.test(source)) ? without(text, `[${sources.join('')}]`) : '';
}

/** A text without what a pattern describes. */
function without(text: string, source: string): string {
  return text.replace(new RegExp(`(?:${source})+`, 'giu'), '');
}

/** Number of characters; those outside of the basic plane count once. */
function lengthOf(text: string): number {
  return text.length - (text.match(/[\u{10000}-\u{10ffff}]/gu)?.length ?? 0);
}
