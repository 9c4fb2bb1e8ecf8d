/** Styles that keep an element from being shown. */
const hiddenStyle = /display\s*:\s*none|visibility\s*:\s*hidden/iu;
/** Classes that tell which of several alike elements is shown, and not what they are. */
const stateClass =
  /^(?:on|off|cur|curr|current|active|in|selected|select|hover|first|last|show|shown|hide|hidden|none|open|\d+)$/iu;
const handler = /^on(?:click|mouseover|mouseenter|mousedown|touchstart|focus)$/u;
/** Attributes whose value is the id of an element that a click shows. */
const targets = ['data-target', 'data-bs-target', 'aria-controls', 'data-show', 'data-popup', 'data-modal'];
const attributePattern = /\s([a-z][a-z-]{1,20})\s*=\s*(?:"([^"]{1,400})"|'([^']{1,400})')/giu;
const quotedName = /(['"`])[#.]?([\w-]{1,40})\1/gu;
/** Elements that hold the content of a tab. */
const paneTags = new Set(['div', 'ul', 'ol', 'dl', 'table', 'tbody', 'section', 'article', 'form']);
const mostPanes = 40;
const longestSource = 2_000_000;

/** Attributes of an element, by lower-case name. */
type Attributes = Readonly<Record<string, string>>;

/** Whether the markup itself keeps an element from being shown. */
function isConcealed(attributes: Attributes): boolean {
  return attributes.hidden !== undefined || (attributes.style !== undefined && hiddenStyle.test(attributes.style));
}

/**
 * Which of the elements that a document hides a visitor still reads: those that a control on the page shows by its id, and the further
 * panes of a set of tabs, of which the first is shown.
 */
export class Concealment {
  private readonly named: ReadonlySet<string>;

  /** @param source markup of the whole document */
  constructor(source: string) {
    this.named = shownByControls(source);
  }

  /**
   * @param shown kinds of the visible elements before this one in its parent (`notePane`)
   * @returns whether the element is hidden, and no control shows it.
   */
  hides(tag: string, attributes: Attributes, shown: ReadonlySet<string>): boolean {
    if (!isConcealed(attributes)) return false;
    if (attributes.id !== undefined && this.named.has(attributes.id)) return false;
    const kind = paneKind(tag, attributes.class);
    return kind === null || !shown.has(kind);
  }
}

/** Keeps the kind of an element that is shown, for the panes that may follow it. */
export function notePane(panes: Set<string>, tag: string, names: string | undefined): void {
  if (panes.size >= mostPanes || !paneTags.has(tag)) return;
  const kind = paneKind(tag, names);
  if (kind !== null) panes.add(kind);
}

/** What panes of one set have in common; null for elements that cannot be told apart from any other. */
function paneKind(tag: string, names: string | undefined): string | null {
  const own = (names ?? '').split(/\s+/u).filter((name) => name !== '' && !stateClass.test(name));
  return own.length === 0 ? null : `${tag}.${own.sort().join('.')}`;
}

/** Ids that stand in what a click on some element does, and in what it says it shows. */
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

/** Names in quotes. */
function addQuoted(found: Set<string>, code: string): void {
  const text = code.replaceAll('&quot;', '"').replaceAll('&#39;', "'");
  for (const [, , name = ''] of text.matchAll(quotedName)) found.add(name);
}
