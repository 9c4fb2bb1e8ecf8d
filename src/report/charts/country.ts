import type { DivisionChange } from '../../scoring/comparison/compare-editions.ts';
import type { DivisionStatistics } from '../../scoring/descriptive/divisions.ts';
import { quantiles } from '../../scoring/statistics.ts';
import type { Interval } from '../../scoring/uncertainty/measure.ts';
import type { Messages } from '../messages.ts';
import { decimals, percent } from '../text.ts';
import { type Bar, barDrawing } from './bars.ts';
import { type Drawing, fitting, isNarrow } from './draw.ts';
import { colourAt, decalAt, gridColour, ink, sequential, soft } from './palette.ts';

/**
 * Mean total of each region and its share of the reference region, with the earlier edition's bars
 * below where there is one.
 */
export function regionDrawing(
  regions: readonly DivisionStatistics[],
  changes: readonly DivisionChange[],
  nameOf: (id: string) => string,
  full: number,
  { charts, pair }: Messages,
  width: number,
): Drawing {
  const figure = (mean: number, share: number | null) =>
    `${decimals(mean, 2)}${share === null ? '' : ` (${percent(share)})`}`;
  const bars = regions.flatMap(({ id, nodes, shareOfReference }, index): Bar[] => {
    const mean = nodes[0]?.score.mean ?? null;
    if (mean === null) return [];
    const own: Bar = {
      label: nameOf(id),
      value: figure(mean, shareOfReference),
      length: mean / full,
      colour: colourAt(index),
      decal: decalAt(index),
    };
    const change = changes.find((entry) => entry.id === id);
    const before = change?.nodes[0]?.mean.before ?? null;
    if (change === undefined || before === null) return [own];
    return [
      own,
      {
        label: charts.earlier(nameOf(id)),
        value: figure(before, change.shareOfReference.before),
        length: before / full,
        colour: '#b8c2cc',
        indent: 14,
      },
    ];
  });
  const summary = bars.map(({ label, value }) => pair(label, value)).join(charts.separator);
  return barDrawing('regions', bars, charts.regions, summary, width);
}

/** Minimum, quartiles and maximum of the totals in a province. */
export interface ProvinceTotals {
  readonly province: string;
  /** Label beside the box. */
  readonly label: string;
  readonly totals: readonly number[];
}

/** Box plots of the totals in each province, in the given order from the top. */
export function provinceDrawing(provinces: readonly ProvinceTotals[], { charts }: Messages, width: number): Drawing {
  const narrow = isNarrow(width);
  const left = narrow ? 78 : 96;
  const row = narrow ? 20 : 22;
  const boxes = provinces.map(({ totals }) => quantiles(totals, [0, 0.25, 0.5, 0.75, 1]).map((value) => value ?? 0));
  return {
    id: 'provinces',
    width,
    height: provinces.length * row + 58,
    title: charts.provinces,
    description: charts.provincesText(String(provinces.length)),
    option: {
      grid: { left, right: 22, top: 8, height: Math.max(provinces.length, 1) * row },
      xAxis: {
        type: 'value',
        scale: true,
        splitNumber: narrow ? 4 : 8,
        splitLine: { lineStyle: { color: gridColour } },
        name: charts.score,
        nameLocation: 'middle',
        nameGap: 26,
      },
      yAxis: {
        type: 'category',
        inverse: true,
        axisTick: { show: false },
        axisLabel: { interval: 0, color: ink },
        data: provinces.map(({ label, totals }) => fitting(charts.counted(label, String(totals.length)), left - 10)),
      },
      series: [
        {
          type: 'boxplot',
          silent: true,
          boxWidth: [8, 12],
          itemStyle: { color: sequential[1], borderColor: ink, borderWidth: 1.2 },
          data: boxes,
        },
      ],
    },
  };
}

/** One vertical bar per ranked government: the interval of its rank, with the median. */
export function rankDrawing(
  intervals: readonly Interval[],
  shares: readonly [string, string],
  { charts }: Messages,
  width: number,
): Drawing {
  const narrow = isNarrow(width);
  const plain = { type: 'value', splitNumber: narrow ? 4 : 8, min: 0, max: intervals.length + 1 };
  const axis = {
    ...plain,
    splitLine: { lineStyle: { color: gridColour } },
    axisTick: { show: false },
    axisLabel: { showMaxLabel: false, formatter: (value: number) => (value > 0 ? String(value) : '') },
  };
  return {
    id: 'ranks',
    width,
    height: narrow ? 330 : 480,
    title: charts.ranks,
    description: charts.ranksText(String(intervals.length)),
    option: {
      grid: { left: 44, right: 14, top: 30, bottom: 46 },
      xAxis: { ...axis, position: 'bottom', name: charts.rank, nameLocation: 'middle', nameGap: 28 },
      yAxis: { ...axis, inverse: true, axisLine: { onZero: false } },
      series: intervalSeries(intervals, width),
      graphic: {
        elements: [
          {
            type: 'text',
            silent: true,
            x: 2,
            y: 12,
            style: {
              text: fitting(charts.rankInterval(...shares), width - 6),
              textVerticalAlign: 'middle',
              fill: soft,
              font: '12px sans-serif',
            },
          },
        ],
      },
    },
  };
}

/** Intervals as bars stacked on invisible bars, medians as dots. */
function intervalSeries(intervals: readonly Interval[], width: number) {
  const thickness = Math.max(0.8, Math.min(8, (width - 70) / Math.max(intervals.length, 1) - 0.3));
  return [
    {
      type: 'bar',
      silent: true,
      stack: 'interval',
      barWidth: thickness,
      itemStyle: { color: 'rgba(0,0,0,0)' },
      data: intervals.map(({ low }, index) => [index + 1, low - 0.5]),
    },
    {
      type: 'bar',
      silent: true,
      stack: 'interval',
      barWidth: thickness,
      itemStyle: { color: sequential[2] },
      data: intervals.map(({ low, high }, index) => [index + 1, high - low + 1]),
    },
    {
      type: 'scatter',
      silent: true,
      symbol: 'circle',
      symbolSize: isNarrow(width) ? 2 : 3,
      itemStyle: { color: ink },
      data: intervals.map(({ median }, index) => [index + 1, median]),
    },
  ];
}
