import type { z } from 'zod';
import { foldLabel } from '../config/knowledge.ts';
import type { Evidence, Obstacle } from '../model/finding.ts';
import type { SiteKind } from '../model/government.ts';
import { personalSpaceItems, personalSpaceValue } from '../model/values/personal-space.ts';
import type { Seen } from '../reading/coverage.ts';
import { kindsOf } from '../reading/kinds.ts';
import type { Link, Page } from '../reading/page.ts';
import { defineProbe, type Verdict } from './contract.ts';
import { sitesAtHand } from './shared/absence.ts';
import { obstaclesToColumn } from './shared/column.ts';
import { ownPages } from './shared/own-level.ts';
import { searchWords } from './shared/search-box.ts';
import { resultWords } from './shared/search-results.ts';
import { entryTargetsOf, targetWords } from './shared/targets.ts';
import { blameOf, evidenceOf, homesSeen, verdicts } from './shared/verdicts.ts';

type Item = (typeof personalSpaceItems)[number];
const intents: Readonly<Record<Item, string>> = {
  personal: 'personal-space',
  enterprise: 'enterprise-space',
  subscribe: 'subscribe',
  push: 'push',
};
const sites: readonly SiteKind[] = ['service', 'portal'];
const queries: ReadonlySet<string> = new Set(['progress-query', 'appeal-query']);
const spaces: ReadonlySet<string> = new Set(['personal-space', 'enterprise-space', 'login']);
/** An entry with at least this confidence has the name of the space as its label. */
const sureName = 0.9;
type Value = z.input<typeof personalSpaceValue>;

const say = verdicts<Value>();

/**
 * Personal services: a space for persons (个人空间), one for enterprises (企业空间), subscription (订阅), and
 * push (精准推送).
 */
export const personalSpace = defineProbe({
  id: 'personal-space',
  version: 9,
  sites,
  value: personalSpaceValue,
  seeks: ['service-hall', ...Object.values(intents)],
  words: [resultWords, searchWords, targetWords],
  about: {
    measures: 'Services made for one person or firm: a space for persons, one for enterprises, subscription, and push.',
    levels: {
      linked: 'an entry is visible, no page of it was read',
      reachable: 'a page opens, be it only to the log-in',
    },
    evidence: 'The best entry of each item.',
    blindSpots: [
      'Behind the log-in nothing is seen: that is why no level above `reachable` is given.',
      'Push inside an app cannot be seen.',
      "What a province's platform offers counts only on pages of the government's own level.",
    ],
  },
  judge,
});

interface Offer {
  readonly item: Item;
  readonly opens: boolean;
  readonly confidence: number;
  readonly evidence: readonly Evidence[];
}

function judge(seen: Seen): Verdict<Value> {
  const offers = personalSpaceItems.flatMap((item) => offerOf(seen, item) ?? []);
  const evidence = sites.flatMap((site) => homesSeen(seen, site));
  if (offers.length === 0) {
    const blame = blameOf(obstaclesToMore(seen, sitesAtHand(seen, sites), personalSpaceItems));
    return blame === null ? say.absent({ found: [] }, 0.85, evidence) : say.unknown(blame, evidence);
  }
  // These services belong on the service platform: once it is completely read, no others exist.
  const [place] = sitesAtHand(seen, sites);
  const names = offers.map(({ item }) => item);
  const others = personalSpaceItems.filter((item) => !names.includes(item));
  const whole = others.length === 0 || place === undefined;
  const reason = whole ? null : (obstaclesToMore(seen, [place], others)[0]?.reason ?? null);
  const value: Value = {
    level: offers.some(({ opens }) => opens) ? 'reachable' : 'linked',
    found: reason === null ? names : null,
    seen: names,
  };
  return say.present(
    value,
    Math.max(...offers.map(({ confidence }) => confidence)),
    offers.flatMap((offer) => offer.evidence),
    reason,
  );
}

/**
 * The best entry of an item; an entry whose page opens comes before an untested one. An entry to a
 * missing page does not count, and a provincial host counts only if the page shows the city.
 */
function offerOf(seen: Seen, item: Item): Offer | null {
  const targets = entryTargetsOf(seen, sites, [intents[item]]).filter(
    ({ entry, page, obstacle }) =>
      obstacle?.reason !== 'http-4xx' &&
      page?.article !== true &&
      !(page !== null && entry.match.confidence < sureName && isQuery(page, seen)) &&
      entry.match.confidence >= 0.5 &&
      isOnOwnPage(seen, entry.link),
  );
  const best = targets.find(({ page }) => page !== null) ?? targets[0];
  if (!best) return behindLogin(seen, item);
  const { page, link, match } = best.entry;
  return {
    item,
    opens: best.page !== null,
    confidence: best.page === null ? match.confidence * 0.85 : Math.min(0.97, match.confidence + 0.05),
    evidence: [evidenceOf(page, `${link.label} ${link.url}`)],
  };
}

/** Whether a page is a query by a number, which needs no account. */
function isQuery(page: Page, seen: Seen): boolean {
  const kinds = kindsOf(page, seen.knowledge).map(({ kind }) => kind);
  return kinds.some((kind) => queries.has(kind)) && !kinds.some((kind) => spaces.has(kind));
}

/** A log-in page with a line that names the space behind it. */
function behindLogin(seen: Seen, item: Item): Offer | null {
  const labels = seen.knowledge.intents.get(intents[item])?.labels ?? [];
  for (const site of sites)
    for (const page of ownPages(seen, site)) {
      if (!kindsOf(page, seen.knowledge).some(({ kind }) => kind === 'login')) continue;
      const names = new Set(labels.map(({ text }) => text));
      const line = page.text
        .split('\n')
        .find((text) => text.split(/[\s/|｜、·]+/u).some((part) => names.has(foldLabel(part))));
      if (line !== undefined) return { item, opens: true, confidence: 0.75, evidence: [evidenceOf(page, line)] };
    }
  return null;
}

function isOnOwnPage(seen: Seen, { url, label }: Link): boolean {
  return sites.some((site) =>
    [...ownPages(seen, site)].some((page) => page.links.some((link) => link.url === url && link.label === label)),
  );
}

/** Why the sites may offer more of the items than was seen; empty if they were completely read. */
function obstaclesToMore(seen: Seen, atHand: readonly SiteKind[], items: readonly Item[]): Obstacle[] {
  if (atHand.length === 0) return [{ reason: 'no-site' }];
  return obstaclesToColumn(
    seen,
    atHand,
    items.map((item) => intents[item]),
  );
}
