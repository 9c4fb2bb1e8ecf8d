import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Government } from '../../../../src/model/government.ts';
import { planVisits, sharedHosts } from '../../../../src/pipeline/crawl/run/plan.ts';
import { town } from '../../../probes/captures.ts';

const address = (host: string) => ({ url: `http://${host}/`, confidence: 'high' as const });
function governmentOf(code: string, service: string | null, data: string | null = null): Government {
  const sites = {
    portal: address(`www.${code}.gov.cn`),
    ...(service === null ? {} : { service: address(service) }),
    ...(data === null ? {} : { 'open-data': address(data) }),
  };
  return { ...town, code, sites };
}

const hosts = fc.option(fc.constantFrom('a.gov.cn', 'b.gov.cn', 'c.gov.cn', 'd.gov.cn'), { nil: null });
const registries = fc
  .uniqueArray(fc.tuple(fc.integer({ min: 100_000, max: 999_999 }), hosts, hosts), { selector: ([code]) => code })
  .map((rows) => rows.map(([code, service, data]) => governmentOf(String(code), service, data)));

const hostsOf = ({ sites }: Government) => [...new Set(Object.values(sites).map(({ url }) => new URL(url).host))];
/** How many of the governments share the busiest host of one of them. */
const loadOf = (government: Government, waiting: readonly Government[]): number =>
  Math.max(0, ...hostsOf(government).map((host) => waiting.filter((other) => hostsOf(other).includes(host)).length));

describe('the order of visits', () => {
  test('has every government once', () => {
    fc.assert(
      fc.property(registries, (governments) => {
        expect(new Set(planVisits(governments))).toEqual(new Set(governments));
        expect(planVisits(governments)).toHaveLength(governments.length);
      }),
    );
  });

  test('does not depend on the order of the registry', () => {
    fc.assert(
      fc.property(registries, (governments) => {
        expect(planVisits([...governments].reverse())).toEqual(planVisits(governments));
      }),
    );
  });

  test('always goes on with the host that most of those waiting share', () => {
    fc.assert(
      fc.property(registries, (governments) => {
        const planned = planVisits(governments);
        for (const [at, next] of planned.entries()) {
          const waiting = planned.slice(at);
          const most = Math.max(...waiting.map((government) => loadOf(government, waiting)));
          expect(loadOf(next, waiting)).toBe(most);
        }
      }),
    );
  });

  test('begins with the busiest platform, and uses it until the end', () => {
    const large = Array.from({ length: 8 }, (_, at) => governmentOf(`10000${at}`, 'large.gov.cn'));
    const small = Array.from({ length: 4 }, (_, at) => governmentOf(`20000${at}`, 'small.gov.cn'));
    const planned = planVisits([...small, ...large]).map(({ sites }) => sites.service?.url.includes('large'));
    expect(planned.slice(0, 4)).toEqual([true, true, true, true]);
    const later = planned.slice(4);
    expect(later.slice(0, 2)).not.toEqual([false, false]);
    expect(later.lastIndexOf(true)).toBeGreaterThanOrEqual(later.length - 2);
  });

  test('plans tens of thousands of governments in seconds', () => {
    const many = Array.from({ length: 30_000 }, (_, at) => governmentOf(String(100_000 + at), `s${at % 30}.gov.cn`));
    const began = performance.now();
    expect(planVisits(many)).toHaveLength(many.length);
    // An order that looks at everybody who waits before each visit takes minutes.
    expect(performance.now() - began).toBeLessThan(20_000);
  });

  test('is empty for no governments, and takes a government without sites', () => {
    expect(planVisits([])).toEqual([]);
    const none = { ...town, sites: {} };
    expect(planVisits([none])).toEqual([none]);
  });
});

describe('shared hosts', () => {
  test('are those of at least two governments', () => {
    const governments = [
      governmentOf('100000', 'a.gov.cn'),
      governmentOf('100001', 'a.gov.cn', 'b.gov.cn'),
      governmentOf('100002', null),
    ];
    expect(sharedHosts(governments)).toEqual(new Set(['a.gov.cn']));
  });

  test('are not those of one government with two sites on a host', () => {
    expect(sharedHosts([governmentOf('100000', 'a.gov.cn', 'a.gov.cn')])).toEqual(new Set());
  });
});
