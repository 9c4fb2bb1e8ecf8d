import { setTimeout as sleep } from 'node:timers/promises';
import { visibleText } from './box-scripts.ts';
import { type Box, send, settle, waitForBox } from './chat.ts';
import { within } from './deadline.ts';
import { prepare, type Requests, type Setting, textOf } from './interaction.ts';
import { openPage } from './open-page.ts';

/**
 * Puts search words to a site's engine: opens the result page's address with the word in it (`hints.word` is the word that stands
 * there), or types the word into the box and sends it. What is shown in the end, in the same window or a new one, is kept. Throws
 * what the browser throws.
 */
export async function typeSearch(setting: Setting): Promise<void> {
  const { page, url, interaction, settings, questions, deadline, keep } = setting;
  const { patience } = questions;
  const requests = await prepare(page);
  const limit = settings.browser['page-time'];
  const placed = encodeURIComponent(interaction.hints.word ?? '');
  let lastSent = 0;
  for (const question of interaction.questions) {
    const wait = lastSent + settings.politeness.pause * patience.pauses - Date.now();
    if (Date.now() + Math.max(0, wait) + patience.answer > deadline) return;
    if (wait > 0) await sleep(wait);
    lastSent = Date.now();
    requests.reset();
    requests.forgetWindow();
    const written = placed !== '' && url.includes(placed);
    const address = written ? url.replaceAll(placed, encodeURIComponent(question.text)) : url;
    await openPage(page, address, limit);
    let shown = page;
    if (!written) {
      const words = { search: true, prompts: [], buttons: questions.chat.buttons, ...interaction.hints };
      const box = await waitForBox(page, requests, words, settings.browser['settle-time']);
      if (box === null) return;
      await submit(box, question.text, requests);
      shown = requests.holdWindow() ?? page;
    }
    await settle(shown.mainFrame(), requests, patience, deadline);
    await keep(question, { page: shown, frame: shown.mainFrame() });
    if (shown !== page) await shown.close().catch(() => undefined);
  }
}

async function submit(box: Box, text: string, requests: Requests): Promise<void> {
  await within(5000, 'typing a word', box.input.fill(text, { timeout: 5000 }));
  requests.reset();
  const before = await textOf(box.frame, visibleText);
  const address = box.frame.url();
  const reacted = async (): Promise<boolean> =>
    requests.popup !== null || box.frame.url() !== address || (await textOf(box.frame, visibleText)) !== before;
  await send(box, reacted);
  // The new document is on its way when Enter has been pressed; what shows meanwhile is the old one.
  for (let look = 0; look < 20 && !(await reacted()); look += 1) await sleep(50);
  if (requests.popup)
    await requests.popup.waitForLoadState('domcontentloaded', { timeout: 5000 }).catch(() => undefined);
}
