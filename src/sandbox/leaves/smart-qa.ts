import { smartQaValue } from '../../model/values/smart-qa.ts';
import { commonLuck, levelWeight, luck } from '../world/truth-input.ts';
import { defineLeaf, type Row, rowsOf } from './leaf.ts';

/** Robots with their frequency; ids give vendor and generation. */
const robotVendors: readonly (readonly [string, number])[] = [
  ['ghwd', 10],
  ['gx-znwd', 7],
  ['hanweb-jrobotfront', 9],
  ['jpaas-robot', 12],
  ['jpaas-airobot', 8],
  ['robot-web', 8],
  ['zwdt', 5],
  ['jj', 5],
];

/**
 * `good`: answers. `poor`: irrelevant answers. `echo`: repeats the question. `menu`: only
 * offers menus. `dead`: leads to a page that fails.
 */
type Quality = 'good' | 'poor' | 'echo' | 'menu' | 'dead';
type Opening = 'page' | 'frame' | 'window' | 'script';
type Robot = { readonly vendor: string; readonly quality: Quality; readonly opening: Opening } | null;

const { present, absent } = rowsOf(smartQaValue);

/** A robot that repeats or offers menus answers nothing; an irrelevant answer may hit by chance. */
const rows: Readonly<Record<Quality, Row>> = {
  good: present(['portal'], { level: 'working' }, { share: 1 }),
  poor: present(['portal'], { level: 'reachable' }, { share: 0 }),
  echo: present(['portal'], { level: 'reachable', share: 0 }),
  menu: present(['portal'], { level: 'reachable', share: 0 }),
  // The link leads to a page that fails.
  dead: present(['portal'], { level: 'linked' }, { share: 0 }),
};

export const smartQa = defineLeaf({
  probe: 'smart-qa',
  fact: 'qa',
  draw(input): Robot {
    if (!input.government.scored || !input.assignment.has('qa', input.index)) return null;
    const { smart } = input.development;
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
    return { vendor: look.weighted(robotVendors), quality, opening };
  },
  row: ({ qa }) => (qa === null ? absent(['portal']) : rows[qa.quality]),
});
