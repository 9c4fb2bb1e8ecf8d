import type { CompiledKnowledge } from '../config/knowledge.ts';
import { wordsOf } from '../config/word-sections.ts';
import type { Capture } from '../model/capture.ts';
import { AddressBook, fileNameOf, isWeb, sessionIn } from './addresses.ts';
import { declaredEncoding } from './decode.ts';
import { HtmlReader, type Markup } from './html-reader.ts';
import { calledWith, type ReadJson, readJson } from './json-reader.ts';
import { hasMounts, mountMeta } from './mounts.ts';
import { incompleteMeta, type Link, literalHint, type Page, type PageRegion, unreadableMeta } from './page.ts';
import { isUnreadable } from './readable.ts';
import { linkWords } from './reading-words.ts';
import { type Islands, readIslands } from './records/islands.ts';
import { dataInScript } from './records/literal.ts';
import { PlainTree } from './records/plain-tree.ts';
import { type RecordPlace, readDataRecords, readRecords } from './records/read-records.ts';
import { readScript } from './script-reader.ts';
import { shareLinks } from './shared-links.ts';
import { foldSpace } from './text.ts';

/** Longer inline scripts are bundles whose strings do not show what they write. */
const longestInline = 400_000;
/**
 * Deepest nesting of scripts that write scripts; sites use two levels for search boxes in headers.
 */
const deepestScript = 2;
const shellText = 120;
const shellLinks = 5;
const fewestDrawn = 3;
const articleText = 400;

/**
 * Reads one capture as a visitor sees it; never throws.
 * @param text body of the capture, decoded with `decodeText`
 */
export function readPage(capture: Capture, text: string, knowledge: CompiledKnowledge): Page {
  switch (kindOf(capture, text)) {
    case 'script':
      return scriptPage(capture, text, knowledge);
    case 'json': {
      const json = readJson(calledWith(text) ?? text, capture.finalUrl, knowledge);
      if (json) return jsonPage(capture, json, knowledge);
      break;
    }
    case 'text':
      return { ...emptyPage(capture), kind: 'text', text: linesOf(text) };
    default:
  }
  return htmlPage(capture, text, knowledge);
}

function jsonPage(capture: Capture, { whole, ...read }: ReadJson, knowledge: CompiledKnowledge): Page {
  const records = readDataRecords([read.json], placeOf(capture, 'unknown'), knowledge);
  return { ...emptyPage(capture), kind: 'json', meta: whole ? {} : { [incompleteMeta]: 'yes' }, ...read, records };
}

/**
 * Where the records of a capture are located: output of a script belongs to the page that loaded
 * it.
 */
function placeOf(capture: Capture, region: PageRegion): RecordPlace {
  const base = capture.role === 'script' ? (capture.from ?? capture.finalUrl) : capture.finalUrl;
  return { base, region, via: capture.role === 'script' ? 'script' : 'html' };
}

/** A page of kind `pdf` or `docx`, with nothing but the extracted text and a title. */
export function documentPage(
  capture: Capture,
  kind: 'pdf' | 'docx',
  document: { readonly title: string; readonly text: string; readonly complete: boolean },
): Page {
  const { title, text, complete } = document;
  return { ...emptyPage(capture), kind, title, text, meta: complete ? {} : { [incompleteMeta]: 'yes' } };
}

/** Whether a script is a single function call with data. */
function holdsCall(text: string): boolean {
  const inner = calledWith(text);
  if (inner === null) return false;
  try {
    JSON.parse(inner);
    return true;
  } catch {
    // A call with anything but data is a script.
    return false;
  }
}

function kindOf(capture: Capture, text: string): 'html' | 'script' | 'json' | 'text' {
  const type = (capture.headers['content-type'] ?? '').toLowerCase();
  const start = text.slice(0, 200).trimStart();
  if (capture.role === 'robots') return 'text';
  if (holdsCall(text)) return 'json';
  if (capture.role === 'script') return start.startsWith('<') ? 'html' : 'script';
  if (start.startsWith('<')) return 'html';
  if (start.startsWith('{') || start.startsWith('[')) return 'json';
  if (/javascript|ecmascript/u.test(type)) return 'script';
  return type.startsWith('text/plain') ? 'text' : 'html';
}

function emptyPage(capture: Capture): Page {
  return {
    capture,
    url: capture.finalUrl,
    base: capture.finalUrl,
    kind: 'html',
    title: '',
    meta: {},
    lang: '',
    links: [],
    hiddenLinks: [],
    forms: [],
    tables: [],
    headings: [],
    records: [],
    text: '',
    scripts: [],
    placedScripts: [],
    mountedScripts: [],
    emptyRegions: [],
    frames: [],
    inlineScript: '',
    json: undefined,
    shell: false,
    article: false,
  };
}

/** Scripts and frames of a page belong to its header or footer, according to their file names. */
function baseRegion(capture: Capture): PageRegion {
  if (capture.role !== 'script' && capture.role !== 'frame') return 'unknown';
  return /foot|bottom/iu.test(fileNameOf(capture.finalUrl)) ? 'footer' : 'header';
}

/** A browser returns documents as UTF-8; their original encoding is declared in their markup. */
function encodingOf(capture: Capture, html: string): string {
  const encoding = capture.encoding ?? 'utf-8';
  return capture.via === 'browser' ? (declaredEncoding(html) ?? encoding) : encoding;
}

function htmlPage(capture: Capture, html: string, knowledge: CompiledKnowledge): Page {
  const region = baseRegion(capture);
  const tree = new PlainTree(knowledge, region);
  const encoding = encodingOf(capture, html);
  const markup = new HtmlReader(capture.finalUrl, knowledge, 'html', region, encoding, tree).read(html);
  const { inlineScript } = markup;
  const literal =
    inlineScript !== '' && inlineScript.length <= longestInline
      ? writtenBy(inlineScript, capture, knowledge, region)
      : null;
  const islands = readIslands(html, knowledge);
  const written = withIslands(literal, islands, capture, knowledge, region);
  const text = written && written.text !== '' ? `${markup.text}\n${written.text}` : markup.text;
  const links = shareLinks(written ? [...markup.links, ...written.links] : markup.links);
  return {
    ...emptyPage(capture),
    ...markup,
    meta: {
      ...markup.meta,
      ...(capture.cut ? { [incompleteMeta]: 'yes' } : {}),
      ...(isUnreadable(text) ? { [unreadableMeta]: 'yes' } : {}),
      ...(hasMounts(html) ? { [mountMeta]: 'yes' } : {}),
    },
    links,
    hiddenLinks: written ? [...markup.hiddenLinks, ...written.hiddenLinks] : markup.hiddenLinks,
    forms: written ? [...markup.forms, ...written.forms] : markup.forms,
    frames: written ? [...markup.frames, ...written.frames] : markup.frames,
    scripts: written ? [...markup.scripts, ...written.scripts] : markup.scripts,
    placedScripts: written ? [...markup.placedScripts, ...written.scripts] : markup.placedScripts,
    mountedScripts: written ? [...markup.mountedScripts, ...written.mountedScripts] : markup.mountedScripts,
    // Zero bytes and a reader that stopped early make the tree another one.
    records: readRecords(
      html,
      inlineScript,
      placeOf(capture, region),
      knowledge,
      () => (html.includes('\0') ? null : tree.finish()),
      islands,
    ),
    text,
    shell: isShell(markup, text, links) && !isDrawn(capture, links),
    article: isArticle(markup, capture.finalUrl, text, knowledge),
  };
}

/** Adds markup from data islands, which a script of the page inserts like its string literals. */
function withIslands(
  written: Markup | null,
  { markup }: Islands,
  capture: Capture,
  knowledge: CompiledKnowledge,
  region: PageRegion,
): Markup | null {
  if (markup.length === 0) return written;
  const source = markup.map((island) => island.html).join('\n');
  const islands = new HtmlReader(capture.finalUrl, knowledge, 'script', region).read(source);
  if (written === null) return islands;
  const text = written.text === '' ? islands.text : `${written.text}\n${islands.text}`;
  return { ...written, links: [...written.links, ...islands.links], text };
}

function scriptPage(capture: Capture, source: string, knowledge: CompiledKnowledge): Page {
  const written = writtenBy(source, capture, knowledge, baseRegion(capture));
  const { links, hiddenLinks, forms, tables, text, frames, scripts } = written;
  return {
    ...emptyPage(capture),
    kind: 'script',
    links,
    hiddenLinks,
    forms,
    tables,
    records: readDataRecords(dataInScript(source), placeOf(capture, 'unknown'), knowledge),
    text,
    frames,
    scripts,
    placedScripts: scripts,
    mountedScripts: written.mountedScripts,
    inlineScript: source,
  };
}

/**
 * Markup that the string literals of a script would write, including that of scripts in it, a few
 * levels deep.
 */
function writtenBy(
  source: string,
  capture: Capture,
  knowledge: CompiledKnowledge,
  region: PageRegion,
  depth = 0,
): Markup {
  const literals = readScript(source);
  const base = capture.role === 'script' ? (capture.from ?? capture.finalUrl) : capture.finalUrl;
  const markup = new HtmlReader(base, knowledge, 'script', region).read(literals.markup);
  const addresses = new AddressBook(base, sessionIn(knowledge));
  const links: Link[] = [...markup.links];
  for (const { reference, label } of literals.addresses) {
    const url = addresses.resolve(reference);
    if (url === null || !isWeb(url)) continue;
    links.push({ url, label, labelFrom: label === '' ? 'none' : 'near', region, via: 'script', hints: literalHint });
  }
  if (markup.inlineScript === '' || depth >= deepestScript) return { ...markup, links };
  const inner = writtenBy(markup.inlineScript, capture, knowledge, region, depth + 1);
  return {
    ...markup,
    links: [...links, ...inner.links],
    hiddenLinks: [...markup.hiddenLinks, ...inner.hiddenLinks],
    forms: [...markup.forms, ...inner.forms],
    frames: [...markup.frames, ...inner.frames],
    scripts: [...markup.scripts, ...inner.scripts],
    mountedScripts: [...markup.mountedScripts, ...inner.mountedScripts],
    text: inner.text === '' ? markup.text : `${markup.text}\n${inner.text}`,
  };
}

/**
 * Whether a browser rendered the page with all scripts and got links: then it is complete even if
 * short.
 */
function isDrawn({ via, missed }: Capture, links: readonly Link[]): boolean {
  return via === 'browser' && (missed ?? 0) === 0 && links.length >= fewestDrawn;
}

/** Whether a document relies on scripts: almost no text and links, but scripts. */
function isShell(markup: Markup, text: string, links: readonly Link[]): boolean {
  if (markup.scripts.length === 0 && markup.inlineScript === '') return false;
  return text.length < shellText && links.length < shellLinks && markup.forms.length === 0;
}

function isArticle(markup: Markup, url: string, text: string, knowledge: CompiledKnowledge): boolean {
  if (text.length < articleText) return false;
  if (knowledge.vocabulary.reading['article-meta'].some((name) => (markup.meta[name.toLowerCase()] ?? '') !== ''))
    return true;
  return (
    knowledge.articleUrls.some((pattern) => pattern.test(url)) &&
    wordsOf(linkWords, knowledge)['article-days'].test(text)
  );
}

function linesOf(text: string): string {
  return text
    .split(/\r?\n|\r/u)
    .map(foldSpace)
    .filter((line) => line !== '')
    .join('\n');
}
