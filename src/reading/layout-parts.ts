import type { CompiledKnowledge } from '../config/knowledge.ts';
import { fileNameOf, isWeb, sameSite } from './addresses.ts';
import type { Link, Page } from './page.ts';

/** A document that belongs to the page's header or footer and is not in its own markup. */
export interface LayoutPart {
  readonly url: string;
  readonly role: 'script' | 'frame';
  /**
   * True for frames and for scripts and fragments whose names say header or footer: without it the page cannot be judged.
   * False for parts that may hold entries, such as a `common.js`: they matter while no header and footer are seen otherwise.
   */
  readonly needed: boolean;
}

const fragmentName = /\.(?:s?html?|inc|jspx?|aspx?|php|do|tpl)$|^[^.]*$/iu;

/**
 * What must be fetched before a page may be said not to hold an entry: scripts of the same site whose names say header or
 * footer, scripts that stand where a header or footer would be, frames, and fragments that scripts load. Best first. For a
 * script or frame the parts that it pulls in turn.
 */
export function layoutParts(page: Page, knowledge: CompiledKnowledge): LayoutPart[] {
  const parts = new Map<string, LayoutPart>();
  const add = (url: string, role: LayoutPart['role'], needed: boolean): void => {
    // A visitor sees what another host shows in a frame; what it lets scripts do is its own affair. A home page's are weather and counters.
    const guest = role === 'frame' && !page.capture.home && isWeb(url);
    if (url === page.url || !(guest || sameSite(url, page.url))) return;
    const known = parts.get(url);
    if (!known || (needed && !known.needed)) parts.set(url, { url, role, needed });
  };
  const whole = hasOwnLayout(page);
  for (const url of page.scripts) if (isLayoutScript(url, knowledge)) add(url, 'script', isStrong(url));
  for (const url of page.frames) add(url, 'frame', true);
  for (const link of page.links) {
    if (link.via !== 'script' || link.labelFrom !== 'none' || !isWeb(link.url)) continue;
    const name = fileNameOf(link.url);
    if (fragmentName.test(name) && isLayoutName(name, knowledge) && isStrong(link.url)) add(link.url, 'frame', true);
  }
  for (const url of page.mountedScripts) if (!isLibrary(url, knowledge)) add(url, 'script', true);
  // A home page may be whole and still get a floating entry from a script in its midst.
  if (page.kind === 'html' && (!whole || page.capture.home))
    for (const url of page.placedScripts)
      if (!isLibrary(url, knowledge)) add(url, 'script', page.capture.home || isStrong(url));
  return [...parts.values()].sort((one, other) => Number(other.needed) - Number(one.needed));
}

function hasOwnLayout(page: Page): boolean {
  if (page.kind !== 'html') return true;
  return page.emptyRegions.length === 0 && showsLayout(page.links.filter((link) => link.via === 'html'));
}

/**
 * Whether links make up a whole page, with header (or navigation) and footer of its own. A page full of links in
 * its middle may still have both written by scripts.
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

/** Names that can only mean header or footer; `common` and `base` often hold nothing but helpers. */
function isStrong(url: string): boolean {
  return /head|foot|(?:^|[^a-z])(?:top|bottom|nav|menu)(?:[^a-z]|$)/iu.test(fileNameOf(url));
}
