import type { CrawlSettings } from '../../../src/config/schema/crawl.ts';

/** Settings with short times for tests against servers on loopback. */
export function quickSettings(change: Partial<CrawlSettings> = {}): CrawlSettings {
  return {
    'user-agent': 'govprobe-test/1 (+mailto:test@example.org)',
    contact: 'test@example.org',
    'reading-threads': 0,
    concurrency: 4,
    budget: {
      'pages-per-site': 10,
      'parts-per-page': 6,
      'requests-per-visit': 60,
      depth: 3,
      'links-per-page': 20,
      'visit-time': 60_000,
      'run-time': 600_000,
      'stall-time': 120_000,
      'explored-pages': 0,
      'explored-articles': 0,
      'search-questions': 0,
      'rendered-pages': 2,
    },
    politeness: { pause: 0, 'max-crawl-delay': 2000, 'max-retry-after': 500, 'connections-per-host': 2, robots: true },
    guard: { 'refused-ports': [22, 25, 6379], 'refused-names': ['localhost', 'internal'], 'refused-ranges': [] },
    timeouts: { dns: 2000, connect: 2000, tls: 1000, 'first-byte': 1000, body: 1000, total: 3000 },
    limits: {
      'header-bytes': 16_384,
      'body-bytes': 200_000,
      'decompressed-bytes': 400_000,
      'decompression-ratio': 100,
      redirects: 5,
    },
    retry: { attempts: 1, pause: 10, classes: ['reset', 'http-5xx'] },
    'night-window': { zone: 'Asia/Shanghai', from: '22:00', to: '06:00' },
    browser: {
      pages: 1,
      'page-time': 15_000,
      'settle-time': 1000,
      'requests-per-page': 200,
      'data-per-page': 4,
      'data-bytes': 50_000,
      'hovers-per-page': 20,
      'clicks-per-page': 8,
      'connection-bytes': 4_000_000,
      viewport: { width: 1280, height: 800 },
    },
    exclusions: [],
    visitor: { 'accept-language': 'zh-CN,zh;q=0.9', locale: 'zh-CN', 'time-zone': 'Asia/Shanghai' },
    ...change,
  };
}
