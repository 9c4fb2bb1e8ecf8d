import type { Adoption } from '../scoring/adoption.ts';
import type { CurvePoint, Tiering } from '../scoring/tiers.ts';
import { type Markup, markup } from './markup.ts';
import { type Messages, wordFor } from './messages.ts';
import { decimals, excerpt, percent } from './text.ts';

/** Colours that stay apart with every common colour blindness (Okabe and Ito 2008); best tier first, repeated when used up. */
const palette = ['#0072b2', '#009e73', '#e69f00', '#d55e00', '#cc79a7', '#56b4e9'];

/** The colour of a tier by its place, best first. */
export function tierColour(index: number): string {
  return palette[index % palette.length] ?? '#666666';
}

/** Two drawings of the same chart, so that text keeps its size: the style sheet shows the one that fits the screen. */
export function bothWidths(draw: (width: number) => Markup): Markup {
  return markup`<div class="wide">${draw(920)}</div><div class="narrow">${draw(350)}</div>`;
}

function at(value: number): string {
  return decimals(value, 1);
}

/** Round numbers between low and high, about `count` of them. */
export function ticks(low: number, high: number, count: number): number[] {
  if (!(high > low)) return [low];
  const rough = (high - low) / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 5, 10].find((factor) => factor * power >= rough) ?? 10) * power;
  const first = Math.ceil(low / step - 1e-9);
  const last = Math.floor(high / step + 1e-9);
  return Array.from({ length: last - first + 1 }, (_, index) => (first + index) * step);
}

/** Width of chart text in drawing units, a little too large: square for Chinese, two thirds of that for the rest. */
function textWidth(text: string): number {
  return [...text].reduce((width, character) => width + (character > '\u2e7f' ? 13.2 : 8.6), 0);
}

/** The text, cut so that it takes no more than the width. */
function fitting(text: string, width: number): string {
  const characters = [...text];
  let length = characters.length;
  while (length > 1 && textWidth(excerpt(text, length)) > width) length -= 1;
  return excerpt(text, length);
}

/**
 * Sorted totals above, first differences below, breaks as dashed lines through both, named by the last government before the
 * break. One colour per tier.
 */
export function curveChart(
  tiering: Tiering,
  nameOf: (code: string) => string,
  messages: Messages,
  width: number,
): Markup {
  const { curve, breaks, tiers } = tiering;
  const { charts } = messages;
  const narrow = width < 600;
  const left = 40;
  const right = width - 12;
  const labelLines = breaks.length;
  const top = 28 + labelLines * 18;
  const middle = top + (narrow ? 170 : 230);
  const lowerTop = middle + 52;
  const bottom = lowerTop + (narrow ? 80 : 110);
  const scores = curve.map(({ score }) => score);
  const highest = scores[0] ?? 0;
  const lowest = scores.at(-1) ?? 0;
  const padding = Math.max((highest - lowest) * 0.05, 0.5);
  const [floor, ceiling] = [Math.max(0, lowest - padding), highest + padding];
  const largest = curve.reduce((found, { difference }) => Math.max(found, difference ?? 0), 0) || 1;
  const x = (place: number) => left + ((place - 0.5) / Math.max(curve.length, 1)) * (right - left);
  const y = (score: number) => middle - ((score - floor) / (ceiling - floor)) * (middle - top);
  const lower = (difference: number) => bottom - (difference / largest) * (bottom - lowerTop);
  const segments = tiers.length > 0 ? tiers.map(({ from, to }) => [from, to] as const) : [[1, curve.length] as const];
  const path = (from: number, to: number) =>
    curve
      .slice(from - 1, to)
      .map(({ place, score }, index) => `${index === 0 ? 'M' : 'L'}${at(x(place))} ${at(y(score))}`)
      .join('');
  const bar = ({ place, difference }: CurvePoint) =>
    difference ? `M${at(x(place + 0.5))} ${bottom}V${at(lower(difference))}` : '';
  const names = breaks.map(({ government, after }) => charts.curveBreak(nameOf(government), String(after)));
  const summary = charts.curveText(
    String(curve.length),
    names.length > 0 ? charts.breaksAt(names.join(messages.listMark)) : charts.noBreaks,
  );
  const placeTicks = ticks(0, curve.length, narrow ? 4 : 8).map((tick) => Math.max(1, Math.round(tick)));
  return markup`<svg viewBox="0 0 ${width} ${bottom + 26}" role="img" aria-label="${summary}">
<title>${summary}</title>
${ticks(floor, ceiling, narrow ? 4 : 6).map(
  (tick) =>
    markup`<line class="grid" x1="${left}" x2="${right}" y1="${at(y(tick))}" y2="${at(y(tick))}"/><text class="tick" x="${left - 6}" y="${at(y(tick) + 4)}" text-anchor="end">${String(Number(decimals(tick, 2)))}</text>`,
)}
<line class="axis" x1="${left}" x2="${right}" y1="${bottom}" y2="${bottom}"/>
<text class="tick" x="${left - 6}" y="${lowerTop + 4}" text-anchor="end">${decimals(largest, largest < 1 ? 2 : 1)}</text>
<text class="tick" x="${left - 6}" y="${bottom}" text-anchor="end">0</text>
<text class="label" x="2" y="${top - 14}">${charts.score}</text>
<text class="label" x="2" y="${lowerTop - 14}">${charts.difference}</text>
${[...new Set(placeTicks)].map(
  (tick) => markup`<text class="tick" x="${at(x(tick))}" y="${bottom + 18}" text-anchor="middle">${tick}</text>`,
)}
${segments.map(
  ([from, to], index) =>
    markup`<path d="${path(from, to)}" fill="none" stroke="${tierColour(index)}" stroke-width="3" stroke-linecap="round" stroke-linejoin="round"/>${tiers[index] ? markup`<text class="letter" x="${at(Math.max(x((from + to) / 2), left + 8))}" y="${middle + 24}" text-anchor="middle">${tiers[index].letter}</text>` : null}`,
)}
<path d="${curve.map(bar).join('')}" stroke="#5b6672" stroke-width="${narrow ? 1 : 1.6}"/>
${breaks.map(({ after }, index) => {
  const line = at(x(after + 0.5));
  return markup`<line class="break" x1="${line}" x2="${line}" y1="${8 + index * 18}" y2="${bottom}"/>`;
})}
${breaks.map(({ after }, index) => {
  const line = x(after + 0.5);
  const [before, behind] = [line - 8, width - line - 8];
  const anchor = before > behind ? 'end' : 'start';
  const label = fitting(names[index] ?? '', Math.max(before, behind));
  return markup`<text class="label halo" x="${at(line + (anchor === 'end' ? -6 : 6))}" y="${18 + index * 18}" text-anchor="${anchor}">${label}</text>`;
})}
</svg>`;
}

interface Bar {
  readonly label: string;
  readonly value: string;
  readonly colour: string;
  /** Share of the full width, 0..1. */
  readonly length: number;
  /** Hatched piece behind the bar: what is unknown. */
  readonly open: number;
}

/** One bar per row with its label above and its figure at the right edge: nothing can collide at any width. */
function barChart(bars: readonly Bar[], title: string, width: number): Markup {
  const row = 44;
  const full = width - 4;
  const hatch = `hatch-${width}`;
  return markup`<svg viewBox="0 0 ${width} ${Math.max(bars.length, 1) * row + 2}" role="img" aria-label="${title}">
<title>${title}</title>
${bars.some(({ open }) => open > 0) ? markup`<defs><pattern id="${hatch}" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="6" height="6" fill="#eceff2"/><line x1="0" x2="0" y1="0" y2="6" stroke="#8a95a1" stroke-width="2"/></pattern></defs>` : null}
${bars.map(({ label, value, colour, length, open }, index) => {
  const y = index * row;
  const solid = length * full;
  return markup`<text class="label" x="2" y="${y + 16}">${fitting(label, width - 8 - textWidth(value))}</text><text class="value" x="${width - 2}" y="${y + 16}" text-anchor="end">${value}</text><rect x="2" y="${y + 22}" width="${full}" height="14" rx="3" fill="#eceff2"/>${open > 0 ? markup`<rect x="${at(2 + solid)}" y="${y + 22}" width="${at(open * full)}" height="14" fill="url(#${hatch})"/>` : null}<rect x="2" y="${y + 22}" width="${at(solid)}" height="14" rx="3" fill="${colour}"/>`;
})}
</svg>`;
}

/** Number of governments per level, coloured by tier. */
export function tierChart({ tiers }: Tiering, messages: Messages, width: number): Markup {
  const levels = tiers.flatMap((tier, index) => tier.levels.map((level) => ({ tier, level, index })));
  const largest = levels.reduce((found, { level }) => Math.max(found, level.size), 1);
  const bars = levels.map(({ tier, level, index }) => ({
    label: `${level.label} ${tier.name}`,
    value: String(level.size),
    colour: tierColour(index),
    length: level.size / largest,
    open: 0,
  }));
  return barChart(bars, messages.charts.tiers, width);
}

/** Share of each statement over all scored governments; where unknown ones are in the denominator, they are hatched. */
export function adoptionChart(adoption: readonly Adoption[], messages: Messages, width: number): Markup {
  const bars = adoption.map(({ statement, base, overall }) => ({
    label: wordFor(messages.statements, statement),
    value:
      overall.share === null
        ? messages.noscore
        : `${percent(overall.share)} (${overall.numerator}/${overall.denominator})`,
    colour: tierColour(0),
    length: overall.share ?? 0,
    open: base === 'all' && overall.denominator > 0 ? overall.unknown / overall.denominator : 0,
  }));
  return barChart(bars, messages.charts.adoption, width);
}
