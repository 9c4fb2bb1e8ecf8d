import { describe, expect, it } from 'vitest';
import { kindSign } from '../../../src/reading/kinds.ts';
import { readPage } from '../../../src/reading/read-page.ts';
import { capture } from '../../probes/captures.ts';
import { knowledge } from '../../probes/knowledge.ts';

const url = 'http://www.anhe.gov.cn/lm/';

function kind(id: string, title: string, body: string): boolean {
  const html = `<html><head><title>${title}_安和市人民政府</title></head><body><div class="main">${body}</div></body></html>`;
  return kindSign(readPage(capture({ url }), html, knowledge()), id, knowledge()) !== null;
}

const list = (titles: readonly string[], from = 1): string =>
  titles.map((title, at) => `<li><a href="/lm/${from + at}.html">${title}</a> 2026-10-1${at}</li>`).join('');

describe('questions', () => {
  const questions = ['生育津贴如何申领？', '异地就医怎么备案', '公积金贷款需要哪些材料', '护照丢了怎么办'];

  it('are known by their titles under any name of the column', () => {
    expect(kind('faq-list', '安民小课堂', `<ul>${list(questions)}</ul>`)).toBe(true);
  });

  it('are no news, no letters, and nothing where nothing stands', () => {
    const news = ['我市召开第三季度经济运行会议', '安和河大桥建成通车', '秋粮收购进展顺利', '全市中小学开学'];
    expect(kind('faq-list', '政务要闻', `<ul>${list(news)}</ul>`)).toBe(false);
    const rows = questions.map(
      (title) => `<tr><td>${title}</td><td>2026-10-01</td><td>已回复</td><td>市医保局</td></tr>`,
    );
    const head = '<tr><th>来信标题</th><th>来信时间</th><th>状态</th><th>回复单位</th></tr>';
    expect(kind('faq-list', '来信选登', `<table>${head}${rows.join('')}</table>`)).toBe(false);
    expect(kind('faq-list', '', '')).toBe(false);
  });
});

describe('answers to concerns and results of calling back', () => {
  it('are known by what they say', () => {
    const answers = ['关于东城停水问题的情况说明', '网传安和大桥封闭不实', '关于供热收费的回应'];
    expect(kind('response-list', '安和声音', `<ul>${list(answers)}</ul>`)).toBe(true);
    expect(
      kind('response-list', '安和新闻', `<ul>${list(['秋收过半丰收在望', '新校区正式启用', '路灯改造完工'])}</ul>`),
    ).toBe(false);
    const calls = '<p>本月共回访 120 件，群众满意率 96.5%。</p><p>对办理结果满意率 95.1%。</p><p>电话访问 88 件。</p>';
    expect(kind('follow-up-report', '回访通报', calls)).toBe(true);
    expect(kind('follow-up-report', '热线工作制度', '<p>各单位应当做好回访工作。</p>')).toBe(false);
  });
});

describe('places of services', () => {
  it('are known by their forms and items', () => {
    const form = (label: string) =>
      `<form action="/cx"><label>${label}</label><input name="bh" placeholder="请输入${label}"></form>`;
    expect(kind('progress-query', '走到第几步', form('受理编号'))).toBe(true);
    const ask = '<p>请输入受理编号：</p><form action="/cx"><input name="n"><button>查</button></form>';
    expect(kind('progress-query', '走到第几步', ask)).toBe(true);
    expect(kind('progress-query', '走到第几步', ask.replace('受理编号', '姓名'))).toBe(false);
    expect(kind('progress-query', '看回音', form('信件编号'))).toBe(false);
    const things = ['新生儿出生一件事', '教育入学一件事', '员工录用一件事', '企业注销一件事', '公民身故一件事'];
    expect(kind('one-thing-zone', '集成服务', `<ul>${list(things)}</ul>`)).toBe(true);
    expect(kind('one-thing-zone', '政务动态', `<ul>${list(['我市推进新生儿一件事落地见效'])}</ul>`)).toBe(false);
    const fields = ['社会救助', '养老服务', '税收管理', '生态环境', '医疗卫生', '义务教育'];
    const tabs = fields.map((field) => `<a href="/lm/${field}.html">${field}</a>`).join('');
    expect(kind('disclosure-zone', '阳光目录', tabs)).toBe(true);
    const files = fields.map((field) => `<p><a href="/f/${field}.docx">${field}领域公开目录</a></p>`).join('');
    expect(kind('disclosure-zone', '阳光目录', files)).toBe(true);
    expect(kind('disclosure-zone', '阳光目录', files.replaceAll('领域公开目录', '工作动态'))).toBe(false);
    expect(kind('disclosure-zone', '部门', '<a href="/a/">生态环境局</a><a href="/b/">民政局</a>')).toBe(false);
    expect(kind('cross-region-zone', '跨省通办', '<p>通办事项</p><ul><li>医保转移</li></ul>')).toBe(true);
    const prose = '<p>跨省通办的事项合计达0.21万项，到任一窗口即可申请。</p>';
    expect(kind('cross-region-zone', '在外办事', prose)).toBe(true);
    expect(kind('cross-region-zone', '在外办事', prose.replace('0.21万', '多'))).toBe(false);
    expect(kind('cross-region-zone', '我市召开跨省通办推进会', '<p>会议要求加快通办事项落地。</p>')).toBe(false);
  });
});

describe('a fragment without title and headings', () => {
  const read = (body: string): boolean =>
    kindSign(readPage(capture({ url }), body, knowledge()), 'certificates', knowledge()) !== null;
  const form = '<form action="/c"><input name="n" placeholder="证件号码"><button>查</button></form>';

  it('is named by its first line', () => {
    expect(read(`<p>电子证照查询：</p>${form}`)).toBe(true);
    expect(read(`<p>请填写：</p>${form}`)).toBe(false);
    expect(read(`<h3>业务办理</h3><p>电子证照查询：</p>${form}`)).toBe(false);
    expect(read('')).toBe(false);
  });
});
