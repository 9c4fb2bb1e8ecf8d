import { replyTimelinessValue } from '../../model/values/reply-timeliness.ts';
import { luck } from '../world/truth-input.ts';
import type { Appeal } from './appeal-channels.ts';
import { defineLeaf, roundShare, rowsOf } from './leaf.ts';

/**
 * Public letters, `late` of them answered after the limit. `limitDays` null: the portal states
 * none.
 */
type Replies = { readonly letters: number; readonly late: number; readonly limitDays: number | null } | null;

/** Number of letters that the measure samples. */
const lettersSampled = 50;

const { present, absent } = rowsOf(replyTimelinessValue);

export const replyTimeliness = defineLeaf({
  probe: 'reply-timeliness',
  fact: 'replies',
  draw(input): Replies {
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
  },
  /** The share is exact if all letters are read; a sample has its own share. */
  row({ replies, appeal }: { readonly replies: Replies; readonly appeal: Appeal }) {
    if (replies === null) return absent(['portal']);
    const { letters, late } = replies;
    // The limit on the list applies to its letters, else that of the form.
    const stated = replies.limitDays ?? appeal.form?.limitDays ?? null;
    const limit = stated === null ? { stated: false } : ({ stated: true, days: stated, unit: 'working-day' } as const);
    const share = roundShare(1 - late / letters);
    return letters > lettersSampled
      ? present(['portal'], { letters: lettersSampled, limit }, { share })
      : present(['portal'], { letters, share, limit });
  },
});
