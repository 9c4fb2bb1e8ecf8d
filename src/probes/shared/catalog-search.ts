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

/** How the query goes: what is looked for, what the list shows without it, and the ways to put it. */
interface Plan {
  readonly list: CatalogList;
  readonly question: Question;
  readonly routes: readonly Route[];
  /** Where a browser puts it; null where it has nothing to add. */
  readonly browser: Extract<Ask, { how: 'browser' }> | null;
  /** A catalogue page was read whole and has no box of its own. */
  readonly boxless: boolean;
}

/** What an answer shows: the data set among fewer others, something else, or nothing that could be read. */
type Outcome = 'finds' | 'fails' | 'unread';

const questionId = 'dataset';
/** Each way costs the platform a request. */
const mostRoutes = 2;
/** Titles cut short by the list are no words that its engine could know. */
const cutShort = /(?:…|\.{3})$/u;
const shortestTitle = 4;

/**
 * Whether the catalogue finds what is looked for: true when the title of a listed data set brings that data set in a list narrower than
 * the unfiltered one, false when its box brings anything else or when it has none, null when that could not be tried.
 * @param lists lists of the platform, unfiltered.
 * @param pages pages of the catalogue, with boxes.
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

/** What to ask next: the box over HTTP, then the product's interface, then the box in a browser, until one of them tells. */
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

/** The title of one listed data set, picked by hash; not the first one, which lists may show whatever was asked. Null with fewer than two. */
function questionFor(seen: Seen, list: CatalogList): Question | null {
  const titles = list.items.slice(1).flatMap(({ title }) => {
    const fit = foldLabel(title).length >= shortestTitle && !cutShort.test(title);
    return fit ? [{ id: title, text: title }] : [];
  });
  const [drawn] = drawByHash(titles, 1, seen.government.code);
  return drawn ? { id: questionId, text: drawn.text } : null;
}

/** The catalogue's own boxes, surest first: in the body of its page, or anywhere when they lead back to it. The header's box looks through the whole site. */
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

/** A browser types into the box where only scripts know what it does, and looks for one where only scripts show the page. */
function browserAsk(boxes: readonly SearchBox[], pages: readonly Page[], question: Question): Plan['browser'] {
  const [box] = boxes;
  const written = pages.find((page) => page.capture.via === 'browser' || page.shell || fillsItself(page));
  if (!written) return null;
  const hints: Record<string, string> = box ? { field: box.field.name, placeholder: box.field.placeholder } : {};
  // A page that shows itself and has no box would be searched for one in vain.
  if (!box && !written.shell) return null;
  return { how: 'browser', script: 'search', url: (box?.page ?? written).url, hints, questions: [question] };
}

interface Reading {
  readonly answer: ReturnType<Seen['answers']>[number];
  /** Null: asked in a browser. */
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
      // An interface that the site did not show may not know the parameter; a page that fills itself may filter by script.
      (route === null || (!route.guessed && answer.page !== null && !fillsItself(answer.page))),
  );
  return proof || plan.boxless ? false : null;
}

interface Shown {
  readonly titles: readonly string[];
  readonly total: number | null;
}

/** The data sets that an answer lists; null when it tells nothing. */
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
  // A list that was read from an endpoint has no addresses: those of the answer are known by the data set that was asked for.
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
