import type { ElementHandle, Frame, Page } from 'playwright';
import type { Clock } from '../outcome/clock.ts';
import { within } from '../outcome/deadline.ts';
import { visibleText } from './box-scripts.ts';
import { callTime, lookEvery, type Requests, type Setting, textOf } from './interaction.ts';

/** How long (ms) a button may take to react before the Enter key is tried. */
const reactionTime = 600;

/** A box that takes words, and what sends them. */
export interface Box {
  readonly page: Page;
  readonly frame: Frame;
  readonly input: ElementHandle;
  readonly button: ElementHandle | null;
  readonly score: number;
  /** Nobody could take it for another kind of box. */
  readonly sure: boolean;
}

/** Sends by the button, or by the Enter key where there is no button or it does nothing. */
export async function send(box: Box, clock: Clock, reacted: () => Promise<boolean>): Promise<void> {
  if (box.button !== null) {
    const { button } = box;
    const clicked = await button.click({ timeout: 1500, noWaitAfter: true }).then(
      () => true,
      () => false,
    );
    if (!clicked) await within(callTime, 'pressing the button', button.dispatchEvent('click')).catch(() => undefined);
    const until = clock.steady() + reactionTime;
    do {
      if (await reacted()) return;
      await clock.sleep(lookEvery);
    } while (clock.steady() < until);
  }
  const pressing = box.input.press('Enter', { timeout: callTime, noWaitAfter: true });
  await within(callTime, 'pressing Enter', pressing).catch((error) => {
    // A box that has gone meanwhile gave way to what the button brought.
    if (!(error instanceof Error && /not attached/u.test(error.message))) throw error;
  });
}

/** Waits for a document to rest: no request under way and the text unchanged. */
export async function settle(
  frame: Frame,
  requests: Requests,
  { questions, clock, deadline }: Pick<Setting, 'questions' | 'clock' | 'deadline'>,
): Promise<void> {
  const { patience } = questions;
  const until = Math.min(clock.steady() + patience.answer, deadline);
  let last = '';
  let changed = clock.steady();
  while (clock.steady() < until) {
    const text = await textOf(frame, visibleText);
    if (text !== last) {
      last = text;
      changed = clock.steady();
    }
    const quiet = clock.steady() - changed;
    if (quiet >= patience['quiet-unseen'] || (requests.idle && quiet >= patience.quiet)) return;
    await clock.sleep(lookEvery);
  }
}

/**
 * Searches the page, its frames and its popup for the best box until one is found or time is over.
 * @param script an expression that evaluates to `{ input, button, score, sure }` or null in a frame
 */
export async function waitForBox(
  page: Page,
  requests: Requests,
  script: string,
  { time, clock }: { readonly time: number; readonly clock: Clock },
): Promise<Box | null> {
  const until = clock.steady() + time;
  for (;;) {
    let best: Box | null = null;
    for (const open of requests.popup && !requests.popup.isClosed() ? [requests.popup, page] : [page]) {
      for (const frame of open.frames().slice(0, 12)) {
        const box = await boxIn(open, frame, script);
        if (box !== null && (best === null || box.score > best.score)) best = box;
      }
    }
    // A box without a label or button is weak evidence, and a better one may still appear.
    if (best !== null && (best.score >= 2 || clock.steady() >= until)) return best;
    if (clock.steady() >= until) return null;
    await clock.sleep(lookEvery * 2);
  }
}

async function boxIn(page: Page, frame: Frame, script: string): Promise<Box | null> {
  try {
    const found = await within(callTime, 'looking for a box', frame.evaluateHandle(script));
    const [input, button, score, sure] = await Promise.all(
      ['input', 'button', 'score', 'sure'].map((key) => found.getProperty(key)),
    );
    const element = input?.asElement() ?? null;
    const rating: unknown = await score?.jsonValue();
    const certain: unknown = await sure?.jsonValue();
    if (element === null || typeof rating !== 'number') return null;
    return { page, frame, input: element, button: button?.asElement() ?? null, score: rating, sure: certain === true };
  } catch (error) {
    // A frame that is going away holds no box, but a page that hangs must be reported.
    if (error instanceof Error && error.name === 'DeadlineError') throw error;
    return null;
  }
}
