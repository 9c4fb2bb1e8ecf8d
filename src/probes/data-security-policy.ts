import { z } from 'zod';
import type { UnknownReason } from '../model/failure.ts';
import { type Evidence, presenceLevelSchema } from '../model/finding.ts';
import type { SiteKind } from '../model/government.ts';
import type { Seen } from '../reading/coverage.ts';
import { headlineLinks } from '../reading/headline-links.ts';
import { itemLinks, pagingLinks } from '../reading/list-items.ts';
import { incompleteMeta, type Page } from '../reading/page.ts';
import { isPageOf } from '../reading/page-of.ts';
import { defineProbe, type Verdict } from './contract.ts';
import { failureOf, whyNotAbsent } from './shared/absence.ts';
import { isOwnPage } from './shared/own-level.ts';
import { platformOf } from './shared/platform.ts';
import { dataTitleOf, type SecurityChapter, securityChapterOf } from './shared/policy-text.ts';
import { evidenceOf, homesSeen, verdicts } from './shared/verdicts.ts';

export const dataSecurityPolicyValue = z.object({
  level: presenceLevelSchema,
  where: z
    .enum(['platform', 'portal'])
    .describe('Whether the document stands on the data-open platform or on the portal.'),
  format: z.enum(['html', 'pdf', 'docx']).describe('Kind of the document.'),
  url: z.string().describe('Address of the document.'),
  title: z.string().describe('Title of the document.'),
  chapter: z.string().describe('Heading of the chapter.'),
});
type Value = z.input<typeof dataSecurityPolicyValue>;

const say = verdicts<Value>();

/**
 * A policy document on data that has a chapter on the security of data: on the data-open platform, or among the portal's policy
 * documents, as page, PDF or Word file.
 */
export const dataSecurityPolicy = defineProbe({
  id: 'data-security-policy',
  version: 2,
  sites: ['portal', 'service', 'open-data'],
  value: dataSecurityPolicyValue,
  seeks: ['open-data', 'disclosure', 'policy-documents', 'data-security', 'data-policy', 'data-policy-file'],
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
  const best = hits.sort(byWorth)[0];
  if (best) {
    const { page, where, found } = best;
    const format = page.kind === 'pdf' || page.kind === 'docx' ? page.kind : 'html';
    const value: Value = { level: 'working', where, format, url: page.url, ...found };
    const evidence = [evidenceOf(page, found.chapter), ...noticesOf(seen, page)];
    return say.present(value, found.chapter === found.title ? 0.85 : 0.95, evidence);
  }
  const evidence = homesSeen(seen, 'portal');
  if (seen.government.sites.portal === undefined && seen.captures('portal').length === 0)
    return say.unknown({ reason: 'no-site' }, evidence);
  const reason = whyPortalIsOpen(seen) ?? whyPlatformIsOpen(seen);
  if (reason !== null) return say.unknown({ reason: reason }, evidence);
  return say.absent(null, 0.8, [...listPages(seen, 'portal').map((page) => evidenceOf(page, page.title)), ...evidence]);
}

function hitsOn(seen: Seen, site: (typeof places)[number]): Hit[] {
  return documentsOn(seen, site).flatMap((page): Hit[] => {
    const found = securityChapterOf(page, seen.knowledge);
    if (found === null || !isOwnPage(page, site, seen.government)) return [];
    return [{ page, where: isOnPlatform(page, site, seen) ? 'platform' : 'portal', found }];
  });
}

/** Most clicks from a platform's page to a document of its own. */
const longestWay = 3;

/** Whether a page is the platform's: of its site, or reached from its pages where a platform shares the portal's host. */
function isOnPlatform(page: Page, site: SiteKind, seen: Seen): boolean {
  if (site === 'open-data') return true;
  let { from } = page.capture;
  for (let step = 0; step < longestWay && from !== null; step += 1) {
    const capture = seen.at(from)?.capture;
    if (!capture) return false;
    if (capture.site === 'open-data') return true;
    from = capture.from;
  }
  return false;
}

/** Documents rank before lists that show their text; then by place and address, so that order of arrival decides nothing. */
function byWorth(one: Hit, other: Hit): number {
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
          lists.some((intent) => isPageOf(page, intent, seen.knowledge))),
    );
}

/** Pages that list policy documents. */
function listPages(seen: Seen, site: SiteKind): Page[] {
  return documentsOn(seen, site).filter(
    (page) => page.kind === 'html' && lists.some((intent) => isPageOf(page, intent, seen.knowledge)),
  );
}

/** The page whose attachment the document is. */
function noticesOf(seen: Seen, page: Page): Evidence[] {
  const { from, label } = page.capture;
  const notice = from === null ? null : (seen.at(from)?.page ?? null);
  return notice && !notice.capture.home ? [evidenceOf(notice, `${label ?? ''} ${page.capture.url}`)] : [];
}

/** Why the portal's policy documents do not prove that there is no such chapter; null when they do. */
function whyPortalIsOpen(seen: Seen): UnknownReason | null {
  const reason = whyNotAbsent(seen, ['portal'], ['policy-documents', ...documents]);
  if (reason !== null) return reason;
  const pages = listPages(seen, 'portal');
  if (pages.some((page) => page.shell)) return 'not-visible';
  const listed = new Set(pages.flatMap((page) => itemLinks(page, seen.knowledge).map((link) => link.url)));
  const read = new Set(pages.flatMap((page) => [page.url, page.capture.url]));
  const more = pages.some((page) => pagingLinks(page).some((link) => !read.has(link.url)));
  const enough = seen.knowledge.vocabulary.numbers['policies-to-list'] ?? 20;
  if (listed.size === 0 || (more && listed.size < enough)) return 'incomplete';
  return whyDocumentsAreOpen(seen, 'portal');
}

/** Why a platform may still have such a document; null without platform, and when its policies were read. */
function whyPlatformIsOpen(seen: Seen): UnknownReason | null {
  const platform = platformOf(seen);
  if (platform.state === 'absent') return null;
  if (platform.state === 'unknown') return platform.reason;
  if (platform.state === 'linked') return platform.failure;
  // A platform that stands on a column of the portal was looked through with it.
  if (seen.captures('open-data').length === 0) return null;
  return (
    whyNotAbsent(seen, ['open-data'], ['data-security', ...documents]) ??
    failureOf(seen, 'open-data', ['open-data', ...lists]) ??
    whyDocumentsAreOpen(seen, 'open-data')
  );
}

/** Documents that were listed or read in part, or without their text: what they hold is not known. */
function whyDocumentsAreOpen(seen: Seen, site: SiteKind): UnknownReason | null {
  const pages = documentsOn(seen, site);
  for (const page of pages) {
    for (const intent of documents) {
      const rule = seen.knowledge.intents.get(intent);
      for (const link of rule ? headlineLinks(page, rule, seen.knowledge) : []) {
        const target = seen.at(link.url);
        if (target === null) return 'incomplete';
        if (target.page === null) return target.capture.failure ?? 'empty';
      }
    }
    // A scan has pages and no text.
    if (page.kind !== 'html' && page.text.trim() === '') return 'not-visible';
    if (page.meta[incompleteMeta] !== undefined && dataTitleOf(page, seen.knowledge) !== null) return 'incomplete';
    if (page.kind === 'html' && page.shell) return 'not-visible';
  }
  return null;
}
