import { foldLabel } from '../../config/knowledge.ts';
import type { BankQuestion, Questions } from '../../config/schema/questions.ts';

export type Grade = 0 | 0.5 | 1;

/** Limit on the lines of a conversation that are compared. */
const mostLines = 5000;

/**
 * Lines that the later state of a conversation has and the earlier one has not, in order; repeated
 * lines are counted.
 */
export function addedLines(before: string, after: string): string[] {
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
 * The answer of a robot without the repeated question, greetings, menus, hand-overs, excuses and
 * questions back. Folded to lower case without white space; empty if nothing is left.
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

/**
 * Grades the substance of an answer: 1 if every group of terms occurs, 0.5 if any term of the
 * subject does, else 0.
 */
export function gradeAnswer(substance: string, question: BankQuestion, shortest: number): Grade {
  if (substance.replace(/\s+/gu, '').length < shortest) return 0;
  const holds = (term: string): boolean => substance.includes(foldLabel(term));
  if (question.exact.every((group) => group.some(holds))) return 1;
  return question.related.some(holds) ? 0.5 : 0;
}

/**
 * Grades all answers of a conversation; the same text given for several questions answers none of
 * them.
 */
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
