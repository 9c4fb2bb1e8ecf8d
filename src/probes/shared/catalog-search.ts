import { foldLabel } from '../../config/knowledge.ts';
import type { Evidence } from '../../model/finding.ts';
import { isWeb, pathOf } from '../../reading/addresses.ts';
import type { Seen } from '../../reading/coverage.ts';
import { openDataVendor } from '../../reading/data-endpoints.ts';
import { shapeOf } from '../../reading/list-items.ts';
import type { Page } from '../../reading/page.ts';
import { foldSpace } from '../../reading/text.ts';
import type { Ask, Question } from '../contract.ts';
import { readCatalogJson } from './catalog-json.ts';
import type { CatalogList } from './catalog-list.ts';
import { totalOn } from './catalog-list.ts';
import { fillsItself } from './counting.ts';
import { drawByHash } from './draw.ts';
import { type SearchBox, searchBoxOf } from './search-box.ts';
import { endpointRoutes, formRoute, type Route } from './search-routes.ts';
import { saysEmpty } from './targets.ts';
import { evidenceOf } from './verdicts.ts';

/** Plan of a catalogue query: the question, the unfiltered list, and the routes. */
interface Plan {
  readonly list: CatalogList;
  readonly question: Question;
  readonly routes: readonly Route[];
  /** The browser step; null if a browser adds nothing. */
  readonly browser: Extract<Ask, { how: 'browser' }> | null;
  /** True if a catalogue page was completely read and has no search box. */
  readonly boxless: boolean;
}

/** Result of an answer: the data set in a shorter list, something else, or unreadable. */
type Outcome = 'finds' | 'fails' | 'unread';

const questionId = 'dataset';
/** Limit on routes, because each costs the platform a request. */
const mostRoutes = 2;
/** Truncated titles are not searchable words. */
const cutShort = /(?:…|\.{3})$/u;
const shortestTitle = 4;

/**
 * Whether the catalogue's search works: true if the title of a listed data set finds it in a list
 * shorter than the unfiltered one. False if the search finds anything else or there is no box; null
 * if it could not be tried.
 * @param lists unfiltered lists of the platform
 * @param pages pages of the catalogue, with search boxes
 */
export function searchability(
  seen: Seen,
  lists: readonly CatalogList[],
  pages: readonly Page[],
): { readonly searchable: boolean | null; readonly evidence: readonly Evidence[] } {
  const plan = planOf(seen, lists, pages);
  if (plan === null) return { searchable: null, evidence: [] };
  const readings = readingsOf(seen, plan);
  const evidence = readings
    .slice(0, 1)
    .flatMap(({ answer, total }) =>
      answer.page
        ? [evidenceOf(answer.page, `${plan.question.text} → ${total ?? '—'} / ${plan.list.total ?? '—'}`)]
        : [],
    );
  return { searchable: verdictOf(plan, readings), evidence };
}

/**
 * The next question: the box over HTTP, then the product's endpoint, then the box in a browser,
 * until one gives a result.
 */
export function asksOfCatalog(seen: Seen, lists: readonly CatalogList[], pages: readonly Page[]): readonly Ask[] {
  const plan = planOf(seen, lists, pages);
  if (plan === null) return [];
  const readings = readingsOf(seen, plan);
  if (verdictOf(plan, readings) !== null) return [];
  const next = plan.routes.find((route) => !readings.some((reading) => reading.route === route));
  if (next) return [next.ask(plan.question)];
  return plan.browser !== null && !readings.some(({ route }) => route === null) ? [plan.browser] : [];
}

function planOf(seen: Seen, lists: readonly CatalogList[], pages: readonly Page[]): Plan | null {
  const list = lists.reduce<CatalogList | null>(
    (most, one) => (one.items.length > (most?.items.length ?? 1) ? one : most),
    null,
  );
  const question = list && questionFor(seen, list);
  if (list === null || question === null) return null;
  const boxes = pages.flatMap((page) => boxesOf(page, seen));
  const routes = boxes.flatMap((box) => formRoute(box) ?? []).slice(0, 1);
  const [shown] = pages;
  const platform = shown ?? list.page;
  const vendor = openDataVendor(platform, seen.knowledge);
  const { code } = seen.government;
  if (vendor) routes.push(...endpointRoutes(vendor, platform.url, new Map(), { gives: 'dataset-search', code }));
  const readWhole = pages.some((page) => !page.shell && !fillsItself(page) && page.links.length > 0);
  return {
    list,
    question,
    routes: routes.slice(0, mostRoutes),
    browser: browserAsk(boxes, pages, question),
    boxless: boxes.length === 0 && readWhole,
  };
}

/**
 * The title of one listed data set, selected by hash; null with fewer than two. The first one is
 * excluded because lists may show it for any query.
 */
function questionFor(seen: Seen, list: CatalogList): Question | null {
  const titles = list.items.slice(1).flatMap(({ title }) => {
    const fit = foldLabel(title).length >= shortestTitle && !cutShort.test(title);
    return fit ? [{ id: title, text: title }] : [];
  });
  const [drawn] = drawByHash(titles, 1, seen.government.code);
  return drawn ? { id: questionId, text: drawn.text } : null;
}

/**
 * Search boxes of the catalogue, most certain first: in the page body, or those that submit to the
 * catalogue; the header's box searches the whole site.
 */
function boxesOf(page: Page, seen: Seen): SearchBox[] {
  const here = bare(page.url);
  return page.forms
    .flatMap((form) => {
      const box = searchBoxOf(page, form, seen.knowledge);
      const back = form.action !== null && isWeb(form.action) && bare(form.action) === here;
      const body = form.region === 'main' || form.region === 'unknown';
      return box && (back || (body && box.vendor === null)) ? [box] : [];
    })
    .sort((a, b) => b.confidence - a.confidence);
}

function bare(url: string): string {
  return pathOf(url).replace(/[?#].*$/u, '');
}

/** The browser step, for boxes that only scripts operate and for pages that only scripts show. */
function browserAsk(boxes: readonly SearchBox[], pages: readonly Page[], question: Question): Plan['browser'] {
  const [box] = boxes;
  const written = pages.find((page) => page.capture.via === 'browser' || page.shell || fillsItself(page));
  if (!written) return null;
  const hints: Record<string, string> = box ? { field: box.field.name, placeholder: box.field.placeholder } : {};
  // A complete page without a box needs no search for one.
  if (!box && !written.shell) return null;
  return { how: 'browser', script: 'search', url: (box?.page ?? written).url, hints, questions: [question] };
}

interface Reading {
  readonly answer: ReturnType<Seen['answers']>[number];
  /** Null if asked in a browser. */
  readonly route: Route | null;
  readonly outcome: Outcome;
  readonly total: number | null;
}

function readingsOf(seen: Seen, plan: Plan): Reading[] {
  return seen.answers().flatMap((answer) => {
    const { capture, page } = answer;
    if (capture.question?.id !== questionId || capture.question.text !== plan.question.text) return [];
    const route =
      capture.via === 'browser' ? null : plan.routes.find((one) => one.ask(plan.question).url === capture.url);
    if (route === undefined) return [];
    const shown = page === null ? null : shownBy(page, route, plan, seen);
    return [
      { answer, route, outcome: shown === null ? 'unread' : outcomeOf(shown, plan), total: shown?.total ?? null },
    ];
  });
}

function verdictOf(plan: Plan, readings: readonly Reading[]): boolean | null {
  if (readings.some(({ outcome }) => outcome === 'finds')) return true;
  const proof = readings.some(
    ({ answer, route, outcome }) =>
      outcome === 'fails' &&
      // A guessed endpoint may ignore the parameter, and a page that scripts fill may filter by
      // script: both prove nothing.
      (route === null || (!route.guessed && answer.page !== null && !fillsItself(answer.page))),
  );
  return proof || plan.boxless ? false : null;
}

interface Shown {
  readonly titles: readonly string[];
  readonly total: number | null;
}

/** The data sets that an answer lists; null if it cannot be read. */
function shownBy(page: Page, route: Route | null, { list, question }: Plan, seen: Seen): Shown | null {
  if (page.kind === 'json') {
    const read = readCatalogJson(page, route?.paths ?? [], seen.knowledge);
    return read && { titles: read.items.map(({ title }) => title), total: read.total };
  }
  const here = bare(page.url);
  const links = page.links.filter(
    ({ url, region }) =>
      isWeb(url) && region !== 'header' && region !== 'nav' && region !== 'footer' && bare(url) !== here,
  );
  const shapes = new Set(list.shapes);
  // A list from an endpoint has no URLs, so the shape comes from the link to the data set asked
  // for.
  for (const { url, label } of links) if (isSame(label, question.text)) shapes.add(shapeOf(url));
  const titles = links.filter(({ url }) => shapes.has(shapeOf(url))).map(({ label }) => foldSpace(label));
  const total = totalOn(page, seen.knowledge);
  return titles.length > 0 || total === 0 || saysEmpty(page, seen) !== null ? { titles, total } : null;
}

function isSame(label: string, title: string): boolean {
  return foldLabel(label) === foldLabel(title);
}

function outcomeOf({ titles, total }: Shown, { list, question }: Plan): Outcome {
  if (!titles.some((title) => isSame(title, question.text))) return 'fails';
  if (total !== null && list.total !== null) return total < list.total ? 'finds' : 'fails';
  const before = new Set(list.items.map(({ title }) => foldLabel(title)));
  const after = new Set(titles.map(foldLabel));
  return before.size !== after.size || [...after].some((title) => !before.has(title)) ? 'finds' : 'fails';
}
