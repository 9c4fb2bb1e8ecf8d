import type { Government } from '../../model/government.ts';
import type { Assessment } from '../../scoring/assess.ts';
import { minimumCoverage } from '../../scoring/rank.ts';
import { type Cell, toCsv } from '../csv.ts';
import { jsonFile, type PackageFile, textFile } from './wacz.ts';

/** What the tables of a publication are made of. */
export interface TableSource {
  readonly assessment: Assessment;
  readonly governments: readonly Government[];
  readonly simulated: boolean;
}

/**
 * Tables from which scores, ranks and tiers can be computed again with a spreadsheet: a point for each
 * government and leaf, the weights of the tree with the coverage that a rank asks for, the rule of
 * the tiers, and the published results. Figures have all their digits.
 */
export function tableFiles({ assessment, governments, simulated }: TableSource): readonly PackageFile[] {
  const { tree, scores, ranking, tiering } = assessment;
  const { nodes } = tree;
  const byCode = new Map(governments.map((government) => [government.code, government]));
  const points = scores.flatMap(({ government, points: own }) =>
    own.map(({ leaf, finding, state, point, low, high, rule }): Cell[] => [
      ...[government, byCode.get(government)?.name ?? '', leaf, finding, state, point, low, high, rule],
      String(simulated),
    ]),
  );
  const weights = nodes.map(({ id, path, name, level, full, share, leaf, counted }): Cell[] => [
    ...[path, id, name, level, share, full, leaf?.finding ?? null, counted ? 1 : 0],
    level === 'total' || level === 'capability' ? minimumCoverage(tree.source.publication, level) : null,
  ]);
  const ranks = new Map(ranking.map((ranked) => [ranked.government, ranked]));
  const results = scores.map(({ government, nodes: own }): Cell[] => {
    const [total] = own;
    const place = tiering.places[government];
    return [
      ...[government, byCode.get(government)?.name ?? '', total?.score ?? null, total?.low ?? null],
      ...[total?.high ?? null, total?.coverage ?? null, ranks.get(government)?.rank ?? null],
      ...[place?.letter ?? null, place?.level ?? null, byCode.get(government)?.scored ? 1 : 0, String(simulated)],
    ];
  });
  const pointHead = ['code', 'name', 'leaf', 'probe', 'state', 'point', 'low', 'high', 'how', 'simulated'];
  const weightHead = [
    'path',
    'node',
    'name',
    'level',
    'share_of_parent',
    'full_mark',
    'probe',
    'counted',
    'minimum_coverage',
  ];
  const resultHead = [
    ...['code', 'name', 'score', 'low', 'high', 'coverage', 'rank', 'tier', 'level', 'evaluated', 'simulated'],
  ];
  return [
    textFile('points.csv', toCsv({ head: pointHead, rows: points }, false)),
    textFile('weights.csv', toCsv({ head: weightHead, rows: weights }, false)),
    jsonFile('tiers.json', tiering.rule),
    textFile('results.csv', toCsv({ head: resultHead, rows: results }, false)),
  ];
}
