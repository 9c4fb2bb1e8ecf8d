import { describe, expect, it } from 'vitest';
import { evaluate } from '../../../src/scoring/evaluate.ts';
import { exactly } from '../../../src/scoring/evaluation/compare-value.ts';
import { figuresOf, ledgers, sumOf } from '../../../src/scoring/evaluation/ledger.ts';
import { finding, truth } from './cases.ts';

/** What one finding counts as beside one line of truth. */
function kindOf(...[found, line]: [Parameters<typeof finding>[0] | null, ReturnType<typeof truth>]): string {
  const { agreements, mismatches } = evaluate(found === null ? [] : [finding(found)], [line]);
  return mismatches[0]?.kind ?? (agreements[0]?.right === 1 ? 'right' : 'nothing');
}

describe('one finding beside one line of truth', () => {
  it.each([
    ['an accepted state', { state: 'absent' as const }, truth(['absent', 'unknown']), 'right'],
    ['a state that is not accepted', { state: 'present' as const }, truth(['absent']), 'false-present'],
    [
      'an absent thing that is there',
      { state: 'absent' as const },
      truth(['present'], { levels: ['working'] }),
      'false-absent',
    ],
    ['a claim where nobody can tell', { state: 'absent' as const }, truth(['unknown']), 'false-absent'],
    ['unknown where nobody can tell', { state: 'unknown' as const }, truth(['unknown']), 'nothing'],
    ['unknown where one could', { state: 'unknown' as const }, truth(['present']), 'missed'],
    ['no finding', null, truth(['present']), 'missed'],
    [
      'one of the accepted levels',
      { state: 'present' as const, value: { level: 'linked' } },
      truth(['present'], { levels: ['linked', 'working'] }),
      'right',
    ],
    [
      'another level',
      { state: 'present' as const, value: { level: 'linked' } },
      truth(['present'], { levels: ['working'] }),
      'wrong-value',
    ],
    [
      'no level',
      { state: 'present' as const, value: { level: null } },
      truth(['present'], { levels: ['working'] }),
      'unmeasured',
    ],
    [
      'absent, where a level holds only for presence',
      { state: 'absent' as const },
      truth(['present', 'absent'], { levels: ['working'] }),
      'right',
    ],
    [
      'an accepted count',
      { state: 'present' as const, value: { count: 7 } },
      truth(['present'], { value: { count: [6, 7] } }),
      'right',
    ],
    [
      'another count',
      { state: 'present' as const, value: { count: 8 } },
      truth(['present'], { value: { count: [6, 7] } }),
      'wrong-value',
    ],
    [
      'no count',
      { state: 'present' as const, value: { count: null } },
      truth(['present'], { value: { count: 6 } }),
      'unmeasured',
    ],
    [
      'a list of as many things, where nothing is called count',
      { state: 'present' as const, value: { found: ['a', 'b'] } },
      truth(['present'], { value: { count: 2 } }),
      'right',
    ],
    [
      'a share within what counting allows',
      { state: 'present' as const, value: { share: 0.55 } },
      truth(['present'], { value: { share: 0.6 } }),
      'right',
    ],
    [
      'a share beyond it',
      { state: 'present' as const, value: { share: 0.5 } },
      truth(['present'], { value: { share: 0.6 } }),
      'wrong-value',
    ],
    [
      'lists as sets',
      { state: 'present' as const, value: { found: ['a', 'b'] } },
      truth(['present'], { value: { found: ['b', 'a'] } }),
      'right',
    ],
    [
      'a shorter list',
      { state: 'present' as const, value: { found: ['a'] } },
      truth(['present'], { value: { found: ['b', 'a'] } }),
      'wrong-value',
    ],
  ])('%s', (_, found, line, expected) => {
    expect(kindOf(found, line)).toBe(expected);
  });

  it('holds the share of letters to a narrower margin, and every share to the digit where asked to', () => {
    const lines = [truth(['present'], { probe: 'reply-timeliness', value: { share: 0.9 } })];
    const found = (share: number) => [finding({ state: 'present', probe: 'reply-timeliness', value: { share } })];
    expect(evaluate(found(0.95), lines).mismatches).toHaveLength(1);
    expect(evaluate(found(0.91), lines).mismatches).toHaveLength(0);
    expect(evaluate(found(0.91), lines, exactly).mismatches).toHaveLength(1);
  });
});

describe('the figures of a probe', () => {
  it('leave what was not measured out of precision and in a column of its own', () => {
    const { agreements } = evaluate(
      [
        finding({ government: 'a', state: 'present', value: { level: 'working' } }),
        finding({ government: 'b', state: 'present', value: { level: null } }),
        finding({ government: 'c', state: 'absent' }),
        finding({ government: 'd', state: 'unknown' }),
      ],
      ['a', 'b', 'c', 'd'].map((government) => truth(['present'], { government, levels: ['working'] })),
    );
    expect(agreements).toEqual([
      {
        probe: 'p',
        truths: 4,
        reachable: 4,
        claims: 2,
        right: 1,
        precision: 0.5,
        recall: 0.25,
        falsePresent: 0,
        falseAbsent: 1,
        wrongValue: 0,
        unmeasured: 1,
        unknown: 1,
      },
    ]);
  });

  it('are none without truth', () => {
    expect(evaluate([finding({ state: 'present' })], [])).toEqual({ agreements: [], mismatches: [] });
  });
});

describe('an examination', () => {
  it('counts states, claims, decisions and measures', () => {
    const findings = [
      finding({ government: 'a', state: 'present', value: { level: 'working', count: 3 } }),
      finding({ government: 'b', state: 'present', value: { level: 'linked', parts: { of: 0.52 } } }),
      finding({ government: 'c', state: 'absent' }),
      finding({ government: 'd', state: 'absent' }),
      finding({ government: 'e', state: 'unknown' }),
    ];
    const lines = [
      truth(['present'], { government: 'a', levels: ['working'], value: { count: 3 } }),
      truth(['present', 'unknown'], { government: 'b', levels: ['working'], value: { share: 0.5 } }),
      truth(['absent'], { government: 'c' }),
      truth(['present'], { government: 'd' }),
      truth(['unknown'], { government: 'e' }),
      truth(['present'], { government: 'f' }),
    ];
    const byProbe = ledgers(findings, lines);
    const figures = figuresOf(sumOf(byProbe.values()));
    const shown = Object.fromEntries(Object.entries(figures).map(([name, { right, of }]) => [name, `${right}/${of}`]));
    expect(shown).toEqual({
      states: '4/6',
      present: '2/2',
      absent: '1/2',
      decided: '3/4',
      levels: '1/2',
      counts: '1/1',
      shares: '1/1',
    });
  });

  it('has no share of nothing', () => {
    expect(figuresOf(sumOf([])).absent).toEqual({ right: 0, of: 0, share: null });
  });
});
