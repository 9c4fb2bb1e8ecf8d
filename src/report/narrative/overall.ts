import { byMean, inPackOrder } from '../divisions.ts';
import type { ReportData } from '../figures/derive.ts';
import { type Messages, wordFor } from '../messages.ts';
import { count, countChange, difference, pointer, points, share } from './figures.ts';
import { type Chapter, listed, type Sentence, sentence } from './sentence.ts';

/** The first finding: totals and their range, regions and provinces. */
export function overallChapter(data: ReportData, messages: Messages): Chapter {
  const { overall } = messages.narrative;
  const paragraphs = [
    [sentence(overall.lead), ...gaps(data, messages)],
    [sentence(overall.regionLead), ...regions(data, messages), ...provinces(data, messages)],
  ];
  return {
    id: 'overall',
    title: overall.title,
    lead: summary(data, messages),
    paragraphs: [
      ...paragraphs.filter((sentences) => sentences.length > 1),
      ...comparisonNote(data, messages).map((entry) => [entry]),
    ],
  };
}

/** Mean, median, spread and extremes of the totals; empty without totals. */
function summary({ description }: ReportData, { narrative: { overall } }: Messages): Sentence[] {
  const own = description.whole.nodes[0]?.score;
  if (own === undefined) return [];
  const { n, mean, median, highest, lowest, population, range } = own;
  if (mean === null || median === null || highest === null || lowest === null) return [];
  if (population === null || range === null) return [];
  const at = (key: keyof typeof own) => pointer('description', 'whole', 'nodes', 0, 'score', key);
  return [
    sentence(overall.summary, {
      all: count('count', pointer('description', 'whole', 'governments'), description.whole.governments),
      ranked: count('count', at('n'), n),
      mean: points('total-mean', at('mean'), mean),
      median: points('total-median', at('median'), median),
      deviation: points('total-deviation', at('population'), population),
      highest: points('total-extreme', at('highest'), highest),
      lowest: points('total-extreme', at('lowest'), lowest),
      range: points('total-range', at('range'), range),
    }),
  ];
}

/** Why nothing, or not everything, is said about changes. */
function comparisonNote({ figures: { changes } }: ReportData, { narrative: { overall } }: Messages): Sentence[] {
  if (changes === null) return [sentence(overall.noEarlier)];
  if (changes.comparable) return [];
  const common = count('count', pointer('bulletin', 'changes', 'common'), changes.common);
  return [sentence(overall.notComparable, { edition: changes.edition, common })];
}

function gaps({ figures: { changes } }: ReportData, { narrative: { overall } }: Messages): Sentence[] {
  if (changes === null) return [];
  const { edition } = changes;
  const at = (...steps: (string | number)[]) => pointer('bulletin', 'changes', ...steps);
  const found = changes.tiers.map(({ name, difference: by }, index) =>
    sentence(by === 0 ? overall.sizeSame : by > 0 ? overall.sizeUp : overall.sizeDown, {
      tier: name,
      edition,
      count: countChange('tier-change', at('tiers', index, 'difference'), by),
    }),
  );
  if (changes.moves !== null) {
    const moved = (way: 'rose' | 'fell') => count('tier-change', at('moves', way), changes.moves?.[way] ?? 0);
    found.push(sentence(overall.moves, { edition, rose: moved('rose'), fell: moved('fell') }));
  }
  if (changes.range !== null) {
    const { before, after, difference: by } = changes.range;
    found.push(
      sentence(by === 0 ? overall.rangeSame : by > 0 ? overall.rangeUp : overall.rangeDown, {
        edition,
        before: points('total-range', at('range', 'before'), before),
        after: points('total-range', at('range', 'after'), after),
      }),
    );
  }
  return found;
}

function regions(data: ReportData, messages: Messages): Sentence[] {
  const { overall } = messages.narrative;
  const { description, regionNames } = data;
  const { reference, divisions } = description.regions;
  const base = divisions.find(({ id }) => id === reference);
  const mean = base?.nodes[0]?.score.mean ?? null;
  if (base === undefined || mean === null) return [];
  const name = (id: string) => wordFor(regionNames, id);
  const at = (id: string, ...steps: (string | number)[]) =>
    pointer(
      'description',
      'regions',
      'divisions',
      divisions.findIndex((one) => one.id === id),
      ...steps,
    );
  const meanOf = (id: string, value: number) => points('region-mean', at(id, 'nodes', 0, 'score', 'mean'), value);
  const others = inPackOrder(divisions, regionNames).flatMap(({ id, nodes, shareOfReference }): Sentence[] => {
    const own = nodes[0]?.score.mean ?? null;
    if (id === reference || own === null || shareOfReference === null) return [];
    return [
      sentence(overall.regionShare, {
        region: name(id),
        mean: meanOf(id, own),
        reference: name(base.id),
        share: share('region-share', at(id, 'shareOfReference'), shareOfReference),
      }),
    ];
  });
  if (others.length === 0) return [];
  const said = sentence(overall.reference, {
    region: name(base.id),
    mean: meanOf(base.id, mean),
    others: listed(others, messages.and),
  });
  return [said, ...regionChanges(data, name, name(base.id), messages)];
}

function regionChanges(
  { figures: { changes } }: ReportData,
  name: (id: string) => string,
  reference: string,
  { narrative: { overall }, listMark }: Messages,
): Sentence[] {
  if (changes === null) return [];
  const { edition } = changes;
  const names = (list: typeof changes.regions) => list.map(({ id }) => name(id)).join(listMark);
  const down = changes.regions.filter(({ difference: by }) => by < 0);
  const up = changes.regions.filter(({ difference: by }) => by > 0);
  if (down.length + up.length === 0) return [];
  if (up.length === 0) return [sentence(overall.shareDown, { regions: names(down), edition, reference })];
  if (down.length === 0) return [sentence(overall.shareUp, { regions: names(up), edition, reference })];
  return [sentence(overall.shareMixed, { edition, reference, down: names(down), up: names(up) })];
}

function provinces(data: ReportData, messages: Messages): Sentence[] {
  const { description, figures } = data;
  const { overall } = messages.narrative;
  const { population, sample } = description.betweenProvinces;
  const statistic = 'province-deviation';
  const at = (...steps: (string | number)[]) => pointer('bulletin', 'changes', ...steps);
  const found: Sentence[] = [];
  if (population !== null && sample !== null) {
    const own = (key: 'population' | 'sample') => pointer('description', 'betweenProvinces', key);
    found.push(
      sentence(overall.deviation, {
        population: points(statistic, own('population'), population),
        sample: points(statistic, own('sample'), sample),
      }),
    );
  }
  const { changes } = figures;
  const change = changes?.provinceDeviation ?? null;
  if (changes !== null && change !== null && change.difference !== 0) {
    found.push(
      sentence(change.difference > 0 ? overall.deviationUp : overall.deviationDown, {
        edition: changes.edition,
        difference: difference(statistic, at('provinceDeviation', 'difference'), change.difference),
      }),
    );
  }
  return [...found, ...leaders(data, messages)];
}

/** The provinces with the highest means, and how the first of them changed. */
function leaders({ description, figures }: ReportData, { narrative: { overall }, listMark }: Messages): Sentence[] {
  const leading = figures.leadingProvinces;
  if (leading === null) return [];
  const { divisions } = description.provinces;
  const best = byMean(divisions).slice(0, leading.count);
  const meanAt = (id: string) =>
    pointer(
      'description',
      'provinces',
      'divisions',
      divisions.findIndex((one) => one.id === id),
      'nodes',
      0,
      'score',
      'mean',
    );
  const found = [
    sentence(overall.leaders, {
      names: listed(
        best.map(({ division: { id }, mean }) =>
          sentence(overall.leader, { name: id, mean: points('province-mean', meanAt(id), mean) }),
        ),
        listMark,
      ),
      count: count('count', pointer('bulletin', 'leadingProvinces', 'count'), leading.count),
      floor: count('province-mean', pointer('bulletin', 'leadingProvinces', 'floor'), leading.floor),
    }),
  ];
  const change = figures.changes?.leader ?? null;
  if (figures.changes !== null && change !== null && change.difference !== 0) {
    const at = (key: 'before' | 'after') => pointer('bulletin', 'changes', 'leader', key);
    found.push(
      sentence(change.difference > 0 ? overall.leaderUp : overall.leaderDown, {
        name: change.province,
        edition: figures.changes.edition,
        before: points('province-mean', at('before'), change.before),
        after: points('province-mean', at('after'), change.after),
      }),
    );
  }
  return found;
}
