import type { DivisionStatistics } from '../../scoring/descriptive/divisions.ts';
import { median } from '../../scoring/statistics.ts';
import type { Interval } from '../../scoring/uncertainty/measure.ts';
import type { Sensitivity } from '../../scoring/uncertainty/sensitivity.ts';
import type { ReportInput } from '../input.ts';
import { type Messages, wordFor } from '../messages.ts';
import { decimals, percent } from '../text.ts';
import { type Chapter, listed, type Sentence, sentence } from './sentence.ts';

/** Number of provinces named as leading. */
const provincesNamed = 3;

const points = (value: number) => decimals(value, 2);

/** Divisions with a mean, best first; others are left out. */
export function byMean(divisions: readonly DivisionStatistics[]): { division: DivisionStatistics; mean: number }[] {
  return divisions
    .flatMap((division) => {
      const mean = division.nodes[0]?.score.mean ?? null;
      return mean === null ? [] : [{ division, mean }];
    })
    .sort((a, b) => b.mean - a.mean || (a.division.id < b.division.id ? -1 : 1));
}

/** Regions in the order of the pack, then those it does not name. */
export function inPackOrder(
  divisions: readonly DivisionStatistics[],
  names: ReportInput['regionNames'],
): DivisionStatistics[] {
  const order = Object.keys(names);
  const placeOf = ({ id }: DivisionStatistics) => (order.includes(id) ? order.indexOf(id) : order.length);
  return [...divisions].sort((a, b) => placeOf(a) - placeOf(b));
}

/** The first chapter: tiers and range, regions and provinces, and how certain they are. */
export function overallChapter(input: ReportInput, messages: Messages): Chapter {
  const { overall } = messages.narrative;
  const paragraphs = [
    [sentence(overall.lead), ...gaps(input, messages)],
    [sentence(overall.regionLead), ...regions(input, messages), ...provinces(input, messages)],
    certainty(input, messages),
  ];
  return { id: 'overall', title: overall.title, paragraphs: paragraphs.filter((sentences) => sentences.length > 1) };
}

function gaps({ description, earlier, bands }: ReportInput, { narrative }: Messages): Sentence[] {
  const { overall } = narrative;
  const [total] = description.whole.nodes;
  const found: Sentence[] = [];
  if (earlier !== null && bands === null) {
    const edition = earlier.name;
    const { sizes, tierMoves } = earlier.comparison.tiers;
    for (const { name, size } of sizes) {
      const { difference } = size;
      if (difference === null) continue;
      const values = { tier: name, edition, count: { text: String(Math.abs(difference)), statistic: 'tier-change' } };
      found.push(
        sentence(difference === 0 ? overall.sizeSame : difference > 0 ? overall.sizeUp : overall.sizeDown, values),
      );
    }
    const moved = (direction: 'rose' | 'fell') => ({
      text: String(tierMoves.filter((move) => move.direction === direction).length),
      statistic: 'tier-change',
    });
    if (tierMoves.length > 0)
      found.push(sentence(overall.moves, { edition, rose: moved('rose'), fell: moved('fell') }));
  }
  const before = earlier?.comparison.published.total.range.before ?? null;
  if (total !== undefined && total.score.range !== null) {
    const range = { text: points(total.score.range), statistic: 'total-range' };
    found.push(
      earlier === null || before === null
        ? sentence(overall.range, { range })
        : sentence(overall.rangeChange, {
            edition: earlier.name,
            before: { text: points(before), statistic: 'total-range' },
            after: range,
          }),
    );
  }
  if (earlier === null) found.push(sentence(overall.noEarlier));
  return found;
}

function regions(
  { description, regionNames, earlier }: ReportInput,
  { narrative, listMark, and }: Messages,
): Sentence[] {
  const { overall } = narrative;
  const { reference } = description.regions;
  const divisions = inPackOrder(description.regions.divisions, regionNames);
  const base = divisions.find(({ id }) => id === reference);
  const mean = base?.nodes[0]?.score.mean ?? null;
  if (base === undefined || mean === null) return [];
  const name = (id: string) => wordFor(regionNames, id);
  const others = divisions.flatMap(({ id, nodes, shareOfReference }): Sentence[] => {
    const own = nodes[0]?.score.mean ?? null;
    if (id === reference || own === null || shareOfReference === null) return [];
    return [
      sentence(overall.regionShare, {
        region: name(id),
        mean: { text: points(own), statistic: 'region-mean' },
        reference: name(base.id),
        share: { text: percent(shareOfReference), statistic: 'region-share', numerator: own, denominator: mean },
      }),
    ];
  });
  if (others.length === 0) return [];
  const found = [
    sentence(overall.reference, {
      region: name(base.id),
      mean: { text: points(mean), statistic: 'region-mean' },
      others: listed(others, and),
    }),
  ];
  const changed = (earlier?.comparison.published.regions ?? []).flatMap(({ id, shareOfReference }) =>
    id === reference || shareOfReference.difference === null ? [] : [{ id, by: shareOfReference.difference }],
  );
  const names = (list: readonly { id: string }[]) => list.map(({ id }) => name(id)).join(listMark);
  const down = changed.filter(({ by }) => by < 0);
  const up = changed.filter(({ by }) => by > 0);
  if (earlier !== null && down.length + up.length > 0) {
    const edition = earlier.name;
    if (up.length === 0) found.push(sentence(overall.shareDown, { regions: names(down), edition }));
    else if (down.length === 0) found.push(sentence(overall.shareUp, { regions: names(up), edition }));
    else found.push(sentence(overall.shareMixed, { edition, down: names(down), up: names(up) }));
  }
  return found;
}

function provinces({ description, earlier }: ReportInput, { narrative, listMark }: Messages): Sentence[] {
  const { overall } = narrative;
  const { population, sample } = description.betweenProvinces;
  const found: Sentence[] = [];
  const statistic = 'province-deviation';
  if (population !== null && sample !== null) {
    found.push(
      sentence(overall.deviation, {
        population: { text: points(population), statistic },
        sample: { text: points(sample), statistic },
      }),
    );
  }
  const change = earlier?.comparison.published.betweenProvinces.population;
  if (earlier !== null && change?.difference && change.after !== null) {
    found.push(
      sentence(change.difference > 0 ? overall.deviationUp : overall.deviationDown, {
        edition: earlier.name,
        after: { text: points(change.after), statistic },
        difference: { text: points(Math.abs(change.difference)), statistic },
      }),
    );
  }
  const best = byMean(description.provinces.divisions).slice(0, provincesNamed);
  const last = best.at(-1);
  if (best.length < provincesNamed || last === undefined) return found;
  found.push(
    sentence(overall.leaders, {
      names: listed(
        best.map(({ division, mean }) =>
          sentence(overall.leader, {
            name: division.id,
            mean: {
              text: points(mean),
              statistic: 'province-mean',
              numerator: mean * (division.nodes[0]?.score.n ?? 0),
              denominator: division.nodes[0]?.score.n ?? 0,
            },
          }),
        ),
        listMark,
      ),
      count: String(best.length),
      floor: { text: decimals(Math.floor(last.mean), 0), statistic: 'province-mean' },
    }),
  );
  const first = best[0]?.division.id;
  const mean = earlier?.comparison.published.provinces.find(({ id }) => id === first)?.nodes[0]?.mean;
  if (earlier !== null && first !== undefined && mean !== undefined && mean.before !== null && mean.after !== null) {
    found.push(
      sentence(overall.leaderChange, {
        name: first,
        edition: earlier.name,
        before: { text: points(mean.before), statistic: 'province-mean' },
        after: { text: points(mean.after), statistic: 'province-mean' },
      }),
    );
  }
  return found;
}

function certainty(input: ReportInput, { narrative, listMark }: Messages): Sentence[] {
  const { uncertainty, sensitivity } = input;
  if (uncertainty === null) return [];
  const { overall } = narrative;
  const width = median(uncertainty.governments.map(({ rank }) => rank.high - rank.low + 1));
  if (width === null) return [];
  const statistic = 'rank-interval';
  const found = [
    sentence(overall.certaintyLead),
    sentence(overall.interval, {
      draws: { text: String(uncertainty.draws), statistic },
      width: { text: decimals(width, 0), statistic },
      flips: {
        text: String(uncertainty.flagged),
        statistic,
        numerator: uncertainty.flagged,
        denominator: uncertainty.governments.length,
      },
    }),
  ];
  const shared = median(uncertainty.governments.flatMap(({ shared: own }) => (own === null ? [] : [widthOf(own)])));
  if (shared !== null) found.push(sentence(overall.shared, { width: { text: decimals(shared, 0), statistic } }));
  found.push(...weightSentence(input, narrative));
  const effectsOf = (effects: Sensitivity['effects']) =>
    listed(
      effects.map(({ assumption, total }) =>
        sentence(overall.effect, {
          name: narrative.assumptions[assumption],
          total: { text: decimals(total.value, 2), statistic: 'sensitivity' },
        }),
      ),
      listMark,
    );
  if (sensitivity !== null && sensitivity.effects.length > 0) {
    found.push(sentence(overall.sensitivity, { names: effectsOf(sensitivity.effects) }));
    found.push(sentence(overall.rankSensitivity, { names: effectsOf(sensitivity.rankEffects) }));
  }
  return found;
}

function widthOf({ rank }: { readonly rank: Interval }): number {
  return rank.high - rank.low + 1;
}

/** How far the drawn weights lie from those of the tree: a small share of its parent varies more, relative to itself, than a large one. */
function weightSentence({ uncertainty, assessment }: ReportInput, { overall }: Messages['narrative']): Sentence[] {
  const concentration = uncertainty?.settings.weights?.concentration;
  const shares = assessment.tree.nodes.flatMap(({ counted, share, parent }) =>
    counted && parent !== null && share < 1 ? [share] : [],
  );
  if (concentration === undefined || shares.length === 0) return [];
  // Standard deviation of one component of a Dirichlet distribution, over its mean.
  const spread = (share: number) => Math.sqrt((1 - share) / share / (concentration + 1));
  const statistic = 'rank-interval';
  return [
    sentence(overall.weights, {
      concentration: { text: decimals(concentration, 0), statistic },
      least: { text: percent(spread(Math.max(...shares)), 0), statistic },
      most: { text: percent(spread(Math.min(...shares)), 0), statistic },
    }),
  ];
}
