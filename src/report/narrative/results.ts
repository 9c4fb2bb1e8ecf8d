import type { Bands } from '../../scoring/uncertainty/bands.ts';
import type { ReportInput } from '../input.ts';
import { type Messages, wordFor } from '../messages.ts';
import { decimals, percent } from '../text.ts';
import { listed, type Sentence, sentence } from './sentence.ts';

/** The index in one paragraph: number of nodes per level, and the observed ones. */
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

const counted = (number: number) => ({ text: String(number), statistic: 'count' });

/** The evaluated governments, the limits and sizes of the tiers, and statistics of the totals. */
export function resultSentences(input: ReportInput, messages: Messages): Sentence[] {
  return [scopeSentence(input, messages), ...tierSentences(input, messages), ...spreadSentences(input, messages)];
}

/** Number of evaluated governments by group, and the full mark. */
function scopeSentence(input: ReportInput, messages: Messages): Sentence {
  const { results } = messages.narrative;
  const scored = input.governments.filter((government) => government.scored);
  const members = Map.groupBy(scored, ({ group }) => group);
  // Groups in the order of the pack, then those it does not name.
  const named = Object.keys(input.groupNames);
  const groups = new Set([...named, ...members.keys()].filter((group) => members.has(group)));
  const ofGroup = (group: string): Sentence =>
    sentence(results.group, {
      count: counted(members.get(group)?.length ?? 0),
      name: group === '' ? messages.noGroup : wordFor(input.groupNames, group),
    });
  return sentence(results.scope, {
    count: counted(scored.length),
    groups: listed([...groups].map(ofGroup), messages.listMark),
    full: counted(input.assessment.tree.source['full-mark']),
  });
}

/** The limits of the tiers, and the number of governments in each tier and level. */
function tierSentences(input: ReportInput, messages: Messages): Sentence[] {
  const { results } = messages.narrative;
  const { tiering } = input.assessment;
  const { listMark } = messages;
  if (input.bands !== null) return [bandSentence(input.bands, results)];
  if (tiering.tiers.length === 0) return [sentence(results.noTiers)];
  const placed = tiering.curve.length;
  const names = new Map(input.governments.map(({ code, name }) => [code, name]));
  const breaks = tiering.breaks.map(({ government, after }) => ({
    text: names.get(government) ?? government,
    statistic: 'tier-break',
    numerator: after,
    denominator: placed,
  }));
  const sizes = tiering.tiers.map(({ name, size }) => {
    const figure = { statistic: 'tier-size', numerator: size, denominator: placed };
    return sentence(results.size, {
      name,
      count: { ...figure, text: String(size) },
      share: { ...figure, text: percent(size / placed) },
    });
  });
  return [
    sentence(results.breaks, {
      names: listed(breaks, listMark),
      tiers: tiering.tiers.map(({ name }) => name).join(listMark),
      number: counted(tiering.tiers.length),
    }),
    sentence(results.sizes, { sizes: listed(sizes, listMark) }),
    ...levelSentences(input, messages),
  ];
}

/** Why no tiers are published. */
function bandSentence({ flagged, placed, limit }: Bands, { bands }: Messages['narrative']['results']): Sentence {
  const share = { statistic: 'rank-interval', numerator: flagged, denominator: placed };
  return sentence(bands, {
    flagged: { ...share, text: String(flagged) },
    placed: counted(placed),
    limit: percent(limit, 0),
  });
}

/** Sizes of the levels of tiers with more than one. */
function levelSentences(input: ReportInput, { narrative: { results }, listMark }: Messages): Sentence[] {
  const { tiers, curve } = input.assessment.tiering;
  const split = tiers.filter(({ levels }) => levels.length > 1);
  if (split.length === 0) return [];
  const placed = curve.length;
  const levels = split.flatMap((tier) =>
    tier.levels.map(({ label, size }) =>
      sentence(results.size, {
        name: `${label} `,
        count: { text: String(size), statistic: 'tier-size', numerator: size, denominator: placed },
        share: percent(size / placed),
      }),
    ),
  );
  const letters = split.map(({ letter }) => letter).join(listMark);
  return [sentence(results.levels, { letters, levels: listed(levels, listMark) })];
}

/** Mean, median, extremes and deviation of the totals; empty without totals. */
function spreadSentences(input: ReportInput, { narrative: { results } }: Messages): Sentence[] {
  const summary = input.description.whole.nodes[0]?.score;
  if (summary === undefined) return [];
  const { mean, median, highest, lowest, population } = summary;
  if (mean === null || median === null || highest === null || lowest === null || population === null) return [];
  const figure = (value: number, statistic: string) => ({ text: decimals(value, 2), statistic });
  return [
    sentence(results.spread, {
      mean: { ...figure(mean, 'total-mean'), numerator: mean * summary.n, denominator: summary.n },
      median: figure(median, 'total-median'),
      highest: figure(highest, 'total-extreme'),
      lowest: figure(lowest, 'total-extreme'),
      deviation: figure(population, 'total-deviation'),
    }),
  ];
}
