import { describe, expect, it } from 'vitest';
import { obstacleLines, reasonText, withObstacles } from '../../src/cli/obstacles.ts';
import { loadPack } from '../../src/config/pack.ts';
import { cureFor } from '../../src/config/schema/failures.ts';
import { unknownReasons } from '../../src/model/failure.ts';
import { type Finding, unknownFinding } from '../../src/model/finding.ts';
import { shippedPack } from '../config/temporary-pack.ts';

const { failures } = loadPack(shippedPack);
const finding = (change: Partial<Finding>): Finding => ({
  ...unknownFinding('510100', 'smart-qa', 1, 'not-followed'),
  ...change,
});

describe('obstacles on the command line', () => {
  it('stand behind the reason with what is blamed first', () => {
    const obstacles = [
      { reason: 'not-followed', site: 'portal', url: 'http://a.example/qa', part: '智能问答', intent: 'qa' } as const,
      { reason: 'robots', site: 'portal' } as const,
    ];
    expect(reasonText(finding({ obstacles }))).toBe('not-followed 智能问答 http://a.example/qa (and 1 more)');
    expect(reasonText(finding({ obstacles: obstacles.slice(1), reason: 'robots' }))).toBe('robots');
    expect(reasonText(finding({ reason: null }))).toBe('');
  });

  it('are a line each, then what would settle the question, once for each reason', () => {
    const blamed = { site: 'portal', url: 'http://a.example/', capture: 'c1' } as const;
    const lines = obstacleLines(
      finding({
        obstacles: [
          { reason: 'timeout-body', ...blamed, intent: 'qa', part: 'a\u001b[2J\nb' },
          { reason: 'timeout-body', ...blamed },
          { reason: 'no-site' },
        ],
      }),
      failures,
    );
    expect(lines).toEqual([
      'what stood in the way:',
      '   portal timeout-body: http://a.example/ · “a\ufffd[2J b” · for qa · capture c1',
      '   portal timeout-body: http://a.example/ · capture c1',
      '   no site no-site',
      'what would settle it:',
      `   timeout-body: ${failures.classes['timeout-body'].cure}`,
      `   no-site: ${failures.reasons['no-site'].cure}`,
    ]);
  });

  it('are nothing where nothing stood in the way, and an empty list in JSON', () => {
    const old = { ...finding({ state: 'absent', reason: null }) };
    delete old.obstacles;
    expect(obstacleLines(old, failures)).toEqual([]);
    expect(withObstacles(old).obstacles).toEqual([]);
  });

  it.each(unknownReasons)('say of %s what would settle the question', (reason) => {
    expect(cureFor(failures, reason)).toMatch(/^[A-Z].*\.$/u);
  });
});
