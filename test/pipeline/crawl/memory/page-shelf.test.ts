import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { packedForm } from '../../../../src/pipeline/crawl/frontier/packed-form.ts';
import { PagesInMemory, type VisitPages } from '../../../../src/pipeline/crawl/frontier/visit-pages.ts';
import { PageShelf } from '../../../../src/pipeline/crawl/memory/page-shelf.ts';
import { openShelfFolder } from '../../../../src/pipeline/crawl/memory/shelf-folder.ts';
import { kindsOf, knownKinds } from '../../../../src/reading/kinds.ts';
import type { Page } from '../../../../src/reading/page.ts';
import { readPage } from '../../../../src/reading/read-page.ts';
import { capture } from '../../../probes/captures.ts';
import { knowledge } from '../../../probes/knowledge.ts';
import { temporaryFolder } from '../../../smoke/cli.ts';

let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder.remove());

let count = 0;
function pageOf(html = '<title>页</title><a href="/a/">栏目</a><p>今日安和\ud83d</p>', bytes = 80_000): Page {
  const page = readPage(capture({ url: `http://www.anhe.gov.cn/${++count}`, bytes }), html, knowledge());
  if (page === null) throw new Error('the page cannot be read');
  return page;
}
const shelfOf = (limit: number) => new PageShelf(join(folder.path, 'shelf'), limit);
const files = () => (existsSync(join(folder.path, 'shelf')) ? readdirSync(join(folder.path, 'shelf')) : []);

describe('a shelf of pages', () => {
  test('holds no more than its limit, however many visits are open', () => {
    const limit = 12_000_000;
    const shelf = shelfOf(limit);
    const most: number[] = [];
    for (let visit = 0; visit < 100; visit++) {
      const pages = shelf.open();
      for (let at = 0; at < 12; at++) pages.add(pageOf());
      pages.rest();
      most.push(shelf.held.bytes);
    }
    expect(Math.max(...most)).toBeLessThanOrEqual(limit);
    expect(shelf.held.pages).toBeLessThan(30);
    expect(shelf.held.pages).toBeGreaterThan(0);
  });

  test('holds nothing between two requests when it may hold nothing', () => {
    const shelf = shelfOf(0);
    const visits = Array.from({ length: 20 }, () => shelf.open());
    for (const pages of visits) {
      for (let at = 0; at < 5; at++) pages.add(pageOf());
      pages.rest();
      pages.all();
      pages.rest();
    }
    expect(shelf.held).toEqual({ bytes: 0, pages: 0, visits: 0 });
    expect(visits.map((pages) => pages.all().length)).toEqual(visits.map(() => 5));
  });

  test('makes one text a page, however many go to the disk and come back together', () => {
    const pages = shelfOf(0).open();
    const lengths: number[] = [];
    const [stringify, parse] = [JSON.stringify, JSON.parse];
    const spies = [
      vi.spyOn(JSON, 'stringify').mockImplementation((value: unknown) => {
        const text = stringify(value);
        lengths.push(text.length);
        return text;
      }),
      vi.spyOn(JSON, 'parse').mockImplementation((text: string) => {
        lengths.push(text.length);
        return parse(text);
      }),
    ];
    try {
      for (let at = 0; at < 8; at++) pages.add(pageOf());
      pages.rest();
      expect(pages.all()).toHaveLength(8);
    } finally {
      for (const spy of spies) spy.mockRestore();
    }
    expect(lengths).toHaveLength(16);
    expect(Math.max(...lengths)).toBeLessThan(1.1 * Math.min(...lengths));
  });

  test('writes nothing while the limit is kept', () => {
    const shelf = shelfOf(1e9);
    const pages = shelf.open();
    pages.add(pageOf());
    pages.rest();
    expect(files()).toEqual([]);
  });

  test('keeps the kinds of pages that were asked for, and leaves the others open', () => {
    const shelf = shelfOf(0);
    const pages = shelf.open();
    const text = `<title>隐私政策</title><h1>隐私政策</h1><p>${'我们收集您的个人信息，未经您同意不向第三方提供。'.repeat(20)}</p>`;
    const [asked, notAsked] = [pageOf(text), pageOf(text)];
    const signs = kindsOf(asked, knowledge());
    expect(signs.length).toBeGreaterThan(0);
    for (const page of [asked, notAsked]) pages.add(page);
    pages.rest();
    const [first, second] = pages.all();
    if (!first || !second) throw new Error('a page is gone');
    expect(first).not.toBe(asked);
    expect(knownKinds(first)).toEqual({ knowledge: knowledge(), signs });
    expect(kindsOf(first, knowledge())).toEqual(signs);
    expect(knownKinds(second)).toBeNull();
    expect(kindsOf(second, knowledge())).toEqual(signs);
  });

  test('keeps kinds that were asked for after the page had been on the disk', () => {
    const pages = shelfOf(0).open();
    pages.add(pageOf());
    pages.rest();
    const [first] = pages.all();
    if (!first) throw new Error('the page is gone');
    const signs = kindsOf(first, knowledge());
    pages.rest();
    const [second] = pages.all();
    expect(second).not.toBe(first);
    expect(second && knownKinds(second)).toEqual({ knowledge: knowledge(), signs });
  });

  test('gives pages for another night as they lie there, without packing one twice', () => {
    const pages = shelfOf(0).open();
    const [one, two] = [pageOf(), pageOf()];
    const forms = [one, two].map(packedForm);
    for (const page of [one, null]) pages.add(page);
    pages.rest();
    pages.add(two);
    pages.all();
    const stringify = vi.spyOn(JSON, 'stringify');
    try {
      expect(pages.packed(0)).toEqual(forms[0]);
      expect(stringify).not.toHaveBeenCalled();
    } finally {
      stringify.mockRestore();
    }
    expect([1, 2, 3].map((at) => pages.packed(at))).toEqual([null, forms[1], null]);
  });

  test('tells of damage on the disk instead of giving a page that was not there', () => {
    const pages = shelfOf(0).open();
    const page = pageOf();
    pages.add(page);
    pages.rest();
    const [name = ''] = files();
    const file = join(folder.path, 'shelf', name);
    const whole = readFileSync(file);
    for (const damaged of [
      whole.subarray(0, -1),
      Buffer.from(whole.map((byte, at) => (at === 40 ? byte ^ 1 : byte))),
    ]) {
      writeFileSync(file, damaged);
      expect(() => pages.all()).toThrow('damaged on the disk');
    }
    writeFileSync(file, whole);
    expect(pages.all()).toEqual([page]);
  });

  test('gives back the pages that it was given, with the same captures', () => {
    const steps = fc.array(fc.constantFrom('page', 'nothing', 'rest', 'all', 'other'), { maxLength: 30 });
    fc.assert(
      fc.property(steps, fc.constantFrom(0, 900_000), (done, limit) => {
        const shelf = shelfOf(limit);
        const pages = shelf.open();
        const other = shelf.open();
        const expected: (Page | null)[] = [];
        for (const step of done) {
          if (step === 'rest') pages.rest();
          else if (step === 'all') pages.all();
          else if (step === 'other') {
            other.add(pageOf());
            other.rest();
          } else {
            const page = step === 'page' ? pageOf() : null;
            expected.push(page);
            pages.add(page);
          }
        }
        expect(expected.map((_, at) => pages.at(at))).toEqual(expected);
        expect(pages.all()).toEqual(expected);
        expect(expected.map((_, at) => pages.packed(at))).toEqual(expected.map((page) => page && packedForm(page)));
        for (const [at, page] of pages.all().entries()) expect(page?.capture).toBe(expected[at]?.capture);
        for (const each of [pages, other]) each.close();
        expect(shelf.held).toEqual({ bytes: 0, pages: 0, visits: 0 });
      }),
      { numRuns: 60 },
    );
    expect(files()).toEqual([]);
  });

  test('takes from a visit that collects before one that explores, and lets the first explorer stay', () => {
    const shelf = shelfOf(3 * (25_000 + 5 * 80_000));
    const fill = (pages: VisitPages, number: number) => {
      for (let at = 0; at < number; at++) pages.add(pageOf());
      pages.rest();
    };
    const [first, second, collecting] = [shelf.open(), shelf.open(), shelf.open()];
    fill(first, 1);
    fill(second, 1);
    fill(collecting, 1);
    const before = [first, second].map((pages) => pages.all()[0]);
    first.rest();
    second.rest();
    fill(collecting, 1);
    const after = [first, second].map((pages) => pages.at(0));
    expect(after[0]).toBe(before[0]);
    expect(after[1]).toBe(before[1]);
    fill(shelf.open(), 3);
    expect(first.at(0)).toBe(before[0]);
  });

  test('loses no page where the disk takes nothing, and goes on when it does again', () => {
    const shelf = shelfOf(0);
    const pages = shelf.open();
    const expected = [pageOf(), pageOf(), pageOf(), pageOf()];
    const add = (...positions: number[]) => {
      for (const at of positions) pages.add(expected[at] ?? null);
    };
    add(0);
    pages.rest();
    add(1, 2);
    const [name] = files();
    const [path, aside] = [join(folder.path, 'shelf', name ?? ''), join(folder.path, 'aside')];
    renameSync(path, aside);
    mkdirSync(path);
    expect(() => pages.rest()).toThrow();
    rmSync(path, { recursive: true });
    renameSync(aside, path);
    // Half of what could not be written.
    appendFileSync(path, 'half');
    expect([1, 2].map((at) => pages.at(at))).toEqual(expected.slice(1, 3));
    add(3);
    pages.rest();
    expect(shelf.held.pages).toBe(0);
    expect(pages.all()).toEqual(expected);
  });

  test('keeps the pages of a visit while it looks at them', () => {
    const shelf = shelfOf(0);
    const looking = shelf.open();
    looking.add(pageOf());
    const [page] = looking.all();
    const other = shelf.open();
    other.add(pageOf());
    other.rest();
    expect(looking.at(0)).toBe(page);
  });

  test('in memory forgets a visit that is closed', () => {
    const pages = new PagesInMemory();
    pages.add(pageOf());
    pages.close();
    expect(pages.all()).toEqual([]);
    expect(pages.at(0)).toBeNull();
  });
});

describe('folders of open visits', () => {
  const left = (name: string) => {
    mkdirSync(join(folder.path, 'pages', name), { recursive: true });
    return join(folder.path, 'pages', name);
  };

  test('of killed processes are removed, others stay', () => {
    const killed = left('open-999999999-abc');
    const earlier = left(`open-${process.pid}-abc`);
    const alive = left(`open-${process.ppid}-abc`);
    const foreign = left('510100');
    const running = openShelfFolder(folder.path);
    mkdirSync(running.path, { recursive: true });
    const second = openShelfFolder(folder.path);
    expect([killed, earlier, alive, foreign, running.path].map((path) => existsSync(path))).toEqual([
      false,
      false,
      true,
      true,
      true,
    ]);
    second.close();
    running.close();
    expect(existsSync(running.path)).toBe(false);
  });

  test('of another container stay for a week, whatever number their process has', () => {
    const running = openShelfFolder(folder.path);
    const [, , , id = ''] = basename(running.path).split('-');
    const [alive, dead] = [left(`open-${process.pid}-00000000-${id}`), left(`open-999999999-00000000-${id}`)];
    const weekAgo = Date.now() / 1000 - 8 * 86_400;
    const forgotten = left(`open-1-00000000-${id}`);
    utimesSync(forgotten, weekAgo, weekAgo);
    const own = left(basename(running.path).replace(/^open-\d+/u, 'open-999999999'));
    openShelfFolder(folder.path).close();
    expect([alive, dead, forgotten, own].map((path) => existsSync(path))).toEqual([true, true, false, false]);
    running.close();
  });

  test('need no data folder yet', () => {
    expect(() => openShelfFolder(join(folder.path, 'none')).close()).not.toThrow();
  });
});
