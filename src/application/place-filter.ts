import { findVisited, type Pack } from '../config/pack.ts';
import { quoteValue } from '../config/read-text.ts';
import { shortForms } from '../config/short-names.ts';
import type { Government } from '../model/government.ts';
import { UsageError } from '../model/usage-error.ts';

/** Which places are wanted; what is left out does not restrict. */
export interface PlaceFilter {
  /** Codes, names or pinyin. */
  readonly only?: readonly string[] | undefined;
  /** Names of provinces, with or without their suffix. */
  readonly province?: readonly string[] | undefined;
}

/**
 * Codes of the governments that a filter lets pass; null where it restricts nothing.
 *
 * @throws UsageError for an unknown government or province, and where nothing is left.
 */
export function codesOf(
  { only, province }: PlaceFilter,
  governments: readonly Government[],
  pack: Pick<Pack, 'meta' | 'visits'>,
): ReadonlySet<string> | null {
  if (only === undefined && province === undefined) return null;
  if (only?.length === 0) {
    throw new UsageError('--only names no government; expected codes, names or pinyin separated by commas');
  }
  const provinces = province === undefined ? null : provincesOf(province, governments, pack);
  const named = only?.map((name) => findVisited(governments, name, pack)) ?? governments;
  const chosen = named.filter((government) => provinces === null || provinces.has(government.province));
  if (chosen.length === 0) throw new UsageError('none of the governments that --only names lies in that province');
  return new Set(chosen.map(({ code }) => code));
}

function provincesOf(
  wanted: readonly string[],
  governments: readonly Government[],
  { meta }: Pick<Pack, 'meta'>,
): ReadonlySet<string> {
  const known = [...new Set(governments.map(({ province }) => province))].filter((name) => name !== '');
  if (wanted.length === 0) throw new UsageError(`--province names none; expected some of ${known.join(', ')}`);
  return new Set(
    wanted.map((query) => {
      const spellings = (name: string): string[] => [name, ...shortForms(name, meta).map(({ text }) => text)];
      const found = known.filter((name) => name === query);
      const [only, other] = found.length > 0 ? found : known.filter((name) => spellings(name).includes(query));
      if (only !== undefined && other === undefined) return only;
      throw new UsageError(`no province is called ${quoteValue(query)}; expected one of ${known.join(', ')}`);
    }),
  );
}
