import { type CompiledKnowledge, foldLabel } from '../config/knowledge.ts';
import { isWeb, pathOf } from './addresses.ts';
import type { Link } from './page.ts';

/** Longer labels are headlines or sentences. */
export const longestEntry = 14;
/** Longer labels are ignored. */
export const longestLabel = longestEntry + 26;
/**
 * A short entry may quote the name of its target (“好差评”统计); in longer labels quotation marks
 * indicate a headline.
 */
const quoted = /“([^“”]{2,8})”/gu;
const longestQuoting = 14;

/** A short label without its quotation marks. */
export function unquoted(label: string): string {
  return label.length <= longestQuoting ? label.replace(quoted, '$1') : label;
}

/**
 * Index from letters to the intents whose words contain them, to find the candidate intents of a
 * label quickly.
 */
interface WordIndex {
  /** Intents that icon-only links may show by class or image names. */
  readonly hinted: readonly string[];
  readonly byStart: ReadonlyMap<string, readonly { readonly word: string; readonly intent: string }[]>;
  /** 1 for each code unit with which a word starts. */
  readonly starts: Uint8Array;
  readonly slugs: RegExp | null;
  readonly vendors: RegExp | null;
  readonly byAddress: ReadonlyMap<string, { readonly slugs: RegExp | null; readonly vendors: RegExp | null }>;
}

const indexes = new WeakMap<CompiledKnowledge, WordIndex>();

function indexOf(knowledge: CompiledKnowledge): WordIndex {
  let index = indexes.get(knowledge);
  if (!index) {
    index = buildIndex([...knowledge.intents.keys()], knowledge);
    indexes.set(knowledge, index);
  }
  return index;
}

function buildIndex(intents: readonly string[], knowledge: CompiledKnowledge): WordIndex {
  const byStart = new Map<string, { word: string; intent: string }[]>();
  const starts = new Uint8Array(0x1_00_00);
  const byAddress = new Map<string, { slugs: RegExp | null; vendors: RegExp | null }>();
  const allSlugs: string[] = [];
  const allVendors = new Set<string>();
  for (const id of intents) {
    const intent = knowledge.intents.get(id);
    if (!intent) continue;
    for (const { text } of intent.labels) {
      const start = text.slice(0, 2);
      const words = byStart.get(start) ?? [];
      words.push({ word: text, intent: id });
      byStart.set(start, words);
      starts[text.charCodeAt(0)] = 1;
    }
    const slugs = intent.slugs.map(({ pattern }) => pattern.source);
    const vendors = knowledge.vendors
      .filter((vendor) => intent.rule.vendors.includes(vendor.rule.kind))
      .flatMap((vendor) => vendor.urls.map((pattern) => pattern.source));
    allSlugs.push(...slugs);
    for (const source of vendors) allVendors.add(source);
    if (slugs.length + vendors.length > 0) byAddress.set(id, { slugs: anyOf(slugs), vendors: anyOf(vendors) });
  }
  const hinted = intents.filter((id) => (knowledge.intents.get(id)?.hints.length ?? 0) > 0);
  return { hinted, byStart, starts, byAddress, slugs: anyOf(allSlugs), vendors: anyOf([...allVendors]) };
}

function anyOf(sources: readonly string[]): RegExp | null {
  return sources.length === 0 ? null : new RegExp(sources.map((source) => `(?:${source})`).join('|'), 'iu');
}

/** Ids of the intents that a link may serve by label, URL or picture; no other intent can match. */
export function candidatesOf(link: Link, knowledge: CompiledKnowledge): Set<string> {
  const index = indexOf(knowledge);
  const found = new Set<string>();
  const label = unquoted(foldLabel(link.label));
  if (label.length <= longestLabel)
    for (let at = 0; at < label.length; at += 1) {
      // Most characters start no word, which is known sooner than what a pair of them starts.
      if (index.starts[label.charCodeAt(at)] !== 1) continue;
      // One-letter words are indexed by that letter.
      const words = index.byStart.get(label.slice(at, at + 2)) ?? index.byStart.get(label.charAt(at));
      if (words) for (const { word, intent } of words) if (label.startsWith(word, at)) found.add(intent);
    }
  if (!isWeb(link.url)) return found;
  if ((label === '' || link.labelFrom === 'near') && link.hints !== '') for (const id of index.hinted) found.add(id);
  const slugs = label.length <= longestEntry && index.slugs?.test(pathOf(link.url)) === true;
  const vendors = index.vendors?.test(link.url) === true;
  if (!slugs && !vendors) return found;
  for (const [intent, rules] of index.byAddress) {
    const sold = vendors && rules.vendors?.test(link.url) === true;
    if (sold || (slugs && rules.slugs?.test(pathOf(link.url)) === true)) found.add(intent);
  }
  return found;
}
