import type { CompiledKnowledge } from '../config/knowledge.ts';
import { type Capture, isReadable } from '../model/capture.ts';
import type { FailureClass } from '../model/failure.ts';
import { type Government, type SiteKind, siteKinds } from '../model/government.ts';
import type { Coverage, Seen } from './coverage.ts';
import { inspectionSchema, isInspection } from './inspection.ts';
import { layoutParts, showsLayout } from './layout-parts.ts';
import { incompleteMeta, type Link, type Page } from './page.ts';

export interface SeenEntry {
  readonly capture: Capture;
  readonly page: Page | null;
}

export interface SeenInput {
  readonly government: Government;
  readonly knowledge: CompiledKnowledge;
  readonly entries: readonly SeenEntry[];
  /** Intents of which links were left unread, per site. */
  readonly unread: Readonly<Partial<Record<SiteKind, readonly string[]>>>;
}

/** Deeper chains of parts (a script that loads a fragment that frames a page ...) are not followed. */
const deepestPart = 3;

/** The captures of one visit, put in order once for all the probes that look at them. */
export interface VisitView {
  readonly government: Government;
  readonly knowledge: CompiledKnowledge;
  /** Everything, in an order that does not depend on how the captures arrived. */
  readonly sorted: readonly SeenEntry[];
  /** `sorted` without inspections: one bears the address of the page that it looked at, yet is no page. */
  readonly all: readonly SeenEntry[];
  at(url: string): SeenEntry | null;
  coverage(site: SiteKind): Coverage;
}

/** Puts the captures of a visit in order; the parts are worked out when first asked for. */
export function makeView(input: SeenInput): VisitView {
  const sorted = [...input.entries].sort(byPlace);
  const all = sorted.filter(({ capture }) => !isInspection(capture));
  const index = new Addresses(all.filter(({ capture }) => capture.role !== 'answer'));
  const coverage = new Map<SiteKind, Coverage>();
  return {
    government: input.government,
    knowledge: input.knowledge,
    sorted,
    all,
    at: (url) => index.at(url),
    coverage: (site) => {
      const known = coverage.get(site);
      if (known) return known;
      const made = coverageOf(site, input, all, index);
      coverage.set(site, made);
      return made;
    },
  };
}

/** Hands a probe what was captured of the sites it named. */
export function seenBy(probe: { readonly id: string; readonly sites: readonly SiteKind[] }, view: VisitView): Seen {
  const own = view.all.filter(({ capture }) => probe.sites.includes(capture.site));
  const visited = own.filter(({ capture }) => capture.role !== 'answer');
  const readable = visited.flatMap(({ capture, page }) => (page !== null && isReadable(capture) ? [page] : []));
  const pages = new Map<SiteKind, readonly Page[]>();
  return {
    government: view.government,
    knowledge: view.knowledge,
    pages: (site) => {
      if (site === undefined) return readable;
      const known = pages.get(site) ?? readable.filter(({ capture }) => capture.site === site);
      pages.set(site, known);
      return known;
    },
    captures: (site) =>
      visited.flatMap(({ capture }) => (site === undefined || capture.site === site ? [capture] : [])),
    coverage: (site) => view.coverage(site),
    at: (url) => view.at(url),
    answers: () =>
      own
        .filter(({ capture }) => capture.role === 'answer' && capture.question?.probe === probe.id)
        .sort((a, b) => compare(a.capture.time, b.capture.time) || compare(a.capture.id, b.capture.id)),
    inspection: () => inspectionIn(view.sorted, probe.sites),
  };
}

/** `seenBy` for a probe that looks at a visit alone. */
export function makeSeen(input: SeenInput, probe: Parameters<typeof seenBy>[0]): Seen {
  return seenBy(probe, makeView(input));
}

function inspectionIn(entries: readonly SeenEntry[], sites: readonly SiteKind[]): ReturnType<Seen['inspection']> {
  for (const { capture, page } of entries) {
    if (page === null || !isInspection(capture) || !isReadable(capture) || !sites.includes(capture.site)) continue;
    const read = inspectionSchema.safeParse(page.json);
    if (read.success) return { capture, seen: read.data };
  }
  return null;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function byPlace(a: SeenEntry, b: SeenEntry): number {
  return (
    Number(b.capture.home) - Number(a.capture.home) ||
    siteKinds.indexOf(a.capture.site) - siteKinds.indexOf(b.capture.site) ||
    compare(a.capture.id, b.capture.id)
  );
}

/** Finds what an address led to, by the address asked for, by every hop and by the address that answered. */
class Addresses {
  private readonly asked = new Map<string, SeenEntry>();
  private readonly answered = new Map<string, SeenEntry>();

  constructor(entries: readonly SeenEntry[]) {
    for (const entry of entries) {
      keep(this.asked, keyOf(entry.capture.url), entry);
      for (const hop of entry.capture.redirects) keep(this.answered, keyOf(hop.url), entry);
      keep(this.answered, keyOf(entry.capture.finalUrl), entry);
    }
  }

  at(url: string): SeenEntry | null {
    const key = keyOf(url);
    return this.asked.get(key) ?? this.answered.get(key) ?? null;
  }
}

function keyOf(url: string): string {
  const hash = url.indexOf('#');
  const bare = hash < 0 ? url : url.slice(0, hash);
  return /^https?:\/\/[^/]+$/u.test(bare) ? `${bare}/` : bare;
}

function keep(map: Map<string, SeenEntry>, key: string, entry: SeenEntry): void {
  const known = map.get(key);
  if (!known || worth(entry) > worth(known)) map.set(key, entry);
}

/** A rendered page shows more than its markup, and any page more than a failure. */
function worth({ capture, page }: SeenEntry): number {
  if (page === null || !isReadable(capture)) return 0;
  return page.shell ? 1 : capture.via === 'browser' ? 3 : 2;
}

function coverageOf(site: SiteKind, input: SeenInput, all: readonly SeenEntry[], index: Addresses): Coverage {
  const entries = all.filter(({ capture }) => capture.site === site && capture.role !== 'answer');
  const unread = new Set(input.unread[site] ?? []);
  const pages = entries.filter(({ capture, page }) => page !== null && isReadable(capture)).length;
  const homes = entries.filter(({ capture }) => capture.home && capture.role === 'page');
  const verdict = judgeHomes(homes, input, index);
  if (homes.length === 0) {
    const reason = input.government.sites[site] === undefined ? 'no-site' : 'incomplete';
    return { site, state: 'unseen', reason, pages, unread };
  }
  return { site, ...verdict, pages, unread };
}

type Verdict = Pick<Coverage, 'state' | 'reason'>;

function judgeHomes(homes: readonly SeenEntry[], input: SeenInput, index: Addresses): Verdict {
  let best: Verdict | null = null;
  for (const home of homes) {
    if (home.page === null || !isReadable(home.capture)) continue;
    const verdict = judgeHome(home.page, input.knowledge, index);
    if (verdict.state === 'seen') return verdict;
    // A browser that could not open the page is the better reason why its scripts were not seen.
    best ??= verdict;
  }
  const failure = homes.map(({ capture }) => capture.failure).find((found) => found !== null) ?? null;
  if (best) return best.reason === 'not-visible' && failure !== null ? { ...best, reason: failure } : best;
  return { state: 'unseen', reason: failure ?? 'empty' };
}

function judgeHome(home: Page, knowledge: CompiledKnowledge, index: Addresses): Verdict {
  const rendered = home.capture.via === 'browser';
  // A document without a single link is no home page: what stands in its place proves nothing.
  const bare = home.links.length === 0 && home.frames.length === 0 && home.scripts.length === 0;
  if (home.kind === 'html' && bare) return { state: 'partial', reason: 'empty' };
  if (home.kind !== 'html') return { state: 'partial', reason: 'not-html' };
  if (home.meta[incompleteMeta] !== undefined) return { state: 'partial', reason: 'incomplete' };
  const read: Page[] = [];
  const done = new Set<string>([home.url]);
  let missing: Coverage['reason'] = null;
  let doubtful: Coverage['reason'] = rendered && (home.capture.missed ?? 0) > 0 ? 'incomplete' : null;
  let level: Page[] = [home];
  for (let depth = 0; depth < deepestPart && level.length > 0; depth += 1) {
    const next: Page[] = [];
    for (const page of level)
      for (const part of layoutParts(page, knowledge)) {
        // A browser has run the scripts already; frames are documents of their own.
        if (done.has(part.url) || (rendered && part.role === 'script')) continue;
        done.add(part.url);
        const found = index.at(part.url);
        if (found?.page && isReadable(found.capture)) {
          next.push(found.page);
          continue;
        }
        // What is gone for good holds nothing that a visitor could see.
        if (found?.capture.status === 404 || found?.capture.status === 410) continue;
        const reason: FailureClass | 'incomplete' = found ? (found.capture.failure ?? 'empty') : 'incomplete';
        if (part.needed) missing ??= reason;
        else doubtful ??= reason;
      }
    read.push(...next);
    level = next;
  }
  const links: Link[] = [home, ...read].flatMap((page) => [...page.links]);
  if (missing !== null) return { state: 'partial', reason: missing };
  // What a script of another name may write is beyond doubt only where the markup itself shows header and footer.
  const whole =
    home.emptyRegions.length === 0 && showsLayout(home.links.filter((link) => rendered || link.via === 'html'));
  if (!whole && doubtful !== null) return { state: 'partial', reason: doubtful };
  const brought = links.length - home.links.length;
  const waiting = home.emptyRegions.length > 0 && brought < home.emptyRegions.length;
  if (waiting || (home.shell && brought < 5)) return { state: 'partial', reason: 'not-visible' };
  return { state: 'seen', reason: null };
}
