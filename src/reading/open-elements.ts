/** Stacks are looked through no deeper than this; browsers build no deeper trees (Chromium: 512). */
const deepestLook = 600;

/** Told of a document's elements in order, as a browser would build them. Open elements form a stack; indexes count from its bottom. */
export interface MarkupHandler {
  open(tag: string, attributes: Record<string, string>): void;
  text(text: string): void;
  /** The last opened element ends. */
  close(): void;
  /** An element further down ends, while those opened in it stay open; its place in the stack stays taken until all above it are closed. */
  detach(index: number): void;
}

export interface OpenTag {
  /** What the rules know it by: its name, after that of the drawing or formula in which it stands (`svg title`). Empty: detached. */
  tag: string;
  readonly name: string;
  readonly foreign: 'svg' | 'math' | null;
}

/** The elements that are open at a place in a document, the innermost last; the handler is told of every change. */
export class OpenElements {
  private readonly handler: MarkupHandler;
  private readonly stack: OpenTag[] = [];
  private readonly counts = new Map<string, number>();

  constructor(handler: MarkupHandler) {
    this.handler = handler;
  }

  get depth(): number {
    return this.stack.length;
  }

  get top(): OpenTag | null {
    return this.stack[this.stack.length - 1] ?? null;
  }

  at(index: number): OpenTag | null {
    return this.stack[index] ?? null;
  }

  has(tag: string): boolean {
    return (this.counts.get(tag) ?? 0) > 0;
  }

  push(name: string, attributes: Record<string, string>, foreign: OpenTag['foreign'] = null): void {
    const tag = foreign === null || name === foreign ? name : `${foreign} ${name}`;
    this.stack.push({ tag, name, foreign });
    this.counts.set(tag, (this.counts.get(tag) ?? 0) + 1);
    this.handler.open(name, attributes);
  }

  pop(): void {
    const element = this.stack.pop();
    if (element === undefined) return;
    this.forget(element.tag);
    this.handler.close();
  }

  /** Closes everything from an index on; nothing for a negative one. */
  closeFrom(index: number): void {
    while (index >= 0 && this.stack.length > index) this.pop();
  }

  /** Ends an element while those that were opened in it stay open. */
  detach(index: number): void {
    const element = this.stack[index];
    if (element === undefined) return;
    this.handler.detach(index);
    this.forget(element.tag);
    element.tag = '';
  }

  /** Index of the innermost open element that is wanted, -1 when there is none before the search stops. */
  find(wanted: (tag: string) => boolean, stops: (tag: string) => boolean): number {
    for (let index = this.stack.length - 1; index >= this.lowest; index -= 1) {
      const tag = this.stack[index]?.tag ?? '';
      if (wanted(tag)) return index;
      if (stops(tag)) return -1;
    }
    return -1;
  }

  /** Index of the outermost open element that is wanted above the first that stops the search, -1 when there is none. */
  findOutermost(wanted: ReadonlySet<string>, stops: ReadonlySet<string>): number {
    let found = -1;
    for (let index = this.stack.length - 1; index >= this.lowest; index -= 1) {
      const tag = this.stack[index]?.tag ?? '';
      if (stops.has(tag)) break;
      if (wanted.has(tag)) found = index;
    }
    return found;
  }

  inScope(tag: string, stops: ReadonlySet<string>): number {
    if (!this.has(tag)) return -1;
    return this.find(
      (open) => open === tag,
      (open) => stops.has(open),
    );
  }

  private get lowest(): number {
    return Math.max(0, this.stack.length - deepestLook);
  }

  private forget(tag: string): void {
    if (tag !== '') this.counts.set(tag, (this.counts.get(tag) ?? 1) - 1);
  }
}
