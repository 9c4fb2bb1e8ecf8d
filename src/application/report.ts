import { join } from 'node:path';
import type { LanguageNames } from '../config/schema/names.ts';
import { findChromium } from '../pipeline/crawl/browser/find-chromium.ts';
import type { Format } from '../report/formats.ts';
import type { ReportInput } from '../report/input.ts';
import type { Language } from '../report/messages.ts';
import type { PageReader } from '../report/stored-page.ts';

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
  const { writeReport } = await import('../report/write.ts');
  const files = await writeReport(input, folder, {
    ...{ language, ...(formats && { formats }), ...(names && { names }), ...(pages && { pages }) },
  });
  const page = join(folder, 'bulletin.html');
  if (!request.pdf || !files.includes(page)) return { files, unprinted: null };
  const target = join(folder, 'bulletin.pdf');
  const unprinted = await print(page, target, request.env);
  return { files: unprinted === null ? [...files, target] : files, unprinted };
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
