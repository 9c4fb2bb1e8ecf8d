import { setTimeout as sleep } from 'node:timers/promises';
import type { ElementHandle, Frame, JSHandle, Page } from 'playwright';
import { findBox, findByLabel, visibleText } from './box-scripts.ts';
import { within } from './deadline.ts';
import { callTime, newLines, opening, prepare, type Requests, type Setting, textOf } from './interaction.ts';
import { openPage } from './open-page.ts';

/** How often a page is looked at while something is awaited, in milliseconds. */
const lookEvery = 150;
/** A button that did nothing by then does nothing; the Enter key is tried. */
const reactionTime = 600;

/** A box that takes words, and what sends them. */
export interface Box {
  readonly page: Page;
  readonly frame: Frame;
  readonly input: ElementHandle;
  readonly button: ElementHandle | null;
  readonly score: number;
}

/**
 * Opens a robot and asks it one question after the other, waiting for each answer. What the page shows is kept before the first and
 * after every question. Throws what the browser throws.
 */
export async function chat(setting: Setting): Promise<void> {
  const { page, url, interaction, settings, questions, deadline, keep } = setting;
  const { patience } = questions;
  const requests = await prepare(page);
  const limit = settings.browser['page-time'];
  await openPage(page, url, limit);
  const words = { prompts: questions.chat.prompts, buttons: questions.chat.buttons };
  const patient = Math.max(1000, settings.browser['settle-time']);
  let box = await waitForBox(page, requests, words, Math.min(patient, deadline - Date.now()));
  if (box === null && interaction.hints.click !== undefined && (await click(page, interaction.hints.click))) {
    box = await waitForBox(page, requests, words, Math.min(patient, deadline - Date.now()));
  }
  await settle(box?.frame ?? page.mainFrame(), requests, patience, deadline);
  await keep(opening, { page: box?.page ?? page, frame: box?.frame ?? page.mainFrame() });
  if (box === null) return;
  let current: Box = box;
  let unanswered = 0;
  let lastSent = 0;
  for (const question of interaction.questions) {
    const wait = lastSent + settings.politeness.pause * patience.pauses - Date.now();
    if (Date.now() + Math.max(0, wait) + patience.answer > deadline) return;
    if (wait > 0) await sleep(wait);
    lastSent = Date.now();
    // Some robots draw their box anew after every answer.
    if (!(await current.input.isVisible().catch(() => false))) {
      const again = await waitForBox(current.page, requests, words, patient);
      if (again === null) return;
      current = again;
    }
    const { frame, input } = current;
    const before = await textOf(frame, visibleText);
    requests.reset();
    await within(callTime, 'typing a question', input.fill(question.text, { timeout: callTime }));
    const typed = await textOf(frame, visibleText);
    await send(current, async () => requests.begun > 0 || (await textOf(frame, visibleText)) !== typed);
    const answered = await waitForAnswer(frame, requests, { before, question: question.text }, patience, deadline);
    await keep(question, current);
    unanswered = answered ? 0 : unanswered + 1;
    if (unanswered >= patience.unanswered) return;
  }
}

/** Sends by the button, or by the Enter key where there is no button or it does nothing. */
export async function send(box: Box, reacted: () => Promise<boolean>): Promise<void> {
  if (box.button !== null) {
    const { button } = box;
    const clicked = await button.click({ timeout: 1500, noWaitAfter: true }).then(
      () => true,
      () => false,
    );
    if (!clicked) await within(callTime, 'pressing the button', button.dispatchEvent('click')).catch(() => undefined);
    const until = Date.now() + reactionTime;
    do {
      if (await reacted()) return;
      await sleep(lookEvery);
    } while (Date.now() < until);
  }
  await within(callTime, 'pressing Enter', box.input.press('Enter', { timeout: callTime, noWaitAfter: true }));
}

/** Waits until text other than the question has come and rests. False when none came in time. */
async function waitForAnswer(
  frame: Frame,
  requests: Requests,
  asked: { readonly before: string; readonly question: string },
  patience: Setting['questions']['patience'],
  deadline: number,
): Promise<boolean> {
  const until = Math.min(Date.now() + patience.answer, deadline);
  const own = asked.question.replace(/\s+/gu, '');
  let last = asked.before;
  let changed = Date.now();
  let fresh = false;
  while (Date.now() < until) {
    await sleep(lookEvery);
    const text = await textOf(frame, visibleText);
    const now = Date.now();
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

/** Waits for a document to rest: no request under way and the text unchanged. */
export async function settle(
  frame: Frame,
  requests: Requests,
  patience: Setting['questions']['patience'],
  deadline: number,
): Promise<void> {
  const until = Math.min(Date.now() + patience.answer, deadline);
  let last = '';
  let changed = Date.now();
  while (Date.now() < until) {
    const text = await textOf(frame, visibleText);
    if (text !== last) {
      last = text;
      changed = Date.now();
    }
    const quiet = Date.now() - changed;
    if (quiet >= patience['quiet-unseen'] || (requests.idle && quiet >= patience.quiet)) return;
    await sleep(lookEvery);
  }
}

/** Looks through the page, its frames and the window it opened for the best box until one is there. */
export async function waitForBox(
  page: Page,
  requests: Requests,
  words: Readonly<Record<string, unknown>>,
  time: number,
): Promise<Box | null> {
  const until = Date.now() + time;
  for (;;) {
    let best: Box | null = null;
    for (const open of requests.popup && !requests.popup.isClosed() ? [requests.popup, page] : [page]) {
      for (const frame of open.frames().slice(0, 12)) {
        const box = await boxIn(open, frame, words);
        if (box !== null && (best === null || box.score > best.score)) best = box;
      }
    }
    // A box without a word or a button beside it may be anything; a better one may still be on its way.
    if (best !== null && (best.score >= 2 || Date.now() >= until)) return best;
    if (Date.now() >= until) return null;
    await sleep(lookEvery * 2);
  }
}

async function boxIn(page: Page, frame: Frame, words: Readonly<Record<string, unknown>>): Promise<Box | null> {
  try {
    const found = await within(
      callTime,
      'looking for a box',
      frame.evaluateHandle(`${findBox}(${JSON.stringify({ search: false, ...words })})`),
    );
    const [input, button, score] = await Promise.all(['input', 'button', 'score'].map((key) => found.getProperty(key)));
    const element = input?.asElement() ?? null;
    const rating: unknown = await score?.jsonValue();
    if (element === null || typeof rating !== 'number') return null;
    return { page, frame, input: element, button: button?.asElement() ?? null, score: rating };
  } catch (error) {
    // A frame that is going away, or a page that gave null, holds no box; a page that hangs is another matter.
    if (error instanceof Error && error.name === 'DeadlineError') throw error;
    return null;
  }
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
