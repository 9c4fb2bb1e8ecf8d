import { describe, expect, it } from 'vitest';
import { canBuildTree } from '../../src/reading/records/tame.ts';

const tag = (attributes: string): string => `<p>a</p><div${attributes}>b</div>`;

describe('a document of which a tree can be built', () => {
  it.each([
    ['a', 400, true],
    ['a', 401, false],
    ['a="1"', 400, true],
    ['a="1"', 401, false],
    ["a='>'", 401, false],
    ['a="x y z"', 400, true],
  ])('has at most some attributes in a tag: %s, %i times', (attribute, times, can) => {
    expect(canBuildTree(tag(` ${attribute}`.repeat(times)))).toBe(can);
    expect(canBuildTree(tag(` ${attribute}`.repeat(times)).replace('>b', '\n/ >b'))).toBe(can);
  });

  it('counts no attributes in the text behind a tag', () => {
    expect(canBuildTree(`${tag('')}${' x'.repeat(900)}<br>`)).toBe(true);
  });

  it('has at most some elements in each other, of which those of scripts are none', () => {
    expect(canBuildTree('<div>'.repeat(600))).toBe(true);
    expect(canBuildTree('<div>'.repeat(601))).toBe(false);
    expect(canBuildTree(`<script>${'<div>'.repeat(601)}</script>`)).toBe(true);
    expect(canBuildTree(`<!--${'<div>'.repeat(601)}-->`)).toBe(true);
  });

  it('has at most some open formatting elements', () => {
    expect(canBuildTree('<b>'.repeat(60))).toBe(true);
    expect(canBuildTree('<b>'.repeat(61))).toBe(false);
    expect(canBuildTree('<b></b>'.repeat(61))).toBe(true);
  });
});
