import { foldLabel } from '../config/knowledge.ts';
import { type AddressBook, routeIn, sameSite } from './addresses.ts';
import type { LinkDraft, OpenElement } from './element.ts';
import type { Link, PageRegion } from './page.ts';
import { foldSpace } from './text.ts';

interface Waiting {
  readonly draft: LinkDraft;
  /** Stack depth of the ancestor whose end is examined next. */
  depth: number;
  levels: number;
}

const longestLabel = 200;
/** Longer text beside a link describes it and is not its name. */
const longestNeighbour = 24;
/** What names a link, best first. */
const labelSources = ['text', 'title', 'aria', 'alt'] as const;
/** Number of ancestors in which a label beside the link is searched. */
const levels = 3;
const address =
  '(?:https?:|/|\\.{1,2}/|[?#]!?/)[^\'"`\\s]{1,500}|(?:[\\w-]+/){0,6}[\\w-]+\\.(?:s?html?|jspx?|do|action|aspx?|php)(?:[?#][^\'"`\\s]{0,300})?';
/**
 * A URL that a click handler opens: assigned to a location, or passed to a navigation function as
 * first argument or after two others. A string that is concatenated with a variable is not a
 * complete URL.
 */
const scriptedAddress = new RegExp(
  `(?:open|href|location|replace|assign|go|jump|url|link|redirect|forward|navigate|turn|skip|view|detail|show)\\w*\\s*(?:\\(|=)\\s*(?:(?:[\\w.]{1,40}|'[^']{0,80}'|"[^"]{0,80}")\\s*,\\s*){0,2}(['"\`])(${address})\\1(?!\\s*\\+)`,
  'iu',
);
/** Attributes from which scripts take the URL to open on a click. */
const addressAttributes = [
  'data-href',
  'data-url',
  'data-link',
  'data-uri',
  'data-jump',
  'data-goto',
  'data-linkurl',
  'lay-href',
  'ng-href',
  '_href',
  'linkto',
];
/** Attributes without which only a link leads anywhere, apart from those of data. */
const leading = new Set([...addressAttributes, 'onclick', 'formaction']);
const writtenAddress = new RegExp(`^(?:${address})$`, 'iu');
const resource = /\.(?:png|jpe?g|gif|svg|webp|ico|mp[34]|css|js)(?:[?#]|$)/iu;

/** Collects links with their best names, including labels beside a link. */
export class LinkCollector {
  private readonly addresses: AddressBook;
  private readonly via: Link['via'];
  private readonly pieces: readonly string[];
  private readonly generic: ReadonlySet<string>;
  private readonly drafts: LinkDraft[] = [];
  private readonly open_: LinkDraft[] = [];
  private waiting: Waiting[] = [];
  /** True if the current `select` navigates to the chosen option. */
  private jumping = false;

  constructor(addresses: AddressBook, via: Link['via'], pieces: readonly string[], generic: ReadonlySet<string>) {
    this.addresses = addresses;
    this.via = via;
    this.pieces = pieces;
    this.generic = generic;
  }

  get count(): number {
    return this.drafts.length;
  }

  /** Starts a link if the element is one; otherwise lets an image name the link around it. */
  open(
    tag: string,
    attributes: Record<string, string>,
    names: string,
    parent: OpenElement,
    region: PageRegion,
    hidden: boolean,
  ): LinkDraft | null {
    const inside = this.open_.at(-1);
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
    const inside = this.open_.at(-1);
    if (inside && inside.text.length < longestLabel && (!hidden || inside.hidden)) inside.text += text;
  }

  /** The title of a drawing names the link around it. */
  drawing(title: string): void {
    const inside = this.open_.at(-1);
    if (inside && inside.alt === '') inside.alt = title.slice(0, longestLabel);
  }

  /** Hides a link whose words are inside a drawing but not painted. */
  swallowed(text: string): void {
    const inside = this.open_.at(-1);
    if (inside === undefined) return;
    inside.hidden = true;
    if (inside.text.length < longestLabel) inside.text += text;
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

  /**
   * URL that an element leads to, or null; clickable elements without a readable URL return their
   * script.
   */
  private reference(tag: string, attributes: Record<string, string>): string | null {
    if (tag === 'select') this.jumping = jumps.test(attributes.onchange ?? '');
    if (tag === 'option') return this.option(attributes.value);
    const click = attributes.onclick;
    const href = tag === 'a' || tag === 'area' ? attributes.href?.trim() : undefined;
    const script = href !== undefined && /^javascript:/iu.test(href);
    const dead = href === undefined || href === '' || script || (href.startsWith('#') && routeIn(href) === null);
    if (!dead) return href;
    if (href === undefined && tag !== 'a' && !mayLead(attributes)) return null;
    for (const name of addressAttributes) {
      const given = attributes[name]?.trim();
      if (given && isPage(given)) return given;
    }
    const loaded = loadedOnClick(attributes);
    if (loaded !== null) return loaded;
    if (attributes.formaction && (tag === 'button' || tag === 'input')) return attributes.formaction;
    const written = scriptedAddress.exec(click ?? '') ?? (script ? scriptedAddress.exec(unescaped(href)) : null);
    if (written?.[2]) return written[2];
    if (tag === 'a') {
      if (click) return `javascript:${click.slice(0, 300)}`;
      if (href?.startsWith('#') && href.length > 1) return null;
      return script ? href.slice(0, 300) : attributes.name ? null : 'javascript:';
    }
    if (click === undefined || tag === 'body' || tag === 'form') return null;
    // Inputs and buttons belong to their form unless they open a URL.
    return tag === 'input' || tag === 'button' || tag === 'select' ? null : `javascript:${click.slice(0, 300)}`;
  }

  /**
   * An option that opens a page of the same site; lists of other sites are not entries of this one.
   */
  private option(value: string | undefined): string | null {
    const given = value?.trim() ?? '';
    if (!writtenAddress.test(given) || !(this.jumping || /^(?:https?:)?\/\//iu.test(given))) return null;
    const url = this.addresses.resolve(given);
    return url !== null && sameSite(url, this.addresses.page) ? given : null;
  }

  private name(draft: LinkDraft, depth: number): void {
    draft.end = this.pieces.length;
    for (const from of labelSources) {
      const label = foldSpace(draft[from]);
      if (label === '') continue;
      const isGeneric = this.isGeneric(label);
      // Without a better one, the first label stays although it says little.
      if (isGeneric && draft.label !== '') continue;
      draft.label = label;
      draft.labelFrom = from;
      if (!isGeneric) return;
    }
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

  /**
   * Text in the ancestor that belongs to this link alone: up to the next link, else back to the
   * previous one.
   */
  private neighbour(draft: LinkDraft, ancestor: OpenElement): string {
    const next = this.drafts[draft.index + 1];
    const before = this.drafts[draft.index - 1];
    const following = (): string =>
      this.slice(draft.end, Math.min(next?.start ?? this.pieces.length, this.pieces.length));
    const preceding = (): string => this.slice(Math.max(before?.end ?? 0, ancestor.pieces), draft.start);
    // "More" links follow their heading; an icon precedes or follows its caption.
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

/** Whether an element that is no link may lead somewhere; most have only a class or a style. */
function mayLead(attributes: Record<string, string>): boolean {
  for (const name in attributes) if (leading.has(name) || name.startsWith('data-')) return true;
  return false;
}

const clickable = /^(?:tab|button|link|menuitem)$/u;

/**
 * The URL in any data attribute of an element that is clickable by its role, or that names the
 * container which the response fills (`#panel`); null without one.
 */
function loadedOnClick(attributes: Record<string, string>): string | null {
  const data: string[] = [];
  for (const name of Object.keys(attributes)) {
    const value = name.startsWith('data-') ? (attributes[name] ?? '') : '';
    if (value !== '') data.push(value.trim());
  }
  if (data.length === 0) return null;
  if (!clickable.test(attributes.role ?? '') && !data.some((value) => /^#[A-Za-z][\w-]*$/u.test(value))) return null;
  return data.find((value) => /^(?:https?:\/|\.{0,2})\//iu.test(value) && isPage(value)) ?? null;
}

function isPage(value: string): boolean {
  return writtenAddress.test(value) && !resource.test(value);
}

const jumps = /location|open|href|jump|go\w*\(|url/iu;

/** Decodes the percent-encoding of a `javascript:` URL. */
function unescaped(script: string): string {
  if (!script.includes('%')) return script;
  try {
    return decodeURIComponent(script);
  } catch {
    // A lone percent sign belongs to the script.
    return script;
  }
}

function fileName(source: string | undefined): string {
  if (!source || source.startsWith('data:')) return '';
  const path = source.split('?', 1)[0] ?? '';
  return path.slice(path.lastIndexOf('/') + 1).slice(0, 80);
}
