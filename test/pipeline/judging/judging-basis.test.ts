import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { loadPack } from '../../../src/config/pack.ts';
import { judge } from '../../../src/pipeline/judging/judge.ts';
import { stableUntil } from '../../../src/pipeline/judging/judging-basis.ts';
import { defineProbe, type Probe } from '../../../src/probes/contract.ts';
import { shippedPack } from '../../config/temporary-pack.ts';
import { capture, town } from '../../probes/captures.ts';
import { knowledge } from '../../probes/knowledge.ts';

const { tree } = loadPack(shippedPack);
const day = 86_400_000;
const read = '2026-03-01T00:00:00.000Z';
const now = Date.parse(read);

/** Finds whether the captures are older than a date. */
function dated(until: string, ages: boolean): Probe {
  return defineProbe({
    id: 'dated',
    version: 1,
    sites: ['portal'],
    value: z.object({ fresh: z.boolean() }),
    seeks: [],
    words: [],
    ...(ages ? { ages: true as const } : {}),
    about: { measures: 'x', evidence: 'x', blindSpots: ['x'] },
    judge: (seen) => ({
      state: 'present',
      value: { fresh: (seen.captures()[0]?.time ?? '') < until },
      confidence: 1,
      reason: null,
      evidence: [],
    }),
  });
}

function until(probe: Probe, days = 7): number | null {
  const made = capture({ url: 'http://www.anhe.gov.cn/', time: read });
  const input = {
    government: town,
    entries: [{ capture: made, page: null }],
    unread: {},
    probes: [probe],
    tree,
    knowledge: knowledge(),
    calibration: null,
  };
  return stableUntil(input, judge(input).findings, now, days);
}

describe('how long findings hold', () => {
  it('all the time asked for when they do not age within it', () => {
    expect(until(dated('2026-04-01', true))).toBe(now + 7 * day);
  });

  it('a night and a half when they age later in the week', () => {
    expect(until(dated('2026-03-04', true))).toBe(now + 1.5 * day);
  });

  it('not at all when they age before the next night', () => {
    expect(until(dated('2026-03-02', true))).toBeNull();
  });

  it('not at all when no day is allowed', () => {
    expect(until(dated('2026-04-01', true), 0)).toBeNull();
  });

  it('is worked out only for probes that measure age', () => {
    expect(until(dated('2026-03-02', false))).toBe(now + 7 * day);
  });
});
