import { setTimeout as sleep } from 'node:timers/promises';
import type { Page, Request } from 'playwright';
import { within } from '../outcome/deadline.ts';
import type { Guest } from './guest.ts';
import { callTime } from './interaction.ts';
import { clickMark, clickScript, heardMark, ledScript, stayScript } from './page-scripts.ts';

/** How long a click may take to lead somewhere, in milliseconds. */
const reactionTime = 120;
const lookEvery = 20;
/** For what a click changed to be taken back. */
const returnTime = 300;

/**
 * Clicks the marked elements of a page one after the other and gives back, by mark, the address to
 * which each would have led a visitor. The page is never left: documents that would take its place
 * are called off, windows do not open, forms are not sent. Ends early when the time is over, or
 * when the page did not come back to what it showed.
 * @param time milliseconds for all of it
 */
export async function findAddresses(
  page: Page,
  guest: Guest,
  marks: number,
  time: number,
): Promise<Map<number, string>> {
  const found = new Map<number, string>();
  const until = performance.now() + time;
  let called: string | null = null;
  guest.onLeave = (request: Request): boolean => {
    if (request.method() === 'GET') called = request.url();
    return true;
  };
  guest.act();
  await within(callTime, 'holding the page', page.evaluate(stayScript));
  for (let mark = 0; mark < marks && performance.now() < until; mark += 1) {
    called = null;
    const before = page.url();
    const clicked: unknown = await within(callTime, 'clicking', page.evaluate(clickScript(mark)));
    if (clicked !== true) continue;
    for (const end = performance.now() + reactionTime; performance.now() < end; ) {
      const led: unknown = await within(callTime, 'asking where a click led', page.evaluate(ledScript));
      const address = typeof led === 'string' ? led : (called ?? (page.url() === before ? null : page.url()));
      if (address !== null) {
        if (/^https?:/u.test(address)) found.set(mark, address);
        break;
      }
      await sleep(lookEvery);
    }
    if (page.url() !== before) {
      // An application that showed another view: what it showed before may come back.
      await within(callTime, 'going back', page.evaluate('history.back()')).catch(() => undefined);
      await sleep(returnTime);
      if (page.url() !== before) break;
    }
  }
  return found;
}

/**
 * Writes the addresses into the markup in the place of their marks. What acts on a click and leads
 * nowhere else says so; the other marks are taken away.
 */
export function writeAddresses(html: string, addresses: ReadonlyMap<number, string>): string {
  return html.replace(
    new RegExp(` ${clickMark}="(\\d+)"( ${heardMark}="")?`, 'gu'),
    (_, mark: string, heard?: string) => {
      const address = addresses.get(Number(mark));
      if (address === undefined) return heard === undefined ? '' : ' onclick="void 0"';
      return ` data-url="${address.replace(/&/g, '&amp;').replace(/"/g, '%22')}"`;
    },
  );
}
