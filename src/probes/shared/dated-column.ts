import type { Evidence, Obstacle } from '../../model/finding.ts';
import type { SiteKind } from '../../model/government.ts';
import type { Seen } from '../../reading/coverage.ts';
import type { Page } from '../../reading/page.ts';
import { obstaclesTo } from './absence.ts';
import { type DatedList, readList } from './dated-list.ts';
import { entryTargetsOf, saysEmpty, showsContent } from './targets.ts';
import { type Blame, blameOf, combineConfidence, evidenceOf } from './verdicts.ts';

/** A named column of a site with a list of dated items. */
export type DatedColumn =
  | {
      readonly state: 'open';
      readonly page: Page;
      readonly list: DatedList;
      /** Whether the page says that the list is empty. */
      readonly empty: boolean;
      readonly confidence: number;
      readonly evidence: readonly Evidence[];
    }
  | {
      readonly state: 'linked';
      readonly obstacle: Obstacle;
      readonly confidence: number;
      readonly evidence: readonly Evidence[];
    }
  | { readonly state: 'absent' }
  | { readonly state: 'unknown'; readonly blame: Blame };

/** Least confidence of an entry found by its URL, because its label may mean something else. */
const minUrlConfidence = 0.65;

/**
 * Finds the column of an intent and reads its list; of several, the one with the newest item, then
 * the most items.
 */
export function datedColumnOf(seen: Seen, sites: readonly SiteKind[], intent: string): DatedColumn {
  const targets = entryTargetsOf(seen, sites, [intent]).filter(
    ({ entry }) => entry.match.by === 'label' || entry.match.confidence >= minUrlConfidence,
  );
  const opened = targets
    .flatMap(({ entry, page }) => (page ? [{ entry, page, list: readList(page, seen) }] : []))
    .sort(
      (a, b) =>
        compare(b.list.newest ?? '', a.list.newest ?? '') ||
        b.list.items.length - a.list.items.length ||
        Number(showsContent(b.page)) - Number(showsContent(a.page)) ||
        b.entry.match.confidence - a.entry.match.confidence ||
        compare(a.page.url, b.page.url),
    );
  const [best] = opened;
  if (best) {
    const { entry, page, list } = best;
    const first = list.items.find(({ day }) => day !== null && day === list.newest);
    const evidence = [
      evidenceOf(page, first ? `${first.label} ${first.day}` : page.title || page.text.slice(0, 120)),
      evidenceOf(entry.page, `${entry.link.label} ${entry.link.url}`),
    ];
    const confidence = combineConfidence(targets.slice(0, 2).map((target) => target.entry.match.confidence));
    return { state: 'open', page, list, empty: isEmpty(page, list, seen), confidence, evidence };
  }
  const [dead] = targets;
  if (dead?.obstacle) {
    const evidence = [evidenceOf(dead.entry.page, `${dead.entry.link.label} ${dead.entry.link.url}`)];
    return {
      state: 'linked',
      obstacle: dead.obstacle,
      confidence: dead.entry.match.confidence * 0.8,
      evidence,
    };
  }
  const blame = blameOf(obstaclesTo(seen, sites, ['interaction', intent]));
  return blame === null ? { state: 'absent' } : { state: 'unknown', blame };
}

function isEmpty(page: Page, list: DatedList, seen: Seen): boolean {
  if (list.items.length > 0 || (list.total ?? 0) > 0 || !showsContent(page)) return false;
  if (list.total === 0) return true;
  return saysEmpty(page, seen) !== null;
}

/**
 * Number of items in a column: the stated total, else the items counted if the list has one page;
 * null if unknown.
 */
export function countOf(list: DatedList): number | null {
  if (list.total !== null && list.total >= list.items.length) return list.total;
  return list.items.length > 0 && !list.paged ? list.items.length : null;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
