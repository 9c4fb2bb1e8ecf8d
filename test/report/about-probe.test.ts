import { describe, expect, it } from 'vitest';
import { probes } from '../../src/probes/list.ts';
import { aboutIn, translatedAbouts } from '../../src/report/about-probe.ts';

const chinese = translatedAbouts.zh;

/** Names of settings and measures in a text, such as `letters-needed`. */
function namesIn(sentences: readonly string[]): string[] {
  return [...new Set(sentences.flatMap((text) => text.match(/`[a-z]+-[a-z-]+`/gu) ?? []))].sort();
}

describe('descriptions of probes in Chinese', () => {
  it('are of the probes that there are, and of no others', () => {
    expect(Object.keys(chinese).sort()).toEqual(probes.map(({ id }) => id).sort());
  });

  it.each(probes.map((probe) => [probe.id, probe] as const))('%s says as much as in English', (id, probe) => {
    const own = aboutIn('zh', probe);
    expect(own).toBe(chinese[id]);
    expect(Object.keys(own.levels ?? {})).toEqual(Object.keys(probe.about.levels ?? {}));
    expect(own.blindSpots).toHaveLength(probe.about.blindSpots.length);
    const sentences = [own.measures, own.evidence, ...own.blindSpots];
    for (const sentence of sentences) expect(sentence).toMatch(/^\S.{6,}。$/u);
    for (const sentence of [...sentences, ...Object.values(own.levels ?? {})])
      expect(sentence).toMatch(/\p{Script=Han}/u);
    const english = [probe.about.measures, probe.about.evidence, ...probe.about.blindSpots];
    expect(namesIn([...sentences, ...Object.values(own.levels ?? {})])).toEqual(
      namesIn([...english, ...Object.values(probe.about.levels ?? {})]),
    );
  });

  it('stay English in English, and where there is no translation', () => {
    const about = { measures: 'a thing', evidence: 'its words', blindSpots: ['all else'] } as const;
    for (const probe of probes) expect(aboutIn('en', probe)).toBe(probe.about);
    expect(aboutIn('zh', { id: 'of-another-pack', about })).toBe(about);
    expect(aboutIn('zh', { id: 'constructor', about })).toBe(about);
  });
});
