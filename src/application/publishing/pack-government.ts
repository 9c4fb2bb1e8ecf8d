import type { Pack } from '../../config/pack.ts';
import type { AppealInput } from '../../report/appeal/input.ts';
import { messagesOf } from '../../report/messages.ts';
import { type AppealLanguage, appealLanguages } from '../../report/messages-appeal.ts';
import { packageLanguages } from '../../report/messages-package.ts';
import { firstPage, objectionForm, type PageWords } from '../../report/package/first-page.ts';
import { governmentFiles, ownFolder, type PackedCapture, ruleFiles } from '../../report/package/government-files.ts';
import { jsonFile, type PackageFile, textFile, writeWacz } from '../../report/package/wacz.ts';
import { digestOf, type PublishedCapture } from '../../report/package/warc.ts';
import type { ByteSink } from '../../report/package/zip-writer.ts';
import { toolVersion } from '../../version.ts';
import { publishedGovernment } from './government-package.ts';

/** Pictures that the first page of a package holds are this large together, in bytes. */
const mostPictures = 1_500_000;
/** Larger pictures stay in the archive alone. */
const largestPicture = 400_000;

export interface PackingRequest {
  readonly language: AppealLanguage;
  /** Whether names and numbers of people in letters stay as they were received. */
  readonly unmasked: boolean;
  /** ISO 8601 UTC; stated in the package, so the same hour gives the same bytes. */
  readonly created: string;
  /** What the package belongs to: the name of an edition or a run. */
  readonly partOf: string;
  /** Name of the package, which the first page states. */
  readonly file: string;
  /** Governments with a rank; null where the others are not known. */
  readonly ranked: number | null;
  /** Whether the rules are in the package; those of a publication stand beside its packages. */
  readonly withRules: boolean;
}

/** A package as it was written. */
export interface PackedGovernment {
  /** Captures whose bytes are gone. */
  readonly missing: number;
  /** Pieces of personal data that were masked. */
  readonly masked: number;
  /** The first page as it is in the package. */
  readonly page: PackageFile;
  readonly objection: PackageFile;
}

/** Name of the form for objections in a package. */
export const objectionName = 'objection.json';

/** Writes the package of one government: its archive, its findings and its first page. */
export async function packGovernment(
  sink: ByteSink,
  pack: Pack,
  whole: AppealInput,
  request: PackingRequest,
): Promise<PackedGovernment> {
  const { language, unmasked, created, partOf } = request;
  const { input, captures } = publishedGovernment(whole, pack, !unmasked);
  const words: PageWords = {
    report: messagesOf(language),
    appeal: appealLanguages[language],
    own: packageLanguages[language],
  };
  const quoted = new Set(input.findings.flatMap(({ finding }) => finding.evidence.map(({ capture }) => capture)));
  const counted = new Counted(captures, quoted);
  const objection = jsonFile(objectionName, objectionForm(input));
  const made: { page: PackageFile | null } = { page: null };
  const { government } = input;
  await writeWacz(sink, {
    title: words.own.title(government.name),
    description: words.appeal.intro(government.name, government.code),
    created,
    software: `govprobe ${toolVersion}`,
    info: { software: `govprobe ${toolVersion}`, format: 'WARC File Format 1.1', isPartOf: partOf },
    captures: counted,
    files: (records) => {
      const packed = counted.packed(records);
      const sources = { ...request, packed, pictures: counted.pictures, packageFile: request.file };
      const page = textFile('index.html', firstPage(input, { ...sources, objectionFile: objectionName }, words));
      made.page = page;
      return [
        page,
        objection,
        ...governmentFiles(input, packed, !unmasked, words.appeal),
        ...(request.withRules ? ruleFiles(input, `${ownFolder}/rules`) : []),
      ];
    },
  });
  if (made.page === null) throw new Error('a package was written without its files');
  return { missing: counted.missing, masked: counted.masked, page: made.page, objection };
}

/** Captures on their way into the archive, and what is known of them afterwards. */
class Counted {
  missing = 0;
  masked = 0;
  /** Pictures of quoted pages, as far as there is room. */
  readonly pictures = new Map<string, Uint8Array>();
  readonly #captures: AsyncIterable<PublishedCapture>;
  readonly #quoted: ReadonlySet<string>;
  readonly #published = new Map<string, Pick<PackedCapture, 'published' | 'masked'>>();
  #room = mostPictures;

  constructor(captures: AsyncIterable<PublishedCapture>, quoted: ReadonlySet<string>) {
    this.#captures = captures;
    this.#quoted = quoted;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<PublishedCapture> {
    for await (const one of this.#captures) {
      const { capture, body, masked, picture } = one;
      if (capture.body !== null && body === null) this.missing += 1;
      this.masked += masked;
      this.#published.set(capture.id, { published: body === null ? null : digestOf(body), masked });
      if (picture !== null && this.#quoted.has(capture.id) && picture.length <= Math.min(largestPicture, this.#room)) {
        this.pictures.set(capture.id, picture);
        this.#room -= picture.length;
      }
      yield one;
    }
  }

  packed(records: ReadonlyMap<string, readonly string[]>): ReadonlyMap<string, PackedCapture> {
    return new Map(
      [...this.#published].map(([id, entry]) => [id, { ...entry, records: records.get(id) ?? [] }] as const),
    );
  }
}
