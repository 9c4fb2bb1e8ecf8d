import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { endOfHead, framingOf, readHead, unframe } from '../../../../src/pipeline/crawl/http/lenient-reply.ts';

describe('a reply read leniently', () => {
  test('is read in some way, whatever its bytes are', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        'HTTP/1.1 200 OK',
        '\r\n',
        '\n',
        ':',
        'Content-Length: 5',
        'Transfer-Encoding: chunked',
        '5',
        '0',
        'x'.repeat(9),
      ),
      fc.string({ maxLength: 5 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), fc.boolean(), (parts, closed) => {
        const bytes = Buffer.from(parts.join(''), 'latin1');
        const end = endOfHead(bytes);
        const head = end === null ? null : readHead(bytes.subarray(0, end));
        if (end === null || head === null) return;
        const rest = bytes.subarray(end);
        const framing = framingOf(head);
        if (framing === null) return;
        const { body, ended, cut } = unframe(rest, framing, closed);
        expect(body.length).toBeLessThanOrEqual(rest.length);
        if (closed) expect(ended || cut).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
  test('gives back what was put into chunks, wherever it was cut into them', () => {
    fc.assert(
      fc.property(
        fc.array(fc.uint8Array({ minLength: 1, maxLength: 40 }), { maxLength: 8 }),
        fc.constantFrom('\r\n', '\n'),
        (parts, line) => {
          const framed = Buffer.concat([
            ...parts.flatMap((part) => [
              Buffer.from(part.length.toString(16) + line),
              Buffer.from(part),
              Buffer.from(line),
            ]),
            Buffer.from(`0${line}${line}`),
          ]);
          const { body, ended, cut } = unframe(framed, { by: 'chunks' }, false);
          expect([body.equals(Buffer.concat(parts)), ended, cut]).toEqual([true, true, false]);
        },
      ),
    );
  });
});
