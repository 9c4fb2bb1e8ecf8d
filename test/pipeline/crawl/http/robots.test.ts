import { describe, expect, test } from 'vitest';
import { Robots } from '../../../../src/pipeline/crawl/http/robots.ts';
import { type FetchOutcome, unfetched } from '../../../../src/pipeline/crawl/outcome/fetch-outcome.ts';
import { FakeClock } from '../fake-clock.ts';
import { quickSettings } from '../settings.ts';

const url = new URL('http://www.a.gov.cn/private/page');
const reply = (status: number, text = '', headers: Record<string, string> = {}): FetchOutcome => ({
  ok: true,
  finalUrl: 'http://www.a.gov.cn/robots.txt',
  redirects: [],
  status,
  headers,
  body: Buffer.from(text),
  tls: null,
});
const broken = unfetched('http://www.a.gov.cn/robots.txt', 'our-fault', 'no connection');
const reset: FetchOutcome = { ...broken, ok: false, failure: 'reset' };

/** Rules from these answers, the last of which repeats, and the moments at which they were asked for. */
function open(answers: readonly FetchOutcome[], change: Parameters<typeof quickSettings>[0] = {}) {
  const clock = new FakeClock();
  const asked: number[] = [];
  const last = answers.at(-1) ?? broken;
  const robots = new Robots(
    quickSettings(change),
    async () => {
      asked.push(clock.steady());
      return answers[asked.length - 1] ?? last;
    },
    clock,
  );
  const allows = async () => (await robots.rulesFor(url)).allows(url.href);
  return { clock, robots, asked, allows };
}

describe('robots.txt', () => {
  test('forbids what it names and allows the rest', async () => {
    const { robots } = open([reply(200, 'User-agent: *\nDisallow: /private/')]);
    const rules = await robots.rulesFor(url);
    expect(rules.allows(url.href)).toBe(false);
    expect(rules.allows('http://www.a.gov.cn/public')).toBe(true);
  });

  test.each([
    ['is missing', reply(404)],
    ['is empty', reply(200)],
    ['is a web page', reply(200, '<html>User-agent: *\nDisallow: /</html>')],
    ['cannot be fetched', broken],
    ['is binary', reply(200, '\0\u0001\u0002Disallow')],
  ])('allows everything when it %s', async (_, answer) => expect(await open([answer]).allows()).toBe(true));

  test('is asked for once, however many pages wait for it', async () => {
    const { allows, asked } = open([reply(404)]);
    await Promise.all([allows(), allows(), allows()]);
    expect(asked).toEqual([0]);
  });

  test.each([
    ['1.5', 1500],
    ['86400', 2000],
    ['-3', null],
    ['soon', null],
  ])('with Crawl-delay %s sets the pause %s, within the limit', async (delay, pause) => {
    const { robots } = open([reply(200, `User-agent: *\nCrawl-delay: ${delay}`)]);
    expect((await robots.rulesFor(url)).delay).toBe(pause);
  });

  test('is asked for again after a failure that may pass', async () => {
    const { clock, allows, asked } = open([reset, reply(200, 'User-agent: *\nDisallow: /')]);
    const allowed = allows();
    await clock.advance(10);
    expect(await allowed).toBe(false);
    expect(asked).toEqual([0, 10]);
  });

  test('is asked for again when the server said it would be ready', async () => {
    const { clock, allows, asked } = open([reply(429, '', { 'retry-after': '0.3' }), reply(404)]);
    const allowed = allows();
    await clock.advance(300);
    expect(await allowed).toBe(true);
    expect(asked).toEqual([0, 300]);
  });

  test('of a server in trouble forbids everything, and is asked for again five minutes later', async () => {
    const { clock, robots, allows, asked } = open([reply(503), reply(503), reply(404)]);
    const closed = robots.rulesFor(url);
    await clock.advance(10);
    expect((await closed).closed).toMatchObject({ failure: 'http-5xx' });
    await clock.advance(299_000);
    expect(await allows()).toBe(false);
    await clock.advance(2000);
    expect(await allows()).toBe(true);
    expect(asked).toHaveLength(3);
  });

  test('is not asked for where the configuration does without', async () => {
    const politeness = { ...quickSettings().politeness, robots: false };
    const { allows, asked } = open([reply(200, 'User-agent: *\nDisallow: /')], { politeness });
    expect(await allows()).toBe(true);
    expect(asked).toEqual([]);
  });
});
