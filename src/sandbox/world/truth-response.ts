import type { TownTruth } from '../town.ts';
import { appealChannels, oneThings } from './catalogue.ts';
import { luck, type TruthInput } from './truth-input.ts';
import { atLeastOne } from './truth-supply.ts';

export function appealOf(input: TruthInput): TownTruth['appeal'] {
  const { level } = input.development;
  const random = luck(input, 'appeal');
  const channels = random.some(appealChannels, 0.3 + level * 0.65);
  const open = random.chance(0.5 + level * 0.5);
  const form = {
    login: random.chance(0.5),
    maxLength: random.weighted<number | null>([
      [null, 3],
      [500, 2],
      [1000, 3],
      [2000, 1],
      [200, 1],
    ]),
    queryByNumber: random.chance(0.4 + level * 0.4),
    limitDays: random.weighted<number | null>([
      [null, 3],
      [5, 3],
      [7, 2],
      [15, 2],
      [3, 1],
    ]),
  };
  return { channels: channels.length === 0 ? [appealChannels[0]] : channels, form: open ? form : null };
}

export function repliesOf(input: TruthInput): TownTruth['replies'] {
  const random = luck(input, 'replies');
  // Some of the untimely towns publish no letters.
  const hidden = random.chance(0.3);
  const letters = random.between(20, 90);
  const lateness = random.next();
  const limitDays = random.weighted<number | null>([
    [null, 2],
    [5, 3],
    [7, 2],
    [10, 1],
    [15, 2],
  ]);
  if (input.assignment.has('timelyReplies', input.index)) {
    return { letters, late: Math.floor(letters * lateness * 0.05), limitDays };
  }
  return hidden ? null : { letters, late: Math.ceil(letters * (0.25 + lateness * 0.5)), limitDays };
}

export function oneThingOf(input: TruthInput): TownTruth['oneThing'] {
  const { level } = input.development;
  const offered = luck(input, 'one thing').chance(0.5 + level * 0.6);
  return offered ? { items: atLeastOne(input, 'one things', oneThings, 0.05 + level * 0.7) } : null;
}

export function caseTrackingOf(input: TruthInput): TownTruth['caseTracking'] {
  const { level } = input.development;
  const random = luck(input, 'tracking');
  return {
    progress: random.chance(0.5 + level * 0.5),
    rating: random.chance(0.3 + level * 0.65),
    rates: random.chance(0.05 + level * 0.75),
  };
}

export function knowledgeBaseOf(input: TruthInput): TownTruth['knowledgeBase'] {
  const neglected = luck(input, 'knowledge').chance(0.35);
  if (input.assignment.has('freshKnowledge', input.index)) return 'fresh';
  return neglected ? 'stale' : null;
}
