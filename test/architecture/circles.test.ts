import { describe, expect, it } from 'vitest';
import { filesUnder, importsIn } from './imports.ts';

/** Groups of files that import each other in a circle, types included (Tarjan's strongly connected components). */
function circlesIn(imports: ReadonlyMap<string, readonly string[]>): string[][] {
  const found: string[][] = [];
  const order = new Map<string, number>();
  const lowest = new Map<string, number>();
  const open: string[] = [];
  const visit = (file: string): void => {
    order.set(file, order.size);
    lowest.set(file, order.size - 1);
    open.push(file);
    for (const to of imports.get(file) ?? []) {
      if (!imports.has(to)) continue;
      if (!order.has(to)) visit(to);
      if (open.includes(to)) lowest.set(file, Math.min(lowest.get(file) ?? 0, lowest.get(to) ?? 0));
    }
    if (lowest.get(file) !== order.get(file)) return;
    const circle = open.splice(open.indexOf(file));
    if (circle.length > 1) found.push(circle.sort());
  };
  for (const file of imports.keys()) if (!order.has(file)) visit(file);
  return found;
}

const importsOfAll = (folder: string): Map<string, string[]> =>
  new Map(filesUnder(folder).map((file) => [file, importsIn(file).flatMap(({ to, local }) => (local ? [to] : []))]));

describe('circles', () => {
  it('no files of src import each other in a circle', () => {
    expect(circlesIn(importsOfAll('src'))).toEqual([]);
  }, 60_000);

  it('are found, however long, and nothing else is taken for one', () => {
    const imports = new Map([
      ['a', ['b', 'd']],
      ['b', ['c']],
      ['c', ['a', 'd']],
      ['d', ['e', 'outside']],
      ['e', []],
      ['self', ['x']],
      ['x', ['self']],
    ]);
    expect(circlesIn(imports)).toEqual([
      ['a', 'b', 'c'],
      ['self', 'x'],
    ]);
    expect(
      circlesIn(
        new Map([
          ['a', ['b']],
          ['b', ['c']],
          ['c', []],
        ]),
      ),
    ).toEqual([]);
  });
});
