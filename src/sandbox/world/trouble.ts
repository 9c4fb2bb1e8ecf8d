import type { Trouble } from '../town.ts';
import { hash, Random } from './random.ts';

/** `calm`: one walled portal and a few sites that need a second try. `storm`: about one host in ten is in trouble besides. */
export type Weather = 'calm' | 'storm';

/** Guards whose replies the country knows. */
const wallProducts = ['jsl', 'ruishu', 'aliyun', 'tencent', 'nsfocus'] as const;

/** Every way of being in trouble, each once. */
export const everyTrouble: readonly Trouble[] = [
  { kind: 'dead', how: 'dns' },
  { kind: 'dead', how: 'refused' },
  { kind: 'dead', how: 'reset' },
  ...wallProducts.map((product): Trouble => ({ kind: 'walled', product })),
  { kind: 'slow', part: 'first-byte' },
  { kind: 'slow', part: 'body' },
  { kind: 'slow', part: 'connect' },
  { kind: 'broken', how: 'http-500' },
  { kind: 'broken', how: 'http-403' },
  { kind: 'broken', how: 'http-404' },
  { kind: 'broken', how: 'redirect-loop' },
  { kind: 'broken', how: 'too-large' },
  { kind: 'broken', how: 'empty' },
  { kind: 'broken', how: 'not-html' },
  { kind: 'broken', how: 'tls' },
  { kind: 'broken', how: 'garbage' },
  { kind: 'broken', how: 'off-site' },
  { kind: 'flaky', failures: 1 },
];

/** What the weather does to hosts. Hosts that several governments share are always spared. */
export interface WeatherMap {
  /** Trouble of an authority, or null. */
  troubleOf(authority: string): Trouble | null;
  /** Milliseconds that an authority takes before every reply, on top of the country's own latency. */
  delayOf(authority: string): number;
}

const flakyShare = 0.014;
const slowShare = 0.02;
const stormShare = 0.1;
const slowDelay = 120;

/**
 * @param hosts authorities that belong to one government alone, in a fixed order
 * @param walled authorities of the portals that a guard hides in any weather
 */
export function drawWeather(
  seed: number,
  weather: Weather,
  hosts: readonly string[],
  walled: ReadonlySet<string>,
): WeatherMap {
  const troubles = new Map<string, Trouble>();
  for (const host of walled) troubles.set(host, { kind: 'walled', product: 'jsl' });
  const open = hosts.filter((host) => !walled.has(host));
  const delayed = new Set<string>();
  for (const host of open) {
    const draw = hash(seed, 'calm', host) / 0x1_0000_0000;
    if (draw < flakyShare) troubles.set(host, { kind: 'flaky', failures: 1 });
    else if (draw < slowShare) delayed.add(host);
  }
  if (weather === 'storm') {
    const struck = new Random(seed, 'storm').shuffle(open).slice(0, Math.ceil(open.length * stormShare));
    struck.forEach((host, at) => {
      const trouble = everyTrouble[at % everyTrouble.length];
      if (trouble !== undefined) troubles.set(host, trouble);
    });
  }
  return {
    troubleOf: (authority) => troubles.get(authority) ?? null,
    delayOf: (authority) => (delayed.has(authority) ? slowDelay : 0),
  };
}
