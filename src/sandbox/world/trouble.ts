import type { Trouble } from '../town.ts';
import { hash, Random } from './random.ts';

/**
 * `calm`: one portal behind a bot wall and a few sites that need a retry. `storm`: about one host
 * in ten fails besides.
 */
export type Weather = 'calm' | 'storm';

/** Bot walls with known replies. */
const wallProducts = ['jsl', 'ruishu', 'aliyun', 'tencent', 'nsfocus'] as const;

/** Every kind of trouble, each once. */
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

/** Trouble by host. Hosts that several governments share have none. */
export interface WeatherMap {
  /** Trouble of an authority; null for none. */
  troubleOf(authority: string): Trouble | null;
  /** Delay of every reply of an authority in milliseconds, added to the country's latency. */
  delayOf(authority: string): number;
}

const flakyShare = 0.014;
const slowShare = 0.02;
const stormShare = 0.1;
const slowDelay = 120;

/**
 * @param hosts authorities of a single government, in a fixed order
 * @param walled authorities of portals that are behind a bot wall in any weather
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
