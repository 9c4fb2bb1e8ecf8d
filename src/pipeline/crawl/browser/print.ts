import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright';
import { within } from '../outcome/deadline.ts';
import { launchArguments } from './pool.ts';

/** A page of many tables takes a busy machine its time, in milliseconds. */
const printTime = 180_000;

/** Page numbers for a Chromium that does not draw the margins that the page's own style describes. */
const plainFooter = {
  displayHeaderFooter: true,
  headerTemplate: '<span></span>',
  footerTemplate:
    '<div style="font-size:8px;width:100%;text-align:center"><span class="pageNumber"></span>/<span class="totalPages"></span></div>',
};

/** Whether this Chromium draws margin boxes of CSS Paged Media: from version 131 on. */
function drawsMargins(version: string): boolean {
  return Number.parseInt(version, 10) >= 131;
}

/**
 * Prints a page of this machine to PDF (A4 as the page's own style says) in a browser of its own,
 * which cannot reach the network.
 * @throws Error when the browser does not start, the page does not load, or time runs out.
 */
export async function printPage(executable: string, page: string, target: string): Promise<void> {
  const browser = await chromium.launch({
    executablePath: executable,
    headless: true,
    args: [...launchArguments(), '--no-proxy-server'],
  });
  try {
    const context = await browser.newContext({ offline: true, javaScriptEnabled: false });
    const tab = await context.newPage();
    const print = async () => {
      await tab.goto(pathToFileURL(page).href, { waitUntil: 'load' });
      await tab.pdf({
        ...{ path: target, preferCSSPageSize: true, printBackground: true, outline: true, tagged: true },
        ...(drawsMargins(browser.version()) ? {} : plainFooter),
      });
    };
    await within(printTime, 'printing the bulletin', print());
  } finally {
    await browser.close();
  }
}
