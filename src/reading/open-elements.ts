/** Deepest search in the stack of open elements; Chromium limits trees to a depth of 512. */
const deepestLook = 600;

/**
 * Receives the elements of a document in the order in which a browser builds them; stack indexes
 * count from the bottom.
 */
export interface MarkupHandler {
  open(tag: string, attributes: Record<string, string>): void;
  text(text: string): void;
  /** The innermost open element ends. */
  close(): void;
  /**
   * An outer element ends while its inner ones stay open; it keeps its place in the stack until
   * they are closed.
   */
  detach(index: number): void;
}

export interface OpenTag {
  /**
   * Name for the rules, with the drawing or formula around it as prefix (`svg title`); empty if
   * detached.
   */
  tag: string;
  readonly name: string;
  readonly foreign: 'svg' | 'math' | null;
  readonly alike: Count;
}

/** Number of open elements with one name. */
interface Count {
  open: number;
}

/** Stack of the open elements, innermost last; reports every change to the handler. */
export class OpenElements {
  private readonly handler: MarkupHandler;
  private readonly stack: OpenTag[] = [];
  private readonly counts = new Map<string, Count>();

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
    return (this.counts.get(tag)?.open ?? 0) > 0;
  }

  push(name: string, attributes: Record<string, string>, foreign: OpenTag['foreign'] = null): void {
    const tag = foreign === null || name === foreign ? name : `${foreign} ${name}`;
    let alike = this.counts.get(tag);
    if (alike === undefined) {
      alike = { open: 0 };
      this.counts.set(tag, alike);
    }
    alike.open += 1;
    this.stack.push({ tag, name, foreign, alike });
    this.handler.open(name, attributes);
  }

  pop(): void {
    const element = this.stack.pop();
    if (element === undefined) return;
    if (element.tag !== '') element.alike.open -= 1;
    this.handler.close();
  }

  /** Closes all elements from an index on; a negative index closes none. */
  closeFrom(index: number): void {
    while (index >= 0 && this.stack.length > index) this.pop();
  }

  /** Ends an element and leaves its inner elements open. */
  detach(index: number): void {
    const element = this.stack[index];
    if (element === undefined) return;
    this.handler.detach(index);
    if (element.tag !== '') element.alike.open -= 1;
    element.tag = '';
  }

  /**
   * Index of the innermost open element that is wanted; -1 if a stop element comes first or there
   * is none.
   */
  find(wanted: (tag: string) => boolean, stops: (tag: string) => boolean): number {
    for (let index = this.stack.length - 1; index >= this.lowest; index -= 1) {
      const tag = this.stack[index]?.tag ?? '';
      if (wanted(tag)) return index;
      if (stops(tag)) return -1;
    }
    return -1;
  }

  /** Index of the outermost wanted element above the first stop element; -1 if there is none. */
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
}
