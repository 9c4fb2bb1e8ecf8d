import type { CompiledKnowledge } from '../config/knowledge.ts';
import { fileNameOf, isWeb, sameSite } from './addresses.ts';
import type { Link, Page } from './page.ts';

/** A separate document that the page's header or footer consists of. */
export interface LayoutPart {
  readonly url: string;
  readonly role: 'script' | 'frame';
  /**
   * True for frames, scripts and fragments named like a header or footer: the page cannot be judged
   * without them. False for files that may contain entries, such as `common.js`: they matter only
   * while header or footer are missing.
   */
  readonly needed: boolean;
}

const fragmentName = /\.(?:s?html?|inc|jspx?|aspx?|php|do|tpl)$|^[^.]*$/iu;

/**
 * The documents to fetch before a page may be said to lack an entry, needed ones first. These are
 * same-site scripts named like a header or footer or placed where one belongs, frames, and
 * fragments that scripts load; for a script or frame, the parts that it loads in turn.
 */
export function layoutParts(page: Page, knowledge: CompiledKnowledge): LayoutPart[] {
  const parts = new Map<string, LayoutPart>();
  const add = (url: string, role: LayoutPart['role'], needed: boolean): void => {
    // Visitors see frames of other hosts, but scripts of other hosts and frames of home pages
    // (weather, counters) hold no entries.
    const guest = role === 'frame' && !page.capture.home && isWeb(url);
    if (url === page.url || !(guest || sameSite(url, page.url))) return;
    const known = parts.get(url);
    if (!known || (needed && !known.needed)) parts.set(url, { url, role, needed });
  };
  const complete = hasOwnLayout(page);
  for (const url of page.scripts) if (isLayoutScript(url, knowledge)) add(url, 'script', isStrong(url));
  for (const url of page.frames) add(url, 'frame', true);
  for (const link of page.links) {
    if (link.via !== 'script' || link.labelFrom !== 'none' || !isWeb(link.url)) continue;
    const name = fileNameOf(link.url);
    if (fragmentName.test(name) && isLayoutName(name, knowledge) && isStrong(link.url)) add(link.url, 'frame', true);
  }
  for (const url of page.mountedScripts) if (!isLibrary(url, knowledge)) add(url, 'script', true);
  // A complete home page may still have a floating entry written by a script in its body.
  if (page.kind === 'html' && (!complete || page.capture.home))
    for (const url of page.placedScripts)
      if (!isLibrary(url, knowledge)) add(url, 'script', page.capture.home || isStrong(url));
  return [...parts.values()].sort((one, other) => Number(other.needed) - Number(one.needed));
}

function hasOwnLayout(page: Page): boolean {
  if (page.kind !== 'html') return true;
  return page.emptyRegions.length === 0 && showsLayout(page.links.filter((link) => link.via === 'html'));
}

/**
 * Whether links form a page with header (or navigation) and footer; many links in the body alone do
 * not.
 */
export function showsLayout(links: readonly Link[]): boolean {
  let header = 0;
  let footer = 0;
  for (const link of links) {
    if (!isWeb(link.url)) continue;
    if (link.region === 'footer') footer += 1;
    else if (link.region === 'header' || link.region === 'nav') header += 1;
  }
  return header >= 2 && footer >= 1;
}

function isLibrary(url: string, knowledge: CompiledKnowledge): boolean {
  const name = fileNameOf(url);
  return knowledge.libraryScripts.some((pattern) => pattern.test(name));
}

function isLayoutName(name: string, knowledge: CompiledKnowledge): boolean {
  return knowledge.layoutScripts.some((pattern) => pattern.test(name));
}

function isLayoutScript(url: string, knowledge: CompiledKnowledge): boolean {
  return isLayoutName(fileNameOf(url), knowledge) && !isLibrary(url, knowledge);
}

/** Names that mean header or footer; `common` and `base` often hold only helper functions. */
function isStrong(url: string): boolean {
  return /head|foot|(?:^|[^a-z])(?:top|bottom|nav|menu)(?:[^a-z]|$)/iu.test(fileNameOf(url));
}
