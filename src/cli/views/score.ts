import type { IndicatorScores, Scores } from '../../application/score.ts';
import { toCsv, withNature } from '../../report/csv.ts';
import { rankingTable } from '../../report/tables.ts';
import { bandText } from '../../report/text.ts';
import type { Ranked } from '../../scoring/rank.ts';
import { cell, table } from '../output.ts';
import { say, titles } from '../say.ts';

/** One row for each government of a ranking; why it has no rank stands in the last column. */
export function scoreTable({ state, assessment, uncertainty, bands }: Scores): string[] {
  const names = new Map(state.governments.map((government) => [government.code, government.name]));
  const totals = new Map(assessment.scores.map((item) => [item.government, item.nodes[0]]));
  const places = new Map((uncertainty?.governments ?? []).map((place) => [place.government, place]));
  const rows = assessment.ranking.map((item) => {
    const total = totals.get(item.government);
    const rank = places.get(item.government)?.rank;
    const level = assessment.tiering.places[item.government]?.level;
    return [
      item.rank === null ? '-' : String(item.rank),
      item.government,
      names.get(item.government) ?? '',
      item.score === null ? '-' : item.score.toFixed(2),
      level ?? bandText(bands?.places[item.government]) ?? '-',
      `${(item.coverage * 100).toFixed(0)}%`,
      total === undefined ? '-' : `${total.low.toFixed(1)}–${total.high.toFixed(1)}`,
      ...(uncertainty === null ? [] : [rank === undefined ? '-' : `${rank.low}–${rank.high}`]),
      withheldText(item, assessment.tree.nodes),
    ];
  });
  const interval = uncertainty === null ? [] : ['ranks'];
  return table(titles('rank', 'code', 'name', 'score', 'level', 'coverage', 'range', ...interval, ''), rows);
}

function withheldText({ score, withheld }: Ranked, nodes: Scores['assessment']['tree']['nodes']): string {
  if (withheld === null) return score === null ? say('nothing is known') : '';
  const name = nodes.find(({ path }) => path === withheld.path)?.name ?? withheld.path;
  const [own, least] = [withheld.coverage, withheld.minimum].map((share) => `${(share * 100).toFixed(0)}%`);
  return cell(
    say('not ranked: {own} of {name} is settled, less than {least}', { own: own ?? '', name, least: least ?? '' }),
    100,
  );
}

/** One row for each government on one node of the tree, best first. */
export function indicatorTable({ state, assessment }: Scores, { node, rows }: IndicatorScores): string[] {
  const names = new Map(state.governments.map((government) => [government.code, government.name]));
  const ranks = new Map(assessment.ranking.map(({ government, rank }) => [government, rank]));
  return [
    `${node.name} (${node.id}), ${say('full mark')} ${Number(node.full.toFixed(2))}`,
    ...table(
      titles('place', 'code', 'name', 'score', 'rate', 'settled', 'range', 'rank of the total'),
      rows.map(({ government, place, score }) => [
        place === null ? '-' : String(place),
        government,
        names.get(government) ?? '',
        score.score === null ? '-' : score.score.toFixed(2),
        score.rate === null ? '-' : `${(score.rate * 100).toFixed(1)}%`,
        `${(score.coverage * 100).toFixed(0)}%`,
        `${score.low.toFixed(2)}–${score.high.toFixed(2)}`,
        String(ranks.get(government) ?? '-'),
      ]),
    ),
  ];
}

/** The same for a spreadsheet. */
export function indicatorCsv({ state }: Scores, { node, rows }: IndicatorScores, bom: boolean): string {
  const governments = new Map(state.governments.map((government) => [government.code, government]));
  const listed = {
    head: [
      ...['place', 'code', 'name', 'province', 'node', 'node_name', 'full_mark'],
      ...['score', 'rate', 'coverage', 'low', 'high'],
    ],
    rows: rows.map(({ government, place, score }) => [
      ...[place, government, governments.get(government)?.name ?? null],
      ...[governments.get(government)?.province ?? null, node.path, node.name, node.full],
      ...[score.score, score.rate, score.coverage, score.low, score.high],
    ]),
  };
  return toCsv(withNature(listed, state.nature), bom);
}

/** Scores for other programs. */
export function scoresJson({ state, assessment, bands, uncertainty, indicator }: Scores) {
  const base = { run: state.run.id, edition: state.edition?.name ?? null, simulated: state.nature !== 'real' };
  if (indicator !== null) {
    const { id, path, name, level, full } = indicator.node;
    return { ...base, indicator: { id, path, name, level, full }, governments: indicator.rows };
  }
  const shown = new Set(assessment.ranking.map(({ government }) => government));
  const places = uncertainty?.governments.filter(({ government }) => shown.has(government));
  return { ...base, ...assessment, ...(places === undefined ? {} : { bands, uncertainty: places }) };
}

/** The same for a spreadsheet, with the columns of `ranking.csv` in a report. */
export function scoreCsv({ state, assessment, bands }: Scores, bom: boolean): string {
  const { governments, groupNames } = state;
  return toCsv(
    withNature(rankingTable({ assessment, governments, findings: state.findings, groupNames, bands }), state.nature),
    bom,
  );
}

/** A sentence on what the ranks mean where not all governments are shown; null otherwise. */
export function scopeRemark({ assessment, all }: Scores): string | null {
  const shown = assessment.ranking.length;
  return shown === all
    ? null
    : say('{shown} of {all} governments are shown; ranks and tiers are those of all {all}', { shown, all });
}
