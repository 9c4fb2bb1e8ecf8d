import { z } from 'zod';
import { count } from '../config/schema/words.ts';
import { wordsOf } from '../config/word-sections.ts';
import { foldLabel } from '../config/words.ts';
import type { Capture } from '../model/capture.ts';
import type { Evidence, Obstacle } from '../model/finding.ts';
import type { SiteKind } from '../model/government.ts';
import { dataSecurityPolicyValue } from '../model/values/data-security-policy.ts';
import type { Seen } from '../reading/coverage.ts';
import { headlineLinks } from '../reading/headline-links.ts';
import { kindSign } from '../reading/kinds.ts';
import { itemLinks, pagingLinks } from '../reading/list-items.ts';
import { incompleteMeta, type Link, type Page } from '../reading/page.ts';
import { isPageOf } from '../reading/page-of.ts';
import { defineProbe, type Verdict } from './contract.ts';
import { obstaclesTo } from './shared/absence.ts';
import { failedEntries } from './shared/entry-obstacles.ts';
import { isOwnPage } from './shared/own-level.ts';
import { platformOf, platformWords } from './shared/platform.ts';
import {
  dataTitleOf,
  isDataTitle,
  policyWords,
  type SecurityChapter,
  securityChapterOf,
} from './shared/policy-text.ts';
import { searchWords } from './shared/search-box.ts';
import { resultWords } from './shared/search-results.ts';
import { blameOf, evidenceOf, homesSeen, unshown, verdicts } from './shared/verdicts.ts';

type Value = z.input<typeof dataSecurityPolicyValue>;

const say = verdicts<Value>();

const words = z.object({
  'policies-to-list': count,
});

/**
 * A policy document on data with a chapter on data security, as page, PDF or Word file. It may be
 * on the open-data platform or among the portal's policy documents.
 */
export const dataSecurityPolicy = defineProbe({
  id: 'data-security-policy',
  version: 7,
  sites: ['portal', 'service', 'open-data'],
  value: dataSecurityPolicyValue,
  seeks: ['open-data', 'disclosure', 'policy-documents', 'data-security', 'data-policy', 'data-policy-file'],
  things: ['data-security', 'data-policy', 'data-policy-file'],
  words: [words, platformWords, policyWords, resultWords, searchWords],
  about: {
    measures:
      "A policy document on data that has a chapter on the security of data: on the data-open platform, or among the portal's policy documents; web pages, PDF and Word files are read.",
    levels: { working: 'a document was read that has the chapter; titles alone never count' },
    evidence: 'The heading of the chapter, and the notice that the file is attached to.',
    blindSpots: [
      'Scanned documents have no text and stay unknown.',
      'Of long lists of policies only the first pages are read: a portal that lists many more proves nothing by silence until `policies-to-list` documents were listed.',
      'The chapter is recognised by its heading; whether its rules are kept cannot be seen.',
    ],
  },
  judge,
});

const lists = ['policy-documents', 'data-security'] as const;
const documents = ['data-policy', 'data-policy-file'] as const;
const places = ['open-data', 'portal'] as const;

interface Hit {
  readonly page: Page;
  readonly where: 'platform' | 'portal';
  readonly found: SecurityChapter;
}

function judge(seen: Seen): Verdict<Value> {
  const hits = places.flatMap((site) => hitsOn(seen, site));
  const best = hits.sort(byPreference)[0];
  if (best) {
    const { page, where, found } = best;
    const format = page.kind === 'pdf' || page.kind === 'docx' ? page.kind : 'html';
    const value: Value = { level: 'working', where, format, url: page.url, ...found };
    const evidence = [evidenceOf(page, found.chapter), ...noticesOf(seen, page)];
    return say.present(value, found.chapter === found.title ? 0.85 : 0.95, evidence);
  }
  const evidence = homesSeen(seen, 'portal');
  if (seen.government.sites.portal === undefined && seen.captures('portal').length === 0)
    return say.unknown({ reason: 'no-site', site: 'portal' }, evidence);
  const blame = blameOf(portalObstacles(seen)) ?? blameOf(platformObstacles(seen));
  if (blame !== null) return say.unknown(blame, evidence);
  return say.absent(null, 0.8, [...listPages(seen, 'portal').map((page) => evidenceOf(page, page.title)), ...evidence]);
}

function hitsOn(seen: Seen, site: (typeof places)[number]): Hit[] {
  return documentsOn(seen, site).flatMap((page): Hit[] => {
    const found = securityChapterOf(page, seen.knowledge);
    if (found === null || !isOwnPage(page, site, seen.government, seen.knowledge)) return [];
    return [{ page, where: isOnPlatform(page, site, seen) ? 'platform' : 'portal', found }];
  });
}

/** Most clicks from a page of the platform to one of its documents. */
const mostClicks = 3;

/**
 * Whether a page belongs to the platform: to its site, or reached from its pages if it shares the
 * portal's host.
 */
function isOnPlatform(page: Page, site: SiteKind, seen: Seen): boolean {
  if (site === 'open-data') return true;
  let { from } = page.capture;
  for (let step = 0; step < mostClicks && from !== null; step += 1) {
    const capture = seen.at(from)?.capture;
    if (!capture) return false;
    if (capture.site === 'open-data') return true;
    from = capture.from;
  }
  return false;
}

/**
 * Documents come before lists that show their text, then by site and URL, so that the order of
 * arrival does not matter.
 */
function byPreference(one: Hit, other: Hit): number {
  const whole = ({ found }: Hit): number => Number(found.chapter === found.title);
  return (
    whole(one) - whole(other) ||
    (one.where === other.where ? 0 : one.where === 'platform' ? -1 : 1) ||
    (one.page.url < other.page.url ? -1 : 1)
  );
}

function documentsOn(seen: Seen, site: SiteKind): Page[] {
  const wanted: readonly string[] = [...lists, ...documents];
  return seen
    .pages(site)
    .filter(
      (page) =>
        page.capture.role === 'page' &&
        (page.capture.intents.some((intent) => wanted.includes(intent)) ||
          lists.some((intent) => isPageOf(page, intent, seen.knowledge)) ||
          page.kind === 'pdf' ||
          page.kind === 'docx' ||
          kindSign(page, 'policy-document', seen.knowledge) !== null),
    );
}

/** Pages that list policy documents. */
function listPages(seen: Seen, site: SiteKind): Page[] {
  return documentsOn(seen, site).filter(
    (page) => page.kind === 'html' && lists.some((intent) => isPageOf(page, intent, seen.knowledge)),
  );
}

/** Evidence from the page that the document is attached to. */
function noticesOf(seen: Seen, page: Page): Evidence[] {
  const { from, label } = page.capture;
  const notice = from === null ? null : (seen.at(from)?.page ?? null);
  return notice && !notice.capture.home ? [evidenceOf(notice, `${label ?? ''} ${page.capture.url}`)] : [];
}

/** Why the portal's policy documents do not prove absence; empty if they do. */
function portalObstacles(seen: Seen): Obstacle[] {
  const obstacles = obstaclesTo(seen, ['portal'], ['policy-documents', ...documents]);
  if (obstacles.length > 0) return obstacles;
  const pages = listPages(seen, 'portal');
  const blank = pages.filter((page) => page.shell).map((page) => unshown(page, 'policy-documents'));
  if (blank.length > 0) return blank;
  const listed = new Set(pages.flatMap((page) => itemLinks(page, seen.knowledge).map((link) => link.url)));
  const read = new Set(pages.flatMap((page) => [page.url, page.capture.url]));
  const more = pages.flatMap((page) => pagingLinks(page, seen.knowledge).filter((link) => !read.has(link.url)));
  const { 'policies-to-list': enough } = wordsOf(words, seen.knowledge);
  if (listed.size < enough && more.length > 0)
    return more.map((link) => notFollowed(link, 'portal', 'policy-documents'));
  return documentObstacles(seen, 'portal');
}

/**
 * Why a platform may still have the document; empty without a platform, and if its policies were
 * read.
 */
function platformObstacles(seen: Seen): readonly Obstacle[] {
  const platform = platformOf(seen);
  if (platform.state === 'absent') return [];
  if (platform.state === 'unknown') return platform.blame;
  if (platform.state === 'linked') return [platform.obstacle];
  // A platform that is a column of the portal was read with the portal.
  if (seen.captures('open-data').length === 0) return [];
  return [
    ...obstaclesTo(seen, ['open-data'], ['data-security', ...documents]),
    ...failedEntries(seen, 'open-data', ['open-data', ...lists]),
    ...documentObstacles(seen, 'open-data'),
  ];
}

/** Files whose text is read. */
const readableFile = /\.(?:pdf|docx)(?:$|[?#])/iu;
const documentFile = /\.(?:pdf|docx?|wps|ofd)(?:$|[?#])/iu;

/**
 * Unread files of the site that are policies on data by their names, or are attached to a notice
 * whose title is on digital government.
 */
function unreadFiles(seen: Seen, site: SiteKind): Obstacle[] {
  const { 'digital-subjects': subjects } = wordsOf(policyWords, seen.knowledge);
  const isDigital = ({ title, capture }: Page): boolean =>
    !capture.home && (subjects.in(foldLabel(title)) ?? subjects.in(foldLabel(capture.label ?? ''))) !== null;
  return seen.pages(site).flatMap((page) =>
    page.links
      .filter(({ url, label }) => {
        if (!documentFile.test(url)) return false;
        return isDataTitle(label, seen.knowledge) || (readableFile.test(url) && isDigital(page));
      })
      .flatMap((link) => {
        const target = seen.at(link.url);
        return target?.page ? [] : [unreadDocument(link, site, 'data-policy-file', target?.capture ?? null)];
      }),
  );
}

/**
 * Obstacles for documents that were read in part or without text, and for lists that were not read
 * to the end.
 */
function documentObstacles(seen: Seen, site: SiteKind): Obstacle[] {
  const found = documentsOn(seen, site).flatMap((page) => {
    const listed = documents.flatMap((intent) => {
      const rule = seen.knowledge.intents.get(intent);
      return (rule ? headlineLinks(page, rule, seen.knowledge) : []).flatMap((link) => {
        const target = seen.at(link.url);
        return target?.page ? [] : [unreadDocument(link, site, intent, target?.capture ?? null)];
      });
    });
    const cut = page.meta[incompleteMeta] !== undefined && dataTitleOf(page, seen.knowledge) !== null;
    // A scanned document has pages but no text.
    const blank = page.kind === 'html' ? page.shell : page.text.trim() === '';
    const own = cut ? [{ ...unshown(page), reason: 'page-cut' as const }] : blank ? [unshown(page)] : [];
    return [...listed, ...own];
  });
  return [...found, ...unreadFiles(seen, site)];
}

function unreadDocument(link: Link, site: SiteKind, intent: string, capture: Capture | null): Obstacle {
  const place = notFollowed(link, site, intent);
  return capture === null ? place : { ...place, reason: capture.failure ?? 'empty', capture: capture.id };
}

function notFollowed({ url, label }: Link, site: SiteKind, intent: string): Obstacle {
  return { reason: 'not-followed', site, url, intent, ...(label === '' ? {} : { part: label }) };
}
