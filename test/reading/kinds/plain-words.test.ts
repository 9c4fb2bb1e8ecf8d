import { describe, expect, it } from 'vitest';
import { framed, kinds } from './read.ts';

const lines = (...texts: readonly string[]): string => texts.map((text) => `<p>${text}</p>`).join('');

describe('a short guide', () => {
  const parts = ['办理部门：民政局', '办理条件：年满十八岁', '需带材料：户口簿', '办公电话：0371-1234567'];
  it('is known by four labels of everyday words', () => {
    expect(kinds(framed('收养登记', lines(...parts)))).toContain('guide');
  });
  it('is none with fewer labels, or in a report', () => {
    expect(kinds(framed('收养登记', lines(...parts.slice(0, 3))))).not.toContain('guide');
    expect(kinds(framed('我市召开收养登记工作会议', lines(...parts)))).not.toContain('guide');
  });
});

describe('a page of contacts', () => {
  const address = '市民热线：12345。地址：安和路一号（邮编100000）。';
  it('is a hotline if it states the number beside its address', () => {
    expect(kinds(framed('联系我们', lines(address)))).toContain('hotline');
  });
  it('is none without the number, and no other page is one by such a line', () => {
    expect(kinds(framed('联系我们', lines('地址：安和路一号（邮编100000）。')))).not.toContain('hotline');
    expect(kinds(framed('走进安和', lines(address)))).not.toContain('hotline');
    expect(kinds(framed('联系我们', ''))).not.toContain('hotline');
  });
});

it('a column whose content is under construction is no list', () => {
  expect(kinds(framed('权责清单', lines('（栏目内容建设中）')))).toContain('construction');
  expect(kinds(framed('内容建设', lines('本市加强网站内容建设工作。')))).not.toContain('construction');
});

it('a table of powers is known by the header of its names, whatever the page is called', () => {
  const table = (name: string): string =>
    `<table><tr><th>序号</th><th>${name}</th><th>行使主体</th><th>类别</th></tr>${['甲', '乙', '丙'].map((one, at) => `<tr><td>${at + 1}</td><td>${one}</td><td>某局</td><td>许可</td></tr>`).join('')}</table>`;
  expect(kinds(framed('本级事项一览', table('职权名称')))).toContain('power-list');
  expect(kinds(framed('本级事项一览', table('车辆名称')))).not.toContain('power-list');
});

describe('questions with their answers', () => {
  const asked = ['残疾证怎么办', '车票多少钱', '公园几点开门吗'];
  const text = (answer: string): string =>
    lines(...asked.flatMap((one, at) => [`问：${one}？（2026-0${at + 1}-02）`, `${answer}请到窗口办理。`]));
  const menu = asked.map((one, at) => `<a href="/q${at}">${one}</a>`).join('');
  it('are a list of questions although their days look like those of letters', () => {
    expect(kinds(framed('市民问答', `<p>10个工作日内答复</p>${menu}${text('答：')}`))).toContain('faq-list');
  });
  it('are none without answers, or on a page for letters', () => {
    expect(kinds(framed('市长信箱来信', text('答：')))).not.toContain('faq-list');
    expect(kinds(framed('市民问答', ''))).not.toContain('faq-list');
    // Help on the use of the site asks a few questions itself.
    const use = ['如何浏览：点击栏目', '如何打印：点击按钮', '如何搜索：输入文字']
      .map((line) => `<p>${line}</p>`)
      .join('');
    expect(kinds(framed('帮助中心', use))).not.toContain('faq-list');
    const many = ['生育登记', '居住证到期', '异地就医报销', '普通护照换发', '住房公积金提取', '社会保险转移'].map(
      (one) => `${one}怎么办理`,
    );
    expect(
      kinds(framed('帮助中心', many.map((line, at) => `<p><a href="/q/${at}.html">${line}？</a></p>`).join(''))),
    ).toContain('faq-list');
  });
});

describe('responses printed in their column', () => {
  const said = [
    '关于停水的说明 2026-08-01 情况如下。',
    '关于学位的回应 2026-07-01 情况如下。',
    '路灯维修 2026-06-01 已修。',
  ];
  it('are a list of responses', () => {
    expect(kinds(framed('热点回应', `<h2>热点回应</h2>${lines(...said)}`))).toContain('response-list');
  });
  it('are none under another name, or without days', () => {
    expect(kinds(framed('走进安和', lines(...said)))).not.toContain('response-list');
    expect(kinds(framed('热点回应', lines('关于停水的说明', '关于学位的回应')))).not.toContain('response-list');
  });
});
