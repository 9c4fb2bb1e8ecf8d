import type { ItemAnalysis } from '../../scoring/items/analyse.ts';
import type { ScoringTree } from '../../scoring/tree.ts';
import { pearsonOf } from '../items.ts';
import type { Messages } from '../messages.ts';
import { decimals } from '../text.ts';
import { type Drawing, fitting, isNarrow } from './draw.ts';
import { emptyColour, gridColour, ink, oppositeSequential, sequential } from './palette.ts';

/** Marks an undefined correlation; outside the range of correlations. */
const undefinedValue = 9;
/** Classes of equal width in both directions, and one for undefined values. */
const pieces = [
  ...sequential.map((color, index) => ({ gte: index / 5, lt: (index + 1) / 5 + (index === 4 ? 0.1 : 0), color })),
  ...oppositeSequential.map((color, index) => ({
    lt: -index / 5,
    gte: -(index + 1) / 5 - (index === 4 ? 0.1 : 0),
    color,
  })),
  { value: undefinedValue, color: emptyColour },
];

/**
 * Correlation matrix of the leaves: blue for positive, orange for negative, darker for stronger,
 * grey for undefined. Leaves are numbered as in the table.
 */
export function correlationDrawing(items: ItemAnalysis, tree: ScoringTree, messages: Messages, width: number): Drawing {
  const { charts } = messages;
  const narrow = isNarrow(width);
  const { leaves, leafCorrelations } = items;
  const names = new Map(tree.nodes.map(({ path, name }) => [path, name]));
  const left = narrow ? 26 : 190;
  const cell = Math.floor((width - left - 10) / Math.max(leaves.length, 1));
  const size = cell * leaves.length;
  const numbers = leaves.map((_, index) => String(index + 1));
  const labels = leaves.map(({ path }, index) =>
    narrow ? String(index + 1) : fitting(`${index + 1}. ${names.get(path) ?? path}`, left - 14),
  );
  const data = leaves.flatMap(({ path }, row) =>
    leaves.flatMap((other, column) => {
      if (column >= row) return [];
      const value = pearsonOf(leafCorrelations, other.path, path);
      return [
        {
          value: [column, row, value ?? undefinedValue],
          itemStyle: { borderColor: '#ffffff', borderWidth: narrow ? 0.5 : 1 },
          label: {
            show: !narrow && value !== null,
            formatter: value === null ? '' : decimals(value, 2).replace(/^(-?)0\./u, '$1.'),
            color: value !== null && Math.abs(value) >= 0.6 ? '#ffffff' : ink,
            fontSize: 10,
          },
        },
      ];
    }),
  );
  const axis = { type: 'category', axisTick: { show: false }, axisLine: { lineStyle: { color: gridColour } } };
  return {
    id: 'correlations',
    width,
    height: size + 34,
    title: charts.correlations,
    description: charts.correlationsText(String(leaves.length)),
    option: {
      grid: { left, top: 4, width: size, height: size },
      xAxis: { ...axis, data: numbers, axisLabel: { interval: narrow ? 2 : 0, color: ink } },
      yAxis: { ...axis, inverse: true, data: labels, axisLabel: { interval: narrow ? 2 : 0, color: ink } },
      visualMap: { type: 'piecewise', show: false, dimension: 2, pieces },
      series: [{ type: 'heatmap', silent: true, data }],
    },
  };
}
