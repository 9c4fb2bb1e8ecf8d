/** Inline styles that hide an element. */
const hiddenStyle = /display\s*:\s*none|visibility\s*:\s*hidden/iu;
/** Class names that mark the state of an element (active, hidden), not its kind. */
const stateClass =
  /^(?:on|off|cur|curr|current|active|in|selected|select|hover|first|last|show|shown|hide|hidden|none|open|\d+)$/iu;
const handler = /^on(?:click|mouseover|mouseenter|mousedown|touchstart|focus)$/u;
/** Attributes whose value is the id of an element that a click shows. */
const targets = ['data-target', 'data-bs-target', 'aria-controls', 'data-show', 'data-popup', 'data-modal'];
const attributePattern = /\s([a-z][a-z-]{1,20})\s*=\s*(?:"([^"]{1,400})"|'([^']{1,400})')/giu;
const quotedName = /(['"`])[#.]?([\w-]{1,40})\1/gu;
/** Elements that can be the content of a tab. */
const paneTags = new Set(['div', 'ul', 'ol', 'dl', 'table', 'tbody', 'section', 'article', 'form']);
const mostPanes = 40;
const longestSource = 2_000_000;

/** Attributes of an element, keyed by lower-case name. */
type Attributes = Readonly<Record<string, string>>;

/** Whether the element's own markup hides it. */
function isConcealed(attributes: Attributes): boolean {
  return attributes.hidden !== undefined || (attributes.style !== undefined && hiddenStyle.test(attributes.style));
}

/**
 * Decides which hidden elements a visitor can still read: those that a control shows by id, and the
 * inactive panes of a set of tabs.
 */
export class Concealment {
  private readonly source: string;
  /** Ids that controls show; null until a hidden element has one, as few pages have any. */
  private named: ReadonlySet<string> | null = null;

  /** @param source markup of the whole document */
  constructor(source: string) {
    this.source = source;
  }

  /**
   * @param shown kinds of the visible elements before this one in its parent (`notePane`)
   * @returns whether the element is hidden and no control can show it
   */
  hides(tag: string, attributes: Attributes, shown: ReadonlySet<string> | null): boolean {
    if (!isConcealed(attributes)) return false;
    if (attributes.id !== undefined && this.isShown(attributes.id)) return false;
    const kind = paneKind(tag, attributes.class);
    return kind === null || shown === null || !shown.has(kind);
  }

  private isShown(id: string): boolean {
    this.named ??= shownByControls(this.source);
    return this.named.has(id);
  }
}

/**
 * Records the kind of a visible element, so that hidden panes of the same kind after it are
 * recognised.
 */
export function notePane(parent: { panes: Set<string> | null }, tag: string, names: string | undefined): void {
  if (!names || !paneTags.has(tag) || (parent.panes?.size ?? 0) >= mostPanes) return;
  const kind = paneKind(tag, names);
  if (kind === null) return;
  parent.panes ??= new Set();
  parent.panes.add(kind);
}

/**
 * Tag and classes that all panes of a set of tabs share; null for an element without distinguishing
 * classes.
 */
function paneKind(tag: string, names: string | undefined): string | null {
  if (!names) return null;
  let own = ownClasses.get(names);
  if (own === undefined) {
    if (ownClasses.size >= mostClasses) ownClasses.clear();
    const classes = names.split(/\s+/u).filter((name) => name !== '' && !stateClass.test(name));
    own = classes.sort().join('.');
    ownClasses.set(names, own);
  }
  return own === '' ? null : `${tag}.${own}`;
}

/** Distinguishing classes by what the class attribute says; the pages of a site share few of them. */
const ownClasses = new Map<string, string>();
/** The memory is emptied at this size, to bound what hostile pages can use. */
const mostClasses = 5000;

/** Ids in click handlers and in attributes that name the element a control shows. */
function shownByControls(source: string): ReadonlySet<string> {
  const found = new Set<string>();
  if (source.length > longestSource || !/hidden|none/iu.test(source)) return found;
  for (const [, name = '', double, single] of source.matchAll(attributePattern)) {
    const value = double ?? single ?? '';
    const key = name.toLowerCase();
    if (handler.test(key) || (key === 'href' && /^\s*javascript:/iu.test(value))) addQuoted(found, value);
    else if (key === 'href' && /^#[\w-]+$/u.test(value)) found.add(value.slice(1));
    else if (targets.includes(key)) found.add(value.replace(/^#/u, ''));
  }
  return found;
}

/** Adds the names that the code quotes. */
function addQuoted(found: Set<string>, code: string): void {
  const text = code.replaceAll('&quot;', '"').replaceAll('&#39;', "'");
  for (const [, , name = ''] of text.matchAll(quotedName)) found.add(name);
}
