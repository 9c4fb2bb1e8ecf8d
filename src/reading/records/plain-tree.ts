import type { CompiledKnowledge } from '../../config/knowledge.ts';
import {
  blockEnds,
  blocks,
  breakout,
  formatting,
  headings,
  impliedEnd,
  marker,
  scope,
  special,
  voidTags,
} from '../markup-rules.ts';
import type { PageRegion } from '../page.ts';
import type { Box } from './box.ts';
import { BoxStack } from './box-stack.ts';
import { endInTable, startInTable, tableContext } from './plain-tables.ts';

/** Elements whose content is no markup; `noscript` in a browser that runs scripts. */
const raw = new Set(['script', 'style', 'title', 'textarea', 'iframe', 'noscript']);
/** Elements whose rules are not followed here. */
const unusual = new Set(
  'html body frameset image listing noembed noframes nobr optgroup option plaintext rb rp rt rtc template xmp'.split(
    ' ',
  ),
);
const headParts = new Set(['base', 'link', 'meta', 'script', 'style', 'title', 'noscript']);
const ignored = new Set(['head', 'caption', 'col', 'colgroup', 'frame', 'tbody', 'td', 'tfoot', 'th', 'thead', 'tr']);
const foreignHtml = new Set('script style title desc foreignobject annotation-xml mi mo mn ms mtext font'.split(' '));
const buttonScope: ReadonlySet<string> = new Set([...scope, 'button']);
const listScope: ReadonlySet<string> = new Set([...scope, 'ul', 'ol']);
const itemStops: ReadonlySet<string> = new Set(
  [...special].filter((tag) => tag !== 'address' && tag !== 'div' && tag !== 'p'),
);
/** Elements that follow other rules than to be opened where they are. */
const ruled: ReadonlySet<string> = new Set([...ignored, ...unusual, ...raw, ...voidTags, 'svg', 'math', 'select']);
const paragraphEnds: ReadonlySet<string> = new Set([...blocks, ...headings, 'li', 'dd', 'dt']);
const listItems = ['li'];
const descriptions = ['dd', 'dt'];
/** Elements that may stand between the parts of a table. */
const inTables = new Set(['script', 'style']);
const notBlank = /[^\t\n\f\r ]/u;

/**
 * Builds the boxes of a document from the tags that the reader of its text finds anyway, which takes a
 * fifth of the time of a parser of its own. It follows the rules of HTML tree construction but for
 * those that move or repeat elements; a document that needs these gives no tree, and is then built
 * by `boxesOf`.
 */
export class PlainTree {
  readonly #stack: BoxStack;
  #phase: 'initial' | 'html' | 'head' | 'after-head' | 'body' = 'initial';
  #raw: string | null = null;
  #script = '';
  #foreign: string[] = [];
  #inSelect = false;
  #form: object | null = null;
  #bodyEnded = false;
  #atStartOfPre = false;

  constructor(knowledge: CompiledKnowledge, region: PageRegion) {
    this.#stack = new BoxStack(knowledge, region);
  }

  /** The tree; null if the document needs a whole parser. */
  finish(): Box | null {
    if (this.#phase !== 'body' || this.#raw !== null || this.#foreign.length > 0 || this.#inSelect) return null;
    return this.#stack.finish();
  }

  start(tag: string, attributes: Readonly<Record<string, string>>, selfClosing: boolean): void {
    if (this.#stack.broken || this.#raw === 'noscript') return;
    this.#atStartOfPre = false;
    if (this.#raw !== null || (selfClosing && raw.has(tag))) this.#give();
    else if (this.#foreign.length > 0) this.#startForeign(tag, selfClosing);
    else if (this.#inSelect) this.#startInSelect(tag);
    else if (this.#phase === 'body') this.#startInBody(tag, attributes, selfClosing);
    else this.#startBefore(tag, attributes);
  }

  end(tag: string): void {
    if (this.#stack.broken) return;
    this.#atStartOfPre = false;
    if (this.#raw !== null) this.#endRaw(tag);
    else if (this.#foreign.length > 0) this.#endForeign(tag);
    else if (this.#inSelect) this.#endInSelect(tag);
    else if (this.#phase === 'body') this.#endInBody(tag);
    else if (this.#phase === 'head' && tag === 'head') this.#phase = 'after-head';
    else this.#give();
  }

  text(text: string): void {
    if (this.#stack.broken) return;
    if (this.#raw !== null) this.#textInRaw(text);
    else if (this.#foreign.length > 0 || this.#inSelect) return;
    else if (this.#phase === 'body') this.#textInBody(text);
    else if (notBlank.test(text)) this.#give();
    else if (this.#phase === 'after-head') this.#stack.text(text);
  }

  comment(): void {
    this.#atStartOfPre = false;
    if (this.#raw === 'noscript' || this.#raw === 'iframe') this.#give();
    if (!this.#bodyEnded) this.#stack.separate();
  }

  /** @param content of a declaration or an instruction, without its marks */
  declaration(content: string): void {
    if (this.#phase === 'initial') return;
    // A second document, or data that only a drawing may have.
    if (/^!?(?:doctype|\[CDATA)/iu.test(content)) this.#give();
    this.comment();
  }

  /** The reader gives up, so the rest is missing. */
  stop(): void {
    this.#give();
  }

  #give(): void {
    this.#stack.broken = true;
  }

  #startBefore(tag: string, attributes: Readonly<Record<string, string>>): void {
    // A document may leave out the tag of its head.
    if (this.#phase === 'html' && headParts.has(tag)) this.#phase = 'head';
    const inHead = this.#phase === 'head' || this.#phase === 'after-head';
    if (inHead && headParts.has(tag) && raw.has(tag)) this.#raw = tag;
    else if (inHead && headParts.has(tag)) return;
    else if (tag === 'html' && this.#phase === 'initial') {
      this.#stack.push(tag, attributes);
      this.#phase = 'html';
    } else if (tag === 'head' && this.#phase === 'html') this.#phase = 'head';
    else if (tag === 'body' && this.#phase !== 'initial') {
      this.#stack.push(tag, attributes);
      this.#phase = 'body';
    } else this.#give();
  }

  #endRaw(tag: string): void {
    if (tag !== this.#raw) return;
    const script = this.#script.toLowerCase();
    // A script inside the comment of a script is not ended by its end tag.
    if (script.includes('<!--') && script.includes('<script')) this.#give();
    this.#raw = null;
    this.#script = '';
  }

  #textInRaw(text: string): void {
    if (this.#raw === 'script') this.#script += text;
    if (this.#raw === 'iframe' && notBlank.test(text)) this.#give();
  }

  #startForeign(tag: string, selfClosing: boolean): void {
    if (breakout.has(tag) || foreignHtml.has(tag)) this.#give();
    else if (!selfClosing) this.#foreign.push(tag);
  }

  #endForeign(tag: string): void {
    if (this.#foreign.pop() !== tag) this.#give();
  }

  #startInSelect(tag: string): void {
    if (tag === 'script') this.#raw = tag;
    else if (tag !== 'option' && tag !== 'optgroup') this.#give();
  }

  #endInSelect(tag: string): void {
    if (tag === 'select') this.#inSelect = false;
    else if (tag !== 'option' && tag !== 'optgroup') this.#give();
  }

  #textInBody(text: string): void {
    const atStart = this.#atStartOfPre;
    this.#atStartOfPre = false;
    if (tableContext.has(this.#stack.top) && notBlank.test(text)) this.#give();
    else this.#stack.text(atStart ? text.replace(/^\r?\n/u, '') : text);
  }

  #startInBody(tag: string, attributes: Readonly<Record<string, string>>, selfClosing: boolean): void {
    const stack = this.#stack;
    this.#bodyEnded = false;
    if (!ruled.has(tag)) {
      if (tableContext.has(stack.top)) this.#give();
      else this.#open(tag, attributes);
      return;
    }
    if (startInTable(stack, tag, attributes) || ignored.has(tag)) return;
    const isMisplaced = tableContext.has(stack.top) && (stack.top === 'colgroup' || !inTables.has(tag));
    if (isMisplaced || unusual.has(tag)) this.#give();
    else if (raw.has(tag)) {
      stack.separate();
      this.#raw = tag;
    } else if (tag === 'svg' || tag === 'math') {
      stack.separate();
      if (!selfClosing) this.#foreign = [tag];
    } else if (tag === 'select') {
      stack.separate();
      this.#inSelect = true;
    } else {
      if (tag === 'hr') this.#closeParagraph();
      stack.insert(tag, attributes);
    }
  }

  /** Opens an element after closing those that its start tag ends. */
  #open(tag: string, attributes: Readonly<Record<string, string>>): void {
    const stack = this.#stack;
    if (tag === 'form' && this.#form !== null) return;
    if (tag === 'li') this.#closeItem(listItems);
    else if (tag === 'dd' || tag === 'dt') this.#closeItem(descriptions);
    // A table closes a paragraph only in documents with a modern doctype.
    if (tag === 'table' && stack.inScope('p', buttonScope) >= 0) this.#give();
    if (tag === 'button' && stack.inScope('button', scope) >= 0) this.#give();
    if (tag === 'a' && stack.has('a') && stack.inScope('a', marker) >= 0) this.#give();
    if (paragraphEnds.has(tag)) {
      this.#closeParagraph();
      if (headings.has(tag) && headings.has(stack.top)) this.#give();
    }
    const element = stack.push(tag, attributes);
    if (tag === 'form') this.#form = element;
    this.#atStartOfPre = tag === 'pre';
  }

  #closeParagraph(): void {
    if (this.#stack.has('p')) this.#stack.closeTo(this.#stack.inScope('p', buttonScope));
  }

  #closeItem(names: readonly string[]): void {
    this.#stack.closeTo(this.#stack.find((open) => names.includes(open), itemStops));
  }

  #endInBody(tag: string): void {
    const stack = this.#stack;
    if (tag === 'body' || tag === 'html') {
      this.#bodyEnded = true;
      return;
    }
    // Most end tags are those of the innermost element, which every rule then closes.
    if (tag === stack.top && tag !== 'form') {
      stack.closeTop();
      return;
    }
    // Any other end tag closes a group of columns.
    if (stack.top === 'colgroup' && tag !== 'colgroup' && tag !== 'table') this.#give();
    if (endInTable(stack, tag)) return;
    if (tag === 'br' && tableContext.has(stack.top)) this.#give();
    else if (tag === 'br') stack.insert('br', {});
    else if (tag === 'form') this.#endForm();
    else if (tag === 'p') this.#endParagraph();
    else if (tag === 'li') stack.closeTo(stack.inScope('li', listScope));
    else if (headings.has(tag)) stack.closeTo(stack.find((open) => headings.has(open), scope));
    else if (blockEnds.has(tag) || tag === 'dd' || tag === 'dt') stack.closeTo(stack.inScope(tag, scope));
    else if (formatting.has(tag)) this.#endFormatting(tag);
    else if (!voidTags.has(tag)) stack.closeTo(stack.find((open) => open === tag, special));
  }

  #endParagraph(): void {
    const at = this.#stack.inScope('p', buttonScope);
    if (at >= 0) this.#stack.closeTo(at);
    else if (tableContext.has(this.#stack.top)) this.#give();
    // An end tag without an open paragraph creates an empty one.
    else this.#stack.insert('p', {});
  }

  #endForm(): void {
    const form = this.#form;
    this.#form = null;
    const at = this.#stack.inScope('form', scope);
    if (form === null || at < 0) return;
    this.#stack.closeImplied(impliedEnd);
    if (this.#stack.isTop(form)) this.#stack.closeTo(at);
    else this.#give();
  }

  #endFormatting(tag: string): void {
    const at = this.#stack.inScope(tag, marker);
    if (at < 0 || this.#stack.inScope(tag, scope) < 0) return;
    if (this.#stack.holds(special, at)) this.#give();
    else this.#stack.closeTo(at);
  }
}
