import { type CompiledKnowledge, foldLabel } from '../config/knowledge.ts';
import { wordsOf } from '../config/word-sections.ts';
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
}

/** Unnamed days make letters only where most records of a group have them. */
const fewestUnnamed = 3;
const mostOfGroup = 0.6;

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

type Role = 'submitted' | 'taken' | 'replied';

/** What a name says of its day. `taken` are days on the way to an answer. */
function roleOf(name: string, knowledge: CompiledKnowledge): Role | null {
  if (name === '' || name.length > 30) return null;
  const words = wordsOf(letterWords, knowledge);
  const label = foldLabel(name);
  if (words['letter-replied'].in(label) !== null || words['letter-replied-verbs'].has(label)) return 'replied';
  if (words['letter-submitted'].in(label) !== null || words['letter-submitted-verbs'].has(label)) return 'submitted';
  if (words['letter-taken'].has(label)) return 'taken';
  const role = words['letter-keys'].find(({ pattern }) => pattern.test(name))?.name;
  return role === 'submitted' || role === 'replied' ? role : null;
}

/** The day of a field and what it is the day of: by the field's name, else by the words beside the day itself (`回复于2024-03-05`). */
function markOf(name: string, value: string, knowledge: CompiledKnowledge): { role: Role; day: string } | null {
  if (value.length > 60) return null;
  const day = dayOf(value, knowledge);
  if (day === null) return null;
  const role = roleOf(name, knowledge) ?? (name === '' ? roleOf(besideDay(value, knowledge), knowledge) : null);
  return role === null ? null : { role, day };
}

/** The letters of a text around its first day. */
function besideDay(value: string, knowledge: CompiledKnowledge): string {
  const [sighting] = datesIn(value, knowledge);
  const rest = sighting ? value.slice(0, sighting.start) + value.slice(sighting.end) : value;
  return rest.replace(/[^\p{L}]/gu, '');
}

function namedLetter(record: PageRecord, group: RecordGroup, knowledge: CompiledKnowledge): LetterRecord | null {
  const days: Record<Role, string[]> = { submitted: [], taken: [], replied: [] };
  for (const { name, value } of record.fields) {
    const mark = markOf(name, value, knowledge);
    if (mark) days[mark.role].push(mark.day);
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
    return [{ record, group, submitted, replied: replied ?? null, state: stateOf(record, knowledge), named: false }];
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
