import type { Pack } from '../../config/pack.ts';
import { citySheets } from '../../report/city-sheet.ts';
import { withFigures } from '../../report/figures/derive.ts';
import { htmlBulletin } from '../../report/html/bulletin.ts';
import { tableScriptSource } from '../../report/html/table-script.ts';
import { type Language, messagesOf } from '../../report/messages.ts';
import type { Store } from '../../store/store.ts';
import { reportInput } from '../report-input.ts';
import type { StateChoice } from '../state.ts';
import type { Snapshot } from './snapshots.ts';

/** A bulletin and the sheets of its governments, as whole documents. */
export interface Bulletin {
  readonly document: string;
  /** Null for a government that the bulletin does not have. */
  sheetOf(code: string): string | null;
}

/** What the documents may run: the script of their tables, by its hash. */
export const bulletinScript = tableScriptSource;

/** Bulletins that are kept: a document takes some megabytes. */
const kept = 3;

/** Bulletins of states, each written once until the state changes. */
export class Bulletins {
  readonly #pack: Pack;
  readonly #known = new Map<string, Promise<Bulletin>>();

  constructor(pack: Pack) {
    this.#pack = pack;
  }

  async of(store: Store, snapshot: Snapshot, choice: StateChoice, language: Language): Promise<Bulletin> {
    const key = `${language} ${snapshot.drawn() === null} ${snapshot.stamp}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const made = this.#write(store, snapshot, choice, language);
    this.#known.set(key, made);
    made.catch(() => this.#known.delete(key));
    for (const [old] of this.#known) if (this.#known.size > kept) this.#known.delete(old);
    return made;
  }

  async #write(store: Store, snapshot: Snapshot, choice: StateChoice, language: Language): Promise<Bulletin> {
    const request = { ...choice, language, uncertainty: false, drawn: snapshot.drawn() };
    const data = withFigures(await reportInput(store, this.#pack, request));
    const messages = messagesOf(language);
    return { document: htmlBulletin(data, messages), sheetOf: citySheets(data, messages) };
  }
}
