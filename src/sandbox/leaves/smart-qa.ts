import { smartQaValue } from '../../model/values/smart-qa.ts';
import { commonLuck, levelWeight, luck } from '../world/truth-input.ts';
import { defineLeaf, roundShare, rowsOf } from './leaf.ts';

/** Robots with their frequency, and how much more than a usual one they know; ids give vendor and generation. */
const robotVendors: readonly (readonly [{ readonly id: string; readonly lead: number }, number])[] = [
  [{ id: 'ghwd', lead: 0 }, 10],
  [{ id: 'gx-znwd', lead: 0.05 }, 7],
  [{ id: 'hanweb-jrobotfront', lead: -0.1 }, 9],
  [{ id: 'jpaas-robot', lead: 0 }, 12],
  [{ id: 'jpaas-airobot', lead: 0.15 }, 8],
  [{ id: 'robot-web', lead: -0.05 }, 8],
  [{ id: 'zwdt', lead: -0.15 }, 5],
  [{ id: 'jj', lead: -0.1 }, 5],
];

/**
 * `good`: answers. `poor`: mostly irrelevant answers. `echo`: repeats the question. `menu`: only
 * offers menus. `dead`: leads to a page that fails.
 */
type Quality = 'good' | 'poor' | 'echo' | 'menu' | 'dead';
type Opening = 'page' | 'frame' | 'window' | 'script';
interface AnyRobot {
  readonly vendor: string;
  readonly quality: Quality;
  readonly opening: Opening;
  /** Shares of all topics that it answers exactly, and that it only touches upon. */
  readonly exact: number;
  readonly related: number;
}
type Robot = AnyRobot | null;

const { present, absent } = rowsOf(smartQaValue);

/** A sample of ten questions seldom has a mean grade further than this from that of all topics. */
const sampling = 0.3;
/** The mean grade from which a robot answers more than it does not. */
const half = 0.5;

export const smartQa = defineLeaf({
  probe: 'smart-qa',
  fact: 'qa',
  draw(input): Robot {
    if (!input.government.scored || !input.assignment.has('qa', input.index)) return null;
    const { smart, shared } = input.development;
    const random = commonLuck(input, 'robot');
    const quality = random.weighted<Quality>([
      ['good', 0.02 + 0.8 * levelWeight(smart)],
      ['poor', 0.6 * levelWeight(1.2 - smart)],
      ['echo', 0.12 * levelWeight(1.2 - smart)],
      ['menu', 0.2 * levelWeight(1.3 - smart)],
      ['dead', 0.15 * levelWeight(1.1 - smart)],
    ]);
    const look = luck(input, 'robot vendor');
    const opening = look.weighted<Opening>([
      ['page', 6],
      ['frame', 1],
      ['window', 2],
      ['script', 1],
    ]);
    const vendor = look.weighted(robotVendors);
    const ability = Math.min(1, levelWeight(smart + (shared === null ? vendor.lead : 0)));
    return { vendor: vendor.id, quality, opening, ...knowledge(quality, ability, random.next(), random.next()) };
  },
  row({ qa }) {
    if (qa === null) return absent(['portal']);
    // The link leads to a page that fails.
    if (qa.quality === 'dead') return present(['portal'], { level: 'linked' }, { share: 0 });
    // A robot that repeats or offers menus answers nothing.
    if (qa.quality === 'echo' || qa.quality === 'menu') return present(['portal'], { level: 'reachable', share: 0 });
    const share = roundShare(qa.exact + qa.related / 2);
    const level = share >= half ? 'working' : 'reachable';
    return Math.abs(share - half) < sampling
      ? present(['portal'], undefined, { level, share })
      : present(['portal'], { level }, { share });
  },
});

/** What a robot knows: a good one answers more than half, a poor one less. */
function knowledge(quality: Quality, ability: number, first: number, second: number) {
  const part = (share: number) => roundShare(Math.max(0, Math.min(1, share)));
  switch (quality) {
    case 'good': {
      const exact = part(0.35 + 0.45 * ability + 0.3 * first);
      return { exact, related: part((1 - exact) * (0.5 + 0.5 * second)) };
    }
    case 'poor':
      return { exact: part(0.15 * ability * first), related: part(0.5 * second) };
    default:
      return { exact: 0, related: 0 };
  }
}
