import type { Bands } from '../../scoring/uncertainty/bands.ts';
import type { ReportData } from '../figures/derive.ts';
import { type Messages, wordFor } from '../messages.ts';
import { count, named, pointer, share } from './figures.ts';
import { listed, type Sentence, sentence } from './sentence.ts';

/** The index in one paragraph: number of nodes per level, and the observed ones. */
export function systemSentences({ assessment, figures }: ReportData, { narrative, listMark }: Messages): Sentence[] {
  const { nodes, source } = assessment.tree;
  const { index } = figures;
  const capabilities = nodes.filter(({ level }) => level === 'capability');
  const names = (counted: boolean) =>
    capabilities.flatMap((node) => (node.counted === counted ? [node.name] : [])).join(listMark);
  const figure = (key: keyof typeof index) => count('count', pointer('bulletin', 'index', key), index[key]);
  return [
    sentence(narrative.system.intro, {
      evaluated: figure('evaluated'),
      observed: figure('observed'),
      branches: figure('branches'),
      leaves: figure('leaves'),
    }),
    ...(index.evaluated === 0
      ? []
      : [
          sentence(narrative.system.evaluated, {
            names: names(true),
            full: count('count', pointer('fullMark'), source['full-mark']),
          }),
        ]),
    ...(index.observed === 0 ? [] : [sentence(narrative.system.observed, { names: names(false) })]),
  ];
}

/** The evaluated governments, and the limits and sizes of the tiers. */
export function resultSentences(data: ReportData, messages: Messages): Sentence[] {
  return [scopeSentence(data, messages), ...tierSentences(data, messages)];
}

/** Number of evaluated governments by group, and the full mark. */
function scopeSentence({ description, groupNames, assessment }: ReportData, messages: Messages): Sentence {
  const { results } = messages.narrative;
  const { divisions } = description.groups;
  // Groups in the order of the pack, then those it does not name.
  const order = Object.keys(groupNames);
  const placeOf = (id: string) => (order.includes(id) ? order.indexOf(id) : order.length);
  const groups = [...divisions].sort((a, b) => placeOf(a.id) - placeOf(b.id));
  const items = groups.map(({ id, governments }) =>
    sentence(results.group, {
      count: count(
        'count',
        pointer(
          'description',
          'groups',
          'divisions',
          divisions.findIndex((one) => one.id === id),
          'governments',
        ),
        governments,
      ),
      name: wordFor(groupNames, id),
    }),
  );
  const { unassigned } = description.groups;
  const without = sentence(results.group, {
    count: count('count', pointer('description', 'groups', 'unassigned'), unassigned),
    name: messages.noGroup,
  });
  return sentence(results.scope, {
    count: count('count', pointer('description', 'whole', 'governments'), description.whole.governments),
    groups: listed(unassigned > 0 ? [...items, without] : items, messages.listMark),
    full: count('count', pointer('fullMark'), assessment.tree.source['full-mark']),
  });
}

/** The limits of the tiers, and the number of governments in each tier and level. */
function tierSentences(data: ReportData, messages: Messages): Sentence[] {
  const { results } = messages.narrative;
  const { assessment, figures, bands } = data;
  const { tiering } = assessment;
  const { listMark } = messages;
  if (bands !== null) return [bandSentence(bands, messages)];
  if (tiering.tiers.length === 0) return [sentence(results.noTiers)];
  const names = new Map(data.governments.map(({ code, name }) => [code, name]));
  const breaks = tiering.breaks.map(({ government }) => named('tier-break', names.get(government) ?? government));
  const sizes = tiering.tiers.map(({ name, size }, index) =>
    sentence(results.size, {
      name,
      count: count('tier-size', pointer('tiering', 'tiers', index, 'size'), size),
      share: share(
        'tier-size',
        pointer('bulletin', 'tiers', 'sizes', index, 'share'),
        figures.tiers.sizes[index]?.share ?? 0,
      ),
    }),
  );
  return [
    sentence(results.breaks, {
      names: listed(breaks, listMark),
      tiers: tiering.tiers.map(({ name }) => name).join(listMark),
      number: count('count', pointer('bulletin', 'tiers', 'count'), figures.tiers.count),
    }),
    sentence(results.sizes, { sizes: listed(sizes, listMark) }),
    ...levelSentences(data, messages),
  ];
}

/** Why no tiers are published. */
function bandSentence({ flagged, placed, limit }: Bands, { narrative }: Messages): Sentence {
  const statistic = 'rank-interval';
  return sentence(narrative.results.bands, {
    flagged: count(statistic, pointer('bands', 'flagged'), flagged),
    placed: count('count', pointer('bands', 'placed'), placed),
    limit: share(statistic, pointer('bands', 'limit'), limit, 0),
  });
}

/** Sizes of the levels of tiers with more than one. */
function levelSentences({ figures }: ReportData, { narrative: { results }, listMark }: Messages): Sentence[] {
  const { sizes } = figures.tiers;
  const split = sizes.filter(({ levels }) => levels.length > 1);
  if (split.length === 0) return [];
  const levels = sizes.flatMap((tier, index) =>
    tier.levels.length < 2
      ? []
      : tier.levels.map((level, place) => {
          const at = (key: 'size' | 'share') => pointer('bulletin', 'tiers', 'sizes', index, 'levels', place, key);
          return sentence(results.level, {
            name: level.label,
            count: count('tier-size', at('size'), level.size),
            share: share('tier-size', at('share'), level.share),
          });
        }),
  );
  const letters = split.map(({ letter }) => letter).join(listMark);
  return [sentence(results.levels, { letters, levels: listed(levels, listMark) })];
}
