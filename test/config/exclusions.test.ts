import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { exclusionOf, parseExclusions } from '../../src/config/exclusions.ts';
import { type PackMistake, throwFirst } from '../../src/config/mistake.ts';
import { loadPack } from '../../src/config/pack.ts';
import { TemporaryPack, usageMessage } from './temporary-pack.ts';

const header = 'host,since,who';
const parse = (...lines: string[]) => parseExclusions('exclusions.csv', [header, ...lines, ''].join('\n'), throwFirst);
const hits = (line: string, host: string) => exclusionOf(parse(`${line},2026-11-29,the clerk`), host) !== null;

describe('lines of exclusions.csv', () => {
  it('may be none', () => expect(parse()).toEqual([]));

  it('have a host, a day and who asked', () => {
    expect(parse('WWW.Example.ORG.,2026-02-28,"Smith, J."', '*.example.net,2026-11-29,x')).toEqual([
      { host: 'www.example.org', below: false, since: '2026-02-28', who: 'Smith, J.', line: 2 },
      { host: 'example.net', below: true, since: '2026-11-29', who: 'x', line: 3 },
    ]);
  });

  it.each([
    ['https://example.org/,2026-11-29,x', 'line 2, column host: expected a host such as example.org'],
    ['example.org/about,2026-11-29,x', 'column host: expected a host'],
    ['example.org:8080,2026-11-29,x', 'column host: expected a host'],
    ['someone@example.org,2026-11-29,x', 'column host: expected a host'],
    ['intranet,2026-11-29,x', 'column host: expected a host'],
    ['*,2026-11-29,x', 'column host: expected a host'],
    ['*.192.0.2.1,2026-11-29,x', 'column host: expected a host'],
    ['www.*.org,2026-11-29,x', 'column host: expected a host'],
    [
      ',2026-11-29,x',
      'column host: expected a host such as example.org, or *.example.org with all below it, found nothing',
    ],
    ['example.org,29.11.2026,x', 'line 2, column since: expected a day such as 2026-11-29, found "29.11.2026".'],
    ['example.org,2026-02-30,x', 'column since: expected a day'],
    ['example.org,2026-11-29,', 'line 2, column who: expected who asked for it, found nothing.'],
    ['example.org,2026-11-29', 'line 2: expected 3 columns, found 2'],
  ])('%s is refused', (line, message) => expect(usageMessage(() => parse(line))).toContain(message));

  it('name a host once, however it is written', () => {
    expect(usageMessage(() => parse('example.org,2026-11-29,x', 'EXAMPLE.org.,2026-11-28,y'))).toContain(
      'line 3, column host: expected a host named once, example.org is also on line 2.',
    );
    expect(parse('example.org,2026-11-29,x', '*.example.org,2026-11-29,x')).toHaveLength(2);
  });

  it('are all reported, not only the first', () => {
    const found: PackMistake[] = [];
    parseExclusions('e.csv', `${header}\nhttp://a/,soon,\nexample.org,2026-11-29,x\n`, (mistake) =>
      found.push(mistake),
    );
    expect(found.map(({ place }) => [place.line, place.path])).toEqual([
      [2, 'host'],
      [2, 'since'],
      [2, 'who'],
    ]);
  });
});

describe('the hosts of a line', () => {
  it.each([
    ['example.org', ['example.org', 'www.example.org', 'EXAMPLE.ORG', 'example.org.']],
    ['www.example.org', ['www.example.org', 'example.org']],
    ['*.example.org', ['example.org', 'www.example.org', 'a.b.example.org']],
    ['192.0.2.1', ['192.0.2.1']],
    ['2001:db8::1', ['[2001:db8::1]']],
    ['政务.example.org', ['xn--zfr164b.example.org']],
  ])('%s: these', (line, hosts) => {
    for (const host of hosts) expect(hits(line, host), host).toBe(true);
  });

  it.each([
    ['example.org', ['a.example.org', 'notexample.org', 'example.org.cn', 'www.a.example.org']],
    ['*.example.org', ['notexample.org', 'example.org.cn', 'example.net']],
    ['www.com', ['www.example.com', 'com']],
    ['192.0.2.1', ['192.0.2.10', '2.1']],
  ])('%s: not these', (line, hosts) => {
    for (const host of hosts) expect(hits(line, host), host).toBe(false);
  });

  it('never widen beyond the labels of the name', () => {
    const label = fc.stringMatching(/^[a-z][a-z0-9]{0,5}$/);
    const name = fc.array(label, { minLength: 2, maxLength: 4 }).map((labels) => labels.join('.'));
    fc.assert(
      fc.property(name, name, (host, other) => {
        if (hits(`*.${host}`, other)) expect(`.${other}`.endsWith(`.${host}`)).toBe(true);
        expect(hits(`*.${host}`, `x.${host}`)).toBe(true);
      }),
    );
  });
});

describe('exclusions of a pack', () => {
  let pack: TemporaryPack;
  beforeEach(() => {
    pack = new TemporaryPack();
  });
  afterEach(() => pack.remove());
  const exclusions = () => loadPack(pack.directory).crawl.exclusions.map(({ host }) => host);

  it('reach the settings of a crawl and leave the hash as it is, so that a night can be resumed', () => {
    expect(exclusions()).toEqual([]);
    const { hash } = loadPack(pack.directory);
    pack.write('exclusions.csv', `${header}\nexample.org,2026-11-29,x\n`);
    expect(exclusions()).toEqual(['example.org']);
    expect(loadPack(pack.directory).hash).toBe(hash);
  });

  it('count although pack.yaml does not name the file', () => {
    pack.replace('pack.yaml', '  exclusions: exclusions.csv\n', '');
    pack.write('exclusions.csv', `${header}\nexample.org,2026-11-29,x\n`);
    expect(exclusions()).toEqual(['example.org']);
  });

  it('stop every command when a line is bad', () => {
    pack.write('exclusions.csv', `${header}\nhttp://example.org/,2026-11-29,x\n`);
    expect(usageMessage(exclusions)).toContain('exclusions.csv line 2, column host: expected a host');
  });
});
