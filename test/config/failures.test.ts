import { describe, expect, test } from 'vitest';
import { loadPack } from '../../src/config/pack.ts';
import { classesThat } from '../../src/config/schema/failures.ts';
import { failureClasses } from '../../src/model/failure.ts';
import { longerLimits } from '../../src/pipeline/crawl/run/second-pass.ts';
import { shippedPack, TemporaryPack, usageMessage } from './temporary-pack.ts';

const { failures, crawl } = loadPack(shippedPack);
const without = (line: RegExp, replacement: string): string => {
  const pack = new TemporaryPack();
  try {
    const text = pack.read('failures.yaml');
    pack.write('failures.yaml', text.replace(line, replacement));
    return usageMessage(() => loadPack(pack.directory));
  } finally {
    pack.remove();
  }
};

describe('the table of failure policies', () => {
  test('names every class', () => expect(Object.keys(failures.classes).sort()).toEqual([...failureClasses].sort()));

  test('takes timeouts, DNS failures and our own faults into the second pass, and nothing permanent', () => {
    const second = classesThat(failures, 'second-pass');
    expect(second).toEqual(
      expect.arrayContaining(['dns', 'our-fault', 'timeout-connect', 'timeout-first-byte', 'timeout-body']),
    );
    for (const name of classesThat(failures, 'permanent')) {
      expect(second).not.toContain(name);
      expect(crawl.retry.classes).not.toContain(name);
    }
  });

  test('is refused when a class is missing, or a permanent one is tried again', () => {
    expect(without(/ {2}dns:/, '  dnz:')).toMatch(/failures\.yaml.*classes/);
    expect(without(/( {2}blocked:\n {4}retry: )false/, '$1true')).toMatch(
      /failures\.yaml line \d+, classes\.blocked\.retry: expected false/,
    );
  });

  test('lengthens every limit of the second pass, and tries once', () => {
    const longer = longerLimits(crawl, failures);
    const factor = failures['second-pass']['limits-factor'];
    expect(longer.timeouts.connect).toBe(crawl.timeouts.connect * factor);
    expect(longer.timeouts['first-byte']).toBe(crawl.timeouts['first-byte'] * factor);
    expect(longer.retry.attempts).toBe(0);
  });
});
