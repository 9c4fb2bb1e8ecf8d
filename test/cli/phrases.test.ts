import ts from 'typescript';
import { afterEach, describe, expect, test } from 'vitest';
import { chinesePhrases } from '../../src/cli/messages/phrases-zh.ts';
import { say, speakIn } from '../../src/cli/say.ts';
import { findingStates } from '../../src/model/finding.ts';
import { reviewEffects, reviewStatuses } from '../../src/model/review.ts';
import { runKinds } from '../../src/model/run.ts';
import { causes } from '../../src/pipeline/assessment/comparison/explain-change.ts';
import { browserJobKinds } from '../../src/pipeline/crawl/browser/job.ts';
import { refusalPhrases } from '../../src/pipeline/distribution/refusal.ts';
import { mismatchKinds } from '../../src/scoring/evaluate.ts';
import { examColumns } from '../../src/scoring/evaluation/ledger.ts';
import { strangerPhrase } from '../../src/store/evidence-home.ts';
import { filesUnder, parse, walk } from '../architecture/imports.ts';

afterEach(() => speakIn('en'));

/** All string literals of the command line's source, and those that `say` is called with. */
function literals(): { said: Set<string>; all: Set<string> } {
  const said = new Set<string>();
  const all = new Set<string>();
  for (const file of filesUnder('src/cli').filter((name) => !name.includes('/messages/'))) {
    walk(parse(file), (node) => {
      if (!ts.isStringLiteralLike(node)) return;
      all.add(node.text);
      const { parent } = node;
      const isPhrase =
        ts.isCallExpression(parent) && parent.expression.getText() === 'say' && parent.arguments[0] === node;
      if (isPhrase) said.add(node.text);
    });
  }
  return { said, all };
}

const placeholders = (text: string): string[] => [...text.matchAll(/\{\w+\}/gu)].map(([name]) => name).sort();

describe('the phrases of the command line', () => {
  const { said, all } = literals();
  const fromData: readonly string[] = [
    ...findingStates,
    ...browserJobKinds,
    ...reviewEffects,
    ...reviewStatuses,
    ...runKinds,
    ...causes,
    ...mismatchKinds,
    ...examColumns,
    ...Object.values(refusalPhrases),
    strangerPhrase,
  ];

  test('all have a Chinese one', () => {
    expect(said.size).toBeGreaterThan(40);
    expect([...said, ...fromData].filter((phrase) => !(phrase in chinesePhrases))).toEqual([]);
  });

  test('are all still said', () => {
    expect(Object.keys(chinesePhrases).filter((phrase) => !all.has(phrase) && !fromData.includes(phrase))).toEqual([]);
  });

  test('take the same values in both languages', () => {
    for (const [english, chinese] of Object.entries(chinesePhrases))
      expect(placeholders(chinese), english).toEqual(placeholders(english));
  });
});

describe('saying a phrase', () => {
  test('fills in values, and leaves a name without a value as it stands', () => {
    expect(say('{n} s', { n: 3 })).toBe('3 s');
    expect(say('visits {bar} of {n}', { n: '{bar}' })).toBe('visits {bar} of {bar}');
  });

  test('follows the language, and falls back to English', () => {
    speakIn('zh');
    expect(say('{n} s', { n: 3 })).toBe('3 秒');
    expect(say('a phrase that nobody translated')).toBe('a phrase that nobody translated');
  });
});
