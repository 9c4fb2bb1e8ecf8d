import { describe, expect, test } from 'vitest';
import { countryMakers } from '../../src/sandbox/makers.ts';
import { Country } from '../../src/sandbox/proxy/country.ts';
import { World } from '../../src/sandbox/world/index.ts';
import { governments, observed } from './registry.ts';

const world = new World({ governments, observed, families: countryMakers.families, today: '2026-11-20' });
const country = new Country(world, countryMakers.handlers);

/** The page at an address, after as many tries as a flaky site needs. */
function page(url: URL): { status: number; text: string } {
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const outcome = country.answer({ method: 'GET', url, headers: {}, body: '' });
    if (outcome.kind === 'reply' && outcome.reply.status !== 503) {
      return { status: outcome.reply.status, text: outcome.reply.body.toString() };
    }
  }
  throw new Error(`${url.href} does not answer`);
}

describe('the whole country', () => {
  test('has a home page at every address, but for the one behind the wall', () => {
    const failing: string[] = [];
    for (const { government, bases } of world.towns()) {
      const addresses = [
        ...(government.scored ? [bases.portal] : []),
        bases.service,
        ...(bases.openData === null ? [] : [bases.openData]),
      ];
      for (const address of addresses) {
        const { status } = page(address);
        if (status !== 200) failing.push(`${status} ${address.href}`);
      }
    }
    expect(failing).toHaveLength(1);
    expect(failing[0]).toMatch(/^521 /);
  });

  test('has a home page at every address of the registry', () => {
    for (const government of world.residents) {
      for (const [kind, site] of Object.entries(government.sites)) {
        const { status } = page(new URL(site.url));
        // The province's platform stands in the registry of towns as well; it answers whether or not the town has its own.
        expect([200, 521], `${government.name} ${kind} ${site.url}`).toContain(status);
      }
    }
  });

  test('makes the same pages again', () => {
    const again = new Country(world, countryMakers.handlers);
    for (let index = 0; index < world.size; index += 23) {
      const url = world.town(index).bases.service;
      const outcome = again.answer({ method: 'GET', url, headers: {}, body: '' });
      if (outcome.kind === 'reply' && outcome.reply.status === 200)
        expect(outcome.reply.body.toString()).toBe(page(url).text);
    }
  });

  test('is built in looks that all occur', () => {
    const portals = new Set<string>();
    const platforms = new Set<string>();
    for (const { style, truth } of world.towns()) {
      portals.add(style.portal);
      if (truth.platform !== null) platforms.add(truth.platform.family);
    }
    expect(portals.size).toBe(countryMakers.families.portal.length);
    expect(portals.size).toBeGreaterThanOrEqual(12);
    expect(platforms.size).toBe(countryMakers.families.openData.length);
  });

  test('leads from a portal to the platform that the registry does not know', () => {
    const shown = [...world.towns()].filter(
      ({ government, bases, style, trouble }) =>
        government.scored &&
        style.header === 'markup' &&
        style.encoding === 'utf-8' &&
        trouble.portal === null &&
        bases.openData !== null &&
        (government.sites['open-data'] === undefined || government.sites['open-data'].confidence === 'province'),
    );
    expect(shown.length).toBeGreaterThan(10);
    for (const { bases } of shown) {
      const host = bases.openData?.host ?? '';
      const home = page(bases.portal).text;
      // The entry stands on the home page, or on the page of one of its columns.
      const columns = [...home.matchAll(/href="([^"]+)"/g)].flatMap(([, href]) =>
        href !== undefined && URL.canParse(href, bases.portal)
          ? [new URL(href.replaceAll('&amp;', '&'), bases.portal)]
          : [],
      );
      const found =
        home.includes(host) ||
        columns.some(
          (url) =>
            url.host === bases.portal.host && !/\.(?:css|ico|png)$/.test(url.pathname) && page(url).text.includes(host),
        );
      expect(found, bases.portal.href).toBe(true);
    }
  });
});
