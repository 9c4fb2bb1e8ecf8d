import { type CompiledIntent, type CompiledKnowledge, foldLabel } from '../config/knowledge.ts';
import { behindWord, isLatin } from '../config/latin-words.ts';
import { wordsOf } from '../config/word-sections.ts';
import { isWeb, pathOf } from './addresses.ts';
import { candidatesOf, longestEntry, longestLabel, unquoted } from './link-index.ts';
import type { Link } from './page.ts';
import { type LinkWords, linkWords } from './reading-words.ts';
import { quoteOf } from './text.ts';

/** Evidence that a link leads to a thing. */
export interface LinkMatch {
  readonly confidence: number;
  /** `content`: the page itself shows it, not the link. */
  readonly by: 'label' | 'slug' | 'vendor' | 'content';
  readonly quote: string;
}

/** Document names are often in title marks: 《隐私政策》. */
const titleMarks = /^[《「【]([^《》「」【】]+)[》」】]$/u;
const nearTrust = 0.85;
/** Slugs of at least this confidence name a product's page and count anywhere in the path. */
const sureSlug = 0.85;
/** Most characters that an entry's label has beside the word it contains. */
const spareLetters = 8;
/** Most characters before a long name: 进入, 查看. */
const leadIn = 3;

/**
 * Judges whether a link is an entry to the intent's subject: by its label, else the slug of its
 * URL, else a vendor's URL. A headline that contains the word is not an entry.
 */
export function matchLink(link: Link, intent: CompiledIntent, knowledge: CompiledKnowledge): LinkMatch | null {
  // An intent that is not part of the pack (in tests, narrowed copies) is not cached.
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

/** Ids of the intents that a link may serve; no other intent can match. */
export function candidateIntents(link: Link, knowledge: CompiledKnowledge): ReadonlySet<string> {
  return rememberedOf(link, knowledge).candidates;
}

interface Remembered {
  readonly candidates: ReadonlySet<string>;
  readonly matches: Map<string, LinkMatch | null>;
}

/**
 * Results per link object: pages share the links of a common menu, so a menu is judged once per
 * site.
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
  // A neighbouring label may belong to another link, so it excludes nothing and has less
  // confidence.
  if (!near && label !== '' && intent.not.some((word) => label.includes(word))) return null;
  const named = intent.not.some((word) => label.includes(word)) ? null : matchLabel(label, link, intent, knowledge);
  const byLabel = named && near ? { ...named, confidence: named.confidence * nearTrust } : named;
  const byAddress = matchAddress(link, label, intent, knowledge);
  if (byLabel && byAddress)
    return { ...byLabel, confidence: 1 - (1 - byLabel.confidence) * (1 - byAddress.confidence * 0.7) };
  return byLabel ?? byAddress;
}

/** Whether the rest of a label besides the word is typical of headlines. */
function isNews(label: string, word: string, { kinds }: CompiledKnowledge): boolean {
  return label.length > word.length + leadIn && kinds.page.news.in(label.replace(word, ' ')) !== null;
}

function matchLabel(label: string, link: Link, intent: CompiledIntent, knowledge: CompiledKnowledge): LinkMatch | null {
  if (label === '' || label.length > longestLabel) return null;
  for (const word of intent.labels) {
    if (!label.includes(word.text)) continue;
    if (isLatin(word.text) && !namesIt(link.label, word.text, wordsOf(linkWords, knowledge))) continue;
    if (word.last && !endsWith(label, word.text, wordsOf(linkWords, knowledge))) continue;
    const fit = isNews(label, word.text, knowledge)
      ? 0
      : fitOf(label, word.text, link.label, wordsOf(linkWords, knowledge));
    if (fit > 0) return { confidence: word.confidence * fit, by: 'label', quote: quoteOf(link.label) };
  }
  return null;
}

/**
 * Whether a Latin word stands alone in a label, and nothing behind it says what it is of: `FAQ on
 * the licences` is no list of questions to the government.
 */
function namesIt(label: string, word: string, words: LinkWords): boolean {
  const behind = behindWord(label, word);
  return behind !== null && !words['latin-complements'].test(behind);
}

/** Whether a label ends with the word, or with a general addition to it. */
function endsWith(label: string, word: string, words: LinkWords): boolean {
  return label.endsWith(word) || words['entry-tails'].test(label.slice(label.indexOf(word) + word.length));
}

/** 1 for a label that equals the word, less for a longer one, 0 for a headline. */
function fitOf(label: string, word: string, raw: string, words: LinkWords): number {
  if (label === word) return 1;
  // General additions to a column's name do not change its meaning.
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
  // All articles of a column have its slug in their URL, but a headline is not an entry.
  if (label.length > longestEntry || wordsOf(linkWords, knowledge)['headline-dates'].test(link.label)) return null;
  const path = pathOf(link.url);
  for (const { pattern, confidence } of intent.slugs) {
    if (best && confidence <= best.confidence) continue;
    const match = pattern.exec(path);
    if (!match || (confidence < sureSlug && isBelow(path, match.index + match[0].length))) continue;
    // A label with another meaning weakens the evidence of the URL.
    const doubt = label === '' || link.labelFrom === 'near' || knowledge.genericLabels.has(label) ? 1 : 0.75;
    best = { confidence: confidence * doubt, by: 'slug', quote: quoteOf(`${link.label} ${link.url}`) };
  }
  return best;
}

/** Whether the URL leads below the column that the slug names, into a further folder. */
function isBelow(path: string, end: number): boolean {
  const query = path.indexOf('?');
  const bare = query < 0 ? path : path.slice(0, query);
  const slash = bare.indexOf('/', end);
  return slash >= 0 && slash < bare.length - 1;
}
