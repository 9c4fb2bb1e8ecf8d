import { tableScriptSource } from '../../report/html/table-script.ts';
import type { Language } from '../../report/messages.ts';
import type { StateChoice } from '../state.ts';
import type { Desk } from './desk/desk.ts';
import type { DocumentRequest } from './desk/documents.ts';
import type { Snapshot } from './snapshots.ts';

/** What the documents may run: the script of their tables, by its hash. */
export const bulletinScript = tableScriptSource;

/** Texts that are kept: a bulletin takes a megabyte, a sheet a tenth of it. */
const kept = 40;

/** Bulletins and sheets of states, each written once until the state changes. */
export class Bulletins {
  readonly #desk: Desk;
  readonly #known = new Map<string, Promise<string | null>>();

  constructor(desk: Desk) {
    this.#desk = desk;
  }

  /** A whole document. */
  async documentOf(snapshot: Snapshot, choice: StateChoice, language: Language): Promise<string> {
    const request = requestOf(snapshot, choice, language);
    const document = await this.#once(request.key, () => this.#desk.ask('document', request));
    if (document === null) throw new Error('a bulletin was not written');
    return document;
  }

  /** The sheet of a government; null for one that the bulletin does not have. */
  async sheetOf(snapshot: Snapshot, choice: StateChoice, language: Language, code: string): Promise<string | null> {
    const request = requestOf(snapshot, choice, language);
    return this.#once(`${code} ${request.key}`, () => this.#desk.ask('sheet', { ...request, code }));
  }

  #once(key: string, write: () => Promise<string | null>): Promise<string | null> {
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const made = write();
    this.#known.set(key, made);
    made.catch(() => this.#known.delete(key));
    for (const [old] of this.#known) if (this.#known.size > kept) this.#known.delete(old);
    return made;
  }
}

function requestOf(snapshot: Snapshot, choice: StateChoice, language: Language): DocumentRequest {
  const drawn = snapshot.drawn();
  return { key: `${language} ${drawn === null} ${snapshot.stamp}`, choice, language, drawn };
}
