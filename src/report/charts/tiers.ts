import type { Tiering } from '../../scoring/tiers.ts';
import type { Messages } from '../messages.ts';
import { decimals } from '../text.ts';
import { barDrawing, textAt, withHalo } from './bars.ts';
import { type Drawing, fitting, isNarrow } from './draw.ts';
import { colourAt, decalAt, gridColour, ink, soft } from './palette.ts';

/** Number of governments per level, coloured by tier; a pattern per tier for grey print. */
export function tierDrawing({ tiers }: Tiering, messages: Messages, width: number): Drawing {
  const levels = tiers.flatMap((tier, index) => tier.levels.map((level) => ({ tier, level, index })));
  const largest = levels.reduce((found, { level }) => Math.max(found, level.size), 1);
  const bars = levels.map(({ tier, level, index }) => ({
    label: `${level.label} ${tier.name}`,
    value: String(level.size),
    colour: colourAt(index),
    decal: decalAt(index),
    length: level.size / largest,
  }));
  const summary = tiers.map(({ name, size }) => messages.pair(name, String(size))).join(messages.and);
  return barDrawing('tiers', bars, messages.charts.tiers, summary, width);
}

const lineHeight = 19;

/**
 * Sorted totals above, first differences below, breaks as dashed lines through both, named by the last government before the
 * break. One colour per tier, its letter at the foot of the curve.
 */
export function curveDrawing(
  { curve, breaks, tiers }: Tiering,
  nameOf: (code: string) => string,
  { charts, listMark }: Messages,
  width: number,
): Drawing {
  const narrow = isNarrow(width);
  const left = 42;
  const right = 14;
  const top = 30 + breaks.length * lineHeight;
  const upper = narrow ? 170 : 230;
  const lowerTop = top + upper + 52;
  const lower = narrow ? 80 : 110;
  const height = lowerTop + lower + 28;
  const count = Math.max(curve.length, 1);
  const x = (place: number) => left + ((place - 0.5) / count) * (width - left - right);
  const names = breaks.map(({ government, after }) => charts.curveBreak(nameOf(government), String(after)));
  const segments = tiers.length > 0 ? tiers : [{ from: 1, to: curve.length, letter: '' }];
  const xAxis = {
    type: 'value',
    min: 0.5,
    max: count + 0.5,
    splitLine: { show: false },
    axisTick: { show: false },
    axisLabel: { formatter: (value: number) => (Number.isInteger(value) && value > 0 ? String(value) : '') },
  };
  return {
    id: 'curve',
    width,
    height,
    title: charts.curve,
    description: charts.curveText(
      String(curve.length),
      names.length > 0 ? charts.breaksAt(names.join(listMark)) : charts.noBreaks,
    ),
    option: {
      grid: [
        { left, right, top, height: upper },
        { left, right, top: lowerTop, height: lower },
      ],
      xAxis: [
        { ...xAxis, gridIndex: 0, axisLabel: { show: false } },
        { ...xAxis, gridIndex: 1, splitNumber: narrow ? 4 : 8 },
      ],
      yAxis: [
        { type: 'value', gridIndex: 0, scale: true, splitLine: { lineStyle: { color: gridColour } } },
        {
          type: 'value',
          gridIndex: 1,
          splitNumber: 2,
          splitLine: { lineStyle: { color: gridColour } },
          axisLabel: { formatter: (value: number) => decimals(value, value === 0 || value >= 1 ? 0 : 1) },
        },
      ],
      series: [
        ...segments.map(({ from, to }, index) => ({
          type: 'line',
          silent: true,
          symbol: 'none',
          lineStyle: { width: 3.5, color: colourAt(index) },
          data: curve.slice(from - 1, to).map(({ place, score }) => [place, score]),
        })),
        {
          type: 'bar',
          silent: true,
          xAxisIndex: 1,
          yAxisIndex: 1,
          barWidth: narrow ? 1 : 1.8,
          itemStyle: { color: soft },
          data: curve.flatMap(({ place, difference }) => (difference ? [[place + 0.5, difference]] : [])),
        },
      ],
      graphic: {
        elements: [
          textAt(2, top - 16, charts.score, 'left', false, 12),
          textAt(2, lowerTop - 15, charts.difference, 'left', false, 12),
          ...breaks.map(({ after }, index) => ({
            type: 'line',
            silent: true,
            shape: { x1: x(after + 0.5), x2: x(after + 0.5), y1: 4 + index * lineHeight, y2: lowerTop + lower },
            style: { stroke: ink, lineDash: [4, 4] },
          })),
          ...breaks.map(({ after }, index) => {
            const line = x(after + 0.5);
            const before = line - 8;
            const behind = width - line - 8;
            const toLeft = before > behind;
            const label = fitting(names[index] ?? '', Math.max(before, behind));
            const at = line + (toLeft ? -6 : 6);
            return withHalo(textAt(at, 12 + index * lineHeight, label, toLeft ? 'right' : 'left', false, 12));
          }),
          ...tiers.map(({ from, to, letter }) =>
            textAt(Math.max(x((from + to) / 2), left + 8), top + upper + 20, letter, 'center', true, 18),
          ),
        ],
      },
    },
  };
}
