import { type CompiledKnowledge, foldLabel } from '../../../config/knowledge.ts';
import type { CrawlSettings } from '../../../config/schema/crawl.ts';
import type { Finding } from '../../../model/finding.ts';
import { type SiteKind, siteKinds } from '../../../model/government.ts';
import type { Probe, Question } from '../../../probes/contract.ts';
import { isOwnColumn } from '../../../probes/shared/absence.ts';
import { isOwnPage } from '../../../probes/shared/own-level.ts';
import type { SearchBox } from '../../../probes/shared/search-box.ts';
import type { Route } from '../../../probes/shared/search-routes.ts';
import { readSiteSearch, siteSearchOf } from '../../../probes/shared/site-search.ts';
import { isWeb, sameSite } from '../../../reading/addresses.ts';
import { type Seen, type SeenColumn, siteSearch } from '../../../reading/coverage.ts';
import { servesIntent } from '../../../reading/kinds.ts';
import { seenBy, type VisitView } from '../../../reading/seen.ts';
import { unreadLeads } from './explore-leads.ts';
import { type Target, target } from './target.ts';
import type { Visit } from './visit.ts';

/** Columns per round; what one round leads to is judged before the next. */
const roundSize = 12;
const columnPriority = 55;
const questionPriority = 90;
const deepest = 3;

/** The captures of a visit in order, and what the probes conclude from them so far. */
export interface Standing {
  readonly view: VisitView;
  readonly findings: readonly Finding[];
}

/** Whether the thing was found, and its page read. */
export function isFound({ state, value }: Finding): boolean {
  return state === 'present' && value?.level !== 'linked';
}

/** Whether exploring may still change a finding. False for a missing or failing probe. */
function isUndecided(finding: Finding): boolean {
  if (finding.state === 'unknown') return finding.reason !== 'no-probe' && finding.reason !== 'probe-error';
  return finding.state === 'present' && !isFound(finding);
}

/** Whether a thing was found, and whether there are more of its kind is not known. */
export function isPartial({ state, value }: Finding): boolean {
  return state === 'present' && value?.found === null;
}

/**
 * What to fetch next for undecided findings: a round of unread columns within their own budget,
 * then a question to the portal's own search for each missing thing, then articles and files that
 * no link word led to. For a finding that is known in part only the questions are asked. Empty when all is
 * decided or spent.
 */
export function explore(
  visit: Visit,
  { view, findings }: Standing,
  options: { probes: readonly Probe[]; knowledge: CompiledKnowledge; settings: CrawlSettings },
): Target[] {
  const byId = new Map(options.probes.map((probe) => [probe.id, probe]));
  const probesOf = (some: readonly Finding[]): Probe[] => some.flatMap(({ probe }) => byId.get(probe) ?? []);
  const open = probesOf(findings.filter(isUndecided));
  const partial = probesOf(findings.filter(isPartial));
  if (open.length + partial.length === 0) return [];
  const homes = homesFound(visit, view, options.knowledge);
  if (homes.length > 0) return homes;
  const results = searchResults(visit, view, options.knowledge);
  if (results.length > 0) return results;
  const columns = open.length === 0 ? [] : unreadColumns(visit, view, open, options);
  if (columns.length > 0) return columns;
  const things = [...thingsSought(open, options.knowledge), ...thingsLeft(partial, view, options.knowledge)];
  const questions = searchQuestions(visit, view, [...new Set(things)], options);
  if (open.length === 0) return questions;
  return questions.length > 0 ? questions : unreadLeads(visit, view, open, options);
}

/**
 * Front pages of unknown sites, recognised by their content, on the government's hosts or showing
 * its name. Each is visited as the home page of its site.
 */
function homesFound(visit: Visit, view: VisitView, knowledge: CompiledKnowledge): Target[] {
  const { government } = visit;
  const seen = seenBy({ id: siteSearch, sites: siteKinds }, view);
  const targets: Target[] = [];
  for (const { id, rule } of knowledge.intents.values()) {
    const site = rule.opens;
    if (site === null || visit.hasHome(site) || visit.followed(site, 'home') > 0) continue;
    const pages = seen.pages().filter((page) => {
      if (page.capture.role !== 'page' || page.capture.home || seen.isForeign(page.url)) return false;
      return servesIntent(page, id, knowledge) !== null && isOwnPage(page, site, government, knowledge);
    });
    const [page] = pages.sort((a, b) => a.url.length - b.url.length || (a.url < b.url ? -1 : 1));
    if (page === undefined) continue;
    visit.countFollowed(site, 'home');
    const { from, label } = page.capture;
    targets.push(target({ url: page.url, site, from, label, intents: [id], home: true, priority: columnPriority }));
  }
  return targets;
}

function unreadColumns(
  visit: Visit,
  view: VisitView,
  open: readonly Probe[],
  { knowledge, settings }: { knowledge: CompiledKnowledge; settings: CrawlSettings },
): Target[] {
  const sites = new Set<SiteKind>(open.flatMap(({ sites }) => sites));
  const words = wordsSought(open, knowledge);
  const seen = seenBy({ id: siteSearch, sites: siteKinds }, view);
  const targets: { item: Target; worth: number }[] = [];
  for (const site of siteKinds) {
    if (!sites.has(site) || view.coverage(site).state === 'unseen') continue;
    const unspent = settings.budget['explored-pages'] - visit.followed(site, 'explored');
    const left = Math.min(unspent, visit.pagesLeft(site));
    if (left <= 0) continue;
    const waiting = view
      .map(site)
      .filter((column) => column.state === 'unread' && column.depth <= deepest && isOwnColumn(seen, column))
      .map((column) => ({ column, worth: worthOf(column, words, knowledge) }))
      .sort((a, b) => b.worth - a.worth);
    const before = targets.length;
    for (const { column, worth } of waiting) {
      if (targets.length - before >= Math.min(roundSize, left)) break;
      const item = columnTarget(column);
      if (!visit.knows(item)) targets.push({ item, worth });
    }
  }
  targets.sort((a, b) => b.worth - a.worth);
  const round = targets.slice(0, roundSize).map(({ item }) => item);
  for (const { site } of round) visit.countFollowed(site, 'explored');
  return round;
}

function columnTarget({ url, site, label, from, depth }: SeenColumn): Target {
  return target({ url, site, depth, from, label: label === '' ? null : label, priority: columnPriority });
}

/** Pairs of characters in the names of what is sought; columns that share some go first. */
function wordsSought(open: readonly Probe[], knowledge: CompiledKnowledge): Set<string> {
  const pairs = new Set<string>();
  for (const id of new Set(open.flatMap(({ seeks }) => seeks)))
    for (const { text } of knowledge.intents.get(id)?.labels ?? [])
      for (let at = 0; at + 2 <= text.length; at += 1) pairs.add(text.slice(at, at + 2));
  return pairs;
}

function worthOf(column: SeenColumn, words: ReadonlySet<string>, knowledge: CompiledKnowledge): number {
  const label = foldLabel(column.label);
  let shared = 0;
  for (let at = 0; at + 2 <= label.length; at += 1) if (words.has(label.slice(at, at + 2))) shared += 1;
  const promising = knowledge.columnRules.promising.some((word) => label.includes(word)) ? 3 : 0;
  const named = column.named === 'section' ? 0 : 1;
  return Math.min(shared, 3) * 2 + promising + named - column.depth * 2 - (column.elsewhere ? 8 : 0);
}

/** One question per missing thing, by the first name of its entries. */
function searchQuestions(
  visit: Visit,
  view: VisitView,
  things: readonly string[],
  { knowledge, settings }: { knowledge: CompiledKnowledge; settings: CrawlSettings },
): Target[] {
  const seen: Seen = seenBy({ id: siteSearch, sites: ['portal'] }, view);
  const { route, box } = siteSearchOf(seen);
  const asked = new Set(seen.answersTo(siteSearch).map(({ capture }) => capture.question?.id));
  const left = settings.budget['search-questions'] - visit.followed('portal', siteSearch);
  const questions = things
    .filter((id) => !asked.has(id))
    .flatMap((id) => (knowledge.intents.get(id)?.rule.names ?? []).slice(0, 1).map((text) => ({ id, text })))
    .slice(0, Math.max(0, left));
  const items =
    route === null ? typedQuestions(box, questions) : questions.map((question) => asQuestion(route, question));
  const fresh = items.filter((item) => !visit.knows(item));
  for (const item of fresh)
    for (const _ of item.interaction?.questions ?? [item]) visit.countFollowed('portal', siteSearch);
  return fresh;
}

function asQuestion(route: Route, question: Question): Target {
  const ask = route.ask(question);
  return target({
    url: ask.url,
    site: 'portal',
    role: 'answer',
    method: ask.method === 'post' ? 'POST' : 'GET',
    body: ask.body,
    headers: ask.headers,
    depth: 1,
    priority: questionPriority,
    question: { ...question, probe: siteSearch },
    anywhere: true,
  });
}

/** Questions that only a browser can ask, typed into the box one after the other. */
function typedQuestions(box: SearchBox | null, questions: readonly Question[]): Target[] {
  if (box === null || questions.length === 0) return [];
  const { name, placeholder } = box.field;
  const interaction = { script: 'search', hints: { field: name, placeholder }, questions, probe: siteSearch } as const;
  const url = box.page.url;
  return [
    target({
      url,
      site: 'portal',
      role: 'answer',
      via: 'browser',
      depth: 1,
      priority: questionPriority,
      interaction,
      anywhere: true,
    }),
  ];
}

/** Intents of the things that are sought and have a name to ask for. */
function thingsSought(open: readonly Probe[], knowledge: CompiledKnowledge): string[] {
  const ids = open.flatMap(({ seeks, sites }) => (sites.includes('portal') ? seeks : []));
  return [...new Set(ids)].filter((id) => (knowledge.intents.get(id)?.rule.names.length ?? 0) > 0);
}

/** The same without things of which a page was read. */
function thingsLeft(partial: readonly Probe[], view: VisitView, knowledge: CompiledKnowledge): string[] {
  const seen = seenBy({ id: siteSearch, sites: siteKinds }, view);
  const read = new Set(seen.pages().flatMap(({ capture }) => capture.intents));
  return thingsSought(partial, knowledge).filter((id) => !read.has(id) && !knowledge.columnRules.hubs.has(id));
}

/** Results that are followed per question. */
const resultsRead = 3;

/**
 * Results of the portal's own search on the government's hosts whose title contains the name asked
 * for. News match too, so only the content of a page decides what it is.
 */
function searchResults(visit: Visit, view: VisitView, knowledge: CompiledKnowledge): Target[] {
  const seen = seenBy({ id: siteSearch, sites: ['portal'] }, view);
  const answers = seen.answersTo(siteSearch);
  if (answers.length === 0) return [];
  const { route } = siteSearchOf(seen);
  return answers.flatMap(({ capture, page }) => {
    const { id = '', text = '' } = capture.question ?? {};
    const intent = knowledge.intents.get(id);
    if (page === null || intent === undefined) return [];
    const names = [text, ...intent.rule.names].map(foldLabel);
    const fitting = readSiteSearch(seen, page, route, text).results.filter(({ title, url }) => {
      const folded = foldLabel(title);
      return isWeb(url) && isOwn(url, visit) && names.some((name) => folded.includes(name));
    });
    return fitting.slice(0, resultsRead).flatMap(({ url }) => {
      const item = target({ url, site: 'portal', depth: 2, from: page.url, priority: 75 });
      return visit.knows(item) ? [] : [item];
    });
  });
}

function isOwn(url: string, { government }: Visit): boolean {
  return Object.values(government.sites).some((site) => sameSite(site.url, url));
}
