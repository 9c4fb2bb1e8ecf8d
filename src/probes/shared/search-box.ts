import { z } from 'zod';
import { type CompiledKnowledge, foldLabel } from '../../config/knowledge.ts';
import { wordList } from '../../config/schema/words.ts';
import { wordsOf } from '../../config/word-sections.ts';
import { pathOf } from '../../reading/addresses.ts';
import type { Form, FormField, Page } from '../../reading/page.ts';

/**
 * Words by which boxes of the site search are recognised, and words for boxes that search something
 * else.
 */
export const searchWords = z.object({
  'search-words': wordList,
  'search-buttons': wordList,
  'search-fields': wordList,
  'not-search-words': wordList,
  'not-search-fields': wordList,
  'web-engines': wordList,
});

/** A box that submits words to the site's own search. */
export interface SearchBox {
  readonly page: Page;
  readonly form: Form;
  /** The field for the words. */
  readonly field: FormField;
  readonly confidence: number;
  /** Vendor id of the search engine, if its URL is known. */
  readonly vendor: string | null;
  readonly quote: string;
}

/** Least weight of a search box; class names alone stay below it. */
const enough = 0.6;
const opensTyped = /\b(?:location|open)\b[^;]{0,120}\.value\b/u;
const typed = new Set(['text', 'search', '', 'textarea']);

/**
 * Judges whether a form or group of inputs is the site's search box, by adding up the weight of its
 * signs. Signs are field names, words on box and buttons, and the engine's URL; class names never
 * suffice, because many elements are called `search`.
 */
export function searchBoxOf(page: Page, form: Form, knowledge: CompiledKnowledge): SearchBox | null {
  const words = wordsOf(searchWords, knowledge);
  const texts = form.fields.filter((field) => typed.has(field.type));
  if (texts.length === 0 || texts.length > 12) return null;
  const named = (field: FormField, list: readonly string[]): boolean =>
    list.some((name) => field.name.toLowerCase() === name || field.name.toLowerCase().endsWith(`.${name}`));
  if (form.fields.some((field) => field.type === 'password')) return null;
  const action = form.action ?? '';
  if (action !== '' && words['web-engines'].words.some((host) => new URL(action).hostname.endsWith(host))) return null;
  const vendor =
    knowledge.vendors.find(
      ({ rule, urls, markup }) =>
        rule.kind === 'search' &&
        (urls.some((pattern) => pattern.test(action)) || markup.some((pattern) => pattern.test(form.hints))),
    )?.rule ?? null;
  let best: SearchBox | null = null;
  for (const field of texts) {
    const own = foldLabel(`${field.placeholder} ${field.label} ${field.value}`);
    if (words['not-search-words'].in(own) !== null) continue;
    if (named(field, words['not-search-fields'].words)) continue;
    const box = weigh(page, form, field, own, vendor, knowledge);
    if (box && (!best || box.confidence > best.confidence)) best = box;
  }
  return best;
}

function weigh(
  page: Page,
  form: Form,
  field: FormField,
  own: string,
  vendor: { id: string; confidence: number } | null,
  knowledge: CompiledKnowledge,
): SearchBox | null {
  const { 'search-words': words, 'search-buttons': buttons, 'search-fields': names } = wordsOf(searchWords, knowledge);
  const name = field.name.toLowerCase();
  const says = (text: string): boolean => words.in(text) !== null;
  let weight = 0;
  if (names.words.includes(name)) weight += name.length > 2 ? 0.5 : 0.35;
  else if (/search|keyword|sousuo|jiansuo/u.test(name)) weight += 0.4;
  if (field.type === 'search') weight += 0.4;
  if (says(own)) weight += 0.5;
  const searches = form.buttons.some((button) => says(foldLabel(button)) || buttons.has(foldLabel(button)));
  if (searches) weight += 0.4;
  // A single unnamed field beside a search button can only take search words.
  if (searches && own === '' && form.fields.filter(({ type }) => type !== 'hidden').length === 1) weight += 0.25;
  if (vendor) weight += 0.5;
  else if (form.action !== null) {
    const intent = knowledge.intents.get('search');
    const path = pathOf(form.action);
    if (intent?.slugs.some(({ pattern }) => pattern.test(path)) || /search|sousuo/iu.test(form.action)) weight += 0.35;
  }
  if (/search|sousuo|jiansuo/iu.test(form.hints)) weight += 0.2;
  if (opensSearch(form.hints, names.words)) weight += 0.6;
  // A key or click opens an address made of what was typed.
  else if (name !== '' && opensTyped.test(form.hints)) weight += 0.4;
  if (weight < enough) return null;
  const quote = [field.placeholder || field.label || field.value, ...form.buttons, name, form.action ?? ''];
  return {
    page,
    form,
    field,
    confidence: Math.min(0.97, 0.45 + weight * 0.45),
    vendor: vendor?.id ?? null,
    quote: quote.filter((part) => part !== '').join(' '),
  };
}

/** Whether a click handler opens an address that ends in a parameter for search words. */
function opensSearch(hints: string, names: readonly string[]): boolean {
  const parameter = /(?:location|open)\b[^;{}]{0,200}?[?&]([\w.-]{1,30})=['"`]\s{0,3}\+/u
    .exec(hints)?.[1]
    ?.toLowerCase();
  return parameter !== undefined && (names.includes(parameter) || /search|keyword/u.test(parameter));
}
