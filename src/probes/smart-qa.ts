import type { z } from 'zod';
import { foldLabel } from '../config/knowledge.ts';
import type { Evidence } from '../model/finding.ts';
import { smartQaValue } from '../model/values/smart-qa.ts';
import { isWeb } from '../reading/addresses.ts';
import type { Seen } from '../reading/coverage.ts';
import { matchLink } from '../reading/match-link.ts';
import type { Page } from '../reading/page.ts';
import { type Ask, defineProbe, type Verdict } from './contract.ts';
import { obstaclesTo } from './shared/absence.ts';
import { addedLines, gradeConversation } from './shared/chat-grades.ts';
import { drawByHash } from './shared/draw.ts';
import { type EntryLink, entriesOf, targetOf } from './shared/entries.ts';
import { searchWords } from './shared/search-box.ts';
import { resultWords } from './shared/search-results.ts';
import { untestedReason } from './shared/untested.ts';
import { blameOf, combineConfidence, evidenceOf, homesSeen, verdicts } from './shared/verdicts.ts';

type Value = z.input<typeof smartQaValue>;

const say = verdicts<Value>();

/**
 * The portal's Q&A robot (智能问答): its entry, whether its page opens, and its answers to everyday
 * questions.
 */
export const smartQa = defineProbe({
  id: 'smart-qa',
  version: 8,
  sites: ['portal'],
  value: smartQaValue,
  seeks: ['qa'],
  words: [resultWords, searchWords],
  about: {
    measures:
      'The Q&A robot of the portal: its entry, whether its page opens, and how it answers everyday questions drawn by hash from the bank. Each answer is graded 1 exact, 0.5 related, 0 none; a greeting, an echo, a hand-over to a person or a menu is no answer.',
    levels: {
      linked: 'an entry is visible, no page of it opened',
      reachable: 'its page opens',
      working: 'the mean grade of its answers reaches `working-grade` of the bank',
    },
    evidence: 'The entry, and up to three questions with the grade and the words of the answer.',
    blindSpots: [
      'Without a browser nothing is asked, and the level stays open.',
      'Grades follow key words: a right answer in quite other words counts as none.',
      'Robots behind a log-in, or inside an app, are not asked.',
    ],
  },
  asks,
  judge,
});

function judge(seen: Seen): Verdict<Value> {
  const { entries, best, opened } = robotOf(seen);
  if (best) {
    const target = targetOf(seen, best.link);
    const evidence: Evidence[] = [evidenceOf(best.page, `${best.link.label} ${best.link.url}`)];
    if (opened && target?.page)
      evidence.push(evidenceOf(target.page, target.page.title || target.page.text.slice(0, 120)));
    const signs = entries.slice(0, 3).map((entry) => entry.match.confidence);
    const talk = conversationOf(seen);
    const works = talk.share !== null && talk.share >= seen.knowledge.questions.chat.numbers['working-grade'];
    const reached = works ? 'working' : opened || talk.shown ? 'reachable' : 'linked';
    const failure = opened ? null : (target?.capture.failure ?? null);
    const untested = works ? null : untestedReason([talk.note, failure]);
    return say.present(
      {
        level: untested === null ? reached : null,
        reached,
        label: best.link.label,
        url: /^https?:/u.test(best.link.url) ? best.link.url : null,
        vendor: vendorOf(seen, best.link.url),
        failure,
        asked: talk.asked,
        grades: talk.grades,
        share: talk.share,
        features: talk.features,
        note: talk.note,
      },
      combineConfidence(signs),
      [...evidence, ...talk.quoted],
      untested,
    );
  }
  const blame = blameOf(obstaclesTo(seen, ['portal'], ['qa']));
  return blame === null ? say.absent(null, 0.9, homesSeen(seen, 'portal')) : say.unknown(blame);
}

interface Robot {
  readonly entries: readonly EntryLink[];
  /** The entry that opened, else the most certain one; null without any. */
  readonly best: EntryLink | null;
  readonly opened: EntryLink | null;
}

function robotOf(seen: Seen): Robot {
  const entries = [...entriesOf(seen, 'portal', 'qa'), ...framedRobots(seen)];
  const opened = entries.find((entry) => opens(targetOf(seen, entry.link)?.page ?? null)) ?? null;
  return { entries, opened, best: opened ?? entries[0] ?? null };
}

/**
 * Everyday questions for the browser, selected by hash of the government's code; none if the
 * robot's page failed.
 */
function asks(seen: Seen): readonly Ask[] {
  const { chat } = seen.knowledge.questions;
  const { entries, opened } = robotOf(seen);
  if (seen.answers().length > 0 || chat.questions.length === 0) return [];
  const questions = drawByHash(chat.questions, chat.numbers.ask, seen.government.code).map(
    ({ id: question, text }) => ({
      id: question,
      text,
    }),
  );
  const unread = entries.find(({ link }) => isWeb(link.url) && targetOf(seen, link) === null);
  const direct = opened ?? unread;
  if (direct) return [{ how: 'browser', script: 'chat', url: direct.link.url, hints: {}, questions }];
  const scripted = entries.find(({ link }) => !isWeb(link.url) && link.label !== '');
  if (!scripted || entries.some(({ link }) => isWeb(link.url))) return [];
  return [{ how: 'browser', script: 'chat', url: scripted.page.url, hints: { click: scripted.link.label }, questions }];
}

interface Conversation {
  readonly asked: string[];
  readonly grades: Record<string, number>;
  readonly share: number | null;
  readonly features: string[];
  readonly note: string | null;
  /** Whether the browser showed the robot's page with an input box. */
  readonly shown: boolean;
  readonly quoted: Evidence[];
}

/** Grades the text added between each two states of the conversation. */
function conversationOf(seen: Seen): Conversation {
  const { chat } = seen.knowledge.questions;
  const bank = new Map(chat.questions.map((question) => [question.id, question]));
  const answers = seen.answers();
  const states = answers.flatMap(({ page, capture }) =>
    page === null ? [] : [{ page, id: capture.question?.id ?? '' }],
  );
  const turns = states.flatMap(({ page, id: asked }, index) => {
    const before = states[index - 1];
    const question = bank.get(asked);
    return before && question ? [{ question, page, came: addedLines(before.page.text, page.text) }] : [];
  });
  const graded = gradeConversation(turns, chat);
  const mean = graded.reduce((sum, { grade }) => sum + grade, 0) / graded.length;
  const failure = answers.map(({ capture }) => capture.failure).find((one) => one !== null) ?? null;
  const texts = states.map(({ page }) => foldLabel(page.text));
  const quoted = graded.flatMap(({ grade, substance }, index) => {
    const turn = turns[index];
    return turn ? [evidenceOf(turn.page, `${turn.question.text} → ${grade}: ${substance || turn.came.join(' ')}`)] : [];
  });
  return {
    asked: graded.map(({ id: question }) => question),
    grades: Object.fromEntries(graded.map(({ id: question, grade }) => [question, grade])),
    share: graded.length === 0 ? null : Math.round(mean * 10_000) / 10_000,
    features: Object.entries(chat.features)
      .filter(([, words]) => words.some((word) => texts.some((text) => text.includes(foldLabel(word)))))
      .map(([feature]) => feature)
      .sort(),
    note: failure ?? (answers.length === 0 ? 'not-asked' : graded.length === 0 ? 'no-box' : null),
    shown: graded.length > 0,
    quoted: quoted.slice(0, 3),
  };
}

/** Robots embedded as a frame: of a known product, or at a URL that names one. */
function framedRobots(seen: Seen): EntryLink[] {
  const rule = seen.knowledge.intents.get('qa');
  if (!rule) return [];
  return seen.pages('portal').flatMap((page) =>
    page.frames.flatMap((url) => {
      const link = { url, label: '', labelFrom: 'none', region: 'unknown', via: 'html', hints: '' } as const;
      const match = matchLink(link, rule, seen.knowledge);
      return match === null ? [] : [{ page, link, match, intent: 'qa' }];
    }),
  );
}

/** Whether a page is a non-empty document, even one that scripts fill. */
function opens(page: Page | null): boolean {
  return page !== null && page.kind === 'html' && (page.text !== '' || page.shell || page.frames.length > 0);
}

function vendorOf(seen: Seen, url: string): string | null {
  const vendor = seen.knowledge.vendors.find(
    (candidate) => candidate.rule.kind === 'qa' && candidate.urls.some((pattern) => pattern.test(url)),
  );
  return vendor?.rule.id ?? null;
}
