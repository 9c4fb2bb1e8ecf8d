import type { Capture } from '../model/capture.ts';
import type { Page } from './page.ts';

/** A capture with the page that was read from it; null where it holds none. */
export interface SeenEntry {
  readonly capture: Capture;
  readonly page: Page | null;
}
