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
    ['of another kind, with its middle empty', `<div id="list"></div>${script}`, { intents: ['register'] }, true],
    ['of another kind, with no place for a list', `<p></p>${script}`, { intents: ['register'] }, false],
    ['of interfaces, without a number', `<div id="list"></div>${script}`, { intents: ['api-list'] }, true],
    ['of interfaces, with their number', `<p>接口 17 个</p>${script}`, { intents: ['api-list'] }, false],
    [
      'of interfaces, with the number of something else',
      `<p>数据集 17 个</p>${script}`,
      { intents: ['api-list'] },
      true,
    ],
    ['of applications, with a total', `<p>共 4 条</p>${script}`, { intents: ['app-list'] }, false],
    ['of a portal', `<div id="list"></div>${script}`, { site: 'portal' }, true],
  ])('%s', (_, body, change, wanted) => {
    expect(needsRendering(page(body, change), knowledge())).toBe(wanted);
  });
  it('keeps its list in a container whose name only sounds like a footer', () => {
    const inside = (name: string): number =>
      itemLinks(page(`<div class="${name}"><ul>${rows}</ul></div>`), knowledge()).length;
    expect([inside('bottom-content'), inside('bottom'), inside('footer-bottom-content')]).toEqual([3, 0, 0]);
  });
});

describe('a page of any site', () => {
  const text = '本市行政区域内的办事指南由各部门公布，申请人可以在线查询办理进度，也可以到政务服务大厅咨询。'.repeat(2);
  const foot = '<div class="footer">主办：安和市人民政府 备案号 ICP12345678 公安备 版权所有</div>';
  const code = '<script>$.get("/list.do",show)</script>';
  it.each([
    ['whose values a library fills in', `<p>{{ item.title }}</p><p>${text}</p>${code}`, true],
    ['whose rows are repeated', `<ul><li v-for="one in all"><i></i></li></ul>${foot}${code}`, true],
    ['that says it is loading', `<div>数据加载中...</div>${foot}${code}`, true],
    [
      'with a table of nothing but its header',
      `<table><tr><th>编号</th><th>标题</th></tr><tbody></tbody></table>${code}`,
      true,
    ],
    ['with its middle empty between header and footer', `<div class="con" id="newsList"></div>${foot}${code}`, true],
    ['that shows text', `<div id="list"></div><p>${text}</p>${foot}${code}`, false],
    ['that shows a list', `<div id="list"></div><ul>${rows}</ul>${foot}${code}`, false],
    ['that says that a part of it is loading', `<div>天气加载中</div><ul>${rows}</ul>${foot}${code}`, false],
    [
      'that asks for a letter',
      `<div id="list"></div><form><input name="a"><input name="b"><textarea name="c"></textarea></form>${code}`,
      false,
    ],
    [
      'whose own script fills an element of any name',
      `<div id="pub"></div>${foot}<script>var x=new XMLHttpRequest();x.onload=function(){document.getElementById('pub').innerHTML=x.responseText}</script>`,
      true,
    ],
    ['with an empty element that nothing fills', `<div id="pub"></div>${foot}${code}`, false],
    ['without scripts', `<div id="list"></div>${foot}`, false],
    [
      'with columns in its middle',
      `<div id="list"></div><a href="/a">政策</a><a href="/b">规划</a><a href="/c">公报</a><a href="/d">人事</a>${code}`,
      false,
    ],
    ['without anything', '', false],
  ])('%s', (_, body, wanted) => {
    expect(
      needsRendering(page(body, { site: 'portal', url: 'http://www.anhe.gov.cn/x/', intents: [] }), knowledge()),
    ).toBe(wanted);
  });
});
