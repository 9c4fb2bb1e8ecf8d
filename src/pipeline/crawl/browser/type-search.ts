import { within } from '../outcome/deadline.ts';
import { type Box, send, settle, waitForBox } from './box.ts';
import { findSearchBox, visibleText } from './box-scripts.ts';
import { callTime, Requests, type Setting, textOf } from './interaction.ts';
import { openPage } from './open-page.ts';

/**
 * Asks a site's search engine: by the address of its result page with the word in it (`hints.word`
 * is the word that the address holds), or by typing into its box. Keeps what is shown at the end,
 * in the same window or a new one. Throws what the browser throws, and class `robots` or `excluded`
 * if the result page may not be asked for.
 */
export async function typeSearch(setting: Setting): Promise<void> {
  const { page, guest, url, interaction, settings, questions, clock, deadline, keep } = setting;
  const { patience } = questions;
  const requests = new Requests(page);
  const limit = settings.browser['page-time'];
  const placed = encodeURIComponent(interaction.hints.word ?? '');
  for (const question of interaction.questions) {
    if (clock.steady() + settings.politeness.pause * patience.pauses + patience.answer > deadline) return;
    requests.reset();
    requests.forgetWindow();
    guest.act();
    const written = placed !== '' && url.includes(placed);
    const address = written ? url.replaceAll(placed, encodeURIComponent(question.text)) : url;
    await openPage(page, address, limit, guest);
    let shown = page;
    if (!written) {
      const { buttons, letter } = questions.chat;
      const script = `${findSearchBox}(${JSON.stringify({ buttons, letter, ...interaction.hints })})`;
      const box = await waitForBox(page, requests, script, { time: settings.browser['settle-time'], clock });
      if (box === null) return;
      await submit(setting, box, question.text, requests);
      shown = requests.holdWindow() ?? page;
    }
    await settle(shown.mainFrame(), requests, setting);
    await keep(question, { page: shown, frame: shown.mainFrame() });
    if (shown !== page) await shown.close().catch(() => undefined);
  }
}

async function submit({ guest, clock }: Setting, box: Box, text: string, requests: Requests): Promise<void> {
  // What is sent asks for a document.
  await guest.turn(box.frame.url());
  const refused = guest.refused.length;
  await within(callTime, 'typing a word', box.input.fill(text, { timeout: callTime }));
  requests.reset();
  requests.expectWindow();
  const before = await textOf(box.frame, visibleText);
  const address = box.frame.url();
  const reacted = async (): Promise<boolean> =>
    requests.popup !== null || box.frame.url() !== address || (await textOf(box.frame, visibleText)) !== before;
  // A document that waits for its host's pause is on its way.
  await send(box, clock, async () => requests.leaving || guest.refused.length > refused || (await reacted()));
  // After Enter, the old document stays visible until the new one arrives.
  for (let look = 0; look < 20 && !(await reacted()); look += 1) await clock.sleep(50);
  const opened = requests.holdWindow();
  if (opened !== null) await opened.waitForLoadState('domcontentloaded', { timeout: callTime }).catch(() => undefined);
  else if (requests.leaving)
    await box.page.waitForLoadState('domcontentloaded', { timeout: callTime }).catch(() => undefined);
  if (requests.isRefused) guest.throwRefused(refused);
  if (!(await reacted())) guest.throwRefused(refused);
}
