import {
  blockEnds,
  blocks,
  breakout,
  formatting,
  headings,
  headTags,
  impliedEnd,
  integration,
  marker,
  rawText,
  scope,
  special,
  tableParts,
  tableScope,
  voidTags,
} from './markup-rules.ts';
import type { OpenElements } from './open-elements.ts';

const never = (): boolean => false;
/** Elements whose end tag does more than to close them. */
const hasOwnEnd = new Set(['form', 'head']);
const listItems = ['li'];
const descriptions = ['dd', 'dt'];
const onlyTemplates = new Set(['template']);

/**
 * Applies the rules of HTML tree construction (WHATWG §13.2.6) that affect visible content to the
 * stack of open elements.
 */
export class TreeRules {
  private readonly open: OpenElements;
  private attributes: Record<string, string> = {};
  private formOpen = false;
  private headOver = false;
  /** Whether the document has a root element. */
  root = false;
  /** Whether the end of the root or body was reached. */
  ended = false;

  constructor(open: OpenElements) {
    this.open = open;
  }

  /** Whether the next tag belongs to a drawing or formula. */
  get isForeign(): boolean {
    const { top } = this.open;
    return top !== null && top.foreign !== null && !integration[top.foreign].has(top.name);
  }

  /** Visible text ends the head. */
  text(text: string): void {
    if (this.open.top?.tag === 'head' && text.trim() !== '') this.closeHead();
  }

  /** Handles a start tag. */
  start(tag: string, attributes: Record<string, string>, selfClosing: boolean): void {
    if (tag === '') return;
    this.attributes = attributes;
    const { top } = this.open;
    // In a browser that runs scripts, this content is text.
    if (top !== null && rawText.has(top.tag)) return;
    if (top !== null && top.foreign !== null && this.isForeign) {
      if (!this.breaksOut(tag)) {
        this.open.push(tag, attributes, top.foreign);
        if (selfClosing) this.open.pop();
        return;
      }
      this.leaveForeign();
    }
    if (tag === 'svg' || tag === 'math') {
      this.open.push(tag, attributes, tag);
      if (selfClosing) this.open.pop();
      return;
    }
    this.startHtml(tag === 'image' ? 'img' : tag);
  }

  private breaksOut(tag: string): boolean {
    if (tag === 'font') return ['color', 'face', 'size'].some((name) => Object.hasOwn(this.attributes, name));
    return breakout.has(tag);
  }

  private leaveForeign(): void {
    while (this.isForeign) this.open.pop();
  }

  private startHtml(tag: string): void {
    if (!this.makeRoom(tag)) return;
    this.open.push(tag, this.attributes);
    if (voidTags.has(tag)) this.open.pop();
    else if (tag === 'form' && !this.open.has('template')) this.formOpen = true;
  }

  /** Closes elements that a start tag closes implicitly; false if the tag is ignored. */
  private makeRoom(tag: string): boolean {
    if (tag === 'html' || tag === 'body' || tag === 'head') return this.makeRoomForRoot(tag);
    if (this.open.has('head') && !headTags.has(tag) && !this.open.has('template')) this.closeHead();
    const parts = tableParts.get(tag);
    if (parts !== undefined) this.open.closeFrom(this.open.findOutermost(parts, tableScope));
    else if (tag === 'table') this.closeOuterTable();
    if (blocks.has(tag) || headings.has(tag) || tag === 'li' || tag === 'dd' || tag === 'dt') {
      if (tag === 'li') this.closeItem(listItems);
      else if (tag === 'dd' || tag === 'dt') this.closeItem(descriptions);
      this.closeParagraph();
      if (headings.has(tag) && headings.has(this.open.top?.tag ?? '')) this.open.pop();
    }
    switch (tag) {
      case 'form':
        return !this.formOpen || this.open.has('template');
      case 'button':
        this.open.closeFrom(this.open.inScope(tag, scope));
        return true;
      case 'select': {
        const outer = this.open.inScope(tag, scope);
        this.open.closeFrom(outer);
        // A select inside a select only closes the outer one.
        return outer < 0;
      }
      case 'input':
      case 'textarea':
        this.open.closeFrom(this.open.inScope('select', scope));
        return true;
      case 'option':
        if (this.open.top?.tag === 'option') this.open.pop();
        return true;
      case 'optgroup':
        if (this.open.top?.tag === 'option') this.open.pop();
        if (this.open.top?.tag === 'optgroup') this.open.pop();
        return true;
      case 'a':
      case 'nobr':
        if (this.open.has(tag)) this.endFormatting(tag);
        return true;
      default:
        return true;
    }
  }

  private makeRoomForRoot(tag: 'html' | 'head' | 'body'): boolean {
    this.root ||= tag !== 'head';
    // Documents may be concatenated: the end of an inner one is not the end of the page.
    this.ended = false;
    if (tag === 'html') return !this.open.has('html');
    if (tag === 'head') return !this.headOver && !this.open.has('head') && !this.open.has('body');
    this.closeHead();
    return !this.open.has('body');
  }

  private closeHead(): void {
    this.headOver = true;
    this.open.closeFrom(this.open.inScope('head', scope));
  }

  private closeParagraph(): void {
    if (!this.open.has('p')) return;
    this.open.closeFrom(
      this.open.find(
        (open) => open === 'p',
        (open) => open === 'button' || scope.has(open),
      ),
    );
  }

  private closeItem(names: readonly string[]): void {
    if (!names.some((name) => this.open.has(name))) return;
    this.open.closeFrom(
      this.open.find(
        (open) => names.includes(open),
        (open) => special.has(open) && open !== 'address' && open !== 'div' && open !== 'p',
      ),
    );
  }

  /** A table that starts between the cells of another one closes it. */
  private closeOuterTable(): void {
    if (!this.open.has('table')) return;
    const index = this.open.find(
      (open) => open === 'table',
      (open) => open === 'td' || open === 'th' || open === 'caption' || open === 'template',
    );
    this.open.closeFrom(index);
  }

  /** Handles an end tag. */
  end(tag: string): void {
    const { top } = this.open;
    if (top !== null && rawText.has(top.tag) && tag !== top.tag) return;
    if (tag === 'body' || tag === 'html') {
      if (!this.open.has('template')) this.ended ||= this.root;
      return;
    }
    if (top !== null && top.foreign !== null) {
      if (tag === 'p' || tag === 'br') this.leaveForeign();
      else if (this.endForeign(tag)) return;
    }
    // Most end tags are those of the innermost element, which every rule then closes.
    if (top !== null && top.tag === tag && !hasOwnEnd.has(tag)) this.open.pop();
    else this.endHtml(tag);
  }

  /** Closes an element of a drawing or formula; false if the tag belongs to the HTML around it. */
  private endForeign(tag: string): boolean {
    for (let index = this.open.depth - 1; index >= 0; index -= 1) {
      const element = this.open.at(index);
      if (element === null || element.foreign === null) return false;
      if (element.name !== tag) continue;
      this.open.closeFrom(index);
      return true;
    }
    return false;
  }

  private endHtml(tag: string): void {
    if (tag === 'p' && this.inButtonScope('p') < 0) {
      // An end tag without an open paragraph creates an empty one.
      this.closeHead();
      this.open.push('p', {});
      this.open.pop();
    } else if (tag === 'br') {
      this.open.push('br', {});
      this.open.pop();
    } else if (voidTags.has(tag)) return;
    else if (tag === 'form' && !this.open.has('template')) this.endForm();
    else if (tag === 'p') this.open.closeFrom(this.inButtonScope('p'));
    else if (tag === 'li') this.open.closeFrom(this.listItem());
    else if (headings.has(tag))
      this.open.closeFrom(
        this.open.find(
          (open) => headings.has(open),
          (open) => scope.has(open),
        ),
      );
    else if (tag === 'table') this.open.closeFrom(this.open.inScope('table', onlyTemplates));
    else if (tableParts.has(tag)) this.open.closeFrom(this.open.inScope(tag, tableScope));
    else if (tag === 'template' || tag === 'head') this.endOwn(tag);
    else if (blockEnds.has(tag) || tag === 'dd' || tag === 'dt') this.open.closeFrom(this.open.inScope(tag, scope));
    else if (formatting.has(tag)) this.endFormatting(tag);
    else this.endOther(tag);
  }

  private inButtonScope(tag: string): number {
    if (!this.open.has(tag)) return -1;
    return this.open.find(
      (open) => open === tag,
      (open) => open === 'button' || scope.has(open),
    );
  }

  private listItem(): number {
    if (!this.open.has('li')) return -1;
    return this.open.find(
      (open) => open === 'li',
      (open) => open === 'ul' || open === 'ol' || scope.has(open),
    );
  }

  private endOwn(tag: string): void {
    if (tag === 'head') this.closeHead();
    else if (this.open.has(tag)) this.open.closeFrom(this.open.find((open) => open === tag, never));
  }

  /** The end tag of a form closes no other element. */
  private endForm(): void {
    this.formOpen = false;
    const index = this.open.inScope('form', scope);
    if (index < 0) return;
    while (this.open.depth - 1 > index && impliedEnd.has(this.open.top?.tag ?? '')) this.open.pop();
    if (this.open.depth - 1 === index) this.open.pop();
    else this.open.detach(index);
  }

  /**
   * Simplified adoption agency algorithm: blocks opened in a formatting element stay open after it.
   */
  private endFormatting(tag: string): void {
    const index = this.open.find(
      (open) => open === tag,
      (open) => marker.has(open),
    );
    if (index < 0 || !this.open.has(tag)) return;
    let last = this.open.depth - 1;
    while (last > index && !special.has(this.open.at(last)?.tag ?? '')) last -= 1;
    if (last === index) this.open.closeFrom(index);
    else {
      this.open.closeFrom(last + 1);
      this.open.detach(index);
    }
  }

  private endOther(tag: string): void {
    if (!this.open.has(tag)) return;
    this.open.closeFrom(
      this.open.find(
        (open) => open === tag,
        (open) => special.has(open),
      ),
    );
  }
}
