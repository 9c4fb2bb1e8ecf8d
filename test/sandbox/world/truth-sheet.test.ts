import { describe, expect, test } from 'vitest';
import { observedProbes, type TruthLine, truthLines, truthProbes, World } from '../../../src/sandbox/world/index.ts';
import { plainMakers } from '../plain-makers.ts';
import { governments, observed } from '../registry.ts';

const { families } = plainMakers;
const make = (weather: 'calm' | 'storm'): World =>
  new World({ governments, observed, families, weather, today: '2026-11-20' });
const states = ({ state }: TruthLine): readonly string[] => (typeof state === 'string' ? [state] : state);

describe('the truth sheet', () => {
  const world = make('calm');
  const lines = [...truthLines(world)];

  test('has all 24 leaves for every scored government and six for every province', () => {
    expect(truthProbes).toHaveLength(24);
    expect(lines).toHaveLength(337 * 24 + 27 * 6);
    const of = (code: string): string[] =>
      lines.filter(({ government }) => government === code).map(({ probe }) => probe);
    expect(of('510100')).toEqual(truthProbes);
    expect(of('510000')).toEqual(observedProbes);
  });

  test('says what is there', () => {
    for (const line of lines.filter(({ probe }) => probe === 'api-count')) {
      const town = world.town(world.indexOf(line.government) ?? -1);
      expect(line.value).toEqual({ count: town.truth.platform?.apis ?? 0 });
      if (
        town.truth.platform === null &&
        town.style.header !== 'shell' &&
        town.trouble.portal === null &&
        town.government.scored
      ) {
        expect(line.state).toBe('absent');
      }
    }
    const registrations = lines.filter(
      ({ probe, value }) => probe === 'privacy-policy' && value?.atRegistration === true,
    );
    expect(registrations.length).toBeGreaterThan(10);
  });

  test('says of a catalogue what its pages show, and of dead downloads only where there are none', () => {
    const claims = { none: 0, some: 0 };
    for (const line of lines.filter(({ probe }) => probe === 'data-catalog')) {
      const { platform } = world.town(world.indexOf(line.government) ?? -1).truth;
      if (platform === null) {
        expect(line.value).toBeUndefined();
        continue;
      }
      const { datasets: count, updated: newest, searchable } = platform;
      expect(line.value).toMatchObject({ count, newest, searchable });
      expect(line.value?.formats).toEqual(platform.formats.filter((format) => format !== 'API'));
      expect(line.value?.downloads).toEqual(platform.deadLinks === 0 ? { dead: 0 } : undefined);
      claims[platform.deadLinks === 0 ? 'none' : 'some'] += 1;
    }
    expect(Math.min(claims.none, claims.some)).toBeGreaterThan(10);
  });

  test('asks for a level only where it is certain, and has the true one beside it', () => {
    const levels = { echo: 'reachable', menu: 'reachable', dead: 'linked', smart: 'working', plain: 'working' };
    const seen = new Set<string>();
    const open = { sampled: 0, certain: 0 };
    for (const { government, probe, value, whole } of lines) {
      const { truth } = world.town(world.indexOf(government) ?? -1);
      const quality =
        probe === 'smart-qa' ? truth.qa?.quality : probe === 'smart-search' ? truth.search?.quality : undefined;
      if (quality === undefined) continue;
      seen.add(quality);
      if (quality === 'broken') expect([value?.level, typeof whole?.level]).toEqual([undefined, 'string']);
      else if (quality === 'good' || quality === 'poor') {
        // A robot near the border may be taken for one on the other side of it by ten questions.
        if (probe === 'smart-search') continue;
        const share = Number(whole?.share);
        expect(share >= 0.5, government).toBe(quality === 'good');
        expect(value?.level ?? whole?.level).toBe(quality === 'good' ? 'working' : 'reachable');
        expect(value?.level === undefined, `${share}`).toBe(Math.abs(share - 0.5) < 0.3);
        open[value?.level === undefined ? 'sampled' : 'certain'] += 1;
      } else expect(value?.level).toBe(levels[quality]);
      if (quality === 'echo' || quality === 'menu') expect(value).toMatchObject({ share: 0 });
    }
    expect([...seen].sort()).toEqual(['broken', 'dead', 'echo', 'good', 'menu', 'plain', 'poor', 'smart']);
    expect(Math.min(open.sampled, open.certain)).toBeGreaterThan(20);
  });

  test('grades engines and robots finely', () => {
    const different = (probe: string, measure: (line: TruthLine) => unknown): number =>
      new Set(lines.filter((line) => line.probe === probe).map((line) => JSON.stringify(measure(line)))).size;
    expect(different('smart-search', ({ value }) => value?.share)).toBeGreaterThan(5);
    expect(different('smart-search', ({ value }) => value?.perClass)).toBeGreaterThan(10);
    expect(different('smart-search', ({ whole }) => whole?.ownRegion)).toBeGreaterThan(5);
    expect(different('smart-qa', ({ whole }) => whole?.share)).toBeGreaterThan(100);
  });

  test('never accepts "absent" of a portal behind a wall, and accepts "unknown" of a shell', () => {
    world.governments.forEach(({ code }, index) => {
      const search = lines.find(({ government, probe }) => government === code && probe === 'smart-search');
      if (search === undefined) throw new Error(`no line for ${code}`);
      if (world.isWalled(index)) expect(states(search)).toEqual(['unknown']);
      else if (world.town(index).style.header === 'shell') expect(states(search)).toContain('unknown');
    });
  });

  test('in a storm, dead sites are unknown and the rest keeps its truth', () => {
    const storm = make('storm');
    const stormy = [...truthLines(storm)];
    let dead = 0;
    for (const [at, line] of stormy.entries()) {
      const trouble = storm.town(storm.indexOf(line.government) ?? -1).trouble.portal;
      if (line.probe !== 'smart-search') continue;
      if (trouble?.kind === 'dead' || trouble?.kind === 'slow' || trouble?.kind === 'walled') {
        dead += 1;
        expect(states(line)).toEqual(['unknown']);
      } else if (trouble === null) expect(line).toEqual(lines[at]);
    }
    expect(dead).toBeGreaterThan(5);
    expect(stormy.every((line) => states(line).length > 0)).toBe(true);
  });
});
