import { Latest } from '../latest.ts';
import type { WorkbookWork } from '../workbook-in-thread.ts';
import type { Desk } from './desk/desk.ts';

/** Workbooks that are kept: one takes some hundred kilobytes. */
const kept = 10;

/** Selections as workbooks, each made once for a state. */
export class Workbooks {
  readonly #desk: Desk;
  readonly #latest = new Latest<Uint8Array>({ kept, waits: true });

  constructor(desk: Desk) {
    this.#desk = desk;
  }

  /**
   * @param key names the selection and the state that it is of
   * @param work what it is made of
   */
  async of(key: string, work: () => WorkbookWork): Promise<Uint8Array> {
    const { value } = await this.#latest.of({ key, stamp: '', make: () => this.#desk.ask('workbook', work()) });
    return value;
  }
}
