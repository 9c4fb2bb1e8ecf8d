import { describe, expect, it } from 'vitest';
import type { RecordGroup } from '../../src/reading/record.ts';
import { readRecords } from '../../src/reading/records/read-records.ts';
import { knowledge } from '../probes/knowledge.ts';

const place = { base: 'http://www.anhe.gov.cn/hd/list.html', region: 'unknown', via: 'html' } as const;
const read = (html: string): readonly RecordGroup[] => readRecords(html, '', place, knowledge());
const page = (body: string): string =>
  `<!DOCTYPE html><html><head><title>页面</title></head><body><div>${body}</div></body></html>`;

describe('menus that no class tells', () => {
  const links = ['首页', '安和要闻', '权责清单', '办事指南', '政民互动'].map(
    (label, at) => `<a href="/c${at}.htm">${label}</a>`,
  );
  const list = `<ul>${['路灯修好了', '道路施工', '雨季防汛'].map((label, at) => `<li><a href="/x/${at}.htm">${label}</a> (2026-03-0${at + 1})</li>`).join('')}</ul>`;

  it.each([
    ['in a block', `<div>${links.join('')}</div>${list}`],
    ['with marks between its links', `<p>${links.join(' | ')}</p>${list}`],
    ['in the open', `${links.join('&nbsp;')}${list}`],
    ['in an element of its own each', `<div>${links.map((link) => `<span>${link}</span>`).join('')}</div>${list}`],
    [
      'in a cell beside',
      `<table><tr><td>${links.join(' ')}</td><td><table><tr><td>事项</td></tr></table>${list}</td></tr></table>`,
    ],
  ])('%s name nothing below them', (_, html) => {
    for (const { heading } of read(page(html))) expect(heading).not.toContain('权责清单');
    expect(read(page(html)).some(({ records }) => records.length === 3)).toBe(true);
  });

  it('differ from the path to a page and from a heading with a link', () => {
    for (const line of [
      '<a href="/">首页</a> &gt; <a href="/g/">政务公开</a> &gt; 权责清单',
      '<a href="/q/">权责清单</a>',
    ])
      expect(read(page(`<div>${line}</div>${list}`))[0]?.heading).toContain('权责清单');
  });
});
