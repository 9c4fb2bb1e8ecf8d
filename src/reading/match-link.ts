import { type CompiledIntent, type CompiledKnowledge, foldLabel } from '../config/knowledge.ts';
import { wordsOf } from '../config/word-sections.ts';
import { isWeb, pathOf } from './addresses.ts';
import { candidatesOf, longestEntry, longestLabel, unquoted } from './link-index.ts';
import type { Link } from './page.ts';
import { type LinkWords, linkWords } from './reading-words.ts';
import { quoteOf } from './text.ts';

/** How a link shows that it leads to a thing. */
export interface LinkMatch {
  readonly confidence: number;
  /** `content`: no link says so, the page itself shows it. */
  readonly by: 'label' | 'slug' | 'vendor' | 'content';
  readonly quote: string;
}

/** Documents are often named in title marks: 《隐私政策》. */
const titleMarks = /^[《「【]([^《》「」【】]+)[》」】]$/u;
const nearTrust = 0.85;
/** Slugs at least this sure name a product's page and count wherever they stand in the path. */
const sureSlug = 0.85;
/** A label may be this much longer than the word it contains and still be an entry's name. */
const spareLetters = 8;
/** A name that is long itself may still have a word before it: 进入, 查看. */
const leadIn = 3;

/**
 * Judges whether a link is an entry to what the intent describes: by its label, else by the slug of its address, else by a
 * vendor's address. A label that contains the word inside a headline is not an entry.
 */
export function matchLink(link: Link, intent: CompiledIntent, knowledge: CompiledKnowledge): LinkMatch | null {
  // Rules made up for one call (a test, a narrowed copy) are weighed as they are.
  if (knowledge.intents.get(intent.id) !== intent) return weighLink(link, intent, knowledge);
  const known = rememberedOf(link, knowledge);
  if (!known.candidates.has(intent.id)) return null;
  let match = known.matches.get(intent.id);
  if (match === undefined) {
    match = weighLink(link, intent, knowledge);
    known.matches.set(intent.id, match);
  }
  return match;
}

/** Ids of the intents that a link may serve; all others have no match. */
export function candidateIntents(link: Link, knowledge: CompiledKnowledge): ReadonlySet<string> {
  return rememberedOf(link, knowledge).candidates;
}

interface Remembered {
  readonly candidates: ReadonlySet<string>;
  readonly matches: Map<string, LinkMatch | null>;
}

/**
 * What was said of a link, by the link itself: pages share the links that they have in common, so a menu is judged once for a site. Pure,
 * so forgetting costs only time.
 */
const memory = new WeakMap<Link, { readonly knowledge: CompiledKnowledge; readonly remembered: Remembered }>();

function rememberedOf(link: Link, knowledge: CompiledKnowledge): Remembered {
  const known = memory.get(link);
  if (known?.knowledge === knowledge) return known.remembered;
  const remembered = { candidates: candidatesOf(link, knowledge), matches: new Map() };
  memory.set(link, { knowledge, remembered });
  return remembered;
}

function weighLink(link: Link, intent: CompiledIntent, knowledge: CompiledKnowledge): LinkMatch | null {
  if (intent.notUrls.length > 0 && intent.notUrls.some((pattern) => pattern.test(link.url))) return null;
  const label = unquoted(foldLabel(link.label).replace(titleMarks, '$1'));
  const near = link.labelFrom === 'near';
  // A neighbour may belong to another link: it neither rules a link out nor names it as surely as its own words.
  if (!near && label !== '' && intent.not.some((word) => label.includes(word))) return null;
  const named = intent.not.some((word) => label.includes(word)) ? null : matchLabel(label, link, intent, knowledge);
  const byLabel = named && near ? { ...named, confidence: named.confidence * nearTrust } : named;
  const byAddress = matchAddress(link, label, intent, knowledge);
  if (byLabel && byAddress)
    return { ...byLabel, confidence: 1 - (1 - byLabel.confidence) * (1 - byAddress.confidence * 0.7) };
  return byLabel ?? byAddress;
}

/** Whether a label says more than the name of the thing, and the rest is what headlines are made of. */
function isNews(label: string, word: string, { kinds }: CompiledKnowledge): boolean {
  return label.length > word.length + leadIn && kinds.page.news.in(label.replace(word, ' ')) !== null;
}

function matchLabel(label: string, link: Link, intent: CompiledIntent, knowledge: CompiledKnowledge): LinkMatch | null {
  if (label === '' || label.length > longestLabel) return null;
  for (const word of intent.labels) {
    if (!label.includes(word.text)) continue;
    const fit = isNews(label, word.text, knowledge)
      ? 0
      : fitOf(label, word.text, link.label, wordsOf(linkWords, knowledge));
    if (fit > 0) return { confidence: word.confidence * fit, by: 'label', quote: quoteOf(link.label) };
  }
  return null;
}

/** 1 for a label that is the word itself, less for a longer one, 0 for a headline. */
function fitOf(label: string, word: string, raw: string, words: LinkWords): number {
  if (label === word) return 1;
  // What is added to the name of a column in general says nothing else.
  const behind = label.slice(label.indexOf(word) + word.length);
  const added = words['entry-tails'].test(behind) ? behind.length : 0;
  const spare = label.length - word.length - added;
  if (words['headline-dates'].test(raw) || words['headline-marks'].test(label)) return 0;
  const latin = /^[\u0020-\u024f]+$/u.test(label);
  if (latin) return spare <= 20 ? 0.9 : 0;
  if ((label.length - added > longestEntry && spare > leadIn) || spare > spareLetters) return 0;
  return spare <= 4 ? 0.95 : 0.85;
}

function matchAddress(
  link: Link,
  label: string,
  intent: CompiledIntent,
  knowledge: CompiledKnowledge,
): LinkMatch | null {
  if (!isWeb(link.url)) return null;
  let best: LinkMatch | null = null;
  if (intent.rule.vendors.length > 0)
    for (const vendor of knowledge.vendors) {
      if (!intent.rule.vendors.includes(vendor.rule.kind)) continue;
      if (best && best.confidence >= vendor.rule.confidence) continue;
      if (vendor.urls.some((pattern) => pattern.test(link.url)))
        best = { confidence: vendor.rule.confidence, by: 'vendor', quote: quoteOf(`${link.label} ${link.url}`) };
    }
  if (best) return best;
  if (label === '' || link.labelFrom === 'near')
    for (const { pattern, confidence } of intent.hints)
      if ((!best || confidence > best.confidence) && pattern.test(link.hints))
        best = { confidence, by: 'slug', quote: quoteOf(`${link.hints} ${link.url}`) };
  // The slug of a column stands in every article below it: a headline is not the entry of its column.
  if (label.length > longestEntry || wordsOf(linkWords, knowledge)['headline-dates'].test(link.label)) return null;
  const path = pathOf(link.url);
  for (const { pattern, confidence } of intent.slugs) {
    if (best && confidence <= best.confidence) continue;
    const match = pattern.exec(path);
    if (!match || (confidence < sureSlug && isBelow(path, match.index + match[0].length))) continue;
    // A label of its own that says something else weakens what the address says.
    const doubt = label === '' || link.labelFrom === 'near' || knowledge.genericLabels.has(label) ? 1 : 0.75;
    best = { confidence: confidence * doubt, by: 'slug', quote: quoteOf(`${link.label} ${link.url}`) };
  }
  return best;
}

/** Whether the address leads to something below the column that the slug names: another folder follows. */
function isBelow(path: string, end: number): boolean {
  const query = path.indexOf('?');
  const bare = query < 0 ? path : path.slice(0, query);
  const slash = bare.indexOf('/', end);
  return slash >= 0 && slash < bare.length - 1;
}
