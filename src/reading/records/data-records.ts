import type { CompiledKnowledge } from '../../config/knowledge.ts';
import type { Field, RecordSource } from '../record.ts';
import { foldSpace } from '../text.ts';
import type { Draft, DraftGroup } from './drafts.ts';

/** A group read from data, with the total stated beside it. */
export interface DataGroup extends DraftGroup {
  readonly total: number | null;
}

const mostNodes = 60_000;
const mostGroups = 12;
const mostItems = 300;
const mostFields = 40;
/** Deepest nesting of JSON in strings of JSON. */
const deepestWrap = 3;
/** Deepest nesting of an item's members. */
const deepestField = 3;

interface Place {
  readonly value: unknown;
  readonly key: string;
  /** Enclosing objects, innermost first. */
  readonly above: readonly object[];
  readonly wraps: number;
}

/**
 * Arrays of similar objects at any depth of the data, with the total beside or above them; JSON in
 * strings is parsed. A single object with several values is one record.
 * @param markup called for strings that contain markup
 */
export function dataGroups(
  data: unknown,
  source: RecordSource,
  knowledge: CompiledKnowledge,
  markup?: (html: string) => void,
): DataGroup[] {
  const groups: DataGroup[] = [];
  const queue: Place[] = [{ value: data, key: '', above: [], wraps: 0 }];
  let lone: { object: object; key: string } | null = null;
  for (let at = 0; at < queue.length && at < mostNodes && groups.length < mostGroups; at += 1) {
    const place = queue[at];
    if (place === undefined) break;
    const { value, key, above, wraps } = place;
    if (typeof value === 'string') {
      const inner = wraps < deepestWrap ? unwrapped(value) : undefined;
      if (inner !== undefined) queue.push({ value: inner, key, above, wraps: wraps + 1 });
      else if (markup && /<(?:li|tr|table|dl|p|div)\b/iu.test(value)) markup(value);
      continue;
    }
    if (typeof value !== 'object' || value === null) continue;
    if (Array.isArray(value)) {
      const objects = value.filter(isObject);
      // A single object that contains only other objects is a wrapper.
      const wrapper = objects.length === 1 && !Object.values(objects[0] ?? {}).some(isPlain);
      if (objects.length > 0 && objects.length * 2 >= value.length && !wrapper) {
        const drafts = objects.slice(0, mostItems).flatMap((item) => draftOf(item) ?? []);
        if (drafts.length > 0)
          groups.push({
            source,
            heading: key,
            headers: [],
            drafts,
            region: 'main',
            total: totalNear(above, value.length, knowledge),
          });
      }
      // Look into the first items, because the array may be a list of lists.
      for (const item of value.slice(0, 50))
        if (typeof item === 'object' || typeof item === 'string') queue.push({ value: item, key, above, wraps });
      continue;
    }
    const entries = Object.entries(value).slice(0, 2000);
    if (
      entries.filter(([, member]) => isPlain(member)).length >= 3 &&
      (lone === null || size(value) > size(lone.object))
    )
      lone = { object: value, key };
    for (const [name, member] of entries)
      if (typeof member === 'object' || (typeof member === 'string' && member.length > 1))
        queue.push({ value: member, key: name, above: [value, ...above].slice(0, 6), wraps });
    const paired = parallel(entries);
    if (paired) groups.push({ source, heading: key, headers: [], drafts: paired, region: 'main', total: null });
  }
  if (groups.length === 0 && lone !== null) {
    const draft = draftOf(lone.object);
    if (draft) groups.push({ source, heading: lone.key, headers: [], drafts: [draft], region: 'main', total: null });
  }
  return groups;
}

function size(value: object): number {
  return Object.values(value).filter(isPlain).length;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isPlain(value: unknown): value is string | number | boolean {
  return (typeof value === 'string' && value !== '') || typeof value === 'number';
}

/** Parsed value of a string that is JSON; undefined for other strings. */
function unwrapped(text: string): unknown {
  const bare = text.trim();
  if (!/^[[{]/u.test(bare) || !/[\]}]$/u.test(bare)) return undefined;
  try {
    return JSON.parse(bare);
  } catch {
    // Text in brackets that is not JSON stays text.
    return undefined;
  }
}

/** Reads labels in one array and the same number of values in another, as charts have them. */
function parallel(entries: readonly [string, unknown][]): Draft[] | null {
  const arrays = entries.flatMap(([, value]) =>
    Array.isArray(value) && value.length >= 2 && value.length <= 60 ? [value] : [],
  );
  const names = arrays.find((array) => array.every((one) => typeof one === 'string' && /\p{L}/u.test(one)));
  const values = arrays.find(
    (array) => array !== names && array.length === names?.length && array.every((one) => typeof one === 'number'),
  );
  if (!names || !values) return null;
  return names.map((name, at) => {
    const fields = [{ name: String(name), value: String(values[at]) }];
    return { fields, text: `${name} ${values[at]}`, box: null };
  });
}

/** Makes an item a record, with the members of its members as fields too. */
function draftOf(item: object): Draft | null {
  const fields: Field[] = [];
  const add = (key: string, value: unknown, depth: number): void => {
    if (fields.length >= mostFields || value === null || value === undefined) return;
    if (typeof value === 'object') {
      if (depth >= deepestField) return;
      const list = Array.isArray(value);
      if (list && value.every(isPlain)) {
        if (value.length > 0) fields.push({ name: key, value: value.slice(0, 20).join(' ') });
        return;
      }
      const members = list ? value.slice(0, 5).map((one): [string, unknown] => [key, one]) : Object.entries(value);
      for (const [name, member] of members) add(name, member, depth + 1);
      return;
    }
    const text = typeof value === 'string' ? plainText(value) : String(value);
    if (text !== '') fields.push({ name: key, value: text });
  };
  for (const [key, value] of Object.entries(item)) add(key, value, 1);
  if (fields.length === 0) return null;
  return { fields, text: fields.map(({ value }) => value).join(' '), box: null };
}

/** Text of a string that may contain markup. */
export function plainText(value: string): string {
  const cut = value.slice(0, 20_000);
  if (!cut.includes('<') && !cut.includes('&')) return foldSpace(cut);
  return foldSpace(
    cut
      .replace(/<(?:br|p|div|li|tr)\b[^<>]{0,500}>/giu, ' ')
      .replace(/<\/?[a-z!][^<>]{0,500}>/giu, '')
      .replace(/&(?:nbsp|ensp|emsp|#160);?/giu, ' ')
      .replace(/&lt;/giu, '<')
      .replace(/&gt;/giu, '>')
      .replace(/&quot;/giu, '"')
      .replace(/&#(\d{1,7});/gu, (whole, code: string) =>
        Number(code) <= 0x10ffff ? String.fromCodePoint(Number(code)) : whole,
      )
      .replace(/&amp;/giu, '&'),
  );
}

/**
 * The total in the object around a list, beside it or further up; a number smaller than the list is
 * not its total.
 */
function totalNear(above: readonly object[], length: number, knowledge: CompiledKnowledge): number | null {
  for (const holder of above) {
    const own = totalIn(holder, length, knowledge);
    if (own !== null) return own;
    for (const member of Object.values(holder)) {
      const beside = isObject(member) ? totalIn(member, length, knowledge) : null;
      if (beside !== null) return beside;
    }
  }
  return null;
}

function totalIn(holder: object, length: number, knowledge: CompiledKnowledge): number | null {
  const entries = Object.entries(holder);
  for (const pattern of knowledge.forms.totalKeys)
    for (const [key, value] of entries) {
      if (!pattern.test(key)) continue;
      const number = typeof value === 'string' && /^\s*\d{1,9}\s*$/u.test(value) ? Number(value) : value;
      if (typeof number === 'number' && Number.isInteger(number) && number >= length) return number;
    }
  return null;
}
