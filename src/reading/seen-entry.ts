import type { Capture } from '../model/capture.ts';
import type { Page } from './page.ts';

/** A capture with the page parsed from it; null if it is not a page. */
export interface SeenEntry {
  readonly capture: Capture;
  readonly page: Page | null;
}
