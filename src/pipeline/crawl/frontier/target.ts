import type { CaptureRole } from '../../../model/capture.ts';
import type { SiteKind } from '../../../model/government.ts';
import type { Control } from '../../../probes/contract.ts';
import { routeIn, withoutAnchor } from '../../../reading/addresses.ts';
import type { Interaction } from '../browser/interaction.ts';

/** One request that a visit wants made. */
export interface Target {
  readonly url: string;
  readonly site: SiteKind;
  readonly role: CaptureRole;
  readonly via: 'http' | 'browser';
  readonly method: 'GET' | 'POST';
  readonly body: string | null;
  readonly headers: Readonly<Record<string, string>>;
  readonly depth: number;
  /** Final URL of the page that named it; null for a home page. */
  readonly from: string | null;
  readonly label: string | null;
  readonly intents: readonly string[];
  readonly home: boolean;
  /** Higher is fetched first. */
  readonly priority: number;
  readonly question: { readonly id: string; readonly text: string; readonly probe: string } | null;
  /**
   * Interaction with the page in a browser; null for everything that is only fetched or rendered.
   */
  readonly interaction: Interaction | null;
  /** The answer may come from a host outside the official ones. */
  readonly anywhere: boolean;
  /** For an inspection in the browser: the controls to click; null for every other request. */
  readonly controls: readonly Control[] | null;
}

const plain = {
  role: 'page',
  via: 'http',
  method: 'GET',
  body: null,
  headers: {},
  depth: 0,
  from: null,
  label: null,
  intents: [],
  home: false,
  priority: 0,
  question: null,
  interaction: null,
  anywhere: false,
  controls: null,
} as const;

/** A target with defaults. A page whose address is a route of an application needs a browser. */
export function target(fields: Pick<Target, 'url' | 'site'> & Partial<Target>): Target {
  const made = { ...plain, ...fields };
  if (made.label !== null) made.label = detached(made.label);
  // Only a browser can open a route of an application.
  const isRoute = fields.via === undefined && made.role === 'page' && routeIn(made.url) !== null;
  return isRoute ? { ...made, via: 'browser' } : made;
}

/**
 * The same text in memory of its own. A part of a string keeps the whole of it in memory, and the
 * label of a link is a part of its page's document, which outlives the page by hours otherwise.
 */
function detached(text: string): string {
  return Buffer.from(text, 'utf16le').toString('utf16le');
}

/**
 * Key of the document that a target asks for. Scheme, trailing slash and a fragment that is no
 * route do not change it; an inspection of a page has a key other than the page.
 */
export function targetKey(item: Pick<Target, 'url' | 'method' | 'body' | 'via'> & Partial<Target>): string {
  const bare = withoutAnchor(item.url)
    .replace(/^https?:\/\//i, '')
    .replace(/\/$/, '');
  const talk = item.interaction ? `${item.interaction.script} for ${item.interaction.probe} ` : '';
  // A question is asked even if a link led to the same address before.
  const asked = item.question ? `${item.question.id} of ${item.question.probe} ` : '';
  const what = item.controls ? 'inspection ' : `${talk}${asked}`;
  return `${what}${item.via} ${item.method} ${bare} ${item.body ?? ''}`;
}
