import { z } from 'zod';
import { type Capture, captureSchema } from '../../model/capture.ts';
import { type Government, governmentSchema } from '../../model/government.ts';
import { unreadSchema } from '../../model/run.ts';
import { UsageError } from '../../model/usage-error.ts';
import { ownFolder } from '../../report/package/government-files.ts';
import { digestOf } from '../../report/package/warc.ts';
import type { EvidenceStore } from '../../store/evidence.ts';
import { hashOf } from '../../store/evidence-files.ts';
import type { ArchiveFile } from './archive-file.ts';
import type { StoredRecord } from './warc-records.ts';

const packageSchema = z.object({
  format: z.literal('govprobe-package/1'),
  simulated: z.boolean(),
  masking: z.boolean(),
  government: governmentSchema,
  runs: z.array(z.object({ id: z.string(), started: z.string(), finished: z.string().nullable() })),
  visits: z.array(z.object({ run: z.string(), probes: z.array(z.string()).nullable(), unread: unreadSchema })).min(1),
});

const lineSchema = z.object({
  run: z.string(),
  capture: captureSchema,
  published: z.string().nullable(),
  masked: z.number(),
});

/** What a package of this program says beside its archive. */
export interface OwnPackage extends z.infer<typeof packageSchema> {
  readonly government: Government;
  readonly lines: readonly z.infer<typeof lineSchema>[];
}

/** Reads what a package of this program says; null for an archive of another program. */
export async function readOwnPackage(file: string, archive: ArchiveFile): Promise<OwnPackage | null> {
  const stated = await archive.text(`${ownFolder}/package.json`);
  if (stated === null) return null;
  const lines = (await archive.text(`${ownFolder}/captures.jsonl`)) ?? '';
  const name = `${ownFolder}/captures.jsonl`;
  const read = parsed(file, `${ownFolder}/package.json`, stated, packageSchema);
  const texts = lines.split('\n').filter((line) => line !== '');
  return { ...read, lines: texts.map((line, at) => parsed(file, `${name}, line ${at + 1}`, line, lineSchema)) };
}

function parsed<Schema extends z.ZodType>(file: string, where: string, text: string, schema: Schema): z.infer<Schema> {
  try {
    return schema.parse(JSON.parse(text));
  } catch (error) {
    const why = error instanceof z.ZodError ? z.prettifyError(error) : String(error);
    throw new UsageError(`${file}: ${where} is not what this program writes: ${why.slice(0, 300)}`);
  }
}

/** The captures of a package whose bytes have been found in its archive. */
export class OwnCaptures {
  readonly #package: OwnPackage;
  readonly #evidence: EvidenceStore;
  readonly #wanted = new Map<string, string>();
  readonly #bodies = new Set<string>();
  readonly #pictures = new Set<string>();

  constructor(own: OwnPackage, evidence: EvidenceStore) {
    this.#package = own;
    this.#evidence = evidence;
    for (const { capture, published } of own.lines) if (published !== null) this.#wanted.set(capture.id, published);
  }

  /** Stores the bytes of a record where they belong to a capture. */
  async add({ url, warcHeaders, payload }: StoredRecord): Promise<void> {
    const id = warcHeaders.get('govprobe-capture');
    if (id === undefined || payload === null) return;
    if (url.startsWith('urn:view:')) this.#pictures.add(await this.#evidence.put(payload));
    else if (this.#wanted.get(id) === digestOf(payload)) {
      await this.#evidence.put(payload, hashOf(payload));
      this.#bodies.add(id);
    }
  }

  /**
   * The captures of one run of the package, each with the hash of the bytes that were published.
   *
   * @throws UsageError when the archive does not hold what the package states.
   */
  of(run: string): Capture[] {
    return this.#package.lines.flatMap((line) => {
      if (line.run !== run) return [];
      const { capture, published, masked } = line;
      const hash = published === null ? null : published.replace(/^sha256:/u, '');
      if (published !== null && !this.#bodies.has(capture.id))
        throw new UsageError(
          `the package was changed: capture ${capture.id} (${capture.url}) has no record ${published}`,
        );
      if (hash !== null && masked === 0 && hash !== capture.body)
        throw new UsageError(`the package was changed: capture ${capture.id} states other bytes than it publishes`);
      const screenshot =
        capture.screenshot !== null && this.#pictures.has(capture.screenshot) ? capture.screenshot : null;
      return [{ ...capture, body: hash ?? capture.body, screenshot }];
    });
  }

  /** How many captures are masked, so that their findings may differ. */
  get masked(): number {
    return this.#package.lines.filter(({ masked }) => masked > 0).length;
  }
}
