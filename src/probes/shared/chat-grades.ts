import { foldLabel } from '../../config/knowledge.ts';
import type { BankQuestion, Questions } from '../../config/schema/questions.ts';

export type Grade = 0 | 0.5 | 1;

/** Lines past this many, or longer texts, say no more about an answer. */
const mostLines = 5000;

/** What a conversation shows in the later state and not in the earlier one, in order; lines that repeat count as often as they stand. */
export function whatCame(before: string, after: string): string[] {
  const known = new Map<string, number>();
  for (const line of linesOf(before)) known.set(line, (known.get(line) ?? 0) + 1);
  return linesOf(after).filter((line) => {
    const left = known.get(line) ?? 0;
    if (left > 0) known.set(line, left - 1);
    return left === 0;
  });
}

function linesOf(text: string): string[] {
  return text
    .split('\n', mostLines)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

const sentenceEnd = /(?<=[。！？!?；;\n])/u;
const asksBack = /[？?]\s*$/u;
const timeOfDay = /^(?:20\d\d\D\d{1,2}\D\d{1,2}\D?)?\s*\d{1,2}:\d{2}(?::\d{2})?$/u;

/**
 * What a robot says, without what is no answer: the question repeated, greetings, menus, hand-overs, excuses, questions back. Folded:
 * lower case, no white space. Empty when nothing is left.
 */
export function substanceOf(came: readonly string[], question: string, chat: Questions['chat']): string {
  const empty = [...chat.greetings, ...chat.menus, ...chat['hand-over'], ...chat.excuses].map(foldLabel);
  const asked = foldLabel(question).replace(/[？?。！!]+$/u, '');
  const kept: string[] = [];
  for (const line of came) {
    if (timeOfDay.test(line)) continue;
    for (const sentence of line.split(sentenceEnd)) {
      const folded = foldLabel(sentence).replaceAll(asked, '');
      if (folded === '' || asksBack.test(folded) || empty.some((phrase) => folded.includes(phrase))) continue;
      kept.push(folded);
    }
  }
  return kept.join('\n');
}

/** Grades what is left of an answer by the written rule: every group of terms 1, any term of the matter 0.5, else 0. */
export function gradeAnswer(substance: string, question: BankQuestion, shortest: number): Grade {
  if (substance.replace(/\s+/gu, '').length < shortest) return 0;
  const holds = (term: string): boolean => substance.includes(foldLabel(term));
  if (question.exact.every((group) => group.some(holds))) return 1;
  return question.related.some(holds) ? 0.5 : 0;
}

/** Grades all answers of a conversation. The same words for several questions answer none of them. */
export function gradeConversation(
  turns: readonly { readonly question: BankQuestion; readonly came: readonly string[] }[],
  chat: Questions['chat'],
): { readonly id: string; readonly grade: Grade; readonly substance: string }[] {
  const said = turns.map(({ question, came }) => ({ question, substance: substanceOf(came, question.text, chat) }));
  const times = new Map<string, number>();
  for (const { substance } of said) times.set(substance, (times.get(substance) ?? 0) + 1);
  return said.map(({ question, substance }) => ({
    id: question.id,
    substance,
    grade: (times.get(substance) ?? 0) > 1 ? 0 : gradeAnswer(substance, question, chat.numbers['shortest-answer']),
  }));
}
