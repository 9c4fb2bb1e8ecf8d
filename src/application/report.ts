import { rmSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { LanguageNames } from '../config/schema/names.ts';
import { findChromium } from '../pipeline/crawl/browser/find-chromium.ts';
import type { Format } from '../report/formats.ts';
import type { ReportInput } from '../report/input.ts';
import type { Language } from '../report/messages.ts';
import type { PageReader } from '../report/stored-page.ts';
import { workbookInThread } from './workbook-in-thread.ts';

export interface ReportRequest {
  readonly folder: string;
  readonly language: Language;
  /** Kinds of files; undefined: all. */
  readonly formats?: readonly Format[] | undefined;
  /** Names in that language; undefined: as the pack has them. */
  readonly names?: LanguageNames | undefined;
  /** Reads the stored pages that sheets link; undefined: they are not written. */
  readonly pages?: PageReader | undefined;
  /** Whether the bulletin is printed to PDF as well. */
  readonly pdf: boolean;
  /** Names the Chromium that prints. */
  readonly env: NodeJS.ProcessEnv;
}

export interface WrittenReport {
  /** Paths, the PDF last. */
  readonly files: readonly string[];
  /**
   * Why there is no PDF although one was wanted, as a clause; null otherwise. The report is whole
   * without it.
   */
  readonly unprinted: string | null;
}

/** Writes bulletin and tables into a folder. */
export async function writeReportFiles(input: ReportInput, request: ReportRequest): Promise<WrittenReport> {
  const { folder, language, formats, names, pages } = request;
  // Charts and workbooks take long to load, and no other use case should wait for them.
  const { draftOf, writeReport } = await import('../report/write.ts');
  const target = join(folder, 'bulletin.pdf');
  const draft = draftOf(target);
  // The browser prints while the sheets are written.
  const job: { printing: Promise<string | null> | null } = { printing: null };
  const drafted = (name: string, path: string): void => {
    if (request.pdf && name === 'bulletin.html') job.printing = print(path, draft, request.env);
  };
  const clean = (): void => rmSync(draft, { force: true });
  process.once('exit', clean);
  try {
    const options = {
      ...{ language, workbook: workbookInThread },
      ...{ ...(formats && { formats }), ...(names && { names }), ...(pages && { pages }) },
    };
    const files = await writeReport(input, folder, options, { drafted, settled: () => job.printing });
    if (job.printing === null) return { files, unprinted: null };
    const unprinted = await job.printing;
    if (unprinted !== null) return { files, unprinted };
    await rename(draft, target);
    return { files: [...files, target], unprinted };
  } finally {
    await job.printing;
    clean();
    process.off('exit', clean);
  }
}

/** Resolves to null, or to why the page was not printed. */
async function print(page: string, target: string, env: NodeJS.ProcessEnv): Promise<string | null> {
  const program = findChromium(env);
  if (program === null) {
    return 'no Chromium was found (govprobe doctor tells how to get one; --no-pdf leaves it out)';
  }
  const { printPage } = await import('../pipeline/crawl/browser/print.ts');
  try {
    await printPage(program, page, target);
    return null;
  } catch (error) {
    return error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
  }
}
