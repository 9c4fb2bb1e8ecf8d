import { expect, test } from 'vitest';
import type { Government } from '../../../src/model/government.ts';
import { planned } from '../../../src/pipeline/crawl/visit-source.ts';
import { town } from '../../probes/captures.ts';

const address = (host: string) => ({ url: `http://${host}/`, confidence: 'high' as const });
const governmentOf = (code: string, service: string): Government => ({
  ...town,
  code,
  sites: { portal: address(`www.${code}.gov.cn`), service: address(service) },
});

test('a plan gives out its visits in order, and knows how many of those left need a host', async () => {
  const [one, two] = [governmentOf('1', 'a.gov.cn'), governmentOf('2', 'a.gov.cn')];
  const source = planned([one, two]);
  const { signal } = new AbortController();
  const left = (): number[] => ['a.gov.cn', 'www.2.gov.cn', 'b.gov.cn'].map((host) => source.waiting(host));
  expect(left()).toEqual([2, 1, 0]);
  expect(await source.next(signal)).toBe(one);
  expect(left()).toEqual([1, 1, 0]);
  expect(await source.next(signal)).toBe(two);
  expect(left()).toEqual([0, 0, 0]);
  expect(await source.next(signal)).toBeNull();
});
