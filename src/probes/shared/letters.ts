import { createHash } from 'node:crypto';
import { wordsOf } from '../../config/word-sections.ts';
import type { WordSet } from '../../config/words.ts';
import type { Seen } from '../../reading/coverage.ts';
import { datesIn } from '../../reading/dates.ts';
import { letterRecords, roleOf } from '../../reading/letters.ts';
import type { Page, Table } from '../../reading/page.ts';
import { isPageOf } from '../../reading/page-of.ts';
import { letterWords } from '../../reading/reading-words.ts';
import { foldSpace } from '../../reading/text.ts';
import { holds, pagesFor } from './targets.ts';

/** A published letter with ISO days. */
export interface Letter {
  /** Key for sampling: URL of its page, or its row if the list shows everything. */
  readonly key: string;
  readonly submitted: string;
  /** Null for a letter without a reply so far. */
  readonly replied: string | null;
  readonly page: Page;
  readonly quote: string;
}

/** Letters of a portal, and the number of opened letters whose dates could not be read. */
export interface LetterCollection {
  readonly letters: readonly Letter[];
  readonly unreadable: number;
}

/** Shorter values are states and categories. */
const shortestTelling = 5;
/** Most characters of a word for "due" directly before the name of a date. */
const longestDue = 4;

interface Mark {
  readonly kind: 'submitted' | 'replied';
  readonly day: string;
  readonly quote: string;
}

/**
 * All letters that the pages show: list rows with both dates, letters printed on a list page, and
 * pages of single letters. Single pages are skipped if lists show enough letters.
 */
export function lettersOf(seen: Seen): LetterCollection {
  const lists = pagesFor(seen, 'portal', ['reply-list']);
  const rows = lists.flatMap((page) => page.tables.flatMap((table) => rowsOf(table, page, seen)));
  const whole = rows.filter((row) => row.replied !== null || row.waiting);
  const inline = lists.flatMap((page) => lettersIn(page, seen));
  const pages = seen.pages('portal').filter((page) => page.kind === 'html' && isPageOf(page, 'letter', seen.knowledge));
  const single: Letter[] = [];
  let unreadable = 0;
  for (const page of pages) {
    const letter = singleLetter(page, rows, seen);
    if (letter) single.push(letter);
    else unreadable += 1;
  }
  const sources: Letter[][] = [recordsOf(seen), whole, inline, single];
  const best = sources.reduce((most, source) => (source.length > most.length ? source : most));
  return { letters: distinct(best), unreadable: best.length === 0 || best === single ? unreadable : 0 };
}

/** A letter with its text, by which it is recognised on other pages. */
interface Found extends Letter {
  readonly says: string;
  readonly values: readonly string[];
}

/**
 * Letters shown as records, on pages of letters and mailboxes and in data that the portal's pages
 * requested. In data the dates need the names of letters' dates; a letter on a page and in its data
 * counts once.
 */
function recordsOf(seen: Seen): Letter[] {
  const shown = pagesFor(seen, 'portal', ['reply-list', 'mailbox', 'letter']);
  const onPages = shown.flatMap((page) => foundOn(page, seen));
  const asked = seen.pages('portal').filter((page) => page.kind !== 'html' && !shown.includes(page));
  const found: Found[] = [...onPages];
  for (const page of asked.filter(({ kind }) => kind === 'json' || kind === 'script'))
    for (const letter of foundOn(page, seen)) if (!found.some((known) => isSame(known, letter))) found.push(letter);
  return found;
}

/** Whether two records are the same letter: same dates, and a text of one occurs in the other. */
function isSame(known: Found, other: Found): boolean {
  if (known.submitted !== other.submitted || known.replied !== other.replied) return false;
  return other.values.some((value) => known.says.includes(value));
}

function foundOn(page: Page, seen: Seen): Found[] {
  return letterRecords(page.records, seen.knowledge).flatMap((letter): Found[] => {
    const { record, group, submitted, replied, state, named } = letter;
    if (page.kind !== 'html' && !named) return [];
    // A letter answered on an unknown date says nothing about timeliness.
    if (replied === null && state !== 'waiting') return [];
    // A letter's page and its row in the list are the same letter.
    const own = group.records.length === 1 && isPageOf(page, 'letter', seen.knowledge);
    const key = own ? page.capture.url : (record.link?.url ?? record.text);
    const quote = record.text || record.fields.map(({ name, value }) => `${name} ${value}`).join(' ');
    const values = record.fields.map(({ value }) => foldSpace(value)).filter(tellsApart);
    return [{ key, submitted, replied, page, quote, says: own ? `${quote} ${page.text}` : quote, values }];
  });
}

/** Titles and numbers distinguish letters; dates, states and names of offices do not. */
function tellsApart(value: string): boolean {
  return value.length >= shortestTelling && !/^[\d\s:./-]*$/u.test(value);
}

/**
 * Up to `most` letters selected by hash of their key, so that the sample is reproducible and not
 * the newest ones.
 */
export function sampleLetters(letters: readonly Letter[], most: number): Letter[] {
  if (letters.length <= most) return [...letters];
  const hash = (key: string): string => createHash('sha256').update(key).digest('hex');
  return letters
    .map((letter) => ({ letter, hash: hash(letter.key) }))
    .sort((a, b) => (a.hash < b.hash ? -1 : a.hash > b.hash ? 1 : 0))
    .slice(0, most)
    .map(({ letter }) => letter);
}

function distinct(letters: readonly Letter[]): Letter[] {
  const known = new Set<string>();
  return letters.filter(({ key }) => !known.has(key) && known.add(key) !== undefined);
}

interface Row extends Letter {
  readonly waiting: boolean;
  readonly cells: readonly string[];
}

function rowsOf(table: Table, page: Page, seen: Seen): Row[] {
  const [first = [], ...others] = table.rows;
  const headed = table.headers.length > 0;
  const heads = headed ? table.headers : first;
  const words = wordsOf(letterWords, seen.knowledge);
  const column = (list: WordSet): number => heads.findIndex((head) => holds(head, list));
  const submitted = column(words['letter-submitted']);
  const replied = column(words['letter-replied']);
  if (submitted < 0) return [];
  return (headed ? table.rows : others).flatMap((cells): Row[] => {
    const from = datesIn(cells[submitted] ?? '', seen.knowledge)[0]?.day;
    if (from === undefined || cells.length < heads.length) return [];
    const to = replied < 0 ? undefined : datesIn(cells[replied] ?? '', seen.knowledge)[0]?.day;
    const text = cells.join(' ');
    const waiting = to === undefined && holds(text, words['letter-waiting']);
    return [{ key: text, submitted: from, replied: to ?? null, page, quote: text, waiting, cells }];
  });
}

/** Letters with text and dates on the list page itself. */
function lettersIn(page: Page, seen: Seen): Letter[] {
  const letters: { submitted: Mark; replied: Mark | null }[] = [];
  for (const mark of marksOf(page, seen)) {
    const last = letters[letters.length - 1];
    if (mark.kind === 'submitted') letters.push({ submitted: mark, replied: null });
    else if (last && last.replied === null) last.replied = mark;
  }
  // A single pair of dates belongs to a page about one letter; on a list, an unpaired date proves
  // nothing.
  return letters.flatMap(({ submitted, replied }, index): Letter[] =>
    replied === null
      ? []
      : [
          {
            key: `${page.url} ${index} ${submitted.day} ${replied.day}`,
            submitted: submitted.day,
            replied: replied.day,
            page,
            quote: `${submitted.quote} ${replied.quote}`,
          },
        ],
  );
}

/** The letter that a page of a single letter shows; null if its dates cannot be read. */
function singleLetter(page: Page, rows: readonly Row[], seen: Seen): Letter | null {
  const marks = marksOf(page, seen);
  const own = marks.find(({ kind }) => kind === 'submitted');
  const label = foldSpace(page.capture.label ?? '');
  const row = own || label === '' ? undefined : rows.find(({ cells }) => cells.includes(label));
  const submitted = own?.day ?? row?.submitted;
  if (submitted === undefined) return null;
  const replied = marks.find(({ kind, day }) => kind === 'replied' && day >= submitted) ?? null;
  const quote = [own?.quote ?? row?.quote ?? '', replied?.quote ?? ''].join(' ').trim();
  if (replied) return { key: page.url, submitted, replied: replied.day, page, quote };
  const { 'letter-answered': answered, 'letter-waiting': waiting } = wordsOf(letterWords, seen.knowledge);
  // Neither a reply without a date nor a page without reply and note of waiting says anything about
  // timeliness.
  if (marks.some(({ kind }) => kind === 'replied') || holds(page.text, answered) || !holds(page.text, waiting))
    return null;
  return { key: page.url, submitted, replied: null, page, quote };
}

function marksOf(page: Page, seen: Seen): Mark[] {
  const words = wordsOf(letterWords, seen.knowledge);
  const { 'letter-joins': between, 'letter-day-nouns': nouns, 'letter-due': due } = words;
  const names = [...words['letter-submitted'].list, ...words['letter-replied'].list];
  const verbs = [...words['letter-submitted-verbs'].list, ...words['letter-replied-verbs'].list];
  const pattern = new RegExp(`${anyOf(names)}|${anyOf(verbs)}${anyOf(nouns.list)}?`, 'gu');
  const dates = datesIn(page.text, seen.knowledge);
  const marks: Mark[] = [];
  let next = 0;
  for (const match of page.text.matchAll(pattern)) {
    const [name] = match;
    const end = match.index + name.length;
    while ((dates[next]?.start ?? Number.POSITIVE_INFINITY) < end) next += 1;
    const date = dates[next];
    if (!date || !between.test(page.text.slice(end, date.start))) continue;
    const before = page.text.slice(Math.max(0, match.index - longestDue), match.index);
    if (due.list.some((word) => before.endsWith(word))) continue;
    const kind = roleOf(name, seen.knowledge);
    if (kind === 'submitted' || kind === 'replied')
      marks.push({ kind, day: date.day, quote: page.text.slice(match.index, date.end) });
  }
  return marks;
}

/** Pattern for any of the words, longest first. */
function anyOf(words: readonly string[]): string {
  const longest = [...words].sort((a, b) => b.length - a.length);
  return `(?:${longest.map((word) => word.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')).join('|')})`;
}
