import { type CompiledKnowledge, foldLabel } from '../config/knowledge.ts';
import { wordsOf } from '../config/word-sections.ts';
import type { WordSet } from '../config/words.ts';
import { datesIn, dayOf } from './dates.ts';
import { letterWords } from './reading-words.ts';
import type { PageRecord, RecordGroup } from './record.ts';
import { remembered } from './remembered.ts';

/** A letter shown as a record of a page; dates are ISO days. */
export interface LetterRecord {
  readonly record: PageRecord;
  readonly group: RecordGroup;
  readonly submitted: string;
  /** Null if no date of reply is shown. */
  readonly replied: string | null;
  /** State according to its text; null if not stated. */
  readonly state: 'waiting' | 'answered' | null;
  /**
   * True if its fields have the names of letters' fields; false if only its structure is that of a
   * letter.
   */
  readonly named: boolean;
  /** True if a date is named as the date of receipt, not as a later step towards the reply. */
  readonly asked: boolean;
}

/** Unnamed dates make records letters only if most records of a group have two. */
const fewestUnnamed = 3;
const mostOfGroup = 0.6;
/** Longest name of an office or kind of reply before the word for the reply. */
const longestStem = 10;

/**
 * Letters among the records of a page: fields named as dates of receipt and reply, or, if the group
 * mentions replies, two dates in order.
 */
export const letterRecords = remembered((groups: readonly RecordGroup[], knowledge): readonly LetterRecord[] =>
  groups.flatMap((group) => {
    const named = group.records.flatMap((record) => namedLetter(record, group, knowledge) ?? []);
    // In a group of letters some may be unanswered; a group without any answer is not one of
    // letters.
    if (named.some(({ replied, state }) => replied !== null || state !== null)) return named;
    return named.length > 0 ? [] : unnamedLetters(group, knowledge);
  }),
);

/** Meaning of a date; `taken` is a step between receipt and reply. */
export type Role = 'submitted' | 'taken' | 'replied';

/** Meaning of a date by its name; null for other dates, such as the due date of a reply. */
export function roleOf(name: string, knowledge: CompiledKnowledge): Role | null {
  if (name === '' || name.length > 30) return null;
  const words = wordsOf(letterWords, knowledge);
  const label = foldLabel(name);
  if (words['letter-due'].list.some((word) => label.startsWith(word))) return null;
  const { 'letter-replied-verbs': answering, 'letter-submitted-verbs': asking } = words;
  const stem = stemOf(label, words['letter-day-nouns']);
  if (words['letter-replied'].in(label) !== null || answering.has(label)) return 'replied';
  if (words['letter-submitted'].in(label) !== null || asking.has(label)) return 'submitted';
  if (words['letter-taken'].has(label)) return 'taken';
  if (endsIn(stem, answering)) return 'replied';
  if (endsIn(stem, asking)) return 'submitted';
  const role = words['letter-keys'].find(({ pattern }) => pattern.test(name))?.name;
  return role === 'submitted' || role === 'replied' ? role : null;
}

/** The name without its noun for a date; empty if it has none or consists of it. */
function stemOf(label: string, nouns: WordSet): string {
  const noun = nouns.list.find((word) => label.endsWith(word));
  return noun === undefined ? '' : label.slice(0, -noun.length);
}

/** Names of offices and kinds may precede the verb (reply of the office, first reply). */
function endsIn(stem: string, verbs: WordSet): boolean {
  return stem.length <= longestStem && verbs.list.some((verb) => stem.endsWith(verb));
}

interface Mark {
  readonly role: Role;
  readonly day: string;
}

const noMarks: readonly Mark[] = [];

/**
 * The dates of a field and their meaning, by the field's name or else by the words beside each
 * date.
 */
function marksOf(name: string, value: string, knowledge: CompiledKnowledge): readonly Mark[] {
  if (value.length > 60) return noMarks;
  const role = roleOf(name, knowledge);
  const day = role === null ? null : dayOf(value, knowledge);
  if (role !== null) return day === null ? noMarks : [{ role, day }];
  // A number in data may be a timestamp; only the field's name shows it.
  if (/^\d*$/u.test(value)) return noMarks;
  const sightings = datesIn(value, knowledge);
  const [first] = sightings;
  // A day that is the whole value has no words beside it, as most have none.
  if (first === undefined || (first.start === 0 && first.end === value.length)) return noMarks;
  const gaps = sightings.map(({ start }, at) => value.slice(sightings[at - 1]?.end ?? 0, start));
  const rest = value.slice(sightings[sightings.length - 1]?.end ?? 0);
  const before = gaps.map((gap) => roleOf(wordIn(gap, -1), knowledge));
  const after = [...gaps.slice(1), rest].map((gap) => roleOf(wordIn(gap, 0), knowledge));
  const roles = before.some((found) => found !== null) ? before : after;
  return sightings.flatMap(({ day: seen }, at) => {
    const found = roles[at] ?? null;
    return found === null ? [] : [{ role: found, day: seen }];
  });
}

/** First or last word of a text between dates. */
function wordIn(text: string, at: 0 | -1): string {
  return (
    text
      .split(/[^\p{L}]+/u)
      .filter((word) => word !== '')
      .at(at) ?? ''
  );
}

function namedLetter(record: PageRecord, group: RecordGroup, knowledge: CompiledKnowledge): LetterRecord | null {
  const marks: Mark[] = [];
  for (const { name, value } of record.fields) marks.push(...marksOf(name, value, knowledge));
  if (marks.length === 0) return null;
  const days: Record<Role, string[]> = { submitted: [], taken: [], replied: [] };
  for (const { role, day } of marks) days[role].push(day);
  const replied = days.replied.sort().pop() ?? null;
  // An intermediate date counts as the date of receipt only if there is a reply.
  const early = replied !== null ? days.taken.filter((day) => day <= replied) : [];
  const [submitted] = days.submitted.length > 0 ? days.submitted.sort() : early.sort();
  if (submitted === undefined) return null;
  return {
    record,
    group,
    submitted,
    replied: replied !== null && replied >= submitted ? replied : null,
    state: stateOf(record, knowledge),
    named: true,
    asked: days.submitted.length > 0,
  };
}

function unnamedLetters(group: RecordGroup, knowledge: CompiledKnowledge): LetterRecord[] {
  const { 'letter-waiting': waiting, 'letter-answered': answered } = wordsOf(letterWords, knowledge);
  const speaks = foldLabel(`${group.heading} ${group.records.map(({ text }) => text).join(' ')}`);
  if (waiting.in(speaks) === null && answered.in(speaks) === null) return [];
  const letters = group.records.flatMap((record) => {
    const days = record.fields.flatMap(({ name, value }) => {
      const day = value.length <= 40 && isBare(name) ? dayOf(value, knowledge) : null;
      return day === null ? [] : [day];
    });
    const [submitted, replied] = days;
    if (submitted === undefined || days.length > 2 || (replied !== undefined && replied < submitted)) return [];
    return [
      {
        record,
        group,
        submitted,
        replied: replied ?? null,
        state: stateOf(record, knowledge),
        named: false,
        asked: false,
      },
    ];
  });
  const both = letters.filter(({ replied }) => replied !== null);
  // If every record states its state and has the dates for it, a few records are enough.
  const told = letters.every(({ state, replied }) => (state === 'answered' ? replied !== null : state === 'waiting'));
  if (letters.length === group.records.length && told && letters.length > 0) return letters;
  return both.length >= fewestUnnamed && both.length >= group.records.length * mostOfGroup ? letters : [];

  /** A name that says more than "date" gives the date another meaning. */
  function isBare(name: string): boolean {
    return name === '' || wordsOf(letterWords, knowledge)['bare-days'].has(foldLabel(name));
  }
}

function stateOf(record: PageRecord, knowledge: CompiledKnowledge): LetterRecord['state'] {
  const { 'letter-waiting': waiting, 'letter-answered': answered } = wordsOf(letterWords, knowledge);
  const said = foldLabel(
    [
      record.text,
      ...record.fields.filter(({ value }) => value.length <= 20).map(({ name, value }) => `${name} ${value}`),
    ].join(' '),
  );
  if (waiting.in(said) !== null) return 'waiting';
  return answered.in(said) !== null ? 'answered' : null;
}
