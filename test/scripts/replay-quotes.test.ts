import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { quotesOf, seen } from '../../scripts/replay/quotes.ts';

const page = {
  visible: '市长信箱\n请输入关键字\n好评率: 99.46%',
  source: '<meta name="x" content="width=device-width">',
};

test('a quote is seen where people see all its words', () => {
  expect(seen('市长信箱 http://a.gov.cn/x', page)).toBe('shown');
  expect(seen('好评率: 99.46% 请输入关键字…', page)).toBe('shown');
  expect(seen('width=device-width', page)).toBe('hidden');
  expect(seen('http://a.gov.cn/x?a=b&c', page)).toBe('hidden');
  expect(seen('市长信箱 设定依据', page)).toBe('partly');
  expect(seen('设定依据', page)).toBe('missing');
});

test('quotes stand on the page whose capture they name; others are counted', () => {
  const line = (id: string, role: string, more: object = {}) => ({
    capture: {
      id,
      role,
      headers: { 'content-type': 'text/html' },
      finalUrl: `http://a/${id}`,
      time: '2026-11-29T12:34:56.789Z',
      ...more,
    },
    published: 'sha256:0',
  });
  const lines = [line('a', 'page'), line('b', 'script'), line('c', 'page', { request: { method: 'POST' } })];
  const evidence = ['a', 'a', 'b', 'c', 'd'].map((capture, at) => ({ quote: `q${at}`, capture }));
  const wacz = zipSync({
    'govprobe/captures.jsonl': strToU8(lines.map((one) => `${JSON.stringify(one)}\n`).join('')),
    'govprobe/findings.json': strToU8(JSON.stringify([{ finding: { evidence } }])),
  });
  expect(quotesOf(wacz)).toEqual({
    pages: [{ address: 'http://a/a', timestamp: '20261129123456', quotes: ['q0', 'q1'] }],
    elsewhere: 3,
  });
});
