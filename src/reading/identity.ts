import { type CompiledKnowledge, foldLabel } from '../config/knowledge.ts';
import { dropSuffix } from '../config/short-names.ts';
import type { Government, SiteKind } from '../model/government.ts';
import { isWeb, sameSite } from './addresses.ts';
import { bearsCode } from './foreign.ts';
import type { KindSign } from './kind.ts';
import { distinctLinks, languageOf } from './kinds/doorway.ts';
import { kindsOf } from './kinds.ts';
import { incompleteMeta, type Link, type Page, unreadableMeta } from './page.ts';

/**
 * What the page at a site's address is:
 * - `home`: the home page of the site;
 * - `way-in`: a page in front of it (splash page, choice of language or edition); `wayIn` leads on;
 * - `notice`: a page in place of it (default page, maintenance, wall, log-in, error);
 * - `unreadable`: its text cannot be decoded;
 * - `cut`: only its first part was received;
 * - `foreign`: it belongs to somebody else.
 */
export interface Identity {
  readonly verdict: 'home' | 'way-in' | 'notice' | 'unreadable' | 'cut' | 'foreign';
  /**
   * The link that a visitor would follow to the home page; null if there is none, and for `home`.
   */
  readonly wayIn: Link | null;
  /** Evidence for the verdict, shown to people; empty for `home`. */
  readonly words: readonly string[];
}

/** A portal's home page has at least this many distinct links. */
const fewestLinks = 5;
/** Kinds of page that servers show in place of a home page. */
const replacementKinds: ReadonlySet<string> = new Set(['notice', 'wall', 'soft-404', 'construction', 'login']);
const minConfidence = 0.7;
/** A single garbled word may be intended. */
const fewestGarbled = 2;

const home: Identity = { verdict: 'home', wayIn: null, words: [] };

/**
 * Classifies the page at a site's address.
 * @param parts the page's own parts: header scripts, frames
 */
export function identityOf(
  page: Page,
  government: Government,
  site: SiteKind,
  knowledge: CompiledKnowledge,
  parts: readonly Page[] = [],
): Identity {
  if (page.kind !== 'html') return home;
  if (page.meta[incompleteMeta] !== undefined) return { verdict: 'cut', wayIn: null, words: [incompleteMeta] };
  const damaged = [page, ...parts].find((part) => isDamaged(part, knowledge));
  if (damaged) return { verdict: 'unreadable', wayIn: null, words: [damaged.title] };
  const signs = kindsOf(page, knowledge);
  const placed = signs.find(({ kind, confidence }) => replacementKinds.has(kind) && confidence >= minConfidence);
  const doorway = signs.find(({ kind }) => kind === 'splash' || kind === 'language-choice');
  // A splash page that also announces a renewal still leads to the site.
  if (doorway && (placed === undefined || doorway.confidence > placed.confidence)) {
    const wayIn = splashLink(page, government, knowledge);
    if (wayIn !== null) return { verdict: 'way-in', wayIn, words: doorway.words };
  }
  if (placed) return { verdict: 'notice', wayIn: movedTo(page, placed, government, knowledge), words: placed.words };
  if (page.shell || page.emptyRegions.length > 0) return home;
  if (site !== 'portal') return home;
  const foreign = foreignOwner([page, ...parts], government, knowledge);
  if (foreign !== null) return { verdict: 'foreign', wayIn: null, words: [foreign] };
  return showsWays(page, parts) ? home : { verdict: 'notice', wayIn: null, words: [page.title] };
}

/** Whether a page cannot be decoded or contains words typical of a wrong encoding. */
function isDamaged({ meta, title, text }: Page, knowledge: CompiledKnowledge): boolean {
  return meta[unreadableMeta] !== undefined || knowledge.kinds.page.garble.count(`${title}\n${text}`) >= fewestGarbled;
}

function showsWays(page: Page, parts: readonly Page[]): boolean {
  const own = new Set<string>();
  for (const { links } of [page, ...parts])
    for (const { url } of links) if (isWeb(url) && url !== page.url && sameSite(url, page.url)) own.add(url);
  // A portal whose columns are on other hosts still has many links.
  return own.size >= fewestLinks || page.links.length >= 3 * fewestLinks;
}

/** The link from a splash page to the desktop edition in the country's own language. */
function splashLink(page: Page, government: Government, knowledge: CompiledKnowledge): Link | null {
  const { splash, 'language-choice': languages } = knowledge.kinds.kinds;
  const links = distinctLinks(page).filter(
    (link) => link.url !== page.url && (sameSite(link.url, page.url) || namesInAddress(link.url, government)),
  );
  const fit = links.filter((link) => {
    const label = foldLabel(link.label);
    return splash['not-names'].in(label) === null && languageOf(link, languages)?.own !== false;
  });
  return (
    fit.find((link) => languageOf(link, languages)?.own === true) ??
    fit.find((link) => splash.enter.in(foldLabel(link.label)) !== null) ??
    fit.find(({ labelFrom }) => labelFrom !== 'text') ??
    fit[0] ??
    null
  );
}

/** For a notice that the site has moved: its link to the start page of another official host. */
function movedTo(page: Page, sign: KindSign, government: Government, knowledge: CompiledKnowledge): Link | null {
  if (sign.kind !== 'notice') return null;
  const moved = knowledge.kinds.kinds.notice.moved;
  if (!moved.some((pattern) => pattern.test(page.text) || pattern.test(page.title))) return null;
  const links = distinctLinks(page).filter(({ url }) => url !== page.url);
  const own = links.filter(({ url }) => sameSite(url, page.url) || namesInAddress(url, government));
  return own[0] ?? (links.length === 1 ? (links[0] ?? null) : null);
}

/** The government's full name, and its short name if no other place has it. */
function namesOf({ name, province }: Government, knowledge: CompiledKnowledge): string[] {
  const short = dropSuffix(name, { naming: knowledge.naming });
  // A city named like its province is identified by its full name only.
  return short.length >= 2 && !province.startsWith(short) ? [name, short] : [name];
}

/** Whether a URL contains the government's pinyin or division code. */
function namesInAddress(url: string, { code, pinyin }: Government): boolean {
  return url.includes(code) || (pinyin.length >= 4 && url.toLowerCase().includes(pinyin));
}

/**
 * The name or title that shows that the pages belong to somebody else; null if they may be the
 * government's.
 */
function foreignOwner(pages: readonly Page[], government: Government, knowledge: CompiledKnowledge): string | null {
  const names = namesOf(government, knowledge);
  const named = pages.some(
    (page) =>
      names.some((name) => page.title.includes(name) || page.text.includes(name)) ||
      names.some((name) => Object.values(page.meta).some((value) => value.includes(name))) ||
      page.links.some(({ label }) => names.some((name) => label.includes(name))) ||
      bearsCode(page, government, knowledge) ||
      namesInAddress(page.url, government) ||
      (government.pinyin.length >= 4 && page.title.toLowerCase().includes(government.pinyin)),
  );
  if (named) return null;
  const { stranger, 'site-names': official } = knowledge.kinds.page;
  for (const { title } of pages)
    for (const pattern of stranger) {
      const other = pattern.exec(title)?.[0];
      if (other !== undefined) return other;
    }
  const [page] = pages;
  // No page names any government: somebody else took over the domain.
  const text = pages.map((one) => `${one.title}\n${one.text}`).join('\n');
  const long = text.length >= 300 && official.list.length > 0;
  return page !== undefined && long && official.in(foldLabel(text)) === null ? page.title || page.url : null;
}
