import { getDocumentProxy, getMeta } from 'unpdf';
import { type DocumentText, foldLines, longestText } from './document-text.ts';
import { unfoldsTooFar } from './expansion.ts';

/** Pages after this one are not read. */
const mostPages = 200;

/**
 * Reads the text of a PDF, page after page. Text in fonts that name a predefined Chinese encoding
 * without a map to Unicode does not come out, no more than that of scans: both give an empty text.
 */
export async function readPdf(bytes: Buffer): Promise<DocumentText> {
  if (unfoldsTooFar(bytes)) return { ok: false, reason: 'PDF that unfolds to too many bytes' };
  let document: Awaited<ReturnType<typeof getDocumentProxy>>;
  try {
    // The reader takes the array over, so it gets a copy.
    document = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 });
  } catch (error) {
    const name = error instanceof Error ? error.name : '';
    return {
      ok: false,
      reason: name === 'PasswordException' ? 'PDF locked by a password' : 'PDF that cannot be parsed',
    };
  }
  try {
    const pages: string[] = [];
    let size = 0;
    const count = Math.min(document.numPages, mostPages);
    for (let number = 1; number <= count && size < longestText; number += 1) {
      const text = await pageText(document, number);
      size += text.length;
      pages.push(text);
    }
    const text = foldLines(wholeSigns(pages.join('\n')));
    const title = await titleOf(document);
    return {
      ok: true,
      title,
      text: text.slice(0, longestText),
      complete: pages.length === document.numPages && text.length <= longestText,
    };
  } catch {
    return { ok: false, reason: 'PDF whose pages cannot be read' };
  } finally {
    await document.loadingTask.destroy();
  }
}

async function pageText(document: Awaited<ReturnType<typeof getDocumentProxy>>, number: number): Promise<string> {
  const page = await document.getPage(number);
  const { items } = await page.getTextContent();
  const text = items.map((item) => ('str' in item ? `${item.str}${item.hasEOL ? '\n' : ''}` : '')).join('');
  page.cleanup();
  return text;
}

async function titleOf(document: Awaited<ReturnType<typeof getDocumentProxy>>): Promise<string> {
  try {
    const { info } = await getMeta(document);
    const title: unknown = info.Title;
    return typeof title === 'string' ? foldLines(title).replace(/\n/gu, ' ').slice(0, 300) : '';
  } catch {
    return '';
  }
}

/**
 * Some writers of PDF use the signs of the Kangxi radicals, which look like the characters and are
 * not.
 */
function wholeSigns(text: string): string {
  return text.replace(/[\u2e80-\u2fdf\uf900-\ufaff]/gu, (sign) => sign.normalize('NFKC'));
}
