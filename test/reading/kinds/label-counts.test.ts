import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shortParts } from '../../../src/reading/kinds/label-counts.ts';
import { LabelSet } from '../../../src/reading/kinds/label-set.ts';

describe('the short parts of a line', () => {
  it('are what is between blanks, brackets and stops', () => {
    const divided: string[] = [];
    for (let code = 0; code <= 0xffff; code += 1)
      if (shortParts(`ab${String.fromCharCode(code)}cd`).length === 2) divided.push(String.fromCharCode(code));
    const all = Array.from({ length: 0x1_00_00 }, (_, code) => String.fromCharCode(code));
    expect(divided).toEqual(all.filter((sign) => /[\s|()【】[\],:;。、]/u.test(sign)));
    expect(shortParts('姓名:张三(男) 123456789 a')).toEqual(['姓名', '张三']);
  });
});

describe('labels of links', () => {
  const separator = /[|>›»/·,:、\-[\]]/u;
  /** The definition: at each place the longest label of at most 24 characters, or a separator. */
  function consists(line: string, labels: ReadonlySet<string>): boolean {
    for (let at = 0; at < line.length; ) {
      if (separator.test(line.charAt(at))) at += 1;
      else {
        let length = Math.min(24, line.length - at);
        while (length > 0 && !labels.has(line.slice(at, at + length))) length -= 1;
        if (length === 0) return false;
        at += length;
      }
    }
    return true;
  }

  it('make up a line or not, as by trying every length', () => {
    const part = fc.string({ unit: fc.constantFrom('首', '页', '新', 'a'), maxLength: 3 });
    const label = fc.oneof(
      part,
      part.map((text) => text.repeat(12)),
    );
    fc.assert(
      fc.property(
        fc.array(label, { maxLength: 6 }),
        fc.array(fc.oneof(part, fc.constantFrom('|', '>', '-', '、')), { maxLength: 8 }),
        (labels, parts) => {
          for (const line of [parts.join(''), [...labels, ...parts].join('|'), labels.join('')])
            expect(new LabelSet(labels).areAll(line)).toBe(consists(line, new Set(labels)));
        },
      ),
      { numRuns: 2000 },
    );
  });
});
