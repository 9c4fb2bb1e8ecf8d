import type { Capture } from '../../src/model/capture.ts';
import type { Finding } from '../../src/model/finding.ts';
import type { Government } from '../../src/model/government.ts';
import type { Run } from '../../src/store/store.ts';

export const town = (code: string): Government => ({
  code,
  name: `${code}市`,
  pinyin: '',
  province: '',
  region: '',
  group: '',
  scored: true,
  sites: {},
});
export const run = (id: string, kind: Run['kind'], started: string) => ({
  id,
  kind,
  started,
  toolVersion: '0',
  configHash: 'c',
  settings: { proxy: null, config: 'config' },
});
export const finding = (government: string, state: Finding['state'], probe = 'smart-search'): Finding => ({
  government,
  probe,
  version: 1,
  state,
  value: state === 'present' ? { level: 'linked', text: '“引号”' } : null,
  confidence: 0.5,
  reason: state === 'unknown' ? 'dns' : null,
  evidence: [{ url: 'http://a/', quote: 'q', capture: 'c1' }],
});
export const visit = (code: string) => ({
  code,
  started: 's',
  finished: 'f',
  pages: 1,
  requests: 2,
  bytes: 3,
  unread: { portal: ['search'] },
  failures: { dns: 1 },
  pass: 1 as const,
  reading: null,
});
export const capture = (government: string, id: string, failure: Capture['failure'] = null): Capture => ({
  id,
  government,
  site: 'portal',
  role: 'page',
  via: 'http',
  url: 'http://a/',
  finalUrl: 'http://a/',
  redirects: [{ url: 'http://b/', status: 302 }],
  status: 200,
  headers: { 'content-type': 'text/html' },
  time: '2026-01-01T00:00:00.000Z',
  body: null,
  bytes: 0,
  encoding: null,
  failure,
  detail: null,
  tls: null,
  depth: 0,
  from: null,
  label: null,
  intents: [],
  home: true,
  question: null,
  screenshot: null,
});
