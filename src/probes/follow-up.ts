import { z } from 'zod';
import { foldWidth } from '../config/full-width.ts';
import { patterns } from '../config/schema/words.ts';
import { wordsOf } from '../config/word-sections.ts';
import { foldLabel } from '../config/words.ts';
import type { Evidence, Obstacle } from '../model/finding.ts';
import { followUpValue } from '../model/values/follow-up.ts';
import type { Seen } from '../reading/coverage.ts';
import { kindSign } from '../reading/kinds.ts';
import type { Page } from '../reading/page.ts';
import { overallRate, ratesIn, ratesOf } from '../reading/rates.ts';
import { rateWords } from '../reading/reading-words.ts';
import { defineProbe, type Verdict } from './contract.ts';
import { obstaclesTo } from './shared/absence.ts';
import { datedWords } from './shared/dated-items.ts';
import { readList } from './shared/dated-list.ts';
import { searchWords } from './shared/search-box.ts';
import { resultWords } from './shared/search-results.ts';
import { entryTargetsOf, showsContent, targetWords } from './shared/targets.ts';
import { blameOf, combineConfidence, evidenceOf, homesSeen, unshown, verdicts } from './shared/verdicts.ts';

type Value = z.input<typeof followUpValue>;

const say = verdicts<Value>();

const words = z.object({
  'follow-up-calls': patterns,
});

/**
 * 诉求回访: whether the government asks citizens afterwards about their satisfaction and publishes the
 * results.
 */
export const followUp = defineProbe({
  id: 'follow-up',
  version: 6,
  sites: ['portal', 'service'],
  absentFrom: ['portal'],
  value: followUpValue,
  seeks: ['interaction', 'follow-up'],
  words: [words, datedWords, rateWords, resultWords, searchWords, targetWords],
  ages: true,
  about: {
    measures:
      'Whether the government asks afterwards if people were content (回访), and publishes what they said, as dated reports or as figures.',
    levels: { working: 'results are published; an entry without results is not presence' },
    evidence: 'The report or the figure, and the entry that led to it.',
    blindSpots: [
      'Calls that are made but never published cannot be seen from outside.',
      "The published rate is the government's own.",
      'Results inside PDF reports or pictures are not read.',
    ],
  },
  judge,
});

interface Results {
  readonly items: number;
  readonly newest: string | null;
  readonly rate: number | null;
  readonly quote: string;
}

function judge(seen: Seen): Verdict<Value> {
  const targets = entryTargetsOf(seen, ['portal', 'service'], ['follow-up']);
  const shown: Evidence[] = [];
  const doubts: Obstacle[] = [];
  for (const { entry, page, obstacle } of targets) {
    const link = evidenceOf(entry.page, `${entry.link.label} ${entry.link.url}`);
    shown.push(link);
    // An entry that leads to an HTTP error has no results; any other failure leaves a doubt.
    if (obstacle !== null) doubts.push(...(obstacle.reason === 'http-4xx' ? [] : [obstacle]));
    else if (!showsContent(page)) doubts.push(unshown(page, entry.intent));
    const results = page ? resultsOn(page, seen) : null;
    if (!page || !results) continue;
    const { quote, ...measured } = results;
    const confidence = combineConfidence([entry.match.confidence, results.newest || results.rate !== null ? 0.5 : 0]);
    return say.present({ level: 'working', url: page.url, ...measured }, confidence, [evidenceOf(page, quote), link]);
  }
  // Follow-up calls are not visible from outside, so only published results count.
  const blame = blameOf(doubts) ?? blameOf(obstaclesTo(seen, ['portal'], ['interaction', 'follow-up']));
  if (blame !== null) return say.unknown(blame, shown);
  return say.absent(null, targets.length > 0 ? 0.75 : 0.9, shown.length > 0 ? shown : homesSeen(seen, 'portal'));
}

/**
 * Results that a page publishes; a questionnaire has choices and no figures, so it publishes none.
 */
function resultsOn(page: Page, seen: Seen): Results | null {
  const list = readList(page, seen);
  const dated = list.items.filter(({ day }) => day !== null);
  const figures = figuresIn(page, seen);
  if (figures) return { items: dated.length, newest: list.newest, rate: figures.rate, quote: figures.quote };
  const asks = page.forms.some(({ fields }) => fields.some(({ type }) => type === 'radio' || type === 'checkbox'));
  if (dated.length === 0 || asks) return null;
  const [first] = dated;
  return { items: list.total ?? dated.length, newest: list.newest, rate: null, quote: `${first?.label} ${first?.day}` };
}

/** Figures on a page: the overall rate, rates of parts, or the number of calls (共回访300人次). */
function figuresIn(page: Page, seen: Seen): { rate: number | null; quote: string } | null {
  const { knowledge } = seen;
  const rates = [...ratesIn(page.text, knowledge), ...ratesOf(page.records, knowledge)];
  const overall = overallRate(rates);
  if (overall) return { rate: overall.rate, quote: overall.quote };
  // Rates of single offices prove publication but give no overall rate.
  const [part] = rates;
  if (part) return { rate: null, quote: part.quote };
  const table = callsTable(page, seen);
  if (table !== null) return { rate: null, quote: table };
  const calls = wordsOf(words, knowledge)['follow-up-calls'];
  const line = foldWidth(page.text)
    .split('\n')
    .find((one) => calls.some((pattern) => pattern.test(one)));
  return line === undefined ? null : { rate: null, quote: line };
}

/** The first row of a table of calls: figures under headers such as 回访件数 and 满意. */
function callsTable(page: Page, { knowledge }: Seen): string | null {
  const sign = kindSign(page, 'follow-up-report', knowledge);
  if (sign === null) return null;
  const { calls, columns } = knowledge.kinds.kinds['follow-up-report'];
  const isCalls = (name: string): boolean => calls.in(name) !== null || columns.in(name) !== null;
  for (const { source, records } of page.records) {
    if (source !== 'table') continue;
    const row = records.find(({ fields }) =>
      fields.some(({ name, value }) => isCalls(foldLabel(name)) && /^\s*\d{1,7}\s*\D{0,2}$/u.test(value)),
    );
    if (row !== undefined) return row.text;
  }
  return null;
}
