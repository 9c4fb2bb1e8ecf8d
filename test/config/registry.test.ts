import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { loadMeta, loadRegistry } from '../../src/config/pack.ts';
import { parseRegistry, registryHeader } from '../../src/config/registry.ts';
import { addressConfidences } from '../../src/model/government.ts';
import { UsageError } from '../../src/model/usage-error.ts';
import { shippedPack, usageMessage } from './temporary-pack.ts';

const header = registryHeader.join(',');
const lenient = { meta: null, required: ['portal'] } as const;
const parse = (text: string) => parseRegistry('list.csv', text, lenient);
const message = (text: string) => usageMessage(() => parse(text));
const folder = mkdtempSync(join(tmpdir(), 'govprobe-registry-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('loadRegistry', () => {
  it('takes codes outside the registry and empty fields', () => {
    const file = join(folder, 'list.csv');
    writeFileSync(file, `\ufeff${header}\r\n360922,万载县,,,,,https://www.wanzai.gov.cn/,,,high,,\r\n`);
    expect(loadRegistry(file)).toEqual([
      {
        code: '360922',
        name: '万载县',
        pinyin: '',
        province: '',
        region: '',
        group: '',
        scored: true,
        sites: { portal: { url: 'https://www.wanzai.gov.cn/', confidence: 'high' } },
      },
    ]);
  });

  it('knows the groups of a pack', () => {
    const file = join(folder, 'groups.csv');
    const meta = loadMeta(shippedPack);
    writeFileSync(file, `${header}\n330000,浙江省,,,东部,province,https://www.zj.gov.cn/,,,,,\n`);
    expect(loadRegistry(file, meta)[0]).toMatchObject({ scored: false, sites: { portal: { confidence: 'medium' } } });
    writeFileSync(file, `${header}\n330000,浙江省,,,东部,provinces,https://www.zj.gov.cn/,,,,,\n`);
    expect(usageMessage(() => loadRegistry(file, meta))).toContain(
      'line 2, column group: expected one of municipality, capital, prefecture, province, found "provinces".',
    );
    expect(loadRegistry(file)[0]?.group).toBe('provinces');
  });

  it('names a file that does not exist', () => {
    expect(usageMessage(() => loadRegistry(join(folder, 'none.csv')))).toContain('the file does not exist');
  });
});

describe('errors of a registry file', () => {
  const row = (...fields: string[]) => `${[...fields, ...Array<string>(12 - fields.length).fill('')].join(',')}\n`;
  const good = row('1', 'A', '', '', '', '', 'http://a.gov.cn/');

  it.each([
    ['', 'list.csv line 1: expected the header code,name,'],
    ['code,name\n', 'found "code,name".'],
    [`${header.replace('portal,service', 'service,portal')}\n${good}`, 'list.csv line 1: expected the header'],
    [`${header}\n`, 'list.csv: expected at least one government'],
    [`${header}\n${good}\n\n2,B\n`, 'list.csv line 5: expected 12 columns, found 2'],
    [`${header}\n${good.trim()},\n`, 'list.csv line 2: expected 12 columns, found 13'],
    [`${header}\n${row('', 'A')}`, 'line 2, column code: expected letters, digits or -, found nothing.'],
    [`${header}\n${row('../1', 'A')}`, 'column code: expected letters, digits or -, found "../1".'],
    [`${header}\n${row('1', ' ')}`, 'line 2, column name: expected a name, found nothing.'],
    [`${header}\n${row('1', 'A')}`, 'line 2, column portal: expected an address, found nothing.'],
    [
      `${header}\n${good}${row('2', 'B', 'Cheng Du', '', '', '', 'http://a/')}`,
      'line 3, column pinyin: expected lower-case',
    ],
    [`${header}\n${row('1', 'A', '', '', '', '', 'www.a.gov.cn')}`, 'column portal: expected an http or https address'],
    [`${header}\n${row('1', 'A', '', '', '', '', 'javascript:alert(1)')}`, 'column portal: expected an http or https'],
    [`${header}\n${row('1', 'A', '', '', '', '', 'http://u:p@a.cn/')}`, 'column portal: expected an http or https'],
    [`${header}\n${row('1', 'A', '', '', '', '', 'http://a.cn:99999/')}`, 'column portal: expected an http or https'],
    [`${header}\n${row('1', 'A', '', '', '', '', 'http://a b.cn/')}`, 'column portal: expected an http or https'],
    [
      `${header}\n${row('1', 'A', '', '', '', '', 'http://a/', '', '', 'sure')}`,
      'column portal_confidence: expected one of high,',
    ],
    [
      `${header}\n${row('1', 'A', '', '', '', '', 'http://a/', '', '', '', 'high')}`,
      'service_confidence: expected nothing beside an empty service',
    ],
    [`${header}\n${good}${good}`, 'line 3, column code: expected a code used once, 1 is also on line 2.'],
    [`${header}\n1,"A,,,,,,,,,,\n`, 'expected comma-separated values, found an unbalanced quote.'],
    [
      `${header}\n1,"A\u0007",,,,,http://a/,,,,,\n`,
      'line 2, column name: expected no control characters, found "A\\u0007".',
    ],
  ])('explains %j', (text, expected) => {
    expect(message(text)).toContain(expected);
  });

  it('keeps an address-less column out of the sites', () => {
    expect(parse(`${header}\n1,A,,,,,http://a/,,,,,column\n`)[0]?.sites).toEqual({
      portal: { url: 'http://a/', confidence: 'medium' },
    });
  });
});

const letters = 'abcdefghijklmnopqrstuvwxyz';
const word = (min: number) =>
  fc.array(fc.constantFrom(...letters), { minLength: min, maxLength: 8 }).map((parts) => parts.join(''));
const confidence = fc.constantFrom(...addressConfidences);
const name = fc
  .array(fc.constantFrom('市', '州', '"', ',', "'", ' ', '=', '，', 'x', '\u{20000}'), { minLength: 1, maxLength: 6 })
  .map((parts) => parts.join('').trim())
  .filter((text) => text !== '');
const site = fc
  .tuple(word(1), confidence)
  .map(([host, sure]) => ({ url: `http://${host}.cn/?a=1,2`, confidence: sure }));
const government = fc.record({
  code: fc.stringMatching(/^[0-9]{6}$/),
  name,
  pinyin: word(0),
  province: name,
  region: word(0),
  group: word(0),
  portal: site,
  service: fc.option(site),
  openData: fc.option(site),
});

describe('any registry', () => {
  it('comes back as it was written', () => {
    const rows = fc.uniqueArray(government, { selector: ({ code }) => code, minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(rows, fc.constantFrom('\n', '\r\n'), fc.boolean(), (governments, lineEnd, quoted) => {
        const records = governments.map((row) => [
          ...[row.code, row.name, row.pinyin, row.province, row.region, row.group],
          ...[row.portal.url, row.service?.url ?? '', row.openData?.url ?? ''],
          ...[row.portal.confidence, row.service?.confidence ?? '', row.openData?.confidence ?? ''],
        ]);
        const text = stringify([[...registryHeader], ...records], { quoted, record_delimiter: lineEnd });
        expect(parse(text)).toEqual(
          governments.map(({ portal, service, openData, ...row }) => ({
            ...row,
            scored: true,
            sites: { portal, ...(service && { service }), ...(openData && { 'open-data': openData }) },
          })),
        );
      }),
      { numRuns: 200 },
    );
  });

  it('is read or refused with one sentence, whatever the text', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 12 }),
      fc.constantFrom(
        header,
        '"',
        ',',
        '\n',
        '\r\n',
        '\ufeff',
        '1,A,,,,,http://a.cn/,,,,,\n',
        '2,"B\nC",,,,,http://a.cn/,,,,,',
      ),
    );
    const texts = fc.array(piece, { maxLength: 12 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(
        fc.oneof(
          texts,
          texts.map((text) => `${header}\n${text}`),
        ),
        (text) => {
          try {
            expect(parse(text).length).toBeGreaterThan(0);
          } catch (error) {
            expect(error).toBeInstanceOf(UsageError);
            expect((error as UsageError).message).toMatch(/^list\.csv[^\n\r]*\.$/u);
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  it('names the line of the row that is wrong', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 20 }), (before, after) => {
        const rows = Array.from({ length: before + after + 1 }, (_, index) =>
          index === before ? 'x y,Bad,,,,,http://a.cn/,,,,,' : `${index},A,,,,,http://a.cn/,,,,,`,
        );
        expect(message(`${header}\n${rows.join('\n')}\n`)).toContain(`list.csv line ${before + 2}, column code`);
      }),
    );
  });
});
