import { describe, expect, it } from 'vitest';
import { columnsOf } from '../../src/reading/columns.ts';
import { readPage } from '../../src/reading/read-page.ts';
import { capture } from '../probes/captures.ts';
import { knowledge } from '../probes/knowledge.ts';

const url = 'http://www.anhe.gov.cn/zfxx/';
function names(links: string): string[] {
  const page = readPage(capture({ url, depth: 1 }), `<html><body>${links}</body></html>`, knowledge());
  return columnsOf([page], 'portal', knowledge()).map(({ label }) => label);
}

describe('columnsOf', () => {
  it.each(['/zfxx/yjgs/', '/zfxx/yjgs/index.html', '/tzgg/list.shtml', '/col/col14/index.html'])(
    'takes a folder for a column although its name ends like a headline: %s',
    (href) => expect(names(`<p><a href="${href}">办事依据公示</a></p>`)).toEqual(['办事依据公示']),
  );

  it.each([
    ['/zfxx/t101.html', '停水公告'],
    ['/zfxx/202611/', '停水公告'],
    ['/zfxx/show.jsp?id=7', '停水通知'],
    ['/zfxx/yjgs/', '关于公布市直部门行政职权依据的公示'],
  ])('takes no headline for a column: %s %s', (href, label) =>
    expect(names(`<p><a href="${href}">${label}</a></p>`)).toEqual([]),
  );

  it('takes the column of notices in a menu for a column, whatever its address', () => {
    const front = (links: string, home: boolean) => {
      const page = readPage(
        capture({ url, depth: home ? 0 : 1, home }),
        `<html><body>${links}</body></html>`,
        knowledge(),
      );
      return columnsOf([page], 'portal', knowledge()).map(({ label }) => label);
    };
    const link = '<a href="/class.asp?id=3">政府公告</a>';
    expect(front(`<p>${link}</p>`, true)).toEqual(['政府公告']);
    expect(front(`<nav>${link}</nav>`, false)).toEqual(['政府公告']);
    expect(front(`<p>${link}</p>`, false)).toEqual([]);
    expect(front('<a href="/show.asp?id=3">关于停水的公告</a>', true)).toEqual([]);
  });

  it('takes a hot word of the search for no column, and a filter of a list for one', () => {
    expect(names('<a href="/so/s?qt=%E6%B0%B4%E8%B4%B9">水费</a>')).toEqual([]);
    expect(names('<a href="/list?dept=%E6%B0%B4%E8%B4%B9">水费</a>')).toEqual(['水费']);
    expect(names('<a href="/so/s?qt=%E5%85%B6%E4%BB%96">水费</a>')).toEqual(['水费']);
  });

  it('takes no data file for a column', () => {
    expect(names('<a href="/zfxx/a.csv">医保数据</a><a href="/zfxx/b/">人口数据</a>')).toEqual(['人口数据']);
  });

  it('takes a short undated list of a column for its sub-columns', () => {
    const list = (labels: readonly string[], day = '') =>
      labels.map((label, at) => `<li><a href="/node/${80 + at}">${label}</a>${day}</li>`).join('');
    const labels = ['写信给政府', '群众来信及办理', '百问百答', '热线电话'];
    expect(names(`<ul>${list(labels)}</ul>`)).toEqual(labels);
    expect(names(`<ul>${list(labels, '2026-08-01')}</ul>`)).toEqual([]);
    expect(names(`<ul>${list([...labels, ...labels, ...labels])}</ul>`)).toEqual([]);
  });

  it('finds nothing on an empty page', () => expect(names('')).toEqual([]));
});
