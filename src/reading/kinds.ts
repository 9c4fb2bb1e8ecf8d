import type { CompiledKnowledge } from '../config/knowledge.ts';
import type { KindSign } from './kind.ts';
import { appealForm } from './kinds/appeal-form.ts';
import { article, newsList, surelyNews } from './kinds/article.ts';
import { appealHub, appealQuery, hotline, mailbox, poll, progressQuery } from './kinds/channels.ts';
import { apiList, appList, dataPlatform, dataset, datasetList } from './kinds/data.ts';
import { disclosureTable } from './kinds/disclosure.ts';
import { letterRules, policyDocument, policyList, statement } from './kinds/documents.ts';
import { languageChoice, splash } from './kinds/doorway.ts';
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

type Recogniser = (page: Page, knowledge: CompiledKnowledge) => KindSign | null;

/** Kinds of pages that hold nothing of what is looked for. */
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

const none: readonly KindSign[] = [];
const memory = new WeakMap<Page, { readonly knowledge: CompiledKnowledge; readonly signs: readonly KindSign[] }>();

/**
 * What a page is by its content, the surest kind first; whichever link led there plays no part. A page may be of several kinds (a notice of
 * maintenance is under construction too); one of a kind of `vacantKinds` holds nothing of what is looked for. Pure, and kept as long as
 * the page is.
 */
export function kindsOf(page: Page, knowledge: CompiledKnowledge): readonly KindSign[] {
  const content = contentOf(page);
  const known = memory.get(content);
  if (known?.knowledge === knowledge) return known.signs;
  const signs = isDocument(content) ? recognise(content, knowledge) : none;
  memory.set(content, { knowledge, signs });
  return signs;
}

/** The sign that a page is of a kind; null when it is not. */
export function kindSign(page: Page, kind: string, knowledge: CompiledKnowledge): KindSign | null {
  return kindsOf(page, knowledge).find((sign) => sign.kind === kind) ?? null;
}

/** Whether a page is of one of the kinds that serve an intent of the vocabulary. */
export function servesIntent(page: Page, intent: string, knowledge: CompiledKnowledge): KindSign | null {
  const kinds: Readonly<Record<string, { readonly serves: readonly string[] }>> = knowledge.kinds.kinds;
  return kindsOf(page, knowledge).find(({ kind }) => kinds[kind]?.serves.includes(intent)) ?? null;
}

/** What keeps a page from being judged as content: the surest of the vacant kinds that it is of; null when it is of none. */
export function vacancyOf(page: Page, knowledge: CompiledKnowledge): KindSign | null {
  return kindsOf(page, knowledge).find(({ kind }) => vacantKinds.has(kind)) ?? null;
}

/** Whether a page is a piece of news: it speaks of things and is none of them. What shows that it is something else besides is no mere news. */
export function isNews(page: Page, knowledge: CompiledKnowledge): boolean {
  const signs = kindsOf(page, knowledge);
  const news = signs.some(({ kind, confidence }) => kind === 'article' && confidence >= surelyNews);
  return news && signs.every(({ kind }) => kind === 'article' || vacantKinds.has(kind));
}

function isDocument({ kind }: Page): boolean {
  return kind === 'html' || kind === 'text' || kind === 'pdf' || kind === 'docx';
}

function recognise(page: Page, knowledge: CompiledKnowledge): readonly KindSign[] {
  const signs = recognisers.flatMap((recogniser) => recogniser(page, knowledge) ?? []);
  return signs.sort((a, b) => b.confidence - a.confidence || (a.kind < b.kind ? -1 : 1));
}
