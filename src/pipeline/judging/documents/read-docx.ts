import { unzipSync } from 'fflate';
import { Parser } from 'htmlparser2';
import { type DocumentText, foldLines, longestText } from './document-text.ts';

/** Unpacked bytes of the part that holds the text; a hundred pages have about two million. */
const largestPart = 24 * 1024 * 1024;
const wholeDocument = /<\/(?:\w+:)?document>\s*$/u;
const parts = ['word/document.xml', 'docProps/core.xml'];

/**
 * Reads the text of a Word document (.docx): paragraphs, rows of tables with tabs between cells; no
 * comments, no deleted text. Safe against zip bombs: only two parts are unpacked, each into a
 * buffer of the size that the archive announces.
 */
export function readDocx(bytes: Buffer): DocumentText {
  let tooLarge = false;
  let unpacked: Record<string, Uint8Array>;
  try {
    unpacked = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!parts.includes(name)) return false;
        if (originalSize <= largestPart) return true;
        tooLarge = true;
        return false;
      },
    });
  } catch {
    return { ok: false, reason: 'Word document that cannot be unpacked' };
  }
  if (tooLarge) return { ok: false, reason: 'Word document that unfolds to too many bytes' };
  const body = unpacked['word/document.xml'];
  if (body === undefined) return { ok: false, reason: 'archive without the text of a Word document' };
  const xml = decode(body);
  // An archive that announces less than it holds is unpacked in part.
  if (!wholeDocument.test(xml.slice(-200))) return { ok: false, reason: 'Word document whose text is damaged' };
  const text = foldLines(bodyText(xml));
  const core = unpacked['docProps/core.xml'];
  return {
    ok: true,
    title: core === undefined ? '' : titleText(decode(core)),
    text: text.slice(0, longestText),
    complete: text.length <= longestText,
  };
}

function decode(xml: Uint8Array): string {
  const wide = (xml[0] === 0xff && xml[1] === 0xfe) || (xml[0] === 0xfe && xml[1] === 0xff);
  return new TextDecoder(wide ? (xml[0] === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8').decode(xml);
}

/** Elements of WordprocessingML that stand for white space or end a line. */
const signs: Readonly<Record<string, string>> = { 'w:tab': '\t', 'w:br': '\n', 'w:cr': '\n', 'w:noBreakHyphen': '-' };
const ends: Readonly<Record<string, string>> = { 'w:p': '\n', 'w:tr': '\n', 'w:tc': '\t' };
/** Older or other forms of what is said beside them already. */
const repeated = new Set(['mc:Fallback', 'w:del', 'w:moveFrom']);

function bodyText(xml: string): string {
  const out: string[] = [];
  let inText = false;
  let repeats = 0;
  let cells = 0;
  const parser = new Parser(
    {
      onopentag(name) {
        if (repeated.has(name)) repeats += 1;
        else if (name === 'w:t') inText = repeats === 0;
        else if (name === 'w:tc') cells += 1;
        else if (repeats === 0 && signs[name] !== undefined) out.push(signs[name]);
      },
      ontext(text) {
        if (inText) out.push(text);
      },
      onclosetag(name) {
        if (repeated.has(name)) repeats -= 1;
        else if (name === 'w:t') inText = false;
        else if (name === 'w:p' && cells > 0) out.push(' ');
        else if (ends[name] !== undefined) out.push(ends[name]);
        if (name === 'w:tc') cells -= 1;
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.write(xml);
  parser.end();
  return out.join('');
}

function titleText(xml: string): string {
  let inTitle = false;
  let title = '';
  const parser = new Parser(
    {
      onopentag: (name) => {
        inTitle = name === 'dc:title';
      },
      ontext: (text) => {
        if (inTitle) title += text;
      },
      onclosetag: () => {
        inTitle = false;
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.write(xml);
  parser.end();
  return foldLines(title).replace(/\n/gu, ' ').slice(0, 300);
}
