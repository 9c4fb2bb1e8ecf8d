import type { Seen } from '../../reading/coverage.ts';
import type { Page } from '../../reading/page.ts';
import { type EntryLink, entriesOf } from './entries.ts';
import { type Answer, readAnswers, statesResults } from './search-answers.ts';
import { type SearchBox, searchBoxOf } from './search-box.ts';
import { type ResultPage, readResults, resultWordsOf } from './search-results.ts';
import { type Route, routesOf } from './search-routes.ts';

/** The probe that tests the portal's search engine; its answers show all probes how to use it. */
const searchProbe = 'smart-search';

/** What is known of the portal's own search. */
export interface SiteSearch {
  /**
   * `none`: the portal has no box and no entry; `silent`: it has one without readable answers;
   * `works`: it answers.
   */
  readonly state: 'none' | 'silent' | 'works';
  /** The HTTP route that gave answers; null if none did. */
  readonly route: Route | null;
  /** The box for a browser, if only scripts can submit it. */
  readonly box: SearchBox | null;
}

/** Cached per visit, because every probe that finds nothing asks for it. */
const remembered = new WeakMap<object, SiteSearch>();

/**
 * Evaluates the engine's answers to the bank's keywords; the probe must declare the portal, else no
 * engine is visible.
 */
export function siteSearchOf(seen: Seen): SiteSearch {
  const known = remembered.get(seen.visit);
  if (known !== undefined) return known;
  const search = lookAtEngine(seen);
  if (seen.sites.includes('portal')) remembered.set(seen.visit, search);
  return search;
}

function lookAtEngine(seen: Seen): SiteSearch {
  const boxes = searchBoxesOf(seen);
  const entries = entriesOf(seen, 'portal', 'search');
  if (boxes.length === 0 && entries.length === 0) return { state: 'none', route: null, box: null };
  const answers = seen.answersTo(searchProbe);
  const routes = searchRoutesOf(seen, boxes, entries);
  const readings = readAnswers(seen, routes, answers);
  // A guessed endpoint, or an engine without any result, may not be the site's engine.
  for (const { route, found, ...rest } of readings)
    if (route !== null && statesResults({ route, found, ...rest }) && (found?.results.length ?? 0) > 0)
      return { state: 'works', route, box: null };
  const [box = null] = boxes;
  const typed = answers.some(
    ({ capture, page }) =>
      capture.via === 'browser' &&
      page !== null &&
      readSiteSearch(seen, page, null, capture.question?.text ?? '').results.length > 0,
  );
  return typed && box !== null ? { state: 'works', route: null, box } : { state: 'silent', route: null, box: null };
}

/** Reads the engine's answer to a search for a thing. */
export function readSiteSearch(seen: Seen, page: Page, route: Route | null, typed: string): ResultPage {
  return readResults(page, route?.paths ?? [], resultWordsOf(seen.knowledge), typed);
}

/** Routes to the engine from the boxes and entries. */
export function searchRoutesOf(seen: Seen, boxes: readonly SearchBox[], entries: readonly EntryLink[]): Route[] {
  const further = seen.answersTo(searchProbe).flatMap(({ page }: Answer) => (page?.kind === 'html' ? [page] : []));
  return routesOf(seen, boxes, entries, further.slice(0, 1));
}

/**
 * Search boxes of the portal, most certain first. On other pages than the home page only header
 * boxes, known products and the search page count, because a column may have a box for its own
 * letters.
 */
export function searchBoxesOf(seen: Seen): SearchBox[] {
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
