import type { Seen } from '../../reading/coverage.ts';
import type { Page } from '../../reading/page.ts';
import { type EntryLink, entriesOf } from './entries.ts';
import { type Answer, readAnswers, speaks } from './search-answers.ts';
import { type SearchBox, searchBoxOf } from './search-box.ts';
import { type ResultPage, readResults, resultWordsOf } from './search-results.ts';
import { type Route, routesOf } from './search-routes.ts';

/** The probe that tries the engine of the portal; what it learnt serves all who look for a thing by that engine. */
const searchProbe = 'smart-search';

/** What is known of the portal's own search as a way to find things. */
export interface SiteSearch {
  /** `none`: the portal shows no box and no entry; `silent`: it has one that told nothing readable; `works`: it answers. */
  readonly state: 'none' | 'silent' | 'works';
  /** The way to ask it over HTTP; null where there is none that answers. */
  readonly route: Route | null;
  /** The box that a browser types into, where scripts alone know the way. */
  readonly box: SearchBox | null;
}

/** Every probe that finds nothing asks whether the engine could have been asked. */
const remembered = new WeakMap<object, SiteSearch>();

/** Looks at how the engine answered the words of the bank. Wants a probe that looks at the portal; others see no engine. */
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
  // An interface that was guessed, or an engine that never found anything, may not be the engine at all.
  for (const { route, found, ...rest } of readings)
    if (route !== null && speaks({ route, found, ...rest }) && (found?.results.length ?? 0) > 0)
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

/** Reads what the engine said when it was asked for a thing. */
export function readSiteSearch(seen: Seen, page: Page, route: Route | null, typed: string): ResultPage {
  return readResults(page, route?.paths ?? [], resultWordsOf(seen.knowledge), typed);
}

/** Ways to ask the engine that the boxes and entries show. */
export function searchRoutesOf(seen: Seen, boxes: readonly SearchBox[], entries: readonly EntryLink[]): Route[] {
  const further = seen.answersTo(searchProbe).flatMap(({ page }: Answer) => (page?.kind === 'html' ? [page] : []));
  return routesOf(seen, boxes, entries, further.slice(0, 1));
}

/**
 * Search boxes of the portal, surest first. Away from the home page and its parts only header boxes, engines of known products
 * and the search page itself count: a column may have a box that looks through its own letters alone.
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
