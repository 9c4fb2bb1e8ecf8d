import { describe, expect, it } from 'vitest';
import { headlineLinks } from '../../src/reading/headline-links.ts';
import { rankLinks } from '../../src/reading/rank-links.ts';
import { readPage } from '../../src/reading/read-page.ts';
import { capture } from '../probes/captures.ts';
import { knowledge } from '../probes/knowledge.ts';
import { portalPage } from '../probes/visit.ts';

const items =
  '<ul><li><a href="/zcwj/1.html">关于印发《安和市公共数据管理办法》的通知</a></li><li><a href="/zcwj/2.html">关于绿化工作的通知</a></li>' +
  '<li><a href="/zcwj/3.html">《安和市公共数据管理办法》政策解读</a></li><li><a href="/zcwj/1.html">公共数据管理办法</a></li></ul><a href="/f/a.pdf">附件</a>';

function page(intents: string[], body = items) {
  return readPage(capture({ url: 'http://www.anhe.gov.cn/zcwj/', intents }), portalPage(body), knowledge());
}
const urls = (intent: string, intents: string[], body?: string): string[] => {
  const rule = knowledge().intents.get(intent);
  if (!rule) throw new Error(intent);
  return headlineLinks(page(intents, body), rule, knowledge()).map((link) => new URL(link.url).pathname);
};

describe('headlineLinks', () => {
  it('finds documents by their titles where policies are listed, each once', () => {
    expect(urls('data-policy', ['policy-documents'])).toEqual(['/zcwj/1.html']);
  });
  it('looks nowhere else: a headline elsewhere is news', () => {
    expect(urls('data-policy', ['statements'])).toEqual([]);
    expect(urls('data-policy', [])).toEqual([]);
  });
  it('finds attachments on the pages of such documents only', () => {
    expect(urls('data-policy-file', ['data-policy'])).toEqual(['/f/a.pdf']);
    expect(urls('data-policy-file', ['policy-documents'])).toEqual([]);
    expect(
      urls('data-policy-file', ['data-policy'], '<a href="/f/a.zip">附件</a><a href="/f/b.docx">申请表</a>'),
    ).toEqual([]);
  });
  it('lets the crawl follow them beside the entries', () => {
    const ranked = rankLinks(page(['policy-documents']), ['data-policy', 'search'], knowledge(), 40);
    expect(ranked.filter(({ intent }) => intent === 'data-policy')).toHaveLength(1);
  });
});
