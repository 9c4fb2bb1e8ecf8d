import type { Pack } from '../../../config/pack.ts';
import { citySheets } from '../../../report/city-sheet.ts';
import { withFigures } from '../../../report/figures/derive.ts';
import { htmlBulletin } from '../../../report/html/bulletin.ts';
import { withNames } from '../../../report/local-names.ts';
import { type Language, messagesOf } from '../../../report/messages.ts';
import type { Store } from '../../../store/store.ts';
import type { Drawn } from '../../draw-uncertainty.ts';
import { reportInput } from '../../report-input.ts';
import type { StateChoice } from '../../state.ts';

/** Which bulletin is wanted. */
export interface DocumentRequest {
  /** Names what it is made of: another text, another document. */
  readonly key: string;
  readonly choice: StateChoice;
  readonly language: Language;
  /** How sure ranks are; null while that is being simulated. */
  readonly drawn: Drawn | null;
}

/** A bulletin and the sheets of its governments, as whole documents. */
interface Written {
  readonly document: string;
  /** Null for a government that the bulletin does not have. */
  sheetOf(code: string): string | null;
}

/** Bulletins that are kept: a document takes some megabytes. */
const kept = 6;

/** Bulletins of states, each written once until the state changes. */
export class Documents {
  readonly #pack: Pack;
  readonly #known = new Map<string, Promise<Written>>();

  constructor(pack: Pack) {
    this.#pack = pack;
  }

  async documentOf(store: Store, request: DocumentRequest): Promise<string> {
    return (await this.#of(store, request)).document;
  }

  /** The sheet of a government; null where the bulletin has none. */
  async sheetOf(store: Store, request: DocumentRequest, code: string): Promise<string | null> {
    return (await this.#of(store, request)).sheetOf(code);
  }

  #of(store: Store, request: DocumentRequest): Promise<Written> {
    const { key } = request;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const made = this.#write(store, request);
    this.#known.set(key, made);
    made.catch(() => this.#known.delete(key));
    for (const [old] of this.#known) if (this.#known.size > kept) this.#known.delete(old);
    return made;
  }

  async #write(store: Store, { choice, language, drawn }: DocumentRequest): Promise<Written> {
    const input = await reportInput(store, this.#pack, { ...choice, language, uncertainty: false, drawn });
    const data = withFigures(withNames(input, this.#pack.names[language] ?? null));
    const messages = messagesOf(language);
    return { document: htmlBulletin(data, messages), sheetOf: citySheets(data, messages) };
  }
}
