import { describe, expect, test } from 'vitest';
import type { Ask } from '../../src/probes/contract.ts';
import { probeById } from '../../src/probes/list.ts';
import { keywordsFor } from '../../src/probes/shared/search-grades.ts';
import { makeSeen } from '../../src/reading/seen.ts';
import { town } from './captures.ts';
import { knowledge } from './knowledge.ts';
import { type Entry, entry, home, judge, portalPage } from './visit.ts';

function asks(id: string, entries: readonly Entry[]): readonly Ask[] {
  const probe = probeById(id);
  if (!probe?.asks) throw new Error(`${id} asks nothing`);
  return probe.asks(makeSeen({ government: town, knowledge: knowledge(), entries, unread: {} }, probe));
}

let clock = 0;
/** What an ask brought back. */
function answer(
  id: string,
  url: string,
  question: { id: string; text: string },
  html: string,
  via: 'http' | 'browser' = 'http',
): Entry {
  clock += 1000;
  const time = new Date(Date.UTC(2026, 10, 1) + clock).toISOString();
  return entry(url, html, {
    role: 'answer',
    via,
    time,
    id: `${question.id}${via}`,
    question: { ...question, probe: id },
  });
}

const searchHome = home(
  portalPage(
    '<form action="/so/s" method="get"><input name="qt" placeholder="请输入关键字"><input type="hidden" name="siteCode" value="41"><button>搜索</button></form>',
  ),
);
const keywords = keywordsFor(town, knowledge());
const results = (titles: readonly string[]): string =>
  `<html><body><div class="list">${titles.map((title, index) => `<div class="r"><a href="/gk/${encodeURIComponent(title)}${index}.html">${title}</a></div>`).join('')}</div></body></html>`;

function searchAnswers(page: (word: string) => string): Entry[] {
  const [first] = asks('smart-search', [searchHome]);
  if (first?.how !== 'http') throw new Error('nothing asked');
  const one = answer('smart-search', first.url, first.question, page(keywords[0]?.words[0] ?? ''));
  return [
    searchHome,
    one,
    ...asks('smart-search', [searchHome, one])
      .slice(1)
      .flatMap((ask) => {
        if (ask.how !== 'http') return [];
        const word = keywords.find(({ id }) => id === ask.question.id)?.words[0] ?? '';
        return [answer('smart-search', ask.url, ask.question, page(word))];
      }),
  ];
}

describe('smart-search', () => {
  test('takes a field for a search box if a click opens an address with its words', () => {
    const field = (name: string): string =>
      `<div><input id="k"><i onclick="location.href='/list/?site=1&${name}='+document.getElementById('k').value">找</i></div>`;
    expect(judge('smart-search', [home(portalPage(field('keyword')))]).state).toBe('present');
    expect(judge('smart-search', [home(portalPage(field('page')))]).state).not.toBe('present');
  });

  test('asks one plain word first, the form whole, then all others the same way, then nothing new', () => {
    const [first, ...others] = asks('smart-search', [searchHome]);
    expect(others).toEqual([]);
    expect(first).toMatchObject({ how: 'http', method: 'get', question: { id: keywords[0]?.id } });
    expect(first?.how === 'http' && first.url).toContain('siteCode=41');
    const entries = searchAnswers((word) => results([`${word}办理指南第一条`, `${word}政策解读第二条`]));
    const urls = new Set(entries.map(({ capture }) => capture.url));
    expect(asks('smart-search', entries).every((ask) => ask.how === 'http' && urls.has(ask.url))).toBe(true);
  });

  test('pass: relevant results for plain words make it work', () => {
    const finding = judge(
      'smart-search',
      searchAnswers((word) => results([`${word}办理指南第一条`, `${word}政策解读第二条`])),
    );
    expect(finding.value).toMatchObject({
      level: 'working',
      share: 1,
      note: null,
      perClass: { service: 1, policy: 1 },
    });
  });

  test('fail: one list for everything, nothing at all, an error page', () => {
    const same = results([
      '市长调研重点项目建设工作',
      '全市召开安全生产会议部署',
      '医保社保公积金身份证就业养老居住证护照',
    ]);
    expect(
      judge(
        'smart-search',
        searchAnswers(() => same),
      ).value,
    ).toMatchObject({ level: 'reachable', share: 0 });
    const nothing = '<html><body><p>抱歉，没有找到相关结果</p></body></html>';
    expect(
      judge(
        'smart-search',
        searchAnswers(() => nothing),
      ).value,
    ).toMatchObject({ level: 'reachable', share: 0 });
    const error = '<html><body><h1>系统繁忙，请稍后再试</h1></body></html>';
    expect(
      judge(
        'smart-search',
        searchAnswers(() => error),
      ).value,
    ).toMatchObject({ level: 'linked', share: null, note: 'engine-error' });
  });

  test('a result page that scripts fill is opened in a browser, once', () => {
    const [first] = asks('smart-search', [searchHome]);
    if (first?.how !== 'http') throw new Error('nothing asked');
    const shell =
      '<html><body><form action="/so/s"><input name="qt"></form><div id="l"></div><script>go()</script></body></html>';
    let entries = [searchHome, answer('smart-search', first.url, first.question, shell)];
    for (let round = 0; round < 8; round += 1) {
      const [next] = asks('smart-search', entries);
      if (next?.how !== 'http') break;
      entries = [...entries, answer('smart-search', next.url, next.question, '{"code":1}')];
    }
    const [last] = asks('smart-search', entries);
    expect(last).toMatchObject({ how: 'browser', script: 'search' });
    const failed = entry(last?.how === 'browser' ? last.url : '', '', {
      role: 'answer',
      via: 'browser',
      failure: 'needs-browser',
      body: null,
      question: { ...first.question, probe: 'smart-search' },
    });
    expect(asks('smart-search', [...entries, failed])).toEqual([]);
    const finding = judge('smart-search', [...entries, failed]);
    expect(finding).toMatchObject({ state: 'present', reason: 'needs-browser' });
    expect(finding.value).toMatchObject({ level: null, reached: 'reachable', note: 'needs-browser' });
  });
});

const robotUrl = 'http://www.anhe.gov.cn/znwd/index.html';
const robotHome = home(portalPage(`<a href="${robotUrl}">智能问答</a>`));
const robotPage = entry(robotUrl, '<html><body><h1>智能问答</h1><textarea></textarea></body></html>', {
  intents: ['qa'],
});

function conversation(reply: (text: string, exact: string, index: number) => string): Entry[] {
  const [ask] = asks('smart-qa', [robotHome, robotPage]);
  if (ask?.how !== 'browser') throw new Error('nothing asked');
  let log = '<p>您好，我是智能问答助手，请问有什么可以帮您？</p>';
  const page = (): string => `<html><body><h1>智能问答</h1><h4>热点问题</h4><div>${log}</div></body></html>`;
  const states = [answer('smart-qa', ask.url, { id: 'opening', text: '' }, page(), 'browser')];
  for (const [index, question] of ask.questions.entries()) {
    const groups = knowledge().questions.chat.questions.find(({ id }) => id === question.id)?.exact ?? [];
    log += `<p>${question.text}</p><p>${reply(question.text, groups.map((group) => group[0]).join('、'), index)}</p>`;
    states.push(answer('smart-qa', ask.url, question, page(), 'browser'));
  }
  return [robotHome, robotPage, ...states];
}

describe('smart-qa', () => {
  test('asks ten questions once, in the robot’s own page', () => {
    const [ask, ...others] = asks('smart-qa', [robotHome, robotPage]);
    expect(others).toEqual([]);
    expect(ask).toMatchObject({ how: 'browser', script: 'chat', url: robotUrl });
    expect(ask?.how === 'browser' && new Set(ask.questions.map(({ id }) => id)).size).toBe(10);
    expect(
      asks(
        'smart-qa',
        conversation(() => ''),
      ),
    ).toEqual([]);
    const dead = entry(robotUrl, '', { failure: 'http-5xx', body: null, intents: ['qa'] });
    expect(asks('smart-qa', [robotHome, dead])).toEqual([]);
  });

  test('pass and half: exact answers make it work, other grades lower the share', () => {
    const good = judge(
      'smart-qa',
      conversation((_, exact) => `请准备${exact}等有关材料后办理。`),
    );
    expect(good.value).toMatchObject({ level: 'working', share: 1, note: null, features: ['hot-questions'] });
    const half = judge(
      'smart-qa',
      conversation((_, exact, index) => (index < 4 ? `请准备${exact}等有关材料后办理。` : '')),
    );
    expect(half.value).toMatchObject({ level: 'reachable', share: 0.4 });
  });

  test('fail: echo, menu, one phrase for all, injected markup, silence', () => {
    for (const reply of [
      (text: string) => `您说的是：${text}`,
      () => '请选择您要咨询的类别：1.个人服务 2.企业服务 0.转人工服务',
      () => '身份证、户口簿、社保卡、公积金、医保、护照等事项请到政务大厅窗口办理。',
      () => '<script>document.write("身份证 户口簿 派出所")</script><style>p{}</style>',
      () => '',
    ]) {
      const { value } = judge('smart-qa', conversation(reply));
      expect(value).toMatchObject({ level: 'reachable', share: 0 });
    }
  });

  test('a browser that fails leaves the level open, and says why', () => {
    const failed = entry(robotUrl, '', {
      role: 'answer',
      via: 'browser',
      failure: 'timeout-body',
      body: null,
      question: { id: 'opening', text: '', probe: 'smart-qa' },
    });
    const finding = judge('smart-qa', [robotHome, robotPage, failed]);
    expect(finding).toMatchObject({ state: 'present', reason: 'timeout-body' });
    expect(finding.value).toMatchObject({
      level: null,
      reached: 'reachable',
      share: null,
      asked: [],
      note: 'timeout-body',
    });
  });

  test('the order in which captures are handed over changes nothing', () => {
    const entries = conversation((_, exact) => `请准备${exact}等有关材料后办理。`);
    expect(judge('smart-qa', [...entries].reverse())).toEqual(judge('smart-qa', entries));
  });
});
