import { describe, expect, it } from 'vitest';
import { kindsOf } from '../../../src/reading/kinds.ts';
import { documentPage } from '../../../src/reading/read-page.ts';
import { capture } from '../../probes/captures.ts';
import { knowledge } from '../../probes/knowledge.ts';
import { framed, kinds } from './read.ts';

const numbered = (count: number): string[] =>
  Array.from({ length: count }, (_, at) => `${at + 1}、某项事务（某大厅）依据：某法第${at + 1}条`);
const fileKinds = (lines: readonly string[]): string[] => {
  const document = { title: '', text: lines.join('\n'), complete: true };
  return kindsOf(documentPage(capture({ url: 'http://www.anhe.gov.cn/a.docx' }), 'docx', document), knowledge()).map(
    ({ kind }) => kind,
  );
};

describe('lists of duties', () => {
  it('are known as numbered paragraphs below their name, in a file or on a page', () => {
    expect(fileKinds(['安和市市直部门权责清单', '（共9项）', ...numbered(9)])).toContain('power-list');
    const lines = ['市级公共服务事项清单', ...numbered(9)].map((line) => `<p>${line}</p>`).join('');
    expect(kinds(`<html><body><h3>安和便民网</h3>${lines}</body></html>`)).toContain('public-service-list');
  });
  it('are none without a name, or without entries', () => {
    expect(fileKinds(['安和市工作要点', ...numbered(9)])).toEqual([]);
    expect(fileKinds(['安和市市直部门权责清单', '1、总则'])).not.toContain('power-list');
    expect(fileKinds([])).toEqual([]);
  });
  it('are known by a table whose header names its rows', () => {
    const rows = ['一', '二', '三', '四', '五', '六'].map(
      (name) => `<tr><td>${name}</td><td>处罚</td><td>某局</td><td>某法</td></tr>`,
    );
    const table = `<table><tr><th>权责事项名称</th><th>类型</th><th>责任单位</th><th>依据</th></tr>${rows.join('')}</table>`;
    expect(kinds(framed('依据公示', table))).toContain('power-list');
    expect(kinds(framed('依据公示', table.replace('权责事项名称', '车辆名称')))).not.toContain('power-list');
  });
});

describe('a short piece of news', () => {
  const piece = (title: string, text: string): string[] =>
    kinds(`<html><title>${title}</title><body><h1>${title}</h1><p>2026-08-01</p><p>${text}</p></body></html>`);
  it('tells of a hotline or a zone and is none', () => {
    expect(piece('邻市12345热线实现全省统一受理办理', '12345热线全天受理，话务中心设在省城。')).toEqual(['article']);
    expect(piece('外省某市推出电子证照和跨省通办服务', '该市服务大厅新开跨省通办窗口，企业可以办理变更登记。')).toEqual(
      ['article'],
    );
  });
  it('is news though its title ends like the name of a platform', () =>
    expect(piece('省里介绍公共数据开放平台', '省里的平台提供数据集和接口，并公布有关条款。')).toEqual(['article']));
  it('is none where the title names the hotline alone', () =>
    expect(piece('12345热线', '拨打12345政务服务热线，全天受理。')).toContain('hotline'));
});

describe('a robot', () => {
  const robot = (middle: string): string[] => kinds(`<html><title>小安</title><body>${middle}</body></html>`);
  const greeting = '<p>我是智能问答小安，请把想问的写在下面。</p>';
  it('needs no script: a greeting above a lone field', () =>
    expect(
      robot(`${greeting}<form action="/a"><input name="w"><input type="submit" value="提交问句"></form>`),
    ).toContain('robot'));
  it.each([
    ['without a field', greeting],
    ['without a greeting', '<p>小安</p><form action="/a"><input name="w"><input type="submit" value="好"></form>'],
    [
      'beside a form of several fields',
      `<p>小安</p><form action="/a"><input name="w"><input name="v"><button>好</button></form>`,
    ],
  ])('is none %s', (_, middle) => expect(robot(middle)).not.toContain('robot'));
});

describe('a report on calling back', () => {
  it.each([
    '三季度办结的640件诉求已逐一电话回访，满意602件，不满意8件。',
    '回访来电人300名，满意率98%。',
    '对120条诉求逐条回访，满意的112条。',
  ])('%s', (line) =>
    expect(kinds(framed('2026年三季度诉求办理回访情况', `<p>${line}</p>`))).toContain('follow-up-report'),
  );
  it('is none without figures', () =>
    expect(kinds(framed('诉求办理回访情况', '<p>将对来信人进行回访。</p>'))).not.toContain('follow-up-report'));
});
