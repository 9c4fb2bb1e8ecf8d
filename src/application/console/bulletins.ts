import { tableScriptSource } from '../../report/html/table-script.ts';
import type { Language } from '../../report/messages.ts';
import { Latest, type Shown } from '../latest.ts';
import type { StateChoice } from '../state.ts';
import type { Desk } from './desk/desk.ts';
import type { DocumentRequest } from './desk/documents.ts';
import { movingPause, type Snapshot } from './snapshots.ts';

/** What the documents may run: the script of their tables, by its hash. */
export const bulletinScript = tableScriptSource;

/** Texts that are kept: a bulletin takes a megabyte, a sheet a tenth of it. */
const kept = { documents: 6, sheets: 40 };

/** A bulletin, and what it was asked for with: its sheets are of the same state. */
interface Written {
  readonly request: DocumentRequest;
  readonly document: string;
}

/** Bulletins and sheets of states, each written once; after a change the earlier one is shown until the next is there. */
export class Bulletins {
  readonly #desk: Desk;
  readonly #written: Latest<Written>;
  readonly #sheets: Latest<string | null>;

  /** @param waits whether a changed document is waited for */
  constructor(desk: Desk, waits: boolean) {
    this.#desk = desk;
    this.#written = new Latest({ kept: kept.documents, waits });
    this.#sheets = new Latest({ kept: kept.sheets, waits });
  }

  /** A whole document. */
  async documentOf(snapshot: Snapshot, choice: StateChoice, language: Language): Promise<Shown<string>> {
    const { value, ...shown } = await this.#writtenOf(snapshot, choice, language);
    return { ...shown, value: value.document };
  }

  /** The sheet of a government; null for one that the bulletin does not have. */
  async sheetOf(
    snapshot: Snapshot,
    choice: StateChoice,
    language: Language,
    code: string,
  ): Promise<Shown<string | null>> {
    const written = await this.#writtenOf(snapshot, choice, language);
    const { request } = written.value;
    const sheet = await this.#sheets.of({
      ...{ key: `${code} ${nameOf(choice, language)}`, stamp: request.key },
      make: () => this.#desk.ask('sheet', { ...request, code }),
    });
    return { ...sheet, isBehind: written.isBehind || sheet.isBehind };
  }

  #writtenOf(snapshot: Snapshot, choice: StateChoice, language: Language): Promise<Shown<Written>> {
    const drawn = snapshot.drawn();
    const key = `${language} ${drawn === null} ${snapshot.stamp}`;
    const request: DocumentRequest = { key, choice, language, drawn };
    return this.#written.of({
      ...{ key: nameOf(choice, language), stamp: key },
      make: async () => ({ request, document: await this.#desk.ask('document', request) }),
      pauseAfter: () => (snapshot.isUnderWay ? movingPause : 0),
    });
  }
}

function nameOf({ run, edition }: StateChoice, language: Language): string {
  return JSON.stringify([language, run ?? null, edition ?? null]);
}
