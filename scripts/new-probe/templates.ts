/** Source of the schema of a probe's value. */
export function valueSource(id: string): string {
  return `import { z } from 'zod';
import { presenceLevelSchema } from '../finding.ts';

export const ${camelCase(id)}Value = z.object({
  level: presenceLevelSchema,
  // TODO: more fields, each with a .describe() for docs/indicators.md.
});
`;
}

/** Source of a probe that finds the entries of its intent and judges nothing else yet. */
export function probeSource(id: string): string {
  const name = camelCase(id);
  return `import type { z } from 'zod';
import { ${name}Value } from '../model/values/${id}.ts';
import type { Seen } from '../reading/coverage.ts';
import { defineProbe, type Verdict } from './contract.ts';
import { columnEvidence, columnOf, noColumn } from './shared/column.ts';
import { searchWords } from './shared/search-box.ts';
import { resultWords } from './shared/search-results.ts';
import { targetWords } from './shared/targets.ts';
import { verdicts } from './shared/verdicts.ts';

const intent = '${id}';

type Value = z.input<typeof ${name}Value>;

const say = verdicts<Value>();

/** TODO: what the probe finds, in one sentence. */
export const ${name} = defineProbe({
  id: '${id}',
  version: 1,
  sites: ['portal'],
  value: ${name}Value,
  seeks: [intent],
  words: [resultWords, searchWords, targetWords],
  about: {
    measures: 'TODO: what is measured.',
    levels: {
      linked: 'an entry is visible, its page did not open',
      reachable: 'TODO: its page opens',
      working: 'TODO: it does its job',
    },
    evidence: 'The entry and the title of its page.',
    blindSpots: ['TODO: what the probe cannot see.'],
  },
  judge,
});

function judge(seen: Seen): Verdict<Value> {
  const column = columnOf(seen, ['portal'], intent);
  if (column.entries.length === 0 && column.opened.length === 0) return noColumn(seen, ['portal'], [intent]);
  // TODO: say \`working\` where a page of the column shows the thing itself.
  const level = column.opened.length > 0 ? 'reachable' : 'linked';
  return say.present({ level }, 0.8, columnEvidence(column));
}
`;
}

/** Source of a test that fails until the probe finds what its fixture shows. */
export function testSource(id: string): string {
  return `import { describe, expect, it } from 'vitest';
import { entry, fixture, home, judge, portalUrl } from './visit.ts';

const probe = '${id}';
const portal = home('<a href="/thing/">TODO: a label of vocabulary.yaml</a>');
const thing = (file: string) => entry(\`\${portalUrl}thing/\`, fixture(\`${id}/\${file}\`), { intents: [probe] });

describe(probe, () => {
  it('finds the thing where it is', () => {
    expect(judge(probe, [portal, thing('pass.html')])).toMatchObject({
      state: 'present',
      value: { level: 'working' },
    });
  });

  it('takes news about the thing for nothing', () => {
    const news = home('<a href="/news/1.html">TODO: a headline about it</a>');
    expect(judge(probe, [news, thing('fail.html')])).toMatchObject({ state: 'absent' });
  });

  it('knows nothing where nothing was seen', () => {
    expect(judge(probe, []).state).toBe('unknown');
  });
});
`;
}

/** The intent that leads to what the probe judges. */
export function vocabularyEntry(id: string): string {
  return `  # TODO: what leads there (docs/indicators.md explains every key).
  ${id}:
    names: [TODO ${id}]
    labels: [TODO ${id}]
    sites: [portal]
    priority: 40
`;
}

/** Name of a probe in code, such as `foreignLanguage`. */
export function camelCase(id: string): string {
  return id.replace(/-([a-z0-9])/gu, (_, letter: string) => letter.toUpperCase());
}
