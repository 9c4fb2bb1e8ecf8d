import type { Frame, JSHandle, Page, Request } from 'playwright';
import { within } from '../outcome/deadline.ts';
import { type Box, send, settle, waitForBox } from './box.ts';
import { findByLabel, findChatBox, noteBoxes, visibleText } from './box-scripts.ts';
import type { Guest } from './guest.ts';
import { callTime, lookEvery, newLines, opening, Requests, type Setting, textOf } from './interaction.ts';
import { openPage } from './open-page.ts';

/** Said of a page that has no field for a conversation. */
export const nothingAsked = 'no field for a conversation was found, nothing was typed';

/**
 * Opens a robot, asks its questions one after the other, and keeps the page before the first and
 * after every answer. Only a conversation field is typed into; if there is none, the opening says
 * so. Throws what the browser throws, and class `robots` if robots.txt forbids what brings the
 * answer.
 */
export async function chat(setting: Setting): Promise<void> {
  const { page, guest, settings, questions, clock, deadline, keep } = setting;
  const { patience } = questions;
  const requests = new Requests(page);
  const found = await openRobot(setting, requests);
  await settle(found?.box.frame ?? page.mainFrame(), requests, setting);
  const shown = { page: found?.box.page ?? page, frame: found?.box.frame ?? page.mainFrame() };
  await keep(opening, shown, found === null ? nothingAsked : undefined);
  if (found === null) return;
  const { script } = found;
  let current: Box = found.box;
  let unanswered = 0;
  // What was typed is sent to a robot, or nowhere: a form that posts it to another page is none.
  guest.onLeave = (request: Request): boolean => request.method() === 'POST' && !current.sure;
  for (const question of setting.interaction.questions) {
    if (clock.steady() + settings.politeness.pause * patience.pauses + patience.answer > deadline) return;
    // Some robots draw their box anew after every answer.
    if (!(await current.input.isVisible().catch(() => false))) {
      const again = await waitForBox(current.page, requests, script, patientTime(setting));
      if (again === null) return;
      current = again;
    }
    const { frame } = current;
    await pace(guest, frame.url() === 'about:blank' ? page.url() : frame.url(), patience.pauses);
    guest.act();
    const refused = guest.refused.length;
    const before = await textOf(frame, visibleText);
    requests.reset();
    await within(callTime, 'typing a question', current.input.fill(question.text, { timeout: callTime }));
    const typed = await textOf(frame, visibleText);
    await send(current, clock, async () => requests.begun > 0 || (await textOf(frame, visibleText)) !== typed);
    const answered = await waitForAnswer(frame, requests, { before, question: question.text }, setting);
    if (!answered) guest.throwRefused(refused);
    await keep(question, current);
    unanswered = answered ? 0 : unanswered + 1;
    if (unanswered >= patience.unanswered) return;
  }
}

/**
 * Opens the robot's page and, if only a click shows the robot, its entry; null if no conversation
 * field appears.
 */
async function openRobot(setting: Setting, requests: Requests): Promise<{ box: Box; script: string } | null> {
  const { page, guest, url, interaction, settings, questions } = setting;
  await openPage(page, url, settings.browser['page-time'], guest);
  const { send: sending, buttons, prompts, search, letter, greetings } = questions.chat;
  const script = (clicked: boolean): string =>
    `${findChatBox}(${JSON.stringify({ send: sending, buttons, prompts, search, letter, greetings, clicked })})`;
  const look = async (clicked: boolean): Promise<{ box: Box; script: string } | null> => {
    const box = await waitForBox(page, requests, script(clicked), patientTime(setting));
    return box === null ? null : { box, script: script(clicked) };
  };
  const { click: label } = interaction.hints;
  const atOnce = await look(false);
  if (atOnce !== null || label === undefined) return atOnce;
  for (const frame of page.frames().slice(0, 12)) await frame.evaluate(`${noteBoxes}()`).catch(() => undefined);
  await guest.turn(page.url());
  guest.act();
  return (await click(page, label)) ? look(true) : null;
}

/** How long to wait for a field, in milliseconds on the clock. */
function patientTime({ settings, deadline, clock }: Setting): { time: number; clock: Setting['clock'] } {
  return { time: Math.min(Math.max(1000, settings.browser['settle-time']), deadline - clock.steady()), clock };
}

/** As many turns at the host as a question takes. */
async function pace(guest: Guest, url: string, turns: number): Promise<void> {
  for (let turn = 0; turn < Math.max(1, Math.round(turns)); turn += 1) await guest.turn(url);
}

/** Waits until text other than the question has come and rests. False when none came in time. */
async function waitForAnswer(
  frame: Frame,
  requests: Requests,
  asked: { readonly before: string; readonly question: string },
  { questions, clock, deadline }: Setting,
): Promise<boolean> {
  const { patience } = questions;
  const until = Math.min(clock.steady() + patience.answer, deadline);
  const own = asked.question.replace(/\s+/gu, '');
  let last = asked.before;
  let changed = clock.steady();
  let fresh = false;
  while (clock.steady() < until) {
    await clock.sleep(lookEvery);
    const text = await textOf(frame, visibleText);
    const now = clock.steady();
    if (text !== last) {
      last = text;
      changed = now;
      const said = newLines(asked.before, text).join('').replace(/\s+/gu, '').replace(own, '');
      // A time of day or a name beside the question is no answer yet.
      fresh = said.replace(/[\d:：\-/.]+/gu, '').length >= 2;
    }
    if (!fresh) continue;
    const quiet = now - changed;
    if (quiet >= patience['quiet-unseen'] || (requests.begun > 0 && requests.idle && quiet >= patience.quiet))
      return true;
  }
  return fresh;
}

async function click(page: Page, label: string): Promise<boolean> {
  const found: JSHandle = await within(
    callTime,
    'looking for an entry',
    page.evaluateHandle(`${findByLabel}(${JSON.stringify(label)})`),
  );
  const element = found.asElement();
  if (element === null) return false;
  return element.click({ timeout: 2000, noWaitAfter: true }).then(
    () => true,
    () => false,
  );
}
