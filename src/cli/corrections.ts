import { type Corrections, correctionsOf } from '../application/corrections.ts';
import { dayIn } from '../model/time.ts';
import type { Store } from '../store/store.ts';
import { type CommonOptions, withStore, zoneOf } from './context.ts';
import { cell, note } from './output.ts';

/**
 * A line for the edition that replaces another, and one for each erratum.
 *
 * @param zone IANA name of the zone of the days
 */
export function correctionLines(edition: string, { errata, replacedBy }: Corrections, zone: string): string[] {
  return [
    ...(replacedBy === null
      ? []
      : [
          `edition ${edition} was replaced by ${replacedBy.name} on ${dayIn(replacedBy.frozen, zone)}` +
            (replacedBy.note === null ? '' : `: ${cell(replacedBy.note, 300)}`),
        ]),
    ...errata.map(
      ({ id, who, when, what }) =>
        `erratum ${id} to edition ${edition} (${cell(who, 40)}, ${dayIn(when, zone)}): ${cell(what, 600)}`,
    ),
  ];
}

/**
 * Opens the store as `withStore` does, and tells on standard error what was said about the named
 * edition since it was frozen.
 */
export async function withEdition<T>(
  options: CommonOptions & { readonly edition?: string },
  use: (store: Store) => Promise<T>,
): Promise<T> {
  return withStore(options, async (store) => {
    if (options.edition !== undefined) await remarkCorrections(store, options.edition, await zoneOf(options));
    return use(store);
  });
}

/** Tells on standard error what was said about an edition since it was frozen. */
export async function remarkCorrections(store: Store, edition: string, zone: string): Promise<void> {
  for (const line of correctionLines(edition, await correctionsOf(store, edition), zone)) note(line);
}
