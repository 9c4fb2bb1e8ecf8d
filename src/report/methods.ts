import type { Normalizer } from '../config/schema/indicators.ts';
import { mostlyMet } from './figures/adoption.ts';
import type { ReportInput } from './input.ts';
import type { Messages } from './messages.ts';
import { statementText } from './narrative/adoption.ts';
import type { StatisticId } from './narrative/sentence.ts';
import type { TextTable } from './rows.ts';
import { decimals, percent } from './text.ts';

/** A definition of the methods appendix, to which numbers link. */
export interface Definition {
  readonly statistic: StatisticId;
  readonly text: string;
}

/** Contents of the methods appendix, from the definitions in code and from the configuration. */
export interface Methods {
  readonly statistics: readonly Definition[];
  readonly statements: readonly Definition[];
  readonly leaves: TextTable;
  /** Rules of the bulletin: what is concluded, named and compared. */
  readonly rules: readonly string[];
}

/** Anchor of a definition in the page. */
export function anchorOf(statistic: StatisticId): string {
  return `m-${statistic.replace(/[^\w-]/gu, '-')}`;
}

export function methodsOf(input: ReportInput, messages: Messages): Methods {
  const { methods, pair } = messages;
  const { columns, unknown } = methods;
  return {
    statistics: Object.entries(methods.definitions).map(([statistic, text]) => ({ statistic, text })),
    statements: input.adoption.map((entry) => ({
      statistic: `adoption:${entry.statement}`,
      text: pair(
        statementText(entry, messages),
        `${methods.base[entry.base]}${messages.and}${methods.probes(entry.probes.join(messages.listMark))}`,
      ),
    })),
    leaves: {
      head: [columns.leaf, columns.share, columns.normalizer, columns.unknown, columns.probe],
      rows: input.assessment.tree.nodes.flatMap(({ leaf, name, full }) =>
        leaf === null
          ? []
          : [
              [
                name,
                decimals(full, 2),
                describeNormalizer(leaf.normalizer, messages),
                typeof leaf.unknown === 'string'
                  ? unknown[leaf.unknown]
                  : unknown.carry(String(leaf.unknown['carry-forward-days'])),
                leaf.finding,
              ],
            ],
      ),
    },
    rules: rulesOf(input, messages),
  };
}

function rulesOf({ rule }: ReportInput, { methods }: Messages): string[] {
  const even = rule['even-provinces'];
  const whole = (share: number) => percent(share, 0);
  return [
    methods.support(whole(rule['maximum-unknown']), whole(rule['maximum-unknown-answers'])),
    methods.ranked(whole(rule['minimum-ranked'])),
    methods.bounds,
    methods.places(whole(mostlyMet), String(even['minimum-governments'])),
    methods.even(String(even['minimum-governments']), whole(even['rate-share']), whole(even['spread-share'])),
    methods.comparison(whole(rule['minimum-common'])),
  ];
}

function describeNormalizer(normalizer: Normalizer, messages: Messages): string {
  const { methods, listMark, pair } = messages;
  const { normalizers, levels } = methods;
  switch (normalizer.kind) {
    case 'boolean':
      return normalizers.boolean;
    case 'key':
      return normalizers.key(normalizer.key);
    case 'freshness':
      return normalizers.freshness(String(normalizer['fresh-days']), String(normalizer['stale-days']));
    case 'weighted':
      return normalizers.weighted(
        normalizer.terms
          .map(({ weight, measure }) => normalizers.term(String(weight), describeNormalizer(measure, messages)))
          .join(listMark),
      );
    case 'ratio':
      return normalizers.ratio;
    case 'capped-count':
      return normalizers['capped-count'](String(normalizer.cap));
    case 'checklist':
      return normalizers.checklist(String(normalizer.items.length));
    case 'ladder': {
      const words: Readonly<Record<string, string>> = levels;
      return normalizers.ladder(
        Object.entries(normalizer.steps)
          .map(([step, worth]) => pair(words[step] ?? step, String(worth)))
          .join(listMark),
      );
    }
  }
}
