import { type CompiledKnowledge, foldLabel } from '../config/knowledge.ts';
import { asksFor } from './addresses.ts';
import type { KindSign } from './kind.ts';
import { appealForm } from './kinds/appeal-form.ts';
import { article, newsList, surelyNews } from './kinds/article.ts';
import { appealHub, appealQuery, hotline, mailbox, poll, progressQuery, statedHotline } from './kinds/channels.ts';
import { apiList, appList, dataPlatform, dataset, datasetList } from './kinds/data.ts';
import { disclosureTable } from './kinds/disclosure.ts';
import { letterRules, policyDocument, policyList, statement } from './kinds/documents.ts';
import { languageChoice, splash } from './kinds/doorway.ts';
import { factsOf } from './kinds/facts.ts';
import { guide, guideList } from './kinds/guide.ts';
import { accessible, robot, searchPage, searchResults, siteMap } from './kinds/helpers.ts';
import { letter, letterList } from './kinds/letters.ts';
import { login } from './kinds/login.ts';
import { construction, empty, soft404 } from './kinds/missing.ts';
import { notice, wall } from './kinds/notice.ts';
import { privacyText } from './kinds/privacy-text.ts';
import { faqList, followUpReport, responseList } from './kinds/questions.ts';
import { rates, rating } from './kinds/rating.ts';
import { serviceList, serviceListKinds } from './kinds/service-lists.ts';
import { certificates, enterpriseSpace, personalSpace } from './kinds/spaces.ts';
import { crossRegionZone, disclosureZone, oneThingZone } from './kinds/zones.ts';
import { contentOf, type Page } from './page.ts';
import { remembered } from './remembered.ts';

type Recogniser = (page: Page, knowledge: CompiledKnowledge) => KindSign | null;

/** Kinds of pages without any content that probes look for. */
export const vacantKinds: ReadonlySet<string> = new Set([
  'notice',
  'wall',
  'splash',
  'language-choice',
  'soft-404',
  'empty',
  'construction',
  'login',
]);

const recognisers: readonly Recogniser[] = [
  notice,
  wall,
  splash,
  languageChoice,
  soft404,
  empty,
  construction,
  login,
  article,
  newsList,
  letterList,
  letter,
  appealForm,
  appealHub,
  mailbox,
  hotline,
  poll,
  appealQuery,
  letterRules,
  faqList,
  responseList,
  followUpReport,
  guide,
  guideList,
  progressQuery,
  rating,
  rates,
  crossRegionZone,
  oneThingZone,
  certificates,
  personalSpace,
  enterpriseSpace,
  ...serviceListKinds.map(serviceList),
  disclosureZone,
  disclosureTable,
  privacyText,
  statement,
  policyDocument,
  policyList,
  dataPlatform,
  datasetList,
  dataset,
  apiList,
  appList,
  searchPage,
  searchResults,
  robot,
  accessible,
  siteMap,
];

/** Kinds of pages for doing something; a news item with their signs only reports on such a page. */
const places: ReadonlySet<string> = new Set([
  'appeal-hub',
  'mailbox',
  'hotline',
  'poll',
  'appeal-query',
  'progress-query',
  'cross-region-zone',
  'one-thing-zone',
  'disclosure-zone',
  'certificates',
  'personal-space',
  'enterprise-space',
  'data-platform',
]);
/** Longer titles are headlines about a page; shorter ones name it. */
const longestPlace = 14;

const none: readonly KindSign[] = [];
/** Kinds that were recognised, and by which knowledge. */
export interface KnownKinds {
  readonly knowledge: CompiledKnowledge;
  readonly signs: readonly KindSign[];
}

const memory = new WeakMap<Page, KnownKinds>();

/**
 * The kinds of a page by its content, most certain first; the link that led to it does not matter.
 * A page may be of several kinds (a maintenance notice is also `construction`); a kind of
 * `vacantKinds` means that it has no content. Cached with the page.
 */
export function kindsOf(page: Page, knowledge: CompiledKnowledge): readonly KindSign[] {
  const content = contentOf(page);
  const known = memory.get(content);
  if (known?.knowledge === knowledge) return known.signs;
  const signs = isDocument(content) ? recognise(content, knowledge) : none;
  memory.set(content, { knowledge, signs });
  return signs;
}

/** The kinds of a page if they were asked for already, for a copy of the page; else null. */
export function knownKinds(page: Page): KnownKinds | null {
  return memory.get(contentOf(page)) ?? null;
}

/** Takes over the kinds of an equal page with an equal capture. */
export function takeOverKinds(page: Page, known: KnownKinds): void {
  memory.set(contentOf(page), known);
}

/** The sign that a page is of a kind; null if it is not. */
export function kindSign(page: Page, kind: string, knowledge: CompiledKnowledge): KindSign | null {
  return kindsOf(page, knowledge).find((sign) => sign.kind === kind) ?? null;
}

/** The sign of a kind that serves an intent of the vocabulary; null if the page has none. */
export function servesIntent(page: Page, intent: string, knowledge: CompiledKnowledge): KindSign | null {
  return signsByIntent(page, knowledge).get(intent) ?? null;
}

/** The most certain sign of a page for each intent that one of its kinds serves. */
const signsByIntent = remembered((page: Page, knowledge): ReadonlyMap<string, KindSign> => {
  const signs = kindsOf(page, knowledge);
  if (signs.length === 0) return servesNothing;
  const kinds: Readonly<Record<string, { readonly serves: readonly string[] }>> = knowledge.kinds.kinds;
  // The answer to a hot word repeats what other pages say.
  const answer = asksFor(page.capture.url, page.capture.label ?? '');
  const found = new Map<string, KindSign>();
  for (const sign of signs) {
    if (answer && !searching.has(sign.kind)) continue;
    for (const intent of kinds[sign.kind]?.serves ?? []) if (!found.has(intent)) found.set(intent, sign);
  }
  return found;
});

const servesNothing: ReadonlyMap<string, KindSign> = new Map();

/**
 * The most certain vacant kind of a page, which must then not be judged as content; null if it has
 * none.
 */
export function vacancyOf(page: Page, knowledge: CompiledKnowledge): KindSign | null {
  return kindsOf(page, knowledge).find(({ kind }) => vacantKinds.has(kind)) ?? null;
}

/**
 * Whether a page is only a news item, which reports on things without being one; false if it has
 * another kind too.
 */
export function isNews(page: Page, knowledge: CompiledKnowledge): boolean {
  const signs = kindsOf(page, knowledge);
  const news = signs.some(({ kind, confidence }) => kind === 'article' && confidence >= surelyNews);
  return news && signs.every(({ kind }) => kind === 'article' || vacantKinds.has(kind));
}

function isDocument({ kind }: Page): boolean {
  return kind === 'html' || kind === 'text' || kind === 'pdf' || kind === 'docx';
}

function recognise(page: Page, knowledge: CompiledKnowledge): readonly KindSign[] {
  const named = recognisers.flatMap((recogniser) => recogniser(page, knowledge) ?? []);
  const stated = named.every(({ kind }) => besideHotline.has(kind)) ? statedHotline(page, knowledge) : null;
  const found = stated === null ? named : [...named, stated];
  const isNewsItem = found.some(({ kind, confidence }) => kind === 'article' && confidence >= surelyNews);
  const reportsOnly = isNewsItem && foldLabel(factsOf(page, knowledge).ownTitle).length > longestPlace;
  const own = echoesQuery(page, found) ? found.filter(({ kind }) => searching.has(kind)) : found;
  const signs = reportsOnly ? own.filter(({ kind }) => !places.has(kind)) : own;
  return signs.sort((a, b) => b.confidence - a.confidence || (a.kind < b.kind ? -1 : 1));
}

/** Kinds of pages on which a stated number is one to call with an appeal. */
const besideHotline: ReadonlySet<string> = new Set(['article', 'appeal-form', 'appeal-query', 'mailbox', 'poll']);

/** Kinds of the answer of a search engine; what it quotes of other pages makes it none of them. */
const searching: ReadonlySet<string> = new Set([...vacantKinds, 'search-page', 'search-results']);
const word = /\p{L}{2}/u;

/** Whether a page of results repeats the words that its URL asks for; a list of a column has none. */
function echoesQuery({ url, text }: Page, found: readonly KindSign[]): boolean {
  if (!url.includes('?') || !found.some(({ kind }) => kind === 'search-results') || !URL.canParse(url)) return false;
  return [...new URL(url).searchParams.values()].some((value) => word.test(value) && text.includes(value));
}
