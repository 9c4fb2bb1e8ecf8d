import type { Page } from 'playwright';
import { within } from '../outcome/deadline.ts';

/** A picture is a convenience: a page that cannot be drawn in so long goes without. */
const drawTime = 5000;
/** Enough to read the page by; a third of the size of a lossless picture. */
const quality = 60;

/**
 * What the window shows, as JPEG; null when the page is gone, hangs or cannot be drawn. Never
 * rejects.
 */
export async function screenshotOf(page: Page): Promise<Buffer | null> {
  if (page.isClosed()) return null;
  const drawing = page.screenshot({ type: 'jpeg', quality, timeout: drawTime, animations: 'disabled' });
  return within(drawTime, 'drawing the page', drawing).catch(() => null);
}
