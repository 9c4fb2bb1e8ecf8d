import { z } from 'zod';
import { foldLabel } from '../config/knowledge.ts';
import { type Evidence, type Finding, presenceLevelSchema } from '../model/finding.ts';
import { defineProbe, type Seen } from './contract.ts';
import { whyNotAbsent } from './shared/absence.ts';
import { type EntryLink, entriesOf, targetOf } from './shared/entries.ts';
import { evidenceOf, findings, homesSeen, together } from './shared/findings.ts';
import { type SearchBox, searchBoxOf } from './shared/search-box.ts';

const id = 'smart-search';
const version = 1;

export const smartSearchValue = z.object({
  level: presenceLevelSchema,
  /** `form`: a form; `loose`: inputs that a script sends; `link`: an entry to the engine's own page. */
  by: z.enum(['form', 'loose', 'link']),
  /** Address of the engine; null when only a script knows it. */
  url: z.string().nullable(),
  /** Name of the field that takes the words; null where only a link is known. */
  field: z.string().nullable(),
  vendor: z.string().nullable(),
  /** Signs of smartness seen beside the box (热门搜索, 高级搜索 ...): none of them is proof. */
  features: z.array(z.string()),
});

/** The portal's own site search: its box or entry, and whether the engine's page opens. */
export const smartSearch = defineProbe({
  id,
  version,
  sites: ['portal'],
  value: smartSearchValue,
  seeks: ['search'],
  judge,
});

function judge(seen: Seen): Finding {
  const say = findings(seen, { id, version });
  const boxes = boxesOf(seen);
  const entries = entriesOf(seen, 'portal', 'search');
  const opened = entries.find((entry) => (targetOf(seen, entry.link)?.page?.text ?? '') !== '');
  const box = boxes[0];
  const entry = opened ?? entries[0];
  if (box || entry) {
    const url = box?.form.action ?? entry?.link.url ?? null;
    const signs = [
      ...boxes.slice(0, 2).map((one) => one.confidence),
      ...entries.slice(0, 2).map((one) => one.match.confidence),
    ];
    return say.present(
      {
        level: opened ? 'reachable' : 'linked',
        by: box ? (box.form.loose ? 'loose' : 'form') : 'link',
        url: url !== null && /^https?:/u.test(url) ? url : null,
        field: box ? box.field.name : null,
        vendor: box?.vendor ?? vendorOf(seen, entry),
        features: featuresOf(seen),
      },
      together(signs),
      evidenceFor(box, entry),
    );
  }
  const reason = whyNotAbsent(seen, ['portal'], ['search']);
  return reason === null ? say.absent(null, 0.9, homesSeen(seen, 'portal')) : say.unknown(reason);
}

/**
 * Search boxes of the portal, surest first. Away from the home page and its parts only header boxes, engines of known products
 * and the search page itself count: a column may have a box that looks through its own letters alone.
 */
function boxesOf(seen: Seen): SearchBox[] {
  const boxes: SearchBox[] = [];
  for (const page of seen.pages('portal'))
    for (const form of page.forms) {
      const box = searchBoxOf(page, form, seen.knowledge);
      const near =
        page.capture.home ||
        page.capture.role !== 'page' ||
        page.capture.intents.includes('search') ||
        form.region === 'header' ||
        form.region === 'nav';
      if (box && (near || box.vendor !== null)) boxes.push(box);
    }
  return boxes.sort(
    (a, b) => b.confidence - a.confidence || compare(a.page.url, b.page.url) || compare(a.quote, b.quote),
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function evidenceFor(box: SearchBox | undefined, entry: EntryLink | undefined): Evidence[] {
  const evidence: Evidence[] = [];
  if (box) evidence.push(evidenceOf(box.page, box.quote));
  if (entry) evidence.push(evidenceOf(entry.page, `${entry.link.label} ${entry.link.url}`));
  return evidence;
}

function vendorOf(seen: Seen, entry: EntryLink | undefined): string | null {
  if (!entry) return null;
  const vendor = seen.knowledge.vendors.find(
    ({ rule, urls }) => rule.kind === 'search' && urls.some((pattern) => pattern.test(entry.link.url)),
  );
  return vendor?.rule.id ?? null;
}

function featuresOf(seen: Seen): string[] {
  const words = seen.knowledge.vocabulary.lists['search-features'] ?? [];
  const texts = seen
    .pages('portal')
    .filter((page) => page.capture.home || page.capture.role !== 'page')
    .map((page) => foldLabel(page.text));
  return words.filter((word) => texts.some((text) => text.includes(foldLabel(word)))).sort();
}
