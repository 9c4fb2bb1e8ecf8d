import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { wordSections } from '../../../../src/application/word-sections.ts';
import { loadPack } from '../../../../src/config/pack.ts';
import type { Government } from '../../../../src/model/government.ts';
import { type RunSummary, runCrawl } from '../../../../src/pipeline/crawl/run/run.ts';
import { eCertificate } from '../../../../src/probes/e-certificate.ts';
import { privacyPolicy } from '../../../../src/probes/privacy-policy.ts';
import { town } from '../../../probes/captures.ts';
import { temporaryFolder } from '../../../smoke/cli.ts';
import { openStore } from '../../../store/place.ts';
import { type Documents, SmallSite } from './small-site.ts';

const pack = loadPack('config', wordSections);
const settings = { ...pack.crawl, politeness: { ...pack.crawl.politeness, pause: 0 } };
const platform = 'http://zwfw.sheng.gov.cn/';
const names = ['anhe', 'bohai', 'changning'];
const governments: Government[] = names.map((name, at) => ({
  ...town,
  code: `99010${at}`,
  name: `${name}市`,
  pinyin: name,
  sites: {
    portal: { url: `http://www.${name}.gov.cn/`, confidence: 'high' },
    service: { url: platform, confidence: 'province' },
  },
}));

function documents(): Documents {
  const shared: Documents = {
    [platform]: {
      html: '<title>省政务服务网</title><a href="/zz/">电子证照</a><a href="/yszc/">隐私政策</a>',
      delay: 50,
    },
    [`${platform}zz/`]: { html: '<title>电子证照</title><p>我的电子证照</p>', delay: 50 },
    [`${platform}yszc/`]: { html: '<title>隐私政策</title><p>我们收集个人信息</p>', delay: 50 },
  };
  for (const name of names)
    shared[`http://www.${name}.gov.cn/`] = { html: `<title>${name}市人民政府</title><p>今日${name}</p>` };
  return shared;
}

let folder: ReturnType<typeof temporaryFolder>;
let site: SmallSite;
beforeEach(async () => {
  folder = temporaryFolder();
  site = await SmallSite.open(documents());
});
afterEach(() => {
  site.close();
  folder.remove();
});

interface Seen {
  readonly summary: RunSummary;
  readonly findings: unknown;
  readonly takenFrom: readonly string[];
  /** Requests that the visits say they made. */
  readonly said: number;
}

async function crawl(some: readonly Government[], data: string): Promise<Seen> {
  const store = await openStore(`${folder.path}/${data}`, 'write');
  try {
    const summary = await runCrawl({
      ...{ store, dataFolder: `${folder.path}/${data}`, pack, settings, governments: some, kind: 'crawl' },
      probes: [privacyPolicy, eCertificate],
      proxy: new URL(site.proxy),
      chromium: null,
      resume: null,
      observer: { started: () => undefined, captured: () => undefined, visited: () => undefined },
      signal: new AbortController().signal,
    });
    const captures = await Promise.all(some.map(({ code }) => store.captures.list(summary.run, code)));
    const visits = await store.visits.list(summary.run);
    return {
      summary,
      findings: await Promise.all(some.map(({ code }) => store.findings.list(summary.run, { code }))),
      takenFrom: captures.flat().flatMap(({ url, takenFrom }) => (takenFrom === undefined ? [] : [url])),
      said: visits.reduce((sum, { requests }) => sum + requests, 0),
    };
  } finally {
    await store.close();
  }
}

describe('governments that share a platform', () => {
  test('ask it once for each address, and every visit has the pages and findings of a visit alone', async () => {
    const together = await crawl(governments, 'together');
    const { requests } = site;
    expect(together.summary.requests).toBe(requests);
    expect(together.said).toBe(requests);
    site.reset();
    const alone: unknown[] = [];
    for (const [at, government] of governments.entries()) {
      const one = await crawl([government], `alone-${at}`);
      expect(one.takenFrom).toEqual([]);
      alone.push(...(one.findings as unknown[]));
    }
    expect(together.findings).toEqual(alone);
    // Two of three visits take what the first one asked for.
    expect(together.takenFrom.filter((url) => url === `${platform}zz/`)).toHaveLength(2);
    expect(requests).toBe(site.requests - together.takenFrom.length);
  });

  test('share that a page is missing', async () => {
    delete site.documents[`${platform}zz/`];
    const broken = await crawl(governments, 'missing');
    expect(broken.takenFrom.filter((url) => url === `${platform}zz/`)).toHaveLength(2);
    expect(broken.summary.requests).toBe(site.requests);
  });

  test('take nothing of a night before', async () => {
    await crawl(governments, 'twice');
    site.reset();
    const second = await crawl(governments, 'twice');
    expect(site.requests).toBe(second.summary.requests);
    expect(site.requests).toBeGreaterThan(governments.length);
  });
});
