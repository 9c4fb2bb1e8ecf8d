import type { Government } from '../model/government.ts';
import type { Adoption, AdoptionLists, Answer } from '../scoring/adoption.ts';
import { compareCodes } from '../scoring/rank.ts';
import type { Cell, Table } from './csv.ts';
import type { ReportInput } from './input.ts';
import { type Messages, wordFor } from './messages.ts';
import { statementText } from './narrative/adoption.ts';
import type { StatisticId } from './narrative/sentence.ts';

/** The order in which answers are listed. */
export const answers = ['yes', 'no', 'unknown', 'left-out'] as const satisfies readonly Answer[];

/** Governments with the same answer. */
export interface NamedList {
  readonly title: string;
  readonly governments: readonly Government[];
}

/** The governments behind the counts of one figure; lists without governments are left out. */
export interface FigureLists {
  readonly lists: readonly NamedList[];
}

/** Anchor of the lists behind a figure; null where the report has none. */
export function listAnchorOf(statistic: StatisticId): string | null {
  return statistic.startsWith('adoption:') || statistic === 'tier-size'
    ? `l-${statistic.replace(/[^\w-]/gu, '-')}`
    : null;
}

/** Who has the thing, who lacks it, of whom it is unknown, and whom it does not concern. */
export function adoptionLists(entry: Adoption, input: ReportInput, messages: Messages): FigureLists | null {
  if (entry.lists === undefined) return null;
  const { lists: words } = messages;
  const named = (lists: AdoptionLists['scored'], scored: boolean) => {
    const known = new Map(
      input.governments
        .filter((government) => government.scored === scored)
        .map((government) => [government.code, government]),
    );
    return answers.flatMap((answer): NamedList[] => {
      const governments = [...lists[answer]].sort(compareCodes).flatMap((code) => known.get(code) ?? []);
      const word = words.answers[answer];
      return governments.length === 0 ? [] : [{ title: scored ? word : words.observed(word), governments }];
    });
  };
  const { scored, observed } = entry.lists;
  // Observed platforms without any answer are in no share of the statement.
  const isAsked = observed.yes.length + observed.no.length > 0;
  return {
    lists: [...named(scored, true), ...(isAsked ? named(observed, false) : [])],
  };
}

/** One row per statement and government: the answer that was counted. */
export function listsTable(input: ReportInput, messages: Messages): Table {
  return {
    head: ['statement', 'text', 'code', 'name', 'group', 'group_name', 'scored', 'answer'],
    rows: input.adoption.flatMap((entry) => {
      const answered = (lists: AdoptionLists['scored'] | undefined) =>
        new Map(answers.flatMap((answer) => (lists?.[answer] ?? []).map((code) => [code, answer] as const)));
      const scored = answered(entry.lists?.scored);
      const observed = answered(entry.lists?.observed);
      return input.governments.flatMap((government): Cell[][] => {
        const { code, name, group } = government;
        const answer = (government.scored ? scored : observed).get(code);
        if (answer === undefined) return [];
        return [
          [
            ...[entry.statement, statementText(entry, messages), code, name, group],
            ...[wordFor(input.groupNames, group), government.scored ? 'yes' : 'no', answer],
          ],
        ];
      });
    }),
  };
}
