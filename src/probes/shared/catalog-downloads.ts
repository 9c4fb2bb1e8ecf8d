import type { Capture } from '../../model/capture.ts';
import type { Evidence } from '../../model/finding.ts';
import type { Seen } from '../../reading/coverage.ts';
import type { Link, Page } from '../../reading/page.ts';
import { isPageOf } from '../../reading/page-of.ts';
import { onPlatform } from './catalog-list.ts';
import { formatOfAddress, labelledFormats, onlyFormats } from './data-formats.ts';
import { isMissing } from './targets.ts';
import { evidenceOf } from './verdicts.ts';

/** Link intents of data-set pages and of the files on them. */
export const datasetIntent = 'dataset';
export const fileIntent = 'data-file';

/** Results for the sampled download links. */
export interface Downloads {
  /** Number of links that a server answered, errors included. */
  readonly tried: number;
  /** Number of those that are broken. */
  readonly dead: number;
}

/** Pages that describe one data set each, as far as they were read. */
export function datasetPages(seen: Seen, platform: Page): Page[] {
  return seen
    .pages('open-data')
    .filter(
      (page) => page.kind === 'html' && onPlatform(page, platform) && isPageOf(page, datasetIntent, seen.knowledge),
    );
}

/**
 * Formats that the page of a data set names, in its fields, on its download links and by file
 * extension.
 */
export function formatsOfDataset(page: Page, seen: Seen): string[] {
  const { knowledge } = seen;
  const lines = page.text.split('\n');
  const named = lines.flatMap((line) => [...labelledFormats(line, knowledge), ...onlyFormats(line, knowledge)]);
  const files = filesOn(page).flatMap(({ url, label }) => [
    ...onlyFormats(label, knowledge),
    ...[formatOfAddress(url, knowledge)].filter((format) => format !== null),
  ]);
  return [...named, ...files];

  function filesOn({ links }: Page): Link[] {
    return links.filter((link) => isContent(link) && seen.at(link.url)?.capture.intents.includes(fileIntent) === true);
  }
}

/**
 * Results for the sampled download links; null if none was answered. Any file that starts to arrive
 * counts, because files are not opened.
 */
export function downloadsOf(
  seen: Seen,
  pages: readonly Page[],
): { readonly downloads: Downloads | null; readonly evidence: readonly Evidence[] } {
  const verdicts = seen.captures('open-data').flatMap((capture) => {
    if (capture.role !== 'page' || !capture.intents.includes(fileIntent)) return [];
    // Menu links may have the same label, and the shell of a rendered page has no links, so the
    // link is searched in page content.
    const offers = (link: Link): boolean => link.url === capture.url && isContent(link);
    const from = pages.find((page) => page.url === capture.from && page.links.some(offers));
    const link = from?.links.find(offers);
    if (!from || !link) return [];
    const alive = isAlive(capture, seen);
    return alive === null ? [] : [{ alive, quote: evidenceOf(from, `${link.label} ${link.url}: ${capture.status}`) }];
  });
  if (verdicts.length === 0) return { downloads: null, evidence: [] };
  const dead = verdicts.filter(({ alive }) => !alive);
  return {
    downloads: { tried: verdicts.length, dead: dead.length },
    evidence: dead.slice(0, 1).map(({ quote }) => quote),
  };
}

function isContent({ region }: Link): boolean {
  return region === 'main' || region === 'unknown';
}

/** Statuses of a server that requires identification or limits the rate. */
const guarded: ReadonlySet<number> = new Set([401, 403, 407, 429]);

/**
 * Whether a download link works; null if unknown because of a wall, a log-in, a timeout or an own
 * error.
 */
function isAlive(capture: Capture, seen: Seen): boolean | null {
  const { failure, status } = capture;
  // Anything but a page is a file, and a file that is too large did arrive.
  if (failure === 'not-html' || failure === 'too-large') return true;
  if (failure === 'http-4xx' || failure === 'http-5xx') return status !== null && guarded.has(status) ? null : false;
  if (failure !== null) return null;
  const page = seen.at(capture.url)?.page ?? null;
  // Plain text is parsed as a page but is a file.
  if (page === null || page.kind !== 'html' || !/html|^$/iu.test(capture.headers['content-type'] ?? '')) return true;
  if (isMissing(page, seen)) return false;
  // A site rendered by scripts answers every URL with the same shell.
  if (page.shell) return null;
  const asksWho = page.forms.some(({ fields }) => fields.some(({ type }) => type === 'password'));
  return asksWho ? null : true;
}
