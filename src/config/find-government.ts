import { distance } from 'fastest-levenshtein';
import type { Government } from '../model/government.ts';
import { UsageError } from '../model/usage-error.ts';
import { quoteValue } from './read-text.ts';
import { type Naming, shortForms } from './short-names.ts';

/** Longest query (characters) that is compared with every name. */
const longestQuery = 60;

/**
 * Finds a government by code, by name with or without suffix, or by pinyin (case, spaces, accents
 * and apostrophes are ignored). Throws `UsageError` when none matches (with the nearest names) or
 * several match (with all of them).
 */
export function findGovernment(governments: readonly Government[], query: string, meta: Naming): Government {
  const wanted = fold(query);
  if (wanted === '') {
    throw new UsageError('Expected the code, name or pinyin of a government, found nothing.');
  }
  const folded: Naming = {
    naming: { suffixes: meta.naming.suffixes.map(fold), qualifiers: meta.naming.qualifiers.map(fold) },
  };
  const stages: readonly ((government: Government) => boolean)[] = [
    ({ code }) => fold(code) === wanted,
    ({ name }) => fold(name) === wanted,
    (government) => spellings(government, folded).includes(wanted),
    ({ name }) => meansSameSuffix(wanted, fold(name), folded),
  ];
  for (const fits of stages) {
    const found = [...new Map(governments.filter(fits).map((government) => [government.code, government])).values()];
    const [only] = found;
    if (only && found.length === 1) {
      return only;
    }
    if (found.length > 1) {
      throw new UsageError(`${quoteValue(query)} may be ${list(found, 'or')}: give the code or the full name.`);
    }
  }
  const near = nearest(governments, wanted, folded);
  const hint = near.length > 0 ? `did you mean ${list(near, 'or')}?` : 'give a code, a name or pinyin of the registry.';
  throw new UsageError(`No government is called ${quoteValue(query)}: ${hint}`);
}

/**
 * `findGovernment` among the visited governments; the error tells a government without a visit from
 * an unknown name. Throws `UsageError`.
 */
export function findVisited(
  visited: readonly Government[],
  query: string,
  pack: { readonly visits: readonly Government[]; readonly meta: Naming },
): Government {
  try {
    return findGovernment(visited, query, pack.meta);
  } catch (error) {
    const known = registered(query, pack);
    if (known === null) throw error;
    throw new UsageError(
      `${known.name} (${known.code}) is in the registry, but nothing here is of a visit to it; \`govprobe probe ${known.name}\` visits it now.`,
    );
  }
}

function registered(query: string, pack: Parameters<typeof findVisited>[2]): Government | null {
  try {
    return findGovernment(pack.visits, query, pack.meta);
  } catch {
    return null;
  }
}

function list(governments: readonly Government[], last: string): string {
  const named = governments.map(({ name, code }) => `${name} (${code})`);
  return named.length > 1 ? `${named.slice(0, -1).join(', ')} ${last} ${named.at(-1)}` : named.join('');
}

function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{M}\s'’‘`·-]+/gu, '')
    .toLowerCase();
}

function spellings({ name, pinyin }: Government, meta: Naming): string[] {
  return [...shortForms(fold(name), meta).map(({ text }) => text), ...(pinyin === '' ? [] : [fold(pinyin)])];
}

/**
 * True if a query with a shorter suffix means the name: 延边州 means 延边朝鲜族自治州. A different suffix
 * means a different place: 吉林省 is not 吉林市, and 阿克苏市 is a town in 阿克苏地区.
 */
function meansSameSuffix(wanted: string, name: string, meta: Naming): boolean {
  const asked = shortForms(wanted, meta);
  return shortForms(name, meta).some(({ text, suffix }) =>
    asked.some((form) => form.text === text && suffix.endsWith(form.suffix)),
  );
}

function nearest(governments: readonly Government[], wanted: string, meta: Naming): Government[] {
  const query = wanted.slice(0, longestQuery);
  const unlikeness = (government: Government) =>
    Math.min(
      ...[fold(government.name), government.code, ...spellings(government, meta)].map((text) => {
        // A name that contains the query ranks above any that needs changes; longer overlaps rank
        // higher.
        const overlap = query.length > 1 && (text.includes(query) || query.includes(text));
        return distance(query, text) / Math.max(query.length, text.length) / (overlap ? 4 : 1);
      }),
    );
  return governments
    .map((government) => ({ government, unlike: unlikeness(government) }))
    .filter(({ unlike }) => unlike <= 0.5)
    .sort((a, b) => a.unlike - b.unlike || (a.government.code < b.government.code ? -1 : 1))
    .slice(0, 3)
    .map(({ government }) => government);
}
