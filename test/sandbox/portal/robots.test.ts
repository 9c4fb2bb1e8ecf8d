import { describe, expect, it } from 'vitest';
import { robotVendors } from '../../../src/sandbox/portal/index.ts';
import { portalOf } from '../../../src/sandbox/portal/portal.ts';
import { robotFramePage, robotScript, robotVendorOf } from '../../../src/sandbox/portal/robots/vendors.ts';
import { topics } from '../../../src/sandbox/portal/topics/index.ts';
import type { Town, TownTruth } from '../../../src/sandbox/town.ts';
import { bareTruth, townOf } from '../towns.ts';
import { ask, internalLinks, read } from './ask-portal.ts';

type Robot = NonNullable<TownTruth['qa']>;

const withRobot = (qa: Partial<Robot>, seed = 8): Town =>
  townOf({
    truth: { qa: { vendor: 'ghwd', quality: 'good', opening: 'page', exact: 1, related: 0, ...qa } },
    style: { seed },
  });

function say(town: Town, question: string): string {
  const vendor = robotVendorOf(town.truth.qa?.vendor ?? '');
  const encoded = `${vendor.question}=${encodeURIComponent(question)}`;
  const reply =
    vendor.method === 'get'
      ? ask(town, `${vendor.ask}?${encoded}`)
      : ask(
          town,
          vendor.ask,
          'POST',
          vendor.method === 'json' ? JSON.stringify({ [vendor.question]: question }) : encoded,
        );
  if (typeof reply?.body !== 'string') throw new Error('no answer');
  let value: unknown = JSON.parse(reply.body);
  for (const step of vendor.answerPath.split('.')) value = (value as Record<string, unknown>)[step];
  return String(value);
}

describe('robots', () => {
  it('open and answer in every vendor style', () => {
    for (const vendor of robotVendors) {
      const town = withRobot({ vendor });
      const page = read(town, robotVendorOf(vendor).entry(portalOf(town)));
      expect(page, vendor).toMatch(/<(?:input|textarea)/);
      expect(page, vendor).toContain(robotVendorOf(vendor).ask);
      expect(say(town, '公积金怎么提取'), vendor).toContain('住房公积金提取');
    }
  });

  it('answer every everyday question when they are good', () => {
    for (const topic of topics) {
      const answer = say(withRobot({}), topic.question);
      expect(answer, topic.id).toContain(topic.service);
      expect(answer).toMatch(/成都市/);
      for (const material of topic.materials) expect(answer).toContain(material);
    }
    expect(topics.length).toBeGreaterThanOrEqual(40);
  });

  it('give other answers when they are not', () => {
    const question = '身份证丢了怎么补办';
    expect(say(withRobot({ quality: 'poor', exact: 0 }), question)).not.toContain('身份证');
    expect(say(withRobot({ quality: 'echo' }), question)).toContain(question);
    expect(say(withRobot({ quality: 'menu' }), question)).toContain('转人工');
    expect(say(withRobot({ quality: 'menu' }), '别的')).toBe(say(withRobot({ quality: 'menu' }), question));
  });

  it('know as many topics exactly, and touch upon as many, as the truth says', () => {
    for (const [exact, related] of [
      [0.5, 0.25],
      [0, 0],
      [0.1, 0.9],
    ] as const) {
      const town = withRobot({ exact, related });
      const answers = topics
        .map((topic) => ({ topic, answer: say(town, topic.question) }))
        // An excuse repeats the question, which may name the service.
        .filter(({ answer }) => answer.startsWith('成都市'));
      const whole = answers.filter(({ topic, answer }) => answer.includes(topic.steps));
      const touched = answers.filter(
        ({ topic, answer }) => answer.includes(topic.service) && !answer.includes(topic.steps),
      );
      expect(whole.length).toBe(Math.max(0, Math.ceil(exact * topics.length - 0.5)));
      expect(whole.length + touched.length).toBe(Math.max(0, Math.ceil((exact + related) * topics.length - 0.5)));
      // Who only touches upon a topic names nothing that a complete answer needs.
      for (const { answer } of touched) expect(answer).not.toMatch(/窗口|电话|网上|平台|大厅/);
    }
  });

  it('are dead when they are dead', () => {
    for (let seed = 0; seed < 8; seed++) {
      const reply = ask(withRobot({ quality: 'dead' }, seed), '/ghwd/znwd/index.html');
      expect(reply === null || reply.status === 500).toBe(true);
    }
  });

  it('are opened from the portal by page, frame, window and script', () => {
    for (let seed = 0; seed < 20; seed++) {
      const entry = '/ghwd/znwd/index.html';
      const reach = (town: Town): string =>
        [read(town, '/'), read(town, portalOf(town).columnPath('hub-talk'))].join('\n');
      expect(reach(withRobot({ opening: 'page' }, seed))).toContain(entry);
      expect(reach(withRobot({ opening: 'window' }, seed))).toMatch(/window\.open\('\/ghwd\/znwd\/index\.html'/);
      const framed = reach(withRobot({ opening: 'frame' }, seed));
      expect(framed.includes(robotFramePage) || framed.includes('<iframe src="/ghwd')).toBe(true);
      expect(read(withRobot({ opening: 'frame' }, seed), robotFramePage)).toContain(entry);
      const scripted = withRobot({ opening: 'script' }, seed);
      expect(reach(scripted)).toContain(robotScript);
      expect(reach(scripted)).not.toContain(entry);
      expect(read(scripted, robotScript)).toContain(entry);
    }
  });

  it('are nowhere when there is none', () => {
    for (let seed = 0; seed < 20; seed++) {
      const bare = townOf({ style: { seed } }, bareTruth);
      const page = read(bare, '/').replace(/智能问答机器人进社区/g, '');
      expect(page).not.toMatch(/智能(?:问答|客服|咨询|机器人)|智慧问答/);
      expect(internalLinks(bare, page).some((path) => /znwd|robot|znkf|jqr/.test(path))).toBe(false);
    }
  });
});
