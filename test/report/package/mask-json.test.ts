import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { publishingSchema } from '../../../src/config/schema/publishing.ts';
import { maskOf } from '../../../src/report/package/mask.ts';
import { maskedJson, maskedLine } from '../../../src/report/package/mask-json.ts';
import { shippedPublishing } from './shipped-publishing.ts';

const { masking } = publishingSchema.parse(shippedPublishing);
if (masking === null) throw new Error('the shipped pack masks nothing');
const mask = maskOf(masking);

describe('masking of values', () => {
  it('hides numbers and names at any depth', () => {
    const value = { letters: [{ title: '来电13800000000', days: 3, from: '写信人：李四' }], share: 0.5, none: null };
    expect(maskedJson(value, mask)).toEqual({
      letters: [{ title: '来电138******00', days: 3, from: '写信人：李*' }],
      share: 0.5,
      none: null,
    });
  });

  it('leaves addresses and hashes, which name what is published', () => {
    const value = ['http://www.example.gov.cn/13800000000.html', 'a13800000000b13800000000c'];
    expect(maskedJson(value, mask)).toEqual(value);
  });

  it('changes nothing without personal data', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 3 }), (value) => {
        const plain = JSON.parse(JSON.stringify(value).replace(/\d{5,}/gu, '1'));
        expect(maskedJson(plain, mask)).toEqual(plain);
      }),
    );
  });
});

describe('masking of log lines', () => {
  it('hides what their members say', () => {
    expect(maskedLine('{"event":"finding","value":{"quote":"手机13900000000"}}', mask)).toBe(
      '{"event":"finding","value":{"quote":"手机139******00"}}',
    );
  });

  it('hides it in a line that was cut short', () => {
    expect(maskedLine('{"event":"finding","value":"手机13900000000', mask)).not.toContain('13900000000');
  });
});
