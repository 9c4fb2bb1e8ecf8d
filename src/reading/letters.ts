import { type CompiledKnowledge, foldLabel } from '../config/knowledge.ts';
import { wordsOf } from '../config/word-sections.ts';
import type { WordSet } from '../config/words.ts';
import { datesIn, dayOf } from './dates.ts';
import { letterWords } from './reading-words.ts';
import type { PageRecord, RecordGroup } from './record.ts';

/** A letter that a page shows as a record. Days are ISO days. */
export interface LetterRecord {
  readonly record: PageRecord;
  readonly group: RecordGroup;
  readonly submitted: string;
  /** Null where no day of an answer is shown. */
  readonly replied: string | null;
  /** What its text says of its state; null where it says nothing. */
  readonly state: 'waiting' | 'answered' | null;
  /** Whether its fields are named as those of letters, and not only shaped like them. */
  readonly named: boolean;
  /** Whether a day is named as that of coming, and not as one on the way to an answer. */
  readonly asked: boolean;
}

/** Unnamed days make letters only where most records of a group have them. */
const fewestUnnamed = 3;
const mostOfGroup = 0.6;
/** What names an office or a kind of answer before the word for it. */
const longestStem = 10;

/**
 * Letters among the records of a page: those whose fields are named as days of coming and of answer, and, where the group speaks of
 * answers, those with two days of which the second is not before the first.
 */
export function letterRecords(groups: readonly RecordGroup[], knowledge: CompiledKnowledge): LetterRecord[] {
  return groups.flatMap((group) => {
    const named = group.records.flatMap((record) => namedLetter(record, group, knowledge) ?? []);
    // In a group of letters one without an answer has no day of it; a group without any answer is no group of letters.
    if (named.some(({ replied, state }) => replied !== null || state !== null)) return named;
    return named.length > 0 ? [] : unnamedLetters(group, knowledge);
  });
}

/** What a day is the day of. `taken` are days on the way to an answer. */
export type Role = 'submitted' | 'taken' | 'replied';

/** What a name says of its day; null for names of other days, such as that by which an answer is due. */
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

/** A name without the noun that makes a day of it; empty where it has none, or is none but for it. */
function stemOf(label: string, nouns: WordSet): string {
  const noun = nouns.list.find((word) => label.endsWith(word));
  return noun === undefined ? '' : label.slice(0, -noun.length);
}

/** Offices and kinds stand before the word: that of the office that answered, of the first answer. */
function endsIn(stem: string, verbs: WordSet): boolean {
  return stem.length <= longestStem && verbs.list.some((verb) => stem.endsWith(verb));
}

interface Mark {
  readonly role: Role;
  readonly day: string;
}

/** The days of a field and what they are the days of: by the field's name, else by the words beside the days themselves. */
function marksOf(name: string, value: string, knowledge: CompiledKnowledge): Mark[] {
  if (value.length > 60) return [];
  const role = roleOf(name, knowledge);
  const day = role === null ? null : dayOf(value, knowledge);
  if (role !== null) return day === null ? [] : [{ role, day }];
  // A number in data may be a moment; only its member's name tells.
  if (/^\d*$/u.test(value)) return [];
  const sightings = datesIn(value, knowledge);
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

/** The first or the last word of a text between days. */
function wordIn(text: string, at: 0 | -1): string {
  return (
    text
      .split(/[^\p{L}]+/u)
      .filter((word) => word !== '')
      .at(at) ?? ''
  );
}

function namedLetter(record: PageRecord, group: RecordGroup, knowledge: CompiledKnowledge): LetterRecord | null {
  const days: Record<Role, string[]> = { submitted: [], taken: [], replied: [] };
  for (const { name, value } of record.fields) {
    for (const { role, day } of marksOf(name, value, knowledge)) days[role].push(day);
  }
  const replied = days.replied.sort().pop() ?? null;
  const state = stateOf(record, knowledge);
  // A day on the way to an answer stands for the day of coming only where there is an answer to speak of.
  const early = replied !== null ? days.taken.filter((day) => day <= replied) : [];
  const [submitted] = days.submitted.length > 0 ? days.submitted.sort() : early.sort();
  if (submitted === undefined) return null;
  return {
    record,
    group,
    submitted,
    replied: replied !== null && replied >= submitted ? replied : null,
    state,
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
  // Where every record says how it stands and has the days that belong to it, few are enough.
  const told = letters.every(({ state, replied }) => (state === 'answered' ? replied !== null : state === 'waiting'));
  if (letters.length === group.records.length && told && letters.length > 0) return letters;
  return both.length >= fewestUnnamed && both.length >= group.records.length * mostOfGroup ? letters : [];

  /** A name that says something else than a day in general makes the day that of something else. */
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
