import type { Page } from 'playwright';
import type { CrawlSettings } from '../../../config/schema/crawl.ts';
import type { Questions } from '../../../config/schema/questions.ts';
import type { Question } from '../../../probes/contract.ts';
import { within } from '../outcome/deadline.ts';
import { chat } from './chat.ts';
import { callTime, type Interaction, opening, type Setting, type Step } from './interaction.ts';
import type { SharedBrowser } from './pool.ts';
import { classify } from './render.ts';
import { screenshotOf } from './screenshot.ts';
import { typeSearch } from './type-search.ts';

/**
 * Carries out an interaction in a fresh browser context, after the host's gate. Never rejects: a
 * failure is the last step, with its class.
 * @param time longest time for all of it, milliseconds
 */
export async function interact(
  url: string,
  interaction: Interaction,
  options: {
    readonly browser: SharedBrowser;
    readonly settings: CrawlSettings;
    readonly questions: Questions;
    readonly time: number;
  },
): Promise<Step[]> {
  const { browser, settings, questions } = options;
  const steps: Step[] = [];
  const stamp = (): number => Math.max(browser.clock.now(), (steps.at(-1)?.time ?? 0) + 1);
  let shown: Page | null = null;
  const keep: Setting['keep'] = async (question, { page, frame }, remark) => {
    shown = page;
    const html = await within(callTime, 'keeping the page', frame.content());
    const body = Buffer.from(html, 'utf8').subarray(0, settings.limits['body-bytes']);
    steps.push({
      question,
      time: stamp(),
      outcome: {
        ok: true,
        finalUrl: /^https?:/u.test(frame.url()) ? frame.url() : page.url(),
        redirects: [],
        status: 200,
        headers: { 'content-type': 'text/html; charset=utf-8' },
        body,
        tls: null,
        ...(remark === undefined ? {} : { remark }),
      },
    });
  };
  const script = interaction.script === 'chat' ? chat : typeSearch;
  let picture: Buffer | null = null;
  try {
    browser.judge(url);
    await browser.withPage(interaction.script, async (page, guest) => {
      const { clock } = browser;
      const deadline = clock.steady() + options.time;
      const work = script({ page, guest, url, interaction, settings, questions, clock, deadline, keep });
      try {
        await within(options.time + 2 * callTime, 'the conversation', work);
      } finally {
        picture = await screenshotOf(shown === null || shown.isClosed() ? page : shown);
      }
    });
  } catch (error) {
    steps.push({ question: nextQuestion(interaction, steps), time: stamp(), outcome: failed(url, error, browser) });
  }
  const last = steps.at(-1);
  return last === undefined || picture === null
    ? steps
    : [...steps.slice(0, -1), { ...last, outcome: { ...last.outcome, screenshot: picture } }];
}

/** The question that was about to be put when something went wrong. */
function nextQuestion(interaction: Interaction, steps: readonly Step[]): Question {
  const asked = new Set(steps.map(({ question }) => question.id));
  if (interaction.script === 'chat' && !asked.has(opening.id)) return opening;
  return interaction.questions.find(({ id }) => !asked.has(id)) ?? opening;
}

function failed(url: string, error: unknown, browser: SharedBrowser): Step['outcome'] {
  const { failure, message } = classify(error, url, browser);
  const common = { redirects: [], status: null, headers: {}, body: null, tls: null };
  return { ok: false, finalUrl: url, ...common, failure, detail: message };
}
