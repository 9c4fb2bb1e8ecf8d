import { type QuoteType, Tokenizer, type TokenizerCallbacks } from 'htmlparser2';
import { swallowing } from './markup-rules.ts';
import { type MarkupHandler, OpenElements } from './open-elements.ts';
import { TreeRules } from './tree-rules.ts';

/** Of the many tags without any. */
const noAttributes: Record<string, string> = Object.freeze({});

/**
 * Names of elements and attributes as documents write them, in lower case. Documents share few
 * names, and one string for each makes every later comparison and look-up cheap.
 */
const lowerNames = new Map<string, string>();
/** The memory is emptied at this size, to bound what hostile pages can use. */
const mostNames = 2000;
const longestName = 30;

function lowerName(written: string): string {
  const known = lowerNames.get(written);
  if (known !== undefined) return known;
  const name = written.toLowerCase();
  if (name.length > longestName) return name;
  if (lowerNames.size >= mostNames) lowerNames.clear();
  lowerNames.set(written, name);
  return name;
}

/** Sees the tags and texts of a document in the order of its source. */
export interface MarkupWitness {
  start(tag: string, attributes: Readonly<Record<string, string>>, selfClosing: boolean): void;
  end(tag: string): void;
  text(text: string): void;
  comment(): void;
  /** @param content of a declaration or an instruction, without its marks */
  declaration(content: string): void;
  /** The rest of the document is not read. */
  stop(): void;
}

/**
 * Reads HTML in one pass over htmlparser2's tokenizer without building a tree, closing elements as
 * a browser does. Never throws; time is linear in length, memory in depth.
 */
export class MarkupParser implements TokenizerCallbacks {
  private readonly handler: MarkupHandler;
  private readonly witness: MarkupWitness | null;
  private readonly tokenizer: Tokenizer;
  private readonly open: OpenElements;
  private readonly rules: TreeRules;
  private source = '';
  private tag = '';
  private name = '';
  private value = '';
  private attributes: Record<string, string> = noAttributes;
  /** Offset up to which the source was reported to the handler. */
  private read = 0;
  /** Text that was not reported yet: the tokenizer gives a run of `<` sign by sign. */
  private textFrom = 0;
  private textTo = 0;
  private swallowed = false;

  /** @param witness told of every tag and text as it stands in the source */
  constructor(handler: MarkupHandler, witness: MarkupWitness | null = null) {
    this.handler = handler;
    this.witness = witness;
    this.open = new OpenElements(handler);
    this.rules = new TreeRules(this.open);
    this.tokenizer = new Tokenizer({ decodeEntities: true }, this);
  }

  /**
   * Whether the document is complete: its root element is closed or missing, and no unclosed
   * element hides the rest. Valid after `parse`.
   */
  get whole(): boolean {
    return (!this.rules.root || this.rules.ended) && !this.swallowed;
  }

  parse(html: string): void {
    this.source = html;
    this.tokenizer.write(html);
    this.tokenizer.end();
    this.sayText();
    const rest = this.tokenizer.running ? this.source.slice(this.read).trim() : '';
    // An unclosed tag, or an unclosed element that hides its content, swallows the rest of the
    // document.
    if (!this.rules.ended && rest !== '') this.swallowed = true;
    for (let index = 0; index < this.open.depth; index += 1)
      if (swallowing.has(this.open.at(index)?.tag ?? '')) this.swallowed = true;
    this.open.closeFrom(0);
  }

  /** Stops parsing; what was read is kept. */
  stop(): void {
    this.witness?.stop();
    this.tokenizer.pause();
  }

  /** Records that an unclosed element hides a part of the document. */
  noteSwallowed(): void {
    this.swallowed = true;
  }

  isInForeignContext(): boolean {
    this.sayText();
    return this.rules.isForeign;
  }

  ontext(start: number, end: number): void {
    this.read = end;
    if (this.textTo !== start) {
      this.sayText();
      this.textFrom = start;
    }
    this.textTo = end;
  }

  ontextentity(codePoint: number, end: number): void {
    this.sayText();
    this.read = end;
    this.say(String.fromCodePoint(codePoint));
  }

  oncdata(start: number, end: number, offset: number): void {
    this.sayText();
    this.read = end + 1;
    this.witness?.declaration('![CDATA[');
    if (this.rules.isForeign) this.say(this.source.slice(start, end - offset));
  }

  oncomment(_start: number, end: number): void {
    this.sayText();
    this.read = end + 1;
    this.witness?.comment();
    // A comment that reaches the end of the document was never closed.
    if (end >= this.source.length && !this.rules.ended) this.swallowed = true;
  }

  ondeclaration(start: number, end: number): void {
    this.sayText();
    this.read = end + 1;
    this.witness?.declaration(this.source.slice(start, end));
  }

  onprocessinginstruction(start: number, end: number): void {
    this.sayText();
    this.read = end + 1;
    this.witness?.declaration(this.source.slice(start, end));
  }

  onend(): void {
    // `parse` finishes after the tokenizer ends.
  }

  onopentagname(start: number, end: number): void {
    this.sayText();
    this.tag = lowerName(this.source.slice(start, end));
    this.attributes = noAttributes;
  }

  onattribname(start: number, end: number): void {
    this.name = lowerName(this.source.slice(start, end));
    this.value = '';
  }

  onattribdata(start: number, end: number): void {
    this.value += this.source.slice(start, end);
  }

  onattribentity(codePoint: number): void {
    this.value += String.fromCodePoint(codePoint);
  }

  onattribend(_quote: QuoteType, _end: number): void {
    const isFirst = this.attributes === noAttributes;
    if (isFirst) this.attributes = {};
    if (isFirst || !Object.hasOwn(this.attributes, this.name)) this.attributes[this.name] = this.value;
    this.value = '';
  }

  onopentagend(end: number): void {
    this.read = end + 1;
    this.witness?.start(this.tag, this.attributes, false);
    this.rules.start(this.tag, this.attributes, false);
  }

  onselfclosingtag(end: number): void {
    this.read = end + 1;
    this.witness?.start(this.tag, this.attributes, true);
    this.rules.start(this.tag, this.attributes, true);
  }

  onclosetag(start: number, end: number): void {
    this.sayText();
    this.read = end + 1;
    const tag = lowerName(this.source.slice(start, end));
    this.witness?.end(tag);
    this.rules.end(tag);
  }

  private sayText(): void {
    if (this.textFrom === this.textTo) return;
    const text = this.source.slice(this.textFrom, this.textTo);
    this.textFrom = this.textTo;
    this.say(text);
  }

  private say(text: string): void {
    this.witness?.text(text);
    this.rules.text(text);
    this.handler.text(text);
  }
}
