import type { ReportInput } from '../input.ts';
import { type Messages, wordFor } from '../messages.ts';
import { decimals, percent } from '../text.ts';
import { listed, type Sentence, sentence } from './sentence.ts';

/** The index in one paragraph: how many nodes of each level, and what is only observed. */
export function systemSentences(input: ReportInput, { narrative, listMark }: Messages): Sentence[] {
  const { nodes, source } = input.assessment.tree;
  const capabilities = nodes.filter(({ level }) => level === 'capability');
  const evaluated = capabilities.filter(({ counted }) => counted);
  const observed = capabilities.filter(({ counted }) => !counted);
  const count = (number: number) => ({ text: String(number), statistic: 'count' });
  return [
    sentence(narrative.system.intro, {
      evaluated: count(evaluated.length),
      observed: count(observed.length),
      branches: count(nodes.filter(({ level }) => level === 'branch').length),
      leaves: count(nodes.filter(({ level }) => level === 'leaf').length),
    }),
    ...(evaluated.length === 0
      ? []
      : [
          sentence(narrative.system.evaluated, {
            names: evaluated.map(({ name }) => name).join(listMark),
            full: count(source['full-mark']),
          }),
        ]),
    ...(observed.length === 0
      ? []
      : [sentence(narrative.system.observed, { names: observed.map(({ name }) => name).join(listMark) })]),
  ];
}

/** Who was evaluated, where the tiers end, how large they are, and the totals in a few numbers. */
export function resultSentences(input: ReportInput, messages: Messages): Sentence[] {
  const { results } = messages.narrative;
  const { tiering, tree } = input.assessment;
  const { listMark } = messages;
  const scored = input.governments.filter((government) => government.scored);
  const names = new Map(input.governments.map(({ code, name }) => [code, name]));
  const members = Map.groupBy(scored, ({ group }) => group);
  // In the order of the pack, those that it does not name last.
  const named = Object.keys(input.groupNames);
  const groups = new Set([...named, ...members.keys()].filter((group) => members.has(group)));
  const count = (number: number) => ({ text: String(number), statistic: 'count' });
  const found = [
    sentence(results.scope, {
      count: count(scored.length),
      groups: listed(
        [...groups].map((group) =>
          sentence(results.group, {
            count: count(members.get(group)?.length ?? 0),
            name: group === '' ? messages.noGroup : wordFor(input.groupNames, group),
          }),
        ),
        listMark,
      ),
      full: count(tree.source['full-mark']),
    }),
  ];
  const placed = tiering.curve.length;
  if (tiering.tiers.length === 0) found.push(sentence(results.noTiers));
  else {
    const split = tiering.tiers.filter(({ levels }) => levels.length > 1);
    found.push(
      sentence(results.breaks, {
        names: listed(
          tiering.breaks.map(({ government, after }) => ({
            text: names.get(government) ?? government,
            statistic: 'tier-break',
            numerator: after,
            denominator: placed,
          })),
          listMark,
        ),
        tiers: tiering.tiers.map(({ name }) => name).join(listMark),
        number: count(tiering.tiers.length),
      }),
      sentence(results.sizes, {
        sizes: listed(
          tiering.tiers.map(({ name, size }) => {
            const figure = { statistic: 'tier-size', numerator: size, denominator: placed };
            return sentence(results.size, {
              name,
              count: { ...figure, text: String(size) },
              share: { ...figure, text: percent(size / placed) },
            });
          }),
          listMark,
        ),
      }),
      ...(split.length === 0
        ? []
        : [
            sentence(results.levels, {
              letters: split.map(({ letter }) => letter).join(listMark),
              levels: listed(
                split.flatMap(({ levels }) =>
                  levels.map(({ label, size }) =>
                    sentence(results.size, {
                      name: `${label} `,
                      count: { text: String(size), statistic: 'tier-size', numerator: size, denominator: placed },
                      share: percent(size / placed),
                    }),
                  ),
                ),
                listMark,
              ),
            }),
          ]),
    );
  }
  const summary = input.description.whole.nodes[0]?.score;
  if (summary === undefined) return found;
  const { mean, median, highest, lowest, population } = summary;
  if (mean === null || median === null || highest === null || lowest === null || population === null) return found;
  const figure = (value: number, statistic: string) => ({ text: decimals(value, 2), statistic });
  found.push(
    sentence(results.spread, {
      mean: { ...figure(mean, 'total-mean'), numerator: mean * summary.n, denominator: summary.n },
      median: figure(median, 'total-median'),
      highest: figure(highest, 'total-extreme'),
      lowest: figure(lowest, 'total-extreme'),
      deviation: figure(population, 'total-deviation'),
    }),
  );
  return found;
}
