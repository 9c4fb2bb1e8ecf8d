import type { Tiering } from '../../scoring/tiers.ts';
import type { Messages } from '../messages.ts';
import { decimals } from '../text.ts';
import { barDrawing, textAt, withHalo } from './bars.ts';
import { type Drawing, fitting, isNarrow } from './draw.ts';
import { colourAt, decalAt, gridColour, ink, soft } from './palette.ts';

/** Number of governments per level, with a colour and a pattern per tier. */
export function tierDrawing({ tiers }: Tiering, messages: Messages, width: number): Drawing {
  const levels = tiers.flatMap((tier, index) => tier.levels.map((level) => ({ tier, level, index })));
  const largest = levels.reduce((found, { level }) => Math.max(found, level.size), 1);
  const bars = levels.map(({ tier, level, index }) => ({
    label: messages.lettered(tier.name, level.label),
    value: String(level.size),
    colour: colourAt(index),
    decal: decalAt(index),
    length: level.size / largest,
  }));
  const summary = tiers.map(({ name, size }) => messages.pair(name, String(size))).join(messages.and);
  return barDrawing('tiers', bars, messages.charts.tiers, summary, width);
}

const lineHeight = 19;

/** Geometry of the two panels in pixels. */
interface Panels {
  readonly width: number;
  readonly narrow: boolean;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly upper: number;
  readonly lowerTop: number;
  readonly lower: number;
  /** Number of positions on the shared axis. */
  readonly count: number;
}

function panelsOf({ curve, breaks }: Tiering, width: number): Panels {
  const narrow = isNarrow(width);
  const top = 30 + breaks.length * lineHeight;
  const upper = narrow ? 170 : 230;
  return {
    width,
    narrow,
    left: 42,
    right: 14,
    top,
    upper,
    lowerTop: top + upper + 52,
    lower: narrow ? 80 : 110,
    count: Math.max(curve.length, 1),
  };
}

/** Horizontal pixel position of a place in the ranking. */
function placeAt({ left, right, width, count }: Panels, place: number): number {
  return left + ((place - 0.5) / count) * (width - left - right);
}

/**
 * Sorted totals above, first differences below. Breaks are dashed lines through both, labelled with
 * the last government before the break. One colour per tier, with its letter below the curve.
 */
export function curveDrawing(
  tiering: Tiering,
  nameOf: (code: string) => string,
  { charts, listMark }: Messages,
  width: number,
): Drawing {
  const { curve, breaks } = tiering;
  const panels = panelsOf(tiering, width);
  const { left, right, top, upper, lowerTop, lower } = panels;
  const names = breaks.map(({ government, after }) => charts.curveBreak(nameOf(government), String(after)));
  return {
    id: 'curve',
    width,
    height: lowerTop + lower + 28,
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
      ...curveAxes(panels),
      series: curveSeries(tiering, panels),
      graphic: {
        elements: [
          textAt(2, top - 16, charts.score, 'left', false, 12),
          textAt(2, lowerTop - 15, charts.difference, 'left', false, 12),
          ...breakLines(tiering, names, panels),
          ...tiering.tiers.map(({ from, to, letter }) =>
            textAt(Math.max(placeAt(panels, (from + to) / 2), left + 8), top + upper + 20, letter, 'center', true, 18),
          ),
        ],
      },
    },
  };
}

function curveAxes({ count, narrow }: Panels) {
  const xAxis = {
    type: 'value',
    min: 0.5,
    max: count + 0.5,
    splitLine: { show: false },
    axisTick: { show: false },
    axisLabel: { formatter: (value: number) => (Number.isInteger(value) && value > 0 ? String(value) : '') },
  };
  return {
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
  };
}

/** A line per tier, and bars for the differences between neighbours. */
function curveSeries({ curve, tiers }: Tiering, { narrow }: Panels) {
  const segments = tiers.length > 0 ? tiers : [{ from: 1, to: curve.length }];
  return [
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
  ];
}

/** Dashed lines at the breaks, each labelled on the side with more room. */
function breakLines({ breaks }: Tiering, names: readonly string[], panels: Panels) {
  const { width, lowerTop, lower } = panels;
  const lines = breaks.map(({ after }) => placeAt(panels, after + 0.5));
  return [
    ...lines.map((line, index) => ({
      type: 'line',
      silent: true,
      shape: { x1: line, x2: line, y1: 4 + index * lineHeight, y2: lowerTop + lower },
      style: { stroke: ink, lineDash: [4, 4] },
    })),
    ...lines.map((line, index) => {
      const before = line - 8;
      const behind = width - line - 8;
      const toLeft = before > behind;
      const label = fitting(names[index] ?? '', Math.max(before, behind));
      const at = line + (toLeft ? -6 : 6);
      return withHalo(textAt(at, 12 + index * lineHeight, label, toLeft ? 'right' : 'left', false, 12));
    }),
  ];
}
