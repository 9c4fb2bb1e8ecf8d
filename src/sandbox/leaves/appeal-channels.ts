import { appealChannelsValue } from '../../model/values/appeal-channels.ts';
import { luck } from '../world/truth-input.ts';
import { defineLeaf, rowsOf } from './leaf.ts';

/** Appeal channels, by the columns that contain them. */
const appealChannelColumns = ['hotline', 'mailbox', 'consultation', 'complaint', 'petition', 'poll'] as const;

export interface Appeal {
  readonly channels: readonly (typeof appealChannelColumns)[number][];
  readonly form: {
    readonly login: boolean;
    readonly maxLength: number | null;
    readonly queryByNumber: boolean;
    readonly limitDays: number | null;
  } | null;
}

const { present, absent } = rowsOf(appealChannelsValue);

export const appealChannels = defineLeaf({
  probe: 'appeal-channels',
  fact: 'appeal',
  draw(input): Appeal {
    const { level } = input.development;
    const random = luck(input, 'appeal');
    const channels = random.some(appealChannelColumns, 0.3 + level * 0.65);
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
    return { channels: channels.length === 0 ? [appealChannelColumns[0]] : channels, form: open ? form : null };
  },
  row({ appeal }) {
    const found = appeal.channels.map((channel) => (channel === 'mailbox' ? 'mayor-box' : channel));
    return found.length === 0 ? absent(['portal'], { found }) : present(['portal'], { found });
  },
});
