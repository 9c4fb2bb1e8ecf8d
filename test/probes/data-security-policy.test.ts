import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Capture } from '../../src/model/capture.ts';
import { documentPage } from '../../src/reading/read-page.ts';
import { capture, town } from './captures.ts';
import { type Entry, entry, home, judge, platform, platformUrl, portalPage, portalUrl } from './visit.ts';

const probe = 'data-security-policy';
const listUrl = `${portalUrl}zcwj/`;
const documentUrl = `${portalUrl}zcwj/2025/8001.html`;
const start = home(portalPage('<a href="/zcwj/">政策文件</a>'));

/** A list of policy documents: nine on other subjects, and the ones given. */
function list(items: readonly string[] = [], count = 24): Entry {
  const others = Array.from(
    { length: count },
    (_, at) => `<li><a href="/zcwj/2025/${7000 + at}.html">关于做好第${at}项工作的通知</a></li>`,
  );
  const named = items.map((title, at) => `<li><a href="/zcwj/2025/${8001 + at}.html">${title}</a></li>`);
  return entry(listUrl, portalPage(`<ul>${[...others, ...named].join('')}</ul>`), {
    intents: ['policy-documents'],
    label: '政策文件',
    from: portalUrl,
  });
}

const notice = '关于印发《安和市公共数据管理办法》的通知';
const rules = (chapters: readonly string[]): string =>
  chapters
    .map((title, at) => `<p>第${'一二三四五六'.charAt(at)}章　${title}</p><p>第${at + 1}条 应当照此办理。</p>`)
    .join('');

function policy(title: string, body: string, change: Partial<Capture> = {}): Entry {
  return entry(
    documentUrl,
    `<html><head><title>${title}_安和市人民政府</title><meta name="ArticleTitle" content="${title}"></head><body>${body}</body></html>`,
    { intents: ['data-policy'], from: listUrl, label: title, depth: 2, ...change },
  );
}

function file(kind: 'pdf' | 'docx', text: string, change: Partial<Capture> = {}, complete = true): Entry {
  const made = capture({
    url: `${portalUrl}attachment/1.${kind}`,
    intents: ['data-policy-file'],
    from: documentUrl,
    label: `附件：安和市公共数据管理办法.${kind}`,
    depth: 3,
    ...change,
  });
  return {
    capture: made,
    page: made.failure === null ? documentPage(made, kind, { title: '', text, complete }) : null,
  };
}

const attached = (kind: string): Entry =>
  policy(notice, `<p>现印发给你们。</p><p><a href="/attachment/1.${kind}">安和市公共数据管理办法.${kind}</a></p>`);

describe(probe, () => {
  it('pass: finds the chapter in the page of a document', () => {
    const finding = judge(probe, [start, list([notice]), policy(notice, rules(['总则', '数据共享', '数据安全保障']))]);
    expect(finding).toMatchObject({
      state: 'present',
      value: { where: 'portal', format: 'html', level: 'working', chapter: '第三章 数据安全保障' },
    });
    expect(finding.evidence[0]?.url).toBe(documentUrl);
  });
  it('pass: finds it in an attached PDF or Word file', () => {
    const text = '安和市公共数据管理办法\n第一章 总则\n第一条 为了规范。\n第二章 安全管理与保障\n第二条 谁管理谁负责。';
    for (const kind of ['pdf', 'docx'] as const) {
      const finding = judge(probe, [start, list([notice]), attached(kind), file(kind, text)]);
      expect(finding.value).toMatchObject({ format: kind, where: 'portal', chapter: '第二章 安全管理与保障' });
      expect(finding.evidence.map(({ url }) => url)).toContain(documentUrl);
    }
  });
  it('pass: reads numbered sections and whole documents on the subject', () => {
    const sections = '<p>一、总体要求</p><p>照办。</p><p>五、加强数据安全管理</p><p>落实责任。</p>';
    expect(judge(probe, [start, list([notice]), policy(notice, sections)]).value).toMatchObject({
      chapter: '五、加强数据安全管理',
    });
    const whole = '安和市政务数据安全管理办法';
    const body = '<p>第一条 为了安全。</p><p>第二条 建立制度。</p><p>第三条 定期检查。</p>';
    expect(judge(probe, [start, list([whole]), policy(whole, body)]).value).toMatchObject({ chapter: whole });
  });
  it('pass: prefers the platform, where the document stands with the data', () => {
    const page = entry(
      `${platformUrl}policy/0`,
      `<html><head><title>安和市公共数据开放管理办法-安和市公共数据开放平台</title></head><body>${rules(['总则', '安全保障'])}</body></html>`,
      { site: 'open-data', intents: ['data-security'], label: '政策法规' },
    );
    const own = policy(notice, rules(['总则', '数据安全']));
    expect(judge(probe, [start, list([notice]), own, platform('<title>安和</title>'), page]).value).toMatchObject({
      where: 'platform',
    });
  });
  it('pass: knows a platform that shares the host of the portal by the way to its documents', () => {
    const url = `${portalUrl}opendata/`;
    const start = entry(url, '<title>安和市数据开放平台</title>', { site: 'open-data', home: true, depth: 0 });
    const laws = entry(`${portalUrl}odw/zcfg/`, '<p>列表</p>', { from: url, intents: ['data-security'] });
    const page = policy('安和市公共数据开放管理办法', rules(['总则', '安全保障']), { from: laws.capture.url });
    expect(judge(probe, [home(portalPage('')), start, laws, page]).value).toMatchObject({ where: 'platform' });
  });
  it('fail: a document without the chapter proves nothing, and a column read whole proves absence', () => {
    const body = rules(['总则', '数据共享', '监督考核', '附则']);
    const finding = judge(probe, [start, list([notice]), policy(notice, `${body}<p>保障公共数据安全。</p>`)]);
    expect(finding).toMatchObject({ state: 'absent', value: null });
    expect(finding.evidence.map(({ url }) => url)).toContain(listUrl);
    expect(judge(probe, [start, list()]).state).toBe('absent');
  });
  it('fail: safety of other things, explanations and news are no such chapter', () => {
    const mines = '安和市矿山安全生产管理办法';
    const explained = '《安和市公共数据管理办法》政策解读';
    const news = '我市召开公共数据安全工作会议';
    for (const title of [mines, explained, news]) {
      const page = policy(title, rules(['总则', '安全保障', '数据安全']));
      expect(judge(probe, [start, list(), page]).state, title).toBe('absent');
    }
  });
  it('fail: the name of the platform makes none of its pages a document on data', () => {
    const page = entry(
      `${platformUrl}about`,
      '<html><head><title>网站声明-安和市公共数据开放平台</title></head><body><p>第一章 信息安全</p></body></html>',
      { site: 'open-data', intents: ['data-security'], label: '安全保障' },
    );
    expect(judge(probe, [start, list(), platform('<title>安和</title>'), page]).state).not.toBe('present');
  });
  it('unknown: scans, cut files, dead attachments and unread documents leave it open', () => {
    expect(judge(probe, [start, list([notice]), attached('pdf'), file('pdf', '')])).toMatchObject({
      state: 'unknown',
      reason: 'not-visible',
    });
    const long = '安和市公共数据管理办法\n第一章 总则';
    expect(judge(probe, [start, list([notice]), attached('pdf'), file('pdf', long, {}, false)])).toMatchObject({
      reason: 'page-cut',
    });
    const dead = file('pdf', '', { failure: 'not-html', detail: 'PDF locked by a password' });
    expect(judge(probe, [start, list([notice]), attached('pdf'), dead])).toMatchObject({ reason: 'not-html' });
    expect(judge(probe, [start, list([notice]), attached('pdf')])).toMatchObject({ reason: 'not-followed' });
    expect(judge(probe, [start, list([notice])])).toMatchObject({ state: 'unknown', reason: 'not-followed' });
  });
  it('unknown: with columns unread, or with a short part of a long list of documents, nothing is denied', () => {
    const bare = home(portalPage('<p>欢迎。</p>'));
    expect(judge(probe, [bare]).state).toBe('absent');
    const part = entry(
      listUrl,
      portalPage(
        '<ul><li><a href="/zcwj/1.html">关于一的通知</a></li><li><a href="/zcwj/2.html">关于二的通知</a></li><li><a href="/zcwj/3.html">关于三的通知</a></li></ul><a href="/zcwj/index_1.html">下一页</a>',
      ),
      { intents: ['policy-documents'], label: '政策文件' },
    );
    expect(judge(probe, [start, part])).toMatchObject({ state: 'unknown', reason: 'not-followed' });
    expect(judge(probe, [])).toMatchObject({ state: 'unknown' });
  });
  it('is unknown while a platform of its own is an empty shell, whatever another platform shows', () => {
    const shown = platform(
      portalPage('<h1>公共数据开放平台</h1><p>已开放 12 个数据集，3 个API</p><a href="/catalog/index">数据目录</a>'),
    );
    const catalog = entry('http://data.anhe.gov.cn/catalog/index', '<p>数据目录</p>', {
      site: 'open-data',
      intents: ['data-catalog'],
    });
    const address = 'http://open.anhe.gov.cn/';
    const led = { site: 'open-data' as const, intents: ['open-data'], label: '数据开放', from: portalUrl };
    const shell = entry(address, '<title>开放</title><div id="root"></div><script src="/umi.js"></script>', led);
    const unseen = entry(address, '', { ...led, via: 'browser', failure: 'needs-browser', body: null });
    for (const id of [probe, 'privacy-policy']) {
      expect(judge(id, [start, list(), shown, catalog]).state, id).toBe('absent');
      expect(judge(id, [start, list(), shown, shell, unseen]), id).toMatchObject({
        state: 'unknown',
        reason: 'needs-browser',
      });
    }
  });

  it('takes the line before the first chapter for the name of a document without title and heading', () => {
    const bare = (first: string) =>
      judge(probe, [
        start,
        list(),
        entry(
          documentUrl,
          `<div>${first}</div><div>第一章 总则</div><div>第一条 制定本办法。</div><div>第四章 数据安全</div><div>第七条 各部门负责。</div>`,
          { intents: ['data-policy'], from: listUrl, label: '政策法规', depth: 2 },
        ),
      ]);
    expect(bare('安和市公共数据管理办法')).toMatchObject({ state: 'present', value: { chapter: '第四章 数据安全' } });
    expect(bare('安和市停车场管理办法').state).not.toBe('present');
  });
  it('finds the name of a document in its heading where the platform gives every page its own title', () => {
    const shown = platform(
      portalPage('<h1>安和数据开放平台</h1><p>已开放 12 个数据集，3 个API</p><a href="/policy/1">政策法规</a>'),
    );
    const document = (name: string) =>
      entry(
        'http://data.anhe.gov.cn/policy/1',
        `<title>安和市政府门户网站</title><h1>${name}</h1><h2>第一章 总则</h2><p>第一条 制定本办法。</p><h2>第四章 数据安全保障</h2><p>第二条 建立制度。</p>`,
        { site: 'open-data', intents: ['data-security'], label: '政策法规' },
      );
    expect(judge(probe, [start, list(), shown, document('安和市公共数据管理办法')])).toMatchObject({
      state: 'present',
      value: { where: 'platform' },
    });
    expect(judge(probe, [start, list(), shown, document('安和市停车管理办法')]).state).not.toBe('present');
  });

  it('is unknown while a document attached to a notice on digital government was not read', () => {
    const notice = (title: string) =>
      entry(`${portalUrl}tz/7.html`, `<title>${title}</title><h1>${title}</h1><a href="/tz/P0201.docx">P0201.docx</a>`);
    const read = (title: string) => judge(probe, [start, list(), notice(title)]);
    expect(read('印发数字安和建设配套制度的通知')).toMatchObject({ state: 'unknown', reason: 'not-followed' });
    expect(read('印发停车收费配套制度的通知').state).toBe('absent');
  });

  it('unknown: a platform that did not open may have one', () => {
    const government = {
      ...town,
      sites: { ...town.sites, 'open-data': { url: platformUrl, confidence: 'high' as const } },
    };
    const closed = platform('', { failure: 'timeout-connect', body: null });
    expect(judge(probe, [start, list(), closed], { government })).toMatchObject({
      state: 'unknown',
      reason: 'timeout-connect',
    });
  });
  it('is not misled or broken by hostile text, and order decides nothing', () => {
    const entries = [start, list([notice]), policy(notice, rules(['总则', '数据安全'])), attached('docx')];
    const expected = judge(probe, entries);
    fc.assert(
      fc.property(fc.shuffledSubarray(entries, { minLength: entries.length }), (mixed) => {
        expect(judge(probe, mixed)).toEqual(expected);
      }),
      { numRuns: 20 },
    );
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        expect(['present', 'absent', 'unknown']).toContain(
          judge(probe, [start, list([notice]), file('docx', text)]).state,
        );
      }),
      { numRuns: 50 },
    );
    const slow = `第一章${' 　'.repeat(20_000)}第${'一'.repeat(20_000)}章`;
    expect(judge(probe, [start, list([notice]), policy(notice, `<p>${slow}</p>`)]).state).toBe('absent');
  });
});
