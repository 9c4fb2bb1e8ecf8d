import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { probes } from '../../src/probes/list.ts';
import { filesUnder, importsOf, parse, root } from './imports.ts';

/** Reads the time of a capture, or hands it on. */
const readsTime = /capture\.time\b/;
/** Puts answers in order by time, which is the same order whenever they were asked. */
const ordersByTime = 'src/reading/seen.ts';

function filesBehind(file: string, found = new Set<string>()): Set<string> {
  if (found.has(file)) return found;
  found.add(file);
  for (const { to, local, typeOnly } of importsOf(parse(file)))
    if (local && !typeOnly && to.startsWith('src/probes/')) filesBehind(to, found);
  return found;
}

describe('probes that measure age', () => {
  it.each(probes.map((probe) => [probe.id, probe] as const))(
    '%s says so exactly when its code reads the time of a capture',
    (id, probe) => {
      const reading = [...filesBehind(`src/probes/${id}.ts`)].filter(
        (file) => file !== ordersByTime && readsTime.test(readFileSync(path.join(root, file), 'utf8')),
      );
      expect(probe.ages === true, reading.join(', ')).toBe(reading.length > 0);
    },
  );

  it('the time of a capture is read under no other name', () => {
    const hidden = filesUnder('src/probes').filter((file) =>
      /\{[^{}\n]*\btime\b[^{}\n]*\}\s*(?:=\s*\w*\.?capture\b|:\s*Capture\b)/.test(
        readFileSync(path.join(root, file), 'utf8'),
      ),
    );
    expect(hidden).toEqual([]);
  });
});
