import type { Sensitivity } from '../../scoring/uncertainty/sensitivity.ts';
import type { ReportData } from '../figures/derive.ts';
import type { Messages } from '../messages.ts';
import { openStatements } from './adoption.ts';
import { count, middle, pointer, points, share } from './figures.ts';
import { listed, type Sentence, sentence } from './sentence.ts';

/** How sure the results are: coverage, simulated ranks, and what nothing is concluded on. Paragraphs. */
export function certaintySentences(data: ReportData, messages: Messages): Sentence[][] {
  return [coverageSentence(data, messages), simulation(data, messages), open(data, messages)].filter(
    (sentences) => sentences.length > 0,
  );
}

function coverageSentence({ description, figures }: ReportData, { narrative }: Messages): Sentence[] {
  const coverage = description.whole.nodes[0]?.coverage ?? null;
  if (coverage === null) return [];
  const { ranked, rankedShare, withheld } = figures.counts;
  return [
    sentence(narrative.certainty.coverage, {
      coverage: share('coverage', pointer('description', 'whole', 'nodes', 0, 'coverage'), coverage, 1),
      ranked: count('count', pointer('bulletin', 'counts', 'ranked'), ranked),
      share: share('count', pointer('bulletin', 'counts', 'rankedShare'), rankedShare ?? 0),
      withheld: count('count', pointer('bulletin', 'counts', 'withheld'), withheld),
    }),
  ];
}

function simulation(data: ReportData, messages: Messages): Sentence[] {
  const { uncertainty, figures } = data;
  const { certainty } = messages.narrative;
  const own = figures.certainty;
  if (uncertainty === null || own === null) return [];
  const statistic = 'rank-interval';
  const at = (key: keyof typeof own) => pointer('bulletin', 'certainty', key);
  const found = [
    sentence(certainty.interval, {
      draws: count(statistic, pointer('uncertainty', 'draws'), uncertainty.draws),
      width: middle(statistic, at('width'), own.width),
      flips: count(statistic, pointer('uncertainty', 'flagged'), uncertainty.flagged),
      share: share(statistic, at('flaggedShare'), own.flaggedShare ?? 0),
    }),
  ];
  if (own.sharedWidth !== null) {
    const width = middle(statistic, at('sharedWidth'), own.sharedWidth);
    found.push(sentence(certainty.shared, { width }));
  }
  const concentration = uncertainty.settings.weights?.concentration;
  if (concentration !== undefined && own.leastWeight !== null && own.mostWeight !== null) {
    found.push(
      sentence(certainty.weights, {
        concentration: count(statistic, pointer('uncertainty', 'concentration'), concentration),
        least: share(statistic, at('leastWeight'), own.leastWeight, 0),
        most: share(statistic, at('mostWeight'), own.mostWeight, 0),
      }),
    );
  }
  return [...found, ...effects(data, messages)];
}

function effects({ sensitivity }: ReportData, { narrative, listMark }: Messages): Sentence[] {
  if (sensitivity === null || sensitivity.effects.length === 0) return [];
  const { certainty, assumptions } = narrative;
  const effectsOf = (key: 'effects' | 'rankEffects', list: Sensitivity['effects']) =>
    listed(
      list.map(({ assumption, total }, index) =>
        sentence(certainty.effect, {
          name: assumptions[assumption],
          total: points('sensitivity', pointer('sensitivity', key, index, 'total', 'value'), total.value),
        }),
      ),
      listMark,
    );
  return [
    sentence(certainty.sensitivity, { names: effectsOf('effects', sensitivity.effects) }),
    sentence(certainty.rankSensitivity, { names: effectsOf('rankEffects', sensitivity.rankEffects) }),
  ];
}

/** Leaves and statements on which nothing is concluded. */
function open(data: ReportData, messages: Messages): Sentence[] {
  const { figures, assessment } = data;
  const { certainty } = messages.narrative;
  const limitOf = (key: 'maximumUnknown' | 'maximumUnknownAnswers') =>
    share('support', pointer('bulletin', 'rules', key), figures.rules[key], 0);
  const leaves = assessment.tree.nodes.filter(
    ({ level, index }) => level === 'leaf' && data.description.whole.nodes[index]?.concluded !== true,
  );
  const items = openStatements(data, messages);
  return [
    ...(leaves.length === 0
      ? []
      : [
          sentence(certainty.openLeaves, {
            count: count('count', pointer('bulletin', 'counts', 'openLeaves'), figures.counts.openLeaves),
            limit: limitOf('maximumUnknown'),
            names: leaves.map(({ name }) => name).join(messages.listMark),
          }),
        ]),
    ...(items.length === 0
      ? []
      : [
          sentence(certainty.openStatements, {
            limit: limitOf('maximumUnknownAnswers'),
            items: listed(items, messages.listMark),
          }),
        ]),
  ];
}
