import { describe, expect, it } from 'vitest';
import { itemLinks } from '../../src/reading/list-items.ts';
import { needsRendering } from '../../src/reading/needs-rendering.ts';
import type { Page } from '../../src/reading/page.ts';
import { readPage } from '../../src/reading/read-page.ts';
import { capture } from '../probes/captures.ts';
import { knowledge } from '../probes/knowledge.ts';

const menu =
  '<div class="nav"><a href="/">首页</a><a href="/catalog/index">数据目录</a><a href="/apis">接口</a><a href="/apps">应用</a><a href="/n">公告</a><a href="/h">帮助</a></div>';
const script = '<script src="/js/list.js"></script>';
const rows = [1, 2, 3].map((id) => `<li><a href="/catalog/${id}.html">安和市数据集之${id}</a></li>`).join('');

function page(body: string, change: Parameters<typeof capture>[0] | object = {}): Page {
  const made = capture({
    url: 'http://data.anhe.gov.cn/catalog/index',
    site: 'open-data',
    intents: ['data-catalog'],
    ...change,
  });
  return readPage(made, `<title>数据目录</title><body>${menu}${body}</body>`, knowledge());
}

describe('a catalogue page', () => {
  it.each([
    ['whose list only a script writes', `<div id="list"></div>${script}`, {}, true],
    ['that shows its list', `<ul>${rows}</ul>${script}`, {}, false],
    ['that has neither list nor script', '<p>暂无数据</p>', {}, false],
    ['of another kind', `<div id="list"></div>${script}`, { intents: ['register'] }, false],
    ['of interfaces, without a number', `<div id="list"></div>${script}`, { intents: ['api-list'] }, true],
    ['of interfaces, with their number', `<p>接口 17 个</p>${script}`, { intents: ['api-list'] }, false],
    [
      'of interfaces, with the number of something else',
      `<p>数据集 17 个</p>${script}`,
      { intents: ['api-list'] },
      true,
    ],
    ['of applications, with a total', `<p>共 4 条</p>${script}`, { intents: ['app-list'] }, false],
    ['of a portal', `<div id="list"></div>${script}`, { site: 'portal' }, false],
  ])('%s', (_, body, change, wanted) => {
    expect(needsRendering(page(body, change), knowledge())).toBe(wanted);
  });
  it('keeps its list in a container whose name only sounds like a footer', () => {
    const inside = (name: string): number =>
      itemLinks(page(`<div class="${name}"><ul>${rows}</ul></div>`), knowledge()).length;
    expect([inside('bottom-content'), inside('bottom'), inside('footer-bottom-content')]).toEqual([3, 0, 0]);
  });
});
