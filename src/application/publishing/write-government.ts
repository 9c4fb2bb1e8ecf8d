import type { Pack } from '../../config/pack.ts';
import type { Government } from '../../model/government.ts';
import { appealLanguages } from '../../report/messages-appeal.ts';
import { governmentFiles, type PackedCapture } from '../../report/package/government-files.ts';
import { writeWacz } from '../../report/package/wacz.ts';
import { digestOf, type PublishedCapture } from '../../report/package/warc.ts';
import type { Store } from '../../store/store.ts';
import { toolVersion } from '../../version.ts';
import { inputOf, type Source } from '../appeal.ts';
import { publishedGovernment } from './government-package.ts';
import type { PublicationFolder } from './publication-folder.ts';
import type { PublishRequest, WrittenPublication } from './publish-edition.ts';

/** Folder of the packages in a publication. */
const packagesFolder = 'governments';

/** Writes the package of one government into a publication. */
export async function writeGovernment(
  store: Store,
  pack: Pack,
  dataFolder: string,
  source: Source,
  government: Government,
  { language, unmasked }: PublishRequest,
  folder: PublicationFolder,
): Promise<Pick<WrittenPublication, 'missing' | 'masked'>> {
  const { edition } = source;
  if (edition === null) throw new Error('an edition without its row was opened');
  const whole = await inputOf(store, pack, dataFolder, source, government);
  const { input, captures } = publishedGovernment(whole, pack, !unmasked);
  const messages = appealLanguages[language];
  const counted = new Counted(captures);
  const path = `${packagesFolder}/${government.code}.wacz`;
  await folder.addPackage(government.code, path, (sink) =>
    writeWacz(sink, {
      title: messages.title(government.name),
      description: messages.intro(government.name, government.code),
      // The hour of the freeze, so that the same edition gives the same bytes again.
      created: edition.frozen,
      software: `govprobe ${toolVersion}`,
      info: { software: `govprobe ${toolVersion}`, format: 'WARC File Format 1.1', isPartOf: edition.name },
      captures: counted,
      files: (records) => governmentFiles(input, counted.packed(records), messages),
    }),
  );
  return { missing: counted.missing, masked: counted.masked };
}

/** Captures on their way into the archive, and what is known of them afterwards. */
class Counted {
  missing = 0;
  masked = 0;
  readonly #captures: AsyncIterable<PublishedCapture>;
  readonly #published = new Map<string, Pick<PackedCapture, 'published' | 'masked'>>();

  constructor(captures: AsyncIterable<PublishedCapture>) {
    this.#captures = captures;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<PublishedCapture> {
    for await (const one of this.#captures) {
      const { capture, body, masked } = one;
      if (capture.body !== null && body === null) this.missing += 1;
      this.masked += masked;
      this.#published.set(capture.id, { published: body === null ? null : digestOf(body), masked });
      yield one;
    }
  }

  packed(records: ReadonlyMap<string, readonly string[]>): ReadonlyMap<string, PackedCapture> {
    return new Map(
      [...this.#published].map(([id, entry]) => [id, { ...entry, records: records.get(id) ?? [] }] as const),
    );
  }
}
