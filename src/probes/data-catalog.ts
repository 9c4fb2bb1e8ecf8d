import type { z } from 'zod';
import { dataCatalogValue } from '../model/values/data-catalog.ts';
import type { Seen } from '../reading/coverage.ts';
import { endpointsAt } from '../reading/data-endpoints.ts';
import { isRequested } from '../reading/inspection.ts';
import { kindSign } from '../reading/kinds.ts';
import type { Page } from '../reading/page.ts';
import { isPageOf } from '../reading/page-of.ts';
import { type Ask, defineProbe, type Verdict } from './contract.ts';
import { obstaclesTo } from './shared/absence.ts';
import { datasetIntent, datasetPages, downloadsOf, fileIntent, formatsOfDataset } from './shared/catalog-downloads.ts';
import { datasetWords, readCatalogJson } from './shared/catalog-json.ts';
import { type CatalogList, catalogIntent, catalogPages, onPlatform, readCatalogPage } from './shared/catalog-list.ts';
import { asksOfCatalog, searchability } from './shared/catalog-search.ts';
import { tally } from './shared/counting.ts';
import { formatWords } from './shared/data-formats.ts';
import { entriesOf, targetOf } from './shared/entries.ts';
import { platformPages, scopeWords } from './shared/own-numbers.ts';
import { platformOf, platformWords } from './shared/platform.ts';
import { searchWords } from './shared/search-box.ts';
import { resultWords } from './shared/search-results.ts';
import { targetWords } from './shared/targets.ts';
import { blameOf, combineConfidence, evidenceOf, verdicts } from './shared/verdicts.ts';
import { localDay } from './shared/working-days.ts';

type Value = z.input<typeof dataCatalogValue>;

const say = verdicts<Value>();

/**
 * The catalogue of the open-data platform: its entry, its content, and whether its search and
 * downloads work.
 */
export const dataCatalog = defineProbe({
  id: 'data-catalog',
  version: 8,
  // Questions are put to the first site.
  sites: ['open-data', 'portal', 'service'],
  value: dataCatalogValue,
  seeks: ['open-data', 'data-column', catalogIntent, datasetIntent, fileIntent],
  words: [datasetWords, formatWords, platformWords, resultWords, scopeWords, searchWords, targetWords],
  ages: true,
  about: {
    measures:
      'The catalogue of the data-open platform: its entry, whether it opens, how many data sets it holds by its own count, its newest update, the file formats offered, whether it finds a data set by its title (one query is put to it), and how many of a few download links are dead. JSON interfaces of known products (CKAN among them) are read where the platform has them.',
    levels: {
      linked: 'an entry is visible, its page did not open',
      reachable: 'the catalogue opens, no number above zero was read',
      working: 'the catalogue opens and holds data sets',
    },
    evidence:
      'Every place that states the number, the entry, the title of the catalogue, the query with the totals after and before it, a dead link.',
    blindSpots: [
      'The number is what the platform states; data sets are not counted one by one.',
      'Newest update and formats are those of the pages read: the first of the list and a few data sets.',
      'Some ten download links stand for thousands; that one answers does not say that the file is whole or up to date. Links that ask for a log-in are not counted.',
      'A search that stands in the header of the platform and leads elsewhere than to the catalogue is not taken for the catalogue’s.',
      'A catalogue behind a log-in is not seen.',
    ],
  },
  asks,
  judge,
});

/** Captures of the catalogue. */
interface Catalog {
  readonly pages: readonly Page[];
  /** Unfiltered lists, from pages and endpoints. */
  readonly lists: readonly CatalogList[];
  readonly datasets: readonly Page[];
}

function catalogOf(seen: Seen, platform: Page): Catalog {
  const { knowledge } = seen;
  const pages = catalogPages(seen, platform);
  const sent = seen.pages('open-data').flatMap((page) => {
    if (page.kind !== 'json' || !onPlatform(page, platform)) return [];
    const endpoints = endpointsAt(page.url, 'dataset', knowledge);
    const own = isRequested(page.capture) && pages.some(({ url }) => url === page.capture.from);
    return endpoints.length === 0 && !own ? [] : (readCatalogJson(page, endpoints, knowledge) ?? []);
  });
  const shown = pages.map((page) => readCatalogPage(page, knowledge));
  return { pages, lists: [...shown, ...sent], datasets: datasetPages(seen, platform) };
}

function asks(seen: Seen): readonly Ask[] {
  const platform = platformOf(seen);
  if (platform.state !== 'open') return [];
  const { lists, pages } = catalogOf(seen, platform.page);
  return asksOfCatalog(seen, lists, pages);
}

function judge(seen: Seen): Verdict<Value> {
  const platform = platformOf(seen);
  if (platform.state === 'absent') return say.absent({ count: 0 }, platform.confidence, platform.evidence);
  if (platform.state === 'unknown') return say.unknown(platform.blame, platform.evidence);
  if (platform.state === 'linked') return say.unknown(platform.obstacle, platform.evidence);
  const entries = entriesOf(seen, 'open-data', catalogIntent);
  const catalog = catalogOf(seen, platform.page);
  const opened =
    catalog.lists.find(({ page, items }) => page.kind === 'html' && items.length > 0)?.page ??
    platformPages(seen, platform.page).find(
      (page) => page.kind === 'html' && isPageOf(page, catalogIntent, seen.knowledge) && page.text !== '',
    ) ??
    ownFront(seen, platform.page, catalog);
  const counted = tally(seen, 'dataset', catalogIntent, platform.page);
  const entry = entries[0];
  if (!entry && !opened && !counted.known) {
    const blame = blameOf(obstaclesTo(seen, ['open-data'], [catalogIntent]));
    return blame === null ? say.absent({ count: 0 }, 0.6, platform.evidence) : say.unknown(blame, platform.evidence);
  }
  const reached = opened ?? (entry ? (targetOf(seen, entry.link)?.page ?? null) : null);
  const { searchable, evidence: query } = searchability(seen, catalog.lists, catalog.pages);
  const { downloads, evidence: dead } = downloadsOf(seen, catalog.datasets);
  const evidence = [...counted.evidence.slice(0, 2), ...query, ...dead, ...counted.evidence.slice(2)];
  if (entry) evidence.push(evidenceOf(entry.page, `${entry.link.label} ${entry.link.url}`));
  if (opened) evidence.push(evidenceOf(opened, opened.title));
  const count = counted.known ? counted.count : null;
  const value: Value = {
    level: reached ? (count !== null && count > 0 ? 'working' : 'reachable') : 'linked',
    count,
    sources: counted.known ? [...counted.sources] : [],
    url: reached?.url ?? entry?.link.url ?? null,
    newest: newestOf(catalog.lists, seen),
    formats: formatsOf(catalog, seen),
    searchable,
    downloads,
  };
  const signs = [counted.known ? counted.confidence : 0.3, entry?.match.confidence ?? 0, opened ? 0.7 : 0];
  // The count's confidence limits that of the finding, so that disagreeing sources remain visible.
  const confidence = counted.known
    ? Math.min(combineConfidence(signs), counted.confidence)
    : combineConfidence(signs) * 0.8;
  return say.present(value, confidence, evidence);
}

/** The platform's front page, if it lists the data sets itself or has them sent. */
function ownFront(seen: Seen, platform: Page, { lists }: Catalog): Page | undefined {
  const front = seen.at(platform.url)?.page ?? platform;
  const sent = lists.some(
    ({ page, items }) => page.kind === 'json' && items.length > 0 && page.capture.from === front.url,
  );
  return sent || kindSign(front, 'dataset-list', seen.knowledge) !== null ? front : undefined;
}

/** Future dates are periods of validity or typing errors, not updates. */
function newestOf(lists: readonly CatalogList[], seen: Seen): string | null {
  const days = lists.flatMap(({ page, items }) => {
    const today = localDay(page.capture.time, seen.knowledge.calendar);
    return items.flatMap((item) => item.days.filter((day) => day <= today));
  });
  return days.reduce<string | null>((newest, day) => (newest === null || day > newest ? day : newest), null);
}

function formatsOf({ lists, datasets }: Catalog, seen: Seen): string[] | null {
  const listed = lists.flatMap(({ items }) => items);
  if (listed.length === 0 && datasets.length === 0) return null;
  const formats = [
    ...listed.flatMap((item) => item.formats),
    ...datasets.flatMap((page) => formatsOfDataset(page, seen)),
  ];
  return [...new Set(formats)].sort();
}
