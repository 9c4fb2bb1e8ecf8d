import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPage } from '../../src/reading/read-page.ts';
import type { RecordGroup } from '../../src/reading/record.ts';
import { readDataRecords, readRecords } from '../../src/reading/records/read-records.ts';
import { capture } from '../probes/captures.ts';
import { knowledge } from '../probes/knowledge.ts';

const place = { base: 'http://www.anhe.gov.cn/hd/list.html', region: 'unknown', via: 'html' } as const;
const read = (html: string, script = ''): readonly RecordGroup[] => readRecords(html, script, place, knowledge());
const page = (body: string): string =>
  `<!DOCTYPE html><html><head><title>页面</title></head><body><div>${body}</div></body></html>`;
/** Fields of every record as `name=value`. */
const shown = (html: string): string[][] =>
  read(page(html)).flatMap(({ records }) =>
    records.map(({ fields }) => fields.map(({ name, value }) => `${name}=${value}`)),
  );

describe('tables', () => {
  it('takes headers from th, from a first row of td, and from any row below titles', () => {
    const rows = (open: string, close: string): string =>
      `<table><tr>${open}标题${close}${open}来信日期${close}${open}回复日期${close}</tr>
       <tr><td><a href="1.html">路灯不亮</a></td><td>2024-03-01</td><td>2024-03-05</td></tr>
       <tr><td><a href="2.html">积水</a></td><td>2024-03-02</td><td>2024-03-06</td></tr></table>`;
    const expected = [
      ['标题=路灯不亮', '来信日期=2024-03-01', '回复日期=2024-03-05'],
      ['标题=积水', '来信日期=2024-03-02', '回复日期=2024-03-06'],
    ];
    expect(shown(rows('<th>', '</th>'))).toEqual(expected);
    expect(shown(rows('<td>', '</td>'))).toEqual(expected);
    const titled = rows('<td>', '</td>').replace('<table>', '<table><tr><td colspan="3">三月来信</td></tr>');
    expect(shown(titled)).toEqual(expected);
    expect(read(page(titled))[0]?.heading).toBe('三月来信');
    expect(read(page(titled))[0]?.records[1]?.link?.url).toBe('http://www.anhe.gov.cn/hd/2.html');
  });

  it('spreads merged cells over their rows and columns, and joins headers of two lines', () => {
    const html = `<table><tr><th rowspan="2">序号</th><th colspan="2">公开对象</th></tr><tr><th>全社会</th><th>特定群体</th></tr>
      <tr><td rowspan="2">1</td><td>是</td><td>否</td></tr><tr><td>否</td><td>是</td></tr></table>`;
    expect(shown(html)).toEqual([
      ['序号=1', '公开对象全社会=是', '公开对象特定群体=否'],
      ['序号=1', '公开对象全社会=否', '公开对象特定群体=是'],
    ]);
  });

  it('reads labels and values side by side as one thing', () => {
    const html = `<table><tr><td>事项名称</td><td>食品经营许可</td><td>承诺办结时限</td><td>5个工作日</td></tr>
      <tr><td>受理地点</td><td colspan="3">政务大厅二楼</td></tr><tr><td>收费标准</td><td></td><td>咨询电话</td><td>0000-12345</td></tr></table>`;
    expect(shown(html)).toEqual([
      ['事项名称=食品经营许可', '承诺办结时限=5个工作日', '受理地点=政务大厅二楼', '收费标准=', '咨询电话=0000-12345'],
    ]);
  });

  it('reads a table whose first column names the rows, column by column', () => {
    const html = `<table><tr><th>部门</th><td>民政局</td><td>公安局</td></tr><tr><th>满意率</th><td>98%</td><td>97%</td></tr></table>`;
    expect(shown(html)).toEqual([
      ['部门=民政局', '满意率=98%'],
      ['部门=公安局', '满意率=97%'],
    ]);
  });

  it('reads nested tables by themselves, and leaves a table that arranges the page', () => {
    const inner =
      '<table><tr><th>名称</th><th>日期</th></tr><tr><td>甲事</td><td>2024-01-01</td></tr><tr><td>乙事</td><td>2024-01-02</td></tr></table>';
    expect(shown(`<table><tr><td>左边</td><td>${inner}</td></tr></table>`)).toEqual([
      ['名称=甲事', '日期=2024-01-01'],
      ['名称=乙事', '日期=2024-01-02'],
    ]);
  });

  it('parts a table at rows that run over its whole width', () => {
    const html = `<table><tr><th>序号</th><th>公开事项</th></tr><tr><td colspan="2">（一）养老服务</td></tr><tr><td>1</td><td>高龄津贴</td></tr>
      <tr><td colspan="2">（二）社会救助</td></tr><tr><td>1</td><td>低保</td></tr></table>`;
    expect(read(page(html)).map(({ heading, records }) => [heading, records.length])).toEqual([
      ['（一）养老服务', 1],
      ['（二）社会救助', 1],
    ]);
  });
});

describe('labels and values', () => {
  const expected = [['来信人=张某', '来信时间=2024-03-01', '回复时间=2024-03-05']];
  it.each([
    [
      'a definition list',
      '<dl><dt>来信人</dt><dd>张某</dd><dt>来信时间</dt><dd>2024-03-01</dd><dt>回复时间</dt><dd>2024-03-05</dd></dl>',
    ],
    [
      'spans in rows',
      ['来信人|张某', '来信时间|2024-03-01', '回复时间|2024-03-05']
        .map((one) => `<div class="r"><span class="k">${one.replace('|', '</span><span class="v">')}</span></div>`)
        .join(''),
    ],
    [
      'flat spans',
      '<p><span class="k">来信人</span><span class="v">张某</span><span class="k">来信时间</span><span class="v">2024-03-01</span><span class="k">回复时间</span><span class="v">2024-03-05</span></p>',
    ],
    [
      'bold labels in items',
      '<ul><li><b>来信人：</b>张某</li><li><b>来信时间：</b>2024-03-01</li><li><b>回复时间：</b>2024-03-05</li></ul>',
    ],
    ['lines', '<p>来信人：张某<br>来信时间：2024-03-01<br>回复时间：2024-03-05</p>'],
    ['one line', '<p>来信人：张某　来信时间：2024-03-01 | 回复时间：2024-03-05</p>'],
    ['brackets', '<p>【来信人】张某</p><p>【来信时间】2024-03-01</p><p>【回复时间】2024-03-05</p>'],
    [
      'labels above values',
      '<h4>来信人</h4><p>张某</p><h4>来信时间</h4><p>2024-03-01</p><h4>回复时间</h4><p>2024-03-05</p>',
    ],
    [
      'a label alone with its colon',
      '<div>来信人：</div><div>张某</div><div>来信时间：</div><div>2024-03-01</div><div>回复时间：</div><div>2024-03-05</div>',
    ],
  ])('%s', (_, html) => expect(shown(html)).toEqual(expected));

  it('gives a heading the text up to the next one, and none where the next one follows at once', () => {
    const html = ['受理条件', '申请材料', '收费标准', '不收费', '常见问题', '咨询方式', '咨询电话：']
      .map((line) => `<p>${line}</p>`)
      .join('');
    expect(shown(html)).toEqual([['受理条件=', '申请材料=', '收费标准=不收费', '常见问题=', '咨询方式=', '咨询电话=']]);
  });

  it('takes no prose, no time and no address for a label', () => {
    expect(
      shown('<p>会议指出，要抓好落实。时间到了 10:30，请看 http://www.anhe.gov.cn/ 。</p><p>第二段没有标签。</p>'),
    ).toEqual([]);
  });

  it('takes no row of a label and its value for the bar of the rows that follow', () => {
    const row = (name: string, value: string): string =>
      `<div class="row"><span class="lb">${name}</span><span class="vl">${value}</span></div>`;
    const flow = ['办理流程=申请→受理→决定', '法定时限=30个工作日', '办理地点=政务大厅'];
    const rows = row('办理流程', '申请→受理→决定') + row('法定时限', '30个工作日') + row('办理地点', '政务大厅');
    expect(shown(`<div class="item" style="display:none">${rows}</div>`)).toEqual([flow]);
    expect(shown(row('受理机构', '民政局窗口') + row('办理机构', '民政局') + row('办理地点', '一楼'))).toEqual([
      ['受理机构=民政局窗口', '办理机构=民政局', '办理地点=一楼'],
    ]);
  });
  it('reads panels under the labels of their tabs, by order and by address', () => {
    const byOrder = `<ul class="tabs"><li class="on">受理条件</li><li>申请材料</li></ul><div class="pane">年满十八周岁</div><div class="pane" style="display:none">身份证</div>`;
    expect(shown(byOrder)).toEqual([['受理条件=年满十八周岁', '申请材料=身份证']]);
    const byId = `<div><a href="#p2">申请材料</a><a href="#p1">受理条件</a></div><section><div id="p1">年满十八周岁</div><div id="p2">身份证</div></section>`;
    expect(shown(byId)).toEqual([['受理条件=年满十八周岁', '申请材料=身份证']]);
  });

  it('keeps what the footer says out of the thing', () => {
    const html =
      '<p>办理时限：5个工作日</p><p>收费标准：不收费</p><footer><p>联系电话：0000-1</p><p>地址：安和路1号</p></footer>';
    expect(shown(html)).toEqual([['办理时限=5个工作日', '收费标准=不收费']]);
  });
});

describe('cards and lists', () => {
  const card = (title: string, from: string, to: string): string =>
    `<div class="item"><h3><a href="/l/${title}.html">${title}</a></h3><div><span>来信时间：${from}</span><span>回复时间：${to}</span></div></div>`;
  it('reads siblings with the same labels as records', () => {
    const groups = read(page(card('甲', '2024-03-01', '2024-03-04') + card('乙', '2024-03-02', '2024-03-05')));
    expect(groups).toHaveLength(1);
    expect(groups[0]?.source).toBe('card');
    expect(groups[0]?.records.map(({ fields }) => fields.map(({ name, value }) => `${name}=${value}`))).toEqual([
      ['=甲', '来信时间=2024-03-01', '回复时间=2024-03-04'],
      ['=乙', '来信时间=2024-03-02', '回复时间=2024-03-05'],
    ]);
  });
  it('parts a flat run of pairs where the first label comes again', () => {
    const one = (title: string): string =>
      `<p>标题：${title}</p><p>来信时间：2024-03-01</p><p>回复时间：2024-03-05</p>`;
    expect(shown(one('甲') + one('乙')).map(([first]) => first)).toEqual(['标题=甲', '标题=乙']);
  });
  it('reads items with a day beside their link, under their heading', () => {
    const item = (at: number): string =>
      `<li><a href="/a/${at}.html">事情第${at}件</a><span>2024-03-0${at}</span></li>`;
    const [group] = read(page(`<h2>办理反馈</h2><ul>${[1, 2, 3].map(item).join('')}</ul>`));
    expect([group?.source, group?.heading, group?.records.length]).toEqual(['list', '办理反馈', 3]);
    expect(group?.records[0]?.fields.map(({ value }) => value)).toEqual(['事情第1件', '2024-03-01']);
  });
  it('reads tables that are drawn with other elements', () => {
    const row = (cells: readonly string[], tag: string): string =>
      `<${tag} class="row">${cells.map((cell) => `<span>${cell}</span>`).join('')}</${tag}>`;
    const expected = [
      ['序号=1', '事项名称=取水许可', '实施主体=水利局'],
      ['序号=2', '事项名称=河道采砂', '实施主体='],
    ];
    const rows = [
      ['1', '取水许可', '水利局'],
      ['2', '河道采砂', ''],
    ];
    expect(
      shown(row(['序号', '事项名称', '实施主体'], 'div') + rows.map((cells) => row(cells, 'div')).join('')),
    ).toEqual(expected);
    expect(
      shown(
        `<div class="h">${row(['序号', '事项名称', '实施主体'], 'p')}</div><ul>${rows.map((cells) => row(cells, 'li')).join('')}</ul>`,
      ),
    ).toEqual(expected);
  });
  it('takes no menu for records', () => {
    expect(
      read(
        page(
          '<ul><li><a href="/a">首页</a></li><li><a href="/b">政务公开</a></li><li><a href="/c">互动交流</a></li></ul>',
        ),
      ),
    ).toEqual([]);
  });
});

describe('data', () => {
  const items = [
    { title: '甲', createTime: '2024-03-01' },
    { title: '乙', createTime: '2024-03-02' },
  ];
  const totals = (value: unknown): (number | null)[] =>
    readDataRecords([value], place, knowledge()).map(({ total }) => total);
  it.each([
    [{ total: 57, rows: items }],
    [{ code: 200, data: { list: items, page: { totalCount: 57 } } }],
    [{ result: { records: items }, pager: { totalRecords: '57' } }],
    [{ data: { total: 57, list: JSON.stringify(items) } }],
    [[{ result: { count: 57, dataList: items } }]],
    [JSON.stringify({ total: 57, rows: items })],
  ])('finds the total beside the list, wherever it stands: %j', (value) => expect(totals(value)).toContain(57));
  it('takes no page number for a total', () =>
    expect(totals({ page: 1, size: 10, total: 1, rows: items })).toEqual([null]));
  it('reads data of scripts, names without quotes and calls included', () => {
    const script = `var a = 1; var list = [{name:'甲', 'day': "2024-03-01", f: null,}, {name:'乙', day:'2024\\u002d03-02'}]; show(list);`;
    const [group] = read('', script);
    expect(group?.records.map(({ fields }) => fields.map(({ value }) => value))).toEqual([
      ['甲', '2024-03-01'],
      ['乙', '2024-03-02'],
    ]);
    expect(read('', 'callback({"total":9,"rows":[{"id":1,"n":"甲"}]})')[0]?.total).toBe(9);
  });
  it('reads markup inside strings of data', () => {
    const html = items
      .map(({ title, createTime }) => `<li><a href="x.html">${title}信</a><i>${createTime}</i></li>`)
      .join('');
    const [group] = readDataRecords([{ html: `<ul>${html}</ul>` }], place, knowledge());
    expect(group?.records).toHaveLength(2);
  });
  it('reads islands of XML with markup inside, and those with elements', () => {
    const record = (at: number): string =>
      `<record><![CDATA[<li><a href="/art/${at}.html">通知第${at}号</a><span>2024-03-0${at}</span></li>]]></record>`;
    const island = `<script type="text/xml"><datastore><totalrecord>31</totalrecord><recordset>${[1, 2, 3].map(record).join('')}</recordset></datastore></script>`;
    const [group] = read(page(island));
    expect([group?.total, group?.records.length, group?.records[0]?.link?.url]).toEqual([
      31,
      3,
      'http://www.anhe.gov.cn/art/1.html',
    ]);
    const plain =
      '<?xml version="1.0"?><list><total>7</total><item><name>甲</name><day>2024-01-01</day></item><item><name>乙</name><day>2024-01-02</day></item></list>';
    expect(read(plain)[0]?.records.map(({ text }) => text)).toEqual(['甲 2024-01-01', '乙 2024-01-02']);
  });
});

describe('hostile input', () => {
  it.each([
    ['deep', '<div>'.repeat(50_000)],
    ['deep unknown', `${'<x>'.repeat(50_000)}${'</y>'.repeat(50_000)}<td>1<td>2`],
    ['open formatting', Array.from({ length: 3000 }, (_, at) => `<font size="${at}"><p>`).join('')],
    ['many attributes', `<td>a<td>b<a ${Array.from({ length: 60_000 }, (_, at) => `a${at}`).join(' ')}>`],
    [
      'huge spans',
      `<table>${'<tr><td rowspan="9999" colspan="9999">a</td><td>2024-01-01</td></tr>'.repeat(500)}</table>`,
    ],
    ['unclosed data', `<script type="text/xml"><datastore>${'<record><![CDATA['.repeat(5000)}`],
    ['nested brackets', '['.repeat(100_000)],
    ['colons', '<p>甲：</p>'.repeat(8000)],
    ['nested tables', '<table><tr><td>'.repeat(300)],
  ])(
    '%s gives something bounded in time',
    (_, html) => {
      const groups = read(html, html);
      expect(groups.reduce((sum, { records }) => sum + records.length, 0)).toBeLessThanOrEqual(300);
    },
    4000,
  );
  it('never throws', () => {
    const piece = fc.constantFrom(
      '<table>',
      '<tr>',
      '<td>',
      '<th>',
      '</table>',
      '<dl><dt>',
      '<dd>',
      '<li>',
      '<p>',
      '：',
      '来信时间',
      '2024-03-05',
      '<a href=x>',
      '<b>',
      '</b>',
      '[{a:',
      '"',
      '}]',
      '<![CDATA[',
      ']]>',
      '<xml>',
      '甲',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) =>
        Array.isArray(read(pieces.join(''), pieces.join(''))),
      ),
    );
  });
  it('empty documents have no records', () => expect(read('')).toEqual([]));
});

describe('documents of data', () => {
  it('puts what stands in islands on the page: its links and its text', () => {
    const island =
      '<script type="text/xml"><datastore><record><![CDATA[<li><a href="/art/7.html">关于停水的通知</a></li>]]></record></datastore></script>';
    const shown = readPage(capture({ url: 'http://www.anhe.gov.cn/col/1/' }), page(island), knowledge());
    expect(shown.links.map(({ url, label }) => `${url} ${label}`)).toContain(
      'http://www.anhe.gov.cn/art/7.html 关于停水的通知',
    );
    expect(shown.text).toContain('关于停水的通知');
  });
  const sent = (body: string, type = 'application/json') =>
    readPage(
      capture({ url: 'http://data.anhe.gov.cn/list', role: 'data', headers: { 'content-type': type } }),
      body,
      knowledge(),
    );
  it('opens JSON inside strings of JSON', () => {
    const inner = JSON.stringify([{ name: '甲', id: 1 }]);
    expect(sent(JSON.stringify({ dataList: inner, note: '[甲]' })).json).toEqual({
      dataList: [{ name: '甲', id: 1 }],
      note: '[甲]',
    });
    expect(sent(JSON.stringify([{ result: JSON.stringify({ total: 9, rows: inner }) }])).records[0]).toMatchObject({
      total: 9,
    });
  });
  it('reads data that are handed to a function, and leaves other scripts', () => {
    expect(sent('cb({"total":3,"rows":[{"a":1,"b":2}]});', 'text/javascript')).toMatchObject({
      kind: 'json',
      json: { total: 3 },
    });
    expect(sent('$(function(){ go([1,2]) });', 'text/javascript').kind).toBe('script');
    expect(sent('{"__proto__":"{\\"a\\":[1]}","x":1}').kind).toBe('json');
  });
});
