import { foldLabel } from '../config/knowledge.ts';
import type { AddressBook } from './addresses.ts';
import type { OpenElement } from './html-reader.ts';
import type { Link, PageRegion } from './page.ts';
import { foldSpace } from './text.ts';

/** A link whose label is still being read. */
export interface LinkDraft {
  readonly url: string;
  readonly region: PageRegion;
  readonly hidden: boolean;
  readonly title: string;
  readonly aria: string;
  alt: string;
  hints: string;
  text: string;
  label: string;
  labelFrom: Link['labelFrom'];
  /** Range of the page's text pieces that stand inside the link. */
  readonly start: number;
  end: number;
  /** Number of links before this one. */
  readonly index: number;
}

interface Waiting {
  readonly draft: LinkDraft;
  /** Stack depth of the ancestor whose end decides next. */
  depth: number;
  levels: number;
}

const longestLabel = 200;
/** A neighbour longer than this describes, it does not name. */
const longestNeighbour = 24;
/** How many ancestors up a label may stand beside its link. */
const levels = 3;
const scriptedAddress =
  /(?:open|href|location|replace|assign|goto|jump|url|link)\w*\s*(?:\(|=)\s*(['"`])((?:https?:|\/|\.{1,2}\/)[^'"`]{1,500})\1/iu;

/** Collects links with the best name each has; knows how labels and links stand beside each other. */
export class LinkCollector {
  private readonly addresses: AddressBook;
  private readonly via: Link['via'];
  private readonly pieces: readonly string[];
  private readonly generic: ReadonlySet<string>;
  private readonly drafts: LinkDraft[] = [];
  private readonly open_: LinkDraft[] = [];
  private waiting: Waiting[] = [];

  constructor(addresses: AddressBook, via: Link['via'], pieces: readonly string[], generic: ReadonlySet<string>) {
    this.addresses = addresses;
    this.via = via;
    this.pieces = pieces;
    this.generic = generic;
  }

  get count(): number {
    return this.drafts.length;
  }

  /** Starts a link when the element is one; otherwise lets images name the link they stand in. */
  open(
    tag: string,
    attributes: Record<string, string>,
    names: string,
    parent: OpenElement,
    region: PageRegion,
    hidden: boolean,
  ): LinkDraft | null {
    const inside = this.open_[this.open_.length - 1];
    if (inside) {
      const image = tag === 'img' ? `${attributes.alt || attributes.title || ''}` : (attributes.title ?? '');
      if (inside.alt === '' && image !== '') inside.alt = image;
      if (tag === 'img') inside.hints += ` ${fileName(attributes.src)}`;
      else if (names !== '' && inside.hints.length < 300) inside.hints += ` ${names}`;
    }
    const reference = this.reference(tag, attributes);
    if (reference === null) return null;
    const url = this.addresses.resolve(reference);
    if (url === null) return null;
    const draft: LinkDraft = {
      url,
      region,
      hidden,
      title: attributes.title ?? '',
      aria: attributes['aria-label'] ?? '',
      alt: tag === 'img' || tag === 'area' || tag === 'input' ? (attributes.alt ?? attributes.value ?? '') : '',
      hints: `${names} ${parent.names}${tag === 'img' ? ` ${fileName(attributes.src)}` : ''}`.trim(),
      text: '',
      label: '',
      labelFrom: 'none',
      start: this.pieces.length,
      end: this.pieces.length,
      index: this.drafts.length,
    };
    this.drafts.push(draft);
    this.open_.push(draft);
    return draft;
  }

  text(text: string, hidden: boolean): void {
    const inside = this.open_[this.open_.length - 1];
    if (inside && inside.text.length < longestLabel && (!hidden || inside.hidden)) inside.text += text;
  }

  /** The title of a drawing names the link that it stands in. */
  drawing(title: string): void {
    const inside = this.open_[this.open_.length - 1];
    if (inside && inside.alt === '') inside.alt = title.slice(0, longestLabel);
  }

  close(element: OpenElement, depth: number): void {
    if (element.link) {
      const at = this.open_.lastIndexOf(element.link);
      if (at >= 0) this.open_.splice(at, 1);
      this.name(element.link, depth);
      return;
    }
    if (this.waiting.length > 0) this.askNeighbours(element, depth);
  }

  finish(): { visible: Link[]; hidden: Link[] } {
    const visible: Link[] = [];
    const hidden: Link[] = [];
    for (const draft of this.drafts) {
      const { url, region, hints } = draft;
      const link: Link = {
        url,
        label: draft.label.slice(0, longestLabel),
        labelFrom: draft.labelFrom,
        region,
        via: this.via,
        hints: hints.slice(0, 300),
      };
      (draft.hidden ? hidden : visible).push(link);
    }
    return { visible, hidden };
  }

  /** Address an element leads to; null when it leads nowhere. Clickable elements without a readable target keep their script. */
  private reference(tag: string, attributes: Record<string, string>): string | null {
    const click = attributes.onclick;
    const href = tag === 'a' || tag === 'area' ? attributes.href : undefined;
    const dead = href === undefined || href.trim() === '' || href.startsWith('#') || /^\s*javascript:/iu.test(href);
    if (!dead) return href;
    const other = attributes['data-href'] ?? attributes['data-url'] ?? attributes['data-link'] ?? attributes._href;
    if (other && /^(?:https?:|\/|\.)/u.test(other)) return other;
    const written = scriptedAddress.exec(click ?? '') ?? (href ? scriptedAddress.exec(href) : null);
    if (written?.[2]) return written[2];
    if (tag === 'a') {
      if (click) return `javascript:${click.slice(0, 300)}`;
      if (href?.startsWith('#') && href.length > 1) return null;
      return href && /^\s*javascript:/iu.test(href) ? href.slice(0, 300) : attributes.name ? null : 'javascript:';
    }
    if (click === undefined || tag === 'body' || tag === 'form') return null;
    // Inputs and buttons belong to their form unless they open an address.
    return tag === 'input' || tag === 'button' || tag === 'select' ? null : `javascript:${click.slice(0, 300)}`;
  }

  private name(draft: LinkDraft, depth: number): void {
    draft.end = this.pieces.length;
    const candidates: [string, Link['labelFrom']][] = [
      [foldSpace(draft.text), 'text'],
      [foldSpace(draft.title), 'title'],
      [foldSpace(draft.aria), 'aria'],
      [foldSpace(draft.alt), 'alt'],
    ];
    for (const [label, from] of candidates) {
      if (label === '' || this.isGeneric(label)) continue;
      draft.label = label;
      draft.labelFrom = from;
      return;
    }
    const spare = candidates.find(([label]) => label !== '');
    if (spare) [draft.label, draft.labelFrom] = spare;
    this.waiting.push({ draft, depth: depth - 1, levels });
  }

  private isGeneric(label: string): boolean {
    return label.length <= 12 && (this.generic.has(foldLabel(label)) || !/[\p{L}\p{N}]/u.test(label));
  }

  private askNeighbours(element: OpenElement, depth: number): void {
    const still: Waiting[] = [];
    for (const waiting of this.waiting) {
      if (waiting.depth < depth) {
        still.push(waiting);
        continue;
      }
      const label = this.neighbour(waiting.draft, element);
      if (label !== '') {
        waiting.draft.label = label;
        waiting.draft.labelFrom = 'near';
      } else if (waiting.levels > 1) {
        waiting.depth = depth - 1;
        waiting.levels -= 1;
        still.push(waiting);
      }
    }
    this.waiting = still;
  }

  /** Text inside the ancestor that belongs to this link alone: what follows it up to the next link, else what precedes it. */
  private neighbour(draft: LinkDraft, ancestor: OpenElement): string {
    const next = this.drafts[draft.index + 1];
    const before = this.drafts[draft.index - 1];
    const following = (): string =>
      this.slice(draft.end, Math.min(next?.start ?? this.pieces.length, this.pieces.length));
    const preceding = (): string => this.slice(Math.max(before?.end ?? 0, ancestor.pieces), draft.start);
    // `more` stands behind the heading it belongs to; an icon stands before its caption, or after it.
    return draft.text.trim() === '' ? following() || preceding() : preceding();
  }

  private slice(start: number, end: number): string {
    if (end - start > 40) return '';
    let text = '';
    for (let index = start; index < end; index += 1) text += `${this.pieces[index] ?? ''}`;
    const label = foldSpace(text);
    return label.length <= longestNeighbour && /\p{L}/u.test(label) && !this.isGeneric(label) ? label : '';
  }
}

function fileName(source: string | undefined): string {
  if (!source || source.startsWith('data:')) return '';
  const path = source.split('?', 1)[0] ?? '';
  return path.slice(path.lastIndexOf('/') + 1).slice(0, 80);
}
