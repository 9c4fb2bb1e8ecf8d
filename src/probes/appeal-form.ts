import { z } from 'zod';
import { foldWidth } from '../config/full-width.ts';
import { pattern, wordList } from '../config/schema/words.ts';
import { wordsOf } from '../config/word-sections.ts';
import type { WordSet } from '../config/words.ts';
import type { Evidence, PresenceLevel } from '../model/finding.ts';
import { appealFormValue } from '../model/values/appeal-form.ts';
import type { Seen } from '../reading/coverage.ts';
import { kindSign } from '../reading/kinds.ts';
import type { Page } from '../reading/page.ts';
import { defineProbe, type Verdict } from './contract.ts';
import { obstaclesTo } from './shared/absence.ts';
import { type AppealForm, appealForms, appealFormWords } from './shared/appeal-forms.ts';
import { numberField } from './shared/number-field.ts';
import { limitIntents, statedLimit } from './shared/reply-limit.ts';
import { searchWords } from './shared/search-box.ts';
import { resultWords } from './shared/search-results.ts';
import { type EntryTarget, entryTargetsOf, holds, openObstacles, showsContent, targetWords } from './shared/targets.ts';
import { blameOf, evidenceOf, homesSeen, unshown, verdicts } from './shared/verdicts.ts';

type Value = z.input<typeof appealFormValue>;

const say = verdicts<Value>();

const words = z.object({
  'login-needed': wordList,
  'login-free': wordList,
  'letter-numbers': wordList,
  'written-limits': pattern,
});

/** Pages that may contain the form, its own page first. */
const formIntents = ['appeal-form', 'mailbox', 'consultation', 'complaint'] as const;

/**
 * 受理便捷: the form for letters, the data it requires, and whether the state of a letter can be
 * queried.
 */
export const appealForm = defineProbe({
  id: 'appeal-form',
  version: 5,
  sites: ['portal', 'service'],
  absentFrom: ['portal'],
  value: appealFormValue,
  seeks: ['interaction', 'appeal-query', ...formIntents, ...limitIntents],
  things: ['appeal-form'],
  words: [words, appealFormWords, resultWords, searchWords, targetWords],
  about: {
    measures:
      'The form in which people write to the government: whether it opens, asks for a log-in, limits the length, can be followed by number, and which limit for the answer the portal states.',
    levels: {
      linked: 'an entry is visible, its page did not open',
      reachable: 'its page opens but shows no form, say before a log-in',
      working: 'the form stands there and can be filled in',
    },
    evidence: 'The entry of the form, and the names of its fields.',
    blindSpots: [
      'The form is read and never submitted: checks of the server, and what becomes of a letter, are not known.',
      'Behind a log-in nothing is seen: the form may be there.',
      'A form that only scripts draw counts as seen only where a browser rendered the page.',
    ],
  },
  judge,
});

function judge(seen: Seen): Verdict<Value> {
  const targets = entryTargetsOf(seen, ['portal', 'service'], formIntents);
  const opened = targets.flatMap(({ page }) => page ?? []);
  const [form] = opened.flatMap((page) => appealForms(page, seen));
  const own = entryTargetsOf(seen, ['portal', 'service'], ['appeal-form']);
  const evidence: Evidence[] = own
    .slice(0, 1)
    .map(({ entry }) => evidenceOf(entry.page, `${entry.link.label} ${entry.link.url}`));
  if (form) {
    evidence.unshift(
      evidenceOf(form.page, `${form.page.title} ${form.form.fields.map(({ name, label }) => label || name).join(' ')}`),
    );
    return say.present(measure('working', form.page, form, seen), 0.95, evidence);
  }
  const page = own.find((target) => target.page !== null)?.page ?? opened.find((one) => asksLogin(one, seen));
  if (page)
    return say.present(measure('reachable', page, null, seen), 0.8, [evidenceOf(page, page.title), ...evidence]);
  const [dead] = own;
  if (dead) return say.present(measure('linked', null, null, seen), dead.entry.match.confidence * 0.8, evidence);
  return withoutForm(seen, targets);
}

function withoutForm(seen: Seen, targets: readonly EntryTarget[]): Verdict<Value> {
  const unread = blameOf(openObstacles(targets));
  if (unread !== null) return say.unknown(unread);
  const blank = blameOf(
    targets.flatMap(({ entry, page }) => (page && !showsContent(page) ? [unshown(page, entry.intent)] : [])),
  );
  if (blank !== null) return say.unknown(blank);
  // A mailbox that its page explains without a form is no form.
  const blame = blameOf(obstaclesTo(seen, ['portal'], ['interaction', ...formIntents], ['appeal-form']));
  return blame === null ? say.absent(null, 0.85, homesSeen(seen, 'portal')) : say.unknown(blame);
}

function asksLogin(page: Page, seen: Seen): boolean {
  return (
    holds(page.text, wordsOf(words, seen.knowledge)['login-needed']) ||
    page.forms.some(({ fields }) => fields.some(({ type }) => type === 'password'))
  );
}

function measure(
  level: PresenceLevel,
  page: Page | null,
  form: AppealForm | null,
  seen: Seen,
): z.infer<typeof appealFormValue> {
  const limit = statedLimit(seen);
  return {
    level,
    url: page?.url ?? null,
    login: page === null ? null : loginOf(page, seen),
    maxLength: form === null ? null : lengthOf(form, seen),
    queryByNumber: queryOf(seen),
    limit: limit === null ? null : { days: limit.days, unit: limit.unit },
  };
}

function loginOf(page: Page, seen: Seen): boolean | null {
  if (holds(page.text, wordsOf(words, seen.knowledge)['login-free'])) return false;
  if (asksLogin(page, seen)) return true;
  // A form on a page without a demand to log in can be used without an account.
  return appealForms(page, seen).length > 0 ? false : null;
}

/**
 * The field's own maximum length, else the one stated beside it: 限500字以内, 内容不超过1000字, 最多输入2000个字符.
 */
function lengthOf({ page, content }: AppealForm, seen: Seen): number | null {
  if (content.maxLength !== null && content.maxLength > 0) return content.maxLength;
  const match = wordsOf(words, seen.knowledge)['written-limits'].exec(foldWidth(page.text));
  const length = Number(match?.[1] ?? match?.[2] ?? 0);
  return length > 0 ? length : null;
}

/** Whether a query page has a field for a letter's number; null if unknown. */
function queryOf(seen: Seen): boolean | null {
  const targets = entryTargetsOf(seen, ['portal', 'service'], ['appeal-query']);
  const pages = targets.flatMap(({ page }) => page ?? []);
  if (pages.some((page) => numberField(page, numbersOn(page, seen)) !== null)) return true;
  if (openObstacles(targets).length > 0) return null;
  return obstaclesTo(seen, ['portal'], ['interaction', 'appeal-query']).length === 0 ? false : null;
}

/** Names of a letter's number on a page; a query for cases must name it as a letter's. */
function numbersOn(page: Page, { knowledge }: Seen): WordSet {
  const ofCases = kindSign(page, 'progress-query', knowledge) !== null;
  return ofCases ? knowledge.kinds.kinds['appeal-query'].numbers : wordsOf(words, knowledge)['letter-numbers'];
}
