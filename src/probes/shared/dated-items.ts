import { z } from 'zod';
import type { CompiledKnowledge } from '../../config/knowledge.ts';
import { namedPatterns, wordList } from '../../config/schema/words.ts';
import { wordsOf } from '../../config/word-sections.ts';
import { foldLabel } from '../../config/words.ts';
import { datesIn, dayOf, splitDay } from '../../reading/dates.ts';
import type { Page } from '../../reading/page.ts';
import type { Field, PageRecord } from '../../reading/record.ts';
import { foldSpace } from '../../reading/text.ts';
import { addDays } from './working-days.ts';

export interface DatedItem {
  readonly label: string;
  /** ISO day; null if the list shows none. */
  readonly day: string | null;
}

/** Words for days relative to today, and names of fields with dates. */
export const datedWords = z.object({ 'relative-days': namedPatterns, 'day-names': wordList });

/** Longer values are texts that may mention any date. */
const longestDay = 40;
/** Keys of date members in data, in Latin letters. */
const dayMember = /(?:time|date|day|rq|sj)$/iu;
const fewestAlike = 2;
/** A line with an item's name is longer than a word and shorter than a paragraph. */
const shortestName = 4;
const longestName = 80;

/**
 * The day that a short text states; null if it states none. It may be written out, split into
 * several pieces (`15 2026-03`), or relative to the day of the visit.
 */
export function dayIn(text: string, today: string, knowledge: CompiledKnowledge): string | null {
  const written = datesIn(text, knowledge);
  const [last] = written.slice(-1);
  return last?.day ?? splitDay(text, knowledge) ?? relativeDay(text, today, knowledge);
}

function relativeDay(text: string, today: string, knowledge: CompiledKnowledge): string | null {
  const bare = foldLabel(text).replace(/^[[(【<]|[\])】>]$/gu, '');
  if (bare === '' || bare.length > 16) return null;
  for (const { name, pattern } of wordsOf(datedWords, knowledge)['relative-days']) {
    const match = pattern.exec(bare);
    if (match) return addDays(today, -Number(name) * Number(match[1] ?? 1));
  }
  return null;
}

/**
 * Items of the largest group of dated records on a page or in data that it requested; empty if
 * fewer than two are similar.
 */
export function recordItems(pages: readonly Page[], today: string, knowledge: CompiledKnowledge): DatedItem[] {
  let best: DatedItem[] = [];
  let most = 0;
  for (const page of pages)
    for (const { records } of page.records) {
      if (records.length < fewestAlike) continue;
      const items = records.map((record) => itemOf(record, today, knowledge));
      const dated = items.filter(({ day }) => day !== null).length;
      if (dated * 2 >= items.length && dated > most) [best, most] = [items, dated];
    }
  return best;
}

function itemOf({ fields, link, text }: PageRecord, today: string, knowledge: CompiledKnowledge): DatedItem {
  const days = fields.flatMap((field) => dayOfField(field, today, knowledge) ?? []).filter((day) => day <= today);
  const split = days.length > 0 ? null : splitDay(text, knowledge);
  const newest = days.sort()[days.length - 1] ?? split;
  const title = fields.find(({ value }) => value.length >= shortestName && dayIn(value, today, knowledge) === null);
  return { label: foldSpace(link?.label || title?.value || text).slice(0, longestName), day: newest };
}

function dayOfField({ name, value }: Field, today: string, knowledge: CompiledKnowledge): string | null {
  if (value === '' || value.length > longestDay) return null;
  // A bare number is a timestamp only if its name says so.
  const named = dayMember.test(name) || wordsOf(datedWords, knowledge)['day-names'].in(foldLabel(name)) !== null;
  return (named ? dayOf(value, knowledge) : null) ?? dayIn(value, today, knowledge);
}

/**
 * Lines with a name and a date, for pages without other item markup; empty if there is only one.
 */
export function lineItems(page: Page, knowledge: CompiledKnowledge): DatedItem[] {
  const items = new Map<string, DatedItem>();
  for (const line of page.text.split('\n')) {
    const days = datesIn(line, knowledge);
    const [first] = days;
    if (!first || days.length > 1 || line.length > longestName + longestDay) continue;
    const label = foldSpace(`${line.slice(0, first.start)} ${line.slice(first.end)}`)
      .replace(/\s*\d{1,2}:\d{2}(?::\d{2})?\s*/gu, ' ')
      .replace(/[\s[\]()（）【】|/·-]+$/gu, '')
      .replace(/^[\s[\]()（）【】|/·-]+/gu, '');
    // A line that ends in a colon is a label for the date, not an item.
    if (label.length < shortestName || label.length > longestName || /[:：]$/u.test(label)) continue;
    items.set(label, { label, day: first.day });
  }
  return items.size >= fewestAlike ? [...items.values()] : [];
}
