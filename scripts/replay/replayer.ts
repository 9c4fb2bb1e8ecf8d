import type { Browser, Frame, Page } from 'playwright';
import { type QuotedPage, type Seen, type Shown, seen } from './quotes.ts';

/** Milliseconds until a package is open; a busy machine may need most of it. */
const opening = 60_000;
/** Milliseconds until a page of an open package shows its words. */
const patience = 20_000;
/** Milliseconds that a page has to show what it holds hidden, as scripts may open it. */
const settling = 2_000;
const tries = 2;

/** What became of the quotes of a page. */
export interface PageResult {
  readonly page: QuotedPage;
  readonly quotes: readonly { readonly quote: string; readonly seen: Seen }[];
}

/**
 * Opens the quoted pages of a package one after another, the first as a person opens a package.
 * @param port that of the server with the replayer and the packages
 * @param file name of the package
 */
export async function replayed(
  browser: Browser,
  port: number,
  file: string,
  pages: readonly QuotedPage[],
): Promise<readonly PageResult[]> {
  const context = await browser.newContext();
  try {
    const tab = await context.newPage();
    const results: PageResult[] = [];
    for (const page of pages) {
      let best: PageResult = { page, quotes: page.quotes.map((quote) => ({ quote, seen: 'missing' })) };
      for (let at = 0; at < tries && missing(best) > 0; at++) {
        const frame = await open(tab, port, file, page, results.length === 0 || at > 0);
        const result = frame === null ? best : await watched(frame, page);
        if (missing(result) < missing(best)) best = result;
      }
      results.push(best);
    }
    return results;
  } finally {
    await context.close();
  }
}

function missing({ quotes }: PageResult): number {
  return quotes.filter((one) => one.seen === 'missing').length;
}

/** The frame in which a page is replayed; null where it does not open. */
async function open(tab: Page, port: number, file: string, page: QuotedPage, asPerson: boolean): Promise<Frame | null> {
  const { address, timestamp } = page;
  const before = replayFrame(tab);
  const [, base] = before === null ? [] : (/^(.*\/)\d{14}mp_\//u.exec(before.url()) ?? []);
  if (!asPerson && before !== null && base !== undefined) {
    await before.goto(`${base}${timestamp}mp_/${address}`, { timeout: patience }).catch(() => undefined);
    return replayFrame(tab);
  }
  const query = new URLSearchParams({ source: `/packages/${file}`, url: address, ts: timestamp });
  await tab.goto(`http://127.0.0.1:${port}/?${query}`);
  const end = Date.now() + opening;
  for (;;) {
    const frame = replayFrame(tab);
    if (frame !== null || Date.now() > end) return frame;
    await tab.waitForTimeout(200);
  }
}

function replayFrame(tab: Page): Frame | null {
  return tab.frames().find((frame) => /\/replay\/w\/[^?]*\d{14}mp_\//u.test(frame.url())) ?? null;
}

/** Looks at a page until it shows its quotes, or no longer may be expected to. */
async function watched(frame: Frame, page: QuotedPage): Promise<PageResult> {
  const start = Date.now();
  for (;;) {
    const shown = await shownIn(frame);
    const result = { page, quotes: page.quotes.map((quote) => ({ quote, seen: seen(quote, shown) })) };
    const waited = Date.now() - start;
    if (result.quotes.every((one) => one.seen === 'shown')) return result;
    if (waited > (missing(result) > 0 ? patience : settling)) return result;
    await frame.page().waitForTimeout(200);
  }
}

/** Text of a replayed page and of the frames in it, as people see it and as it is written. */
async function shownIn(frame: Frame): Promise<Shown> {
  const parts = await Promise.all(
    [frame, ...frame.childFrames()].map((one) => one.evaluate(textOfDocument).catch(() => null)),
  );
  const known = parts.filter((part) => part !== null);
  return {
    visible: known.map(({ visible }) => visible).join('\n'),
    source: known.map(({ source }) => source).join('\n'),
  };
}

/** Runs in the page. */
function textOfDocument(): Shown {
  const labels = [...document.querySelectorAll('input, textarea, img, select, [title]')]
    .filter((element) => element.checkVisibility())
    .flatMap((element) => {
      const typed = element instanceof HTMLInputElement && /^(?:button|submit|reset)$/u.test(element.type);
      const names = ['placeholder', 'alt', 'title', ...(typed ? ['value'] : [])];
      return [
        ...names.map((name) => element.getAttribute(name) ?? ''),
        ...(element instanceof HTMLSelectElement ? [...element.options].map(({ text }) => text) : []),
      ];
    });
  const { title, body, documentElement } = document;
  const texts = documentElement?.textContent ?? '';
  return {
    visible: [title, body?.innerText ?? '', ...labels].join('\n'),
    source: [texts, documentElement?.outerHTML ?? ''].join('\n'),
  };
}
