import type { CompiledKnowledge } from '../config/knowledge.ts';
import { AddressBook, isWeb, sessionIn } from './addresses.ts';
import { Concealment, notePane } from './concealment.ts';
import { containerOf } from './containers.ts';
import { DrawingReader, isPageObject, replacesContent } from './drawing-reader.ts';
import { type LinkDraft, namesOf, type OpenElement } from './element.ts';
import { FormCollector } from './form-collector.ts';
import { LinkCollector } from './link-collector.ts';
import { MarkupParser, type MarkupWitness } from './markup-parser.ts';
import { exceedsLimits } from './measure.ts';
import type { MarkupHandler } from './open-elements.ts';
import { type Form, type Heading, incompleteMeta, type Link, type PageRegion, type Table } from './page.ts';
import { nestRegion, regionOf } from './region.ts';
import { TableCollector } from './table-collector.ts';
import { foldSpace } from './text.ts';

/** Result of one pass over markup. */
export interface Markup {
  readonly base: string;
  readonly title: string;
  readonly lang: string;
  readonly meta: Readonly<Record<string, string>>;
  readonly links: readonly Link[];
  readonly hiddenLinks: readonly Link[];
  readonly forms: readonly Form[];
  readonly tables: readonly Table[];
  readonly headings: readonly Heading[];
  readonly text: string;
  readonly scripts: readonly string[];
  readonly placedScripts: readonly string[];
  readonly mountedScripts: readonly string[];
  readonly emptyRegions: readonly ('header' | 'footer')[];
  readonly frames: readonly string[];
  readonly inlineScript: string;
}

const blocks = new Set(
  'address article aside blockquote body br button caption center dd details dialog dir div dl dt fieldset figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 head header hr html legend li main marquee menu nav ol optgroup option p pre section select summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);
/** Elements whose content is not visible text. */
const silent = new Set(
  'script style template noscript math title iframe noembed noframes audio video canvas datalist'.split(' '),
);
const headingLevels: ReadonlyMap<string, Heading['level']> = new Map([
  ['h1', 1],
  ['h2', 2],
  ['h3', 3],
]);
const mostHeadings = 60;
const longestHeading = 200;
/**
 * Reads markup in one streaming pass without a tree or recursion, so cost is linear in length and
 * independent of depth.
 */
export class HtmlReader implements MarkupHandler {
  private readonly parser: MarkupParser;
  private readonly knowledge: CompiledKnowledge;
  private readonly addresses: AddressBook;
  private readonly stack: OpenElement[] = [];
  private readonly root: OpenElement;
  private readonly pieces: string[] = [];
  private readonly lines: string[] = [];
  private readonly headings: Heading[] = [];
  private line = '';
  private silence = 0;
  private based = false;
  private titleText = '';
  private titleOpen = false;
  private drawingTitleOpen = false;
  private lang = '';
  private readonly meta: Record<string, string> = {};
  private readonly scripts: string[] = [];
  private readonly scriptPlaces: { url: string; mounted: boolean; pieces: number }[] = [];
  private readonly frames: string[] = [];
  private readonly emptyRegions = new Set<'header' | 'footer'>();
  private inline: string[] = [];
  private inlineOpen = false;
  private media = 0;
  private elements = 0;
  private concealment = new Concealment('');
  private readonly drawing: DrawingReader;
  private readonly linkCollector: LinkCollector;
  private readonly formCollector: FormCollector;
  private readonly tableCollector: TableCollector;

  /**
   * @param encoding encoding of the document, used for the queries of its links
   * @param witness told of every tag and text
   */
  constructor(
    base: string,
    knowledge: CompiledKnowledge,
    via: 'html' | 'script',
    region: PageRegion,
    encoding = 'utf-8',
    witness: MarkupWitness | null = null,
  ) {
    this.knowledge = knowledge;
    this.addresses = new AddressBook(base, sessionIn(knowledge), encoding);
    this.root = {
      tag: '',
      names: '',
      region,
      hidden: false,
      pieces: 0,
      links: 0,
      link: null,
      container: null,
      mute: false,
      panes: null,
    };
    this.linkCollector = new LinkCollector(this.addresses, via, this.pieces, knowledge.genericLabels);
    this.drawing = new DrawingReader(this.linkCollector, this.pieces);
    this.formCollector = new FormCollector(this.addresses);
    this.tableCollector = new TableCollector(this.pieces);
    this.parser = new MarkupParser(this, witness);
  }

  read(html: string): Markup {
    this.concealment = new Concealment(html);
    // Browsers drop zero bytes from text.
    this.parser.parse(html.includes('\0') ? html.replaceAll('\0', '') : html);
    this.flush();
    if (!this.parser.whole) this.meta[incompleteMeta] = 'yes';
    const links = this.linkCollector.finish();
    return {
      base: this.addresses.base,
      title: foldSpace(this.titleText),
      lang: this.lang,
      meta: this.meta,
      links: links.visible,
      hiddenLinks: links.hidden,
      forms: this.formCollector.finish(),
      tables: this.tableCollector.finish(),
      headings: this.headings,
      text: this.lines.join('\n'),
      scripts: this.scripts,
      placedScripts: this.scriptPlaces
        .filter((place) => place.mounted || place.pieces < this.pieces.length)
        .map((place) => place.url),
      mountedScripts: this.scriptPlaces.filter((place) => place.mounted).map((place) => place.url),
      emptyRegions: [...this.emptyRegions],
      frames: this.frames,
      inlineScript: this.inline.join('\n'),
    };
  }

  private get top(): OpenElement {
    return this.stack[this.stack.length - 1] ?? this.root;
  }

  open(tag: string, attributes: Record<string, string>): void {
    const parent = this.top;
    this.elements += 1;
    if (exceedsLimits({ depth: this.stack.length, elements: this.elements, links: this.linkCollector.count })) {
      this.meta[incompleteMeta] = 'yes';
      this.parser.stop();
    }
    const names = namesOf(attributes);
    const region = nestRegion(parent.region, regionOf(tag, names, this.knowledge));
    const hidden = parent.hidden || this.concealment.hides(tag, attributes, parent.panes);
    if (!hidden) notePane(parent, tag, attributes.class);
    if (blocks.has(tag)) this.flush();
    const mute = silent.has(tag) || (tag === 'object' && replacesContent(attributes));
    let link: LinkDraft | null = null;
    if (this.silence === 0) {
      if (this.drawing.isOpen || tag === 'svg')
        link = this.drawing.open(tag, attributes, this.stack, { names, parent, region, hidden });
      else if (mute) this.readOther(tag, attributes, hidden);
      else {
        link = this.linkCollector.open(tag, attributes, names, parent, region, hidden);
        this.formCollector.open(tag, attributes, names, this.stack, region, hidden);
        this.tableCollector.open(tag);
        this.readOther(tag, attributes, hidden);
      }
    }
    if (mute) this.openSilent(tag, attributes);
    this.stack.push({
      tag,
      names,
      region,
      hidden,
      pieces: this.pieces.length,
      links: this.linkCollector.count + this.formCollector.count + this.media,
      link,
      container: containerOf(attributes, this.knowledge),
      mute,
      panes: null,
    });
  }

  private openSilent(tag: string, attributes: Record<string, string>): void {
    this.silence += 1;
    if (tag === 'title') {
      this.drawingTitleOpen = this.stack.some((element) => element.tag === 'svg');
      this.titleOpen = !this.drawingTitleOpen && this.titleText === '';
    }
    if (tag !== 'script') return;
    const source = attributes.src;
    if (source === undefined) {
      this.inlineOpen = !/json|template|html/iu.test(attributes.type ?? '');
      this.inline.push('');
      return;
    }
    const url = this.addresses.resolve(source);
    if (url === null || !isWeb(url)) return;
    this.scripts.push(url);
    // A script writes into its container; directly below body it counts only if content follows.
    const inHead = this.stack.some((element) => element.tag === 'head');
    const parent = this.top;
    if (!inHead && this.stack.length > 0)
      this.scriptPlaces.push({
        url,
        mounted: parent.tag !== 'body' && parent.tag !== 'html' && !parent.hidden,
        pieces: this.pieces.length,
      });
    this.media += 1;
  }

  private readOther(tag: string, attributes: Record<string, string>, hidden: boolean): void {
    if (tag === 'meta') {
      const name = attributes.name ?? attributes.property ?? attributes['http-equiv'];
      if (name && attributes.content !== undefined) this.meta[name.toLowerCase()] ??= attributes.content;
    } else if (tag === 'iframe' || tag === 'frame') {
      const url = this.addresses.resolve(attributes.src ?? attributes['data-src'] ?? '');
      const invisible =
        hidden || /^0(?:px)?$/u.test(attributes.width ?? '') || /^0(?:px)?$/u.test(attributes.height ?? '');
      if (url !== null && isWeb(url) && !invisible && !/(?:width|height)\s*:\s*0/iu.test(attributes.style ?? ''))
        this.frames.push(url);
      this.media += 1;
    } else if (tag === 'html') {
      this.lang = attributes.lang ?? attributes['xml:lang'] ?? '';
    } else if (tag === 'body' && attributes.onload) {
      this.inline.push(attributes.onload);
    } else if (tag === 'base' && attributes.href !== undefined && !this.based) {
      // Only the first `<base>` counts, even an invalid one.
      this.based = true;
      this.addresses.rebase(attributes.href);
    } else if (tag === 'object') {
      const url = this.addresses.resolve(attributes.data ?? '');
      if (url !== null && isWeb(url) && isPageObject(attributes)) this.frames.push(url);
      this.media += 1;
    } else if (tag === 'img') {
      this.media += 1;
    }
  }

  text(text: string): void {
    if (this.silence > 0) {
      if (this.titleOpen) this.titleText += text;
      else if (this.drawingTitleOpen) this.linkCollector.drawing(text);
      else if (this.inlineOpen && this.inline.length > 0) this.inline[this.inline.length - 1] += text;
      return;
    }
    if (this.drawing.isOpen) this.drawing.text(text, this.stack);
    else this.write(text);
  }

  private write(text: string): void {
    const { hidden } = this.top;
    this.linkCollector.text(text, hidden);
    if (hidden) return;
    this.pieces.push(text);
    this.formCollector.text(text);
    this.line = this.line === '' ? text : this.line + text;
  }

  close(): void {
    const element = this.stack.pop();
    if (element === undefined || element.tag === '') return;
    this.end(element, this.stack.length);
  }

  detach(index: number): void {
    const element = this.stack[index];
    if (element === undefined) return;
    this.end(element, index);
    this.stack[index] = { ...element, tag: '', link: null, container: null, mute: false };
  }

  private end(element: OpenElement, depth: number): void {
    if (element.mute) {
      this.silence -= 1;
      this.inlineOpen = false;
      this.titleOpen = false;
      this.drawingTitleOpen = false;
      return;
    }
    if (this.drawing.isOpen) {
      if (this.drawing.close(element, depth)) this.parser.noteSwallowed();
      return;
    }
    if (blocks.has(element.tag)) this.flush();
    if (this.silence > 0) return;
    const level = headingLevels.get(element.tag);
    if (level !== undefined && !element.hidden) this.heading(level, element.pieces);
    this.linkCollector.close(element, depth);
    this.formCollector.close(element.tag, depth);
    this.tableCollector.close(element.tag);
    const things = this.linkCollector.count + this.formCollector.count + this.media;
    if (element.container && things === element.links && this.textSince(element.pieces) === '')
      this.emptyRegions.add(element.container);
  }

  private heading(level: Heading['level'], start: number): void {
    if (this.headings.length >= mostHeadings) return;
    let text = '';
    for (let index = start; index < this.pieces.length && text.length < longestHeading; index += 1)
      text += this.pieces[index] ?? '';
    text = foldSpace(text).slice(0, longestHeading);
    if (text !== '') this.headings.push({ level, text });
  }

  private textSince(start: number): string {
    let text = '';
    for (let index = start; index < this.pieces.length && text === ''; index += 1)
      text = foldSpace(this.pieces[index] ?? '');
    return text;
  }

  private flush(): void {
    if (this.line === '') return;
    const line = foldSpace(this.line);
    this.line = '';
    if (line !== '') this.lines.push(line);
  }
}
