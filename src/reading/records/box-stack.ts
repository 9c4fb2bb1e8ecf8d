import type { CompiledKnowledge } from '../../config/knowledge.ts';
import { namesOf } from '../element.ts';
import { formatting } from '../markup-rules.ts';
import type { PageRegion } from '../page.ts';
import { nestRegion, regionOf } from '../region.ts';
import { Box, isUnseen, silent } from './box.ts';

interface OpenBox {
  readonly tag: string;
  readonly names: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly region: PageRegion;
  readonly hidden: boolean;
  /** Null in an element whose content is not read. */
  kids: (Box | string)[] | null;
}

const deepest = 600;

/** Open elements of a document, innermost last; an element that ends becomes a box. */
export class BoxStack {
  /** Set when the tree would not be that of a browser. */
  broken = false;
  readonly #knowledge: CompiledKnowledge;
  readonly #root: OpenBox;
  readonly #open: OpenBox[] = [];
  /** Number of open paragraphs and links, which start tags look for although most are in none. */
  readonly #counts = { p: 0, a: 0 };
  /** Whether text that follows is a node of its own. */
  #separate = true;

  constructor(knowledge: CompiledKnowledge, region: PageRegion) {
    this.#knowledge = knowledge;
    this.#root = { tag: 'body', names: '', attributes: {}, region, hidden: false, kids: [] };
  }

  /** Name of the innermost element. */
  get top(): string {
    return this.#inner.tag;
  }

  get #inner(): OpenBox {
    return this.#open[this.#open.length - 1] ?? this.#root;
  }

  /** Name of the element at an index; empty for none. */
  tagAt(index: number): string {
    return this.#open[index]?.tag ?? '';
  }

  isTop(element: object): boolean {
    return this.#inner === element;
  }

  push(tag: string, attributes: Readonly<Record<string, string>>): object {
    const parent = this.#inner;
    const names = namesOf(attributes).toLowerCase();
    const element: OpenBox = {
      tag,
      names,
      attributes,
      region: nestRegion(parent.region, regionOf(tag, names, this.#knowledge)),
      hidden: isUnseen(parent.hidden, attributes),
      kids: parent.kids === null || silent.has(tag) ? null : [],
    };
    this.#open.push(element);
    this.#count(tag, 1);
    this.#separate = true;
    if (this.#open.length > deepest) this.broken = true;
    return element;
  }

  /** An element without content. */
  insert(tag: string, attributes: Readonly<Record<string, string>>): void {
    this.push(tag, attributes);
    this.#pop();
  }

  text(text: string): void {
    const { kids } = this.#inner;
    if (kids === null || text === '') return;
    const last = this.#separate ? undefined : kids.at(-1);
    if (typeof last === 'string') kids[kids.length - 1] = last + text;
    else this.#add(text);
    this.#separate = false;
  }

  #add(kid: Box | string): void {
    const parent = this.#inner;
    // Most elements have one child, for which an array that is to grow would be too large.
    if (parent.kids?.length === 0) parent.kids = [kid];
    else parent.kids?.push(kid);
  }

  #count(tag: string, step: 1 | -1): void {
    if (tag === 'p' || tag === 'a') this.#counts[tag] += step;
  }

  /** Whether an element of this kind is open. */
  has(tag: 'p' | 'a'): boolean {
    return this.#counts[tag] > 0;
  }

  separate(): void {
    this.#separate = true;
  }

  #pop(): void {
    const element = this.#open.pop();
    if (element === undefined) return;
    this.#separate = true;
    const { tag, names, attributes, region, hidden, kids } = element;
    this.#count(tag, -1);
    if (kids !== null) this.#add(new Box(tag, names, attributes, region, hidden, kids));
  }

  closeTop(): void {
    this.#pop();
  }

  /** Closes a part of a table, whose formatting elements end with it; a negative index closes none. */
  closePart(index: number): void {
    while (index >= 0 && this.#open.length > index) this.#pop();
  }

  /**
   * Closes all elements from an index on; a negative index closes none. A formatting element inside
   * would be opened again behind it.
   */
  closeTo(index: number): void {
    if (index < 0) return;
    for (let at = index + 1; at < this.#open.length; at += 1)
      if (formatting.has(this.#open[at]?.tag ?? '')) this.broken = true;
    this.closePart(index);
  }

  /** Closes the innermost elements as long as their end tag may be left out. */
  closeImplied(implied: ReadonlySet<string>): void {
    while (implied.has(this.top)) this.#pop();
  }

  /** Index of the innermost element that is wanted; -1 if a stop comes first or there is none. */
  find(wanted: (tag: string) => boolean, stops: ReadonlySet<string>): number {
    for (let at = this.#open.length - 1; at >= 0; at -= 1) {
      const tag = this.#open[at]?.tag ?? '';
      if (wanted(tag)) return at;
      if (stops.has(tag)) return -1;
    }
    return -1;
  }

  inScope(tag: string, stops: ReadonlySet<string>): number {
    for (let at = this.#open.length - 1; at >= 0; at -= 1) {
      const open = this.#open[at]?.tag ?? '';
      if (open === tag) return at;
      if (stops.has(open)) return -1;
    }
    return -1;
  }

  /** Whether an element above an index is one of these, or a formatting element. */
  holds(tags: ReadonlySet<string>, index: number): boolean {
    return this.#open.slice(index + 1).some(({ tag }) => tags.has(tag) || formatting.has(tag));
  }

  /** The tree; null if it is broken. */
  finish(): Box | null {
    while (this.#open.length > 0) this.#pop();
    const { tag, names, region, kids } = this.#root;
    return this.broken ? null : new Box(tag, names, {}, region, false, kids ?? []);
  }
}
