import { describe, expect, it } from 'vitest';
import { provinceDrawing, rankDrawing } from '../../src/report/charts/country.ts';
import { type Drawing, fitting, render, textWidth } from '../../src/report/charts/draw.ts';
import { mapDrawing } from '../../src/report/charts/map.ts';
import { adoptionDrawing, rateDrawing } from '../../src/report/charts/shares.ts';
import { curveDrawing, tierDrawing } from '../../src/report/charts/tiers.ts';
import { withFigures } from '../../src/report/figures/derive.ts';
import { messagesOf } from '../../src/report/messages.ts';
import { decimals, excerpt, percent } from '../../src/report/text.ts';
import { divideIntoTiers } from '../../src/scoring/tiers.ts';
import { tierRule } from '../scoring/trees.ts';
import { countryReport, fullReport } from './country.ts';

const messages = messagesOf('zh');
const tieringOf = (scores: readonly number[]) =>
  divideIntoTiers(
    scores.map((score, index) => ({ government: String(index), score })),
    tierRule,
  );

/** Figures of all paths and texts are finite, and no text begins outside the frame. */
function expectSound(drawing: Drawing): string {
  const { text } = render(drawing);
  expect(text).not.toMatch(/NaN|Infinity|undefined/u);
  expect(text).not.toMatch(/<style|class="|ecmeta_|zr\d/u);
  for (const [, x, y] of text.matchAll(/<text [^>]*transform="translate\((-?[\d.]+) (-?[\d.]+)\)/gu)) {
    expect(Number(x)).toBeGreaterThanOrEqual(0);
    expect(Number(x)).toBeLessThanOrEqual(drawing.width);
    expect(Number(y)).toBeGreaterThanOrEqual(0);
    expect(Number(y)).toBeLessThanOrEqual(drawing.height);
  }
  return text;
}

describe.each([920, 350])('charts of width %i', (width) => {
  it.each([
    ['nobody', []],
    ['one', [50]],
    ['all equal', [50, 50, 50, 50, 50]],
    ['all zero', [0, 0, 0]],
    ['a country', Array.from({ length: 337 }, (_, index) => 90 - index / 5)],
  ])('draw curve and levels inside the frame: %s', (_, scores) => {
    expectSound(curveDrawing(tieringOf(scores), (code) => code, messages, width));
    expectSound(tierDrawing(tieringOf(scores), messages, width));
  });

  it('draw map, boxes, intervals and rates of a country, and of nobody', () => {
    for (const { description, tiles, uncertainty, assessment } of [fullReport(60), countryReport(0)]) {
      if (tiles !== null) expectSound(mapDrawing(tiles, description.provinces.divisions, messages, width));
      expectSound(rateDrawing(assessment.tree.nodes, description.whole.nodes, messages, width));
      const ranks = (uncertainty?.governments ?? []).map(({ rank }) => rank);
      expectSound(rankDrawing(ranks, ['5%', '95%'], messages, width));
    }
    expectSound(provinceDrawing([], messages, width));
    expectSound(provinceDrawing([{ province: '甲省', label: '甲', totals: [50] }], messages, width));
  });
});

describe('charts', () => {
  it('give every level its bar and its figure', () => {
    const tiering = tieringOf(Array.from({ length: 100 }, (_, index) => 90 - index / 2));
    const text = expectSound(tierDrawing(tiering, messages, 350));
    for (const { levels } of tiering.tiers)
      for (const { label, size } of levels) {
        expect(text).toContain(`（${label}）<`);
        expect(text).toContain(`>${size}</text>`);
      }
  });

  it('hatch what is unknown, and leave out that on which nothing is concluded', () => {
    const data = withFigures(countryReport(100));
    const concluded = data.figures.adoption.filter((entry) => entry.concluded);
    const open = concluded.filter(({ said }) => said.unknown > 0);
    expect(open.length).toBeGreaterThan(0);
    const text = expectSound(adoptionDrawing(data, messages, 920));
    expect(text.match(/fill="url\(#/gu)).toHaveLength(open.length);
  });

  it('say what they show to those who cannot see them, escaped', () => {
    const hostile = '<b onclick="x">&';
    const tiering = tieringOf(Array.from({ length: 50 }, (_, index) => 90 - index));
    const text = expectSound(curveDrawing(tiering, () => hostile, messages, 920));
    expect(text).toMatch(/<svg viewBox="0 0 920 \d+" role="img" aria-labelledby="([\w-]+)"[^>]*><title id="\1">/u);
    expect(text).not.toContain('<b');
    expect(text).toContain('&lt;b onclick=');
  });

  it('are the same bytes however many were drawn before', () => {
    const data = withFigures(countryReport(20));
    const once = render(adoptionDrawing(data, messages, 350)).text;
    expect(render(adoptionDrawing(data, messages, 350)).text).toBe(once);
  });

  it('cut labels to the room they have', () => {
    expect(fitting('博尔塔拉蒙古自治州', 60)).toBe('博尔塔…');
    expect(fitting('A', 1)).toBe('A');
    expect(textWidth('成都ab')).toBeGreaterThan(textWidth('成都'));
  });
});

describe('text', () => {
  it('rounds half up as the published figures do', () => {
    expect([21 / 32, 14 / 32, 269 / 337].map((share) => percent(share))).toEqual(['65.63%', '43.75%', '79.82%']);
    expect(decimals(1.005, 2)).toBe('1.01');
    expect(decimals(0, 2)).toBe('0.00');
  });

  it('cuts by characters and never inside one', () => {
    expect(excerpt('𠮷𠮷𠮷𠮷', 3)).toBe('𠮷𠮷…');
    expect(excerpt('  a \n b ', 10)).toBe('a b');
  });
});
