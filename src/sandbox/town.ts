import type { Government } from '../model/government.ts';

/** A published list (权责清单 and so on) as the town really keeps it. */
export interface ListTruth {
  readonly items: number;
  /** ISO date of the newest entry. */
  readonly newest: string;
  /** Share of the columns of an entry that are filled, 0..1. */
  readonly filled: number;
}

/** What is really there. Every fact must be visible on the pages to whoever reads them; none may be guessable from host or style. */
export interface TownTruth {
  readonly search: {
    readonly vendor: string;
    readonly quality: 'smart' | 'plain' | 'poor' | 'broken';
    readonly regionAware: boolean;
  } | null;
  readonly qa: {
    readonly vendor: string;
    /** `good` answers, `poor` answers beside the point, `echo` repeats, `menu` only offers menus, `dead` links to a page that fails. */
    readonly quality: 'good' | 'poor' | 'echo' | 'menu' | 'dead';
    readonly opening: 'page' | 'frame' | 'window' | 'script';
  } | null;
  readonly platform: {
    readonly family: string;
    readonly datasets: number;
    readonly apis: number;
    readonly apps: number;
    /** 条数据: rows, a bait for dataset counting. */
    readonly rows: number;
    readonly updated: string;
    readonly searchable: boolean;
    readonly formats: readonly string[];
    /** Share of download links that answer 404. */
    readonly deadLinks: number;
  } | null;
  readonly dataSecurity: { readonly where: 'platform' | 'portal'; readonly format: 'html' | 'pdf' | 'docx' } | null;
  /** `footer`: its own page linked from the portal; `registration`: on the platform's registration page; `statement`: a section of the site statement. */
  readonly privacy: {
    readonly where: 'footer' | 'registration' | 'statement';
    readonly parts: readonly string[];
  } | null;
  readonly lists: Readonly<Partial<Record<'power' | 'permit' | 'public-service' | 'proof' | 'charge', ListTruth>>>;
  /** Ids (0..25) of the 26 pilot fields whose standard catalogue opens and has rows. */
  readonly disclosureFields: readonly number[];
  /** Twelve guide elements; each guide lacks some. */
  readonly guides: { readonly count: number; readonly missing: readonly (readonly string[])[] } | null;
  readonly oneEntry: { readonly account: boolean; readonly channels: readonly string[] };
  readonly crossRegion: { readonly items: number; readonly zones: readonly string[] } | null;
  readonly eCertificate: { readonly kinds: number; readonly mutual: boolean } | null;
  readonly appeal: {
    readonly channels: readonly string[];
    readonly form: {
      readonly login: boolean;
      readonly maxLength: number | null;
      readonly queryByNumber: boolean;
      readonly limitDays: number | null;
    } | null;
  };
  readonly oneThing: { readonly items: readonly string[] } | null;
  readonly caseTracking: { readonly progress: boolean; readonly rating: boolean; readonly rates: boolean };
  /** Public letters; `late` of them were answered after the limit. `limitDays` null: the portal states none. */
  readonly replies: { readonly letters: number; readonly late: number; readonly limitDays: number | null } | null;
  readonly followUp: boolean;
  /** `fresh`: updated inside the window; `stale`: a column is there, not updated. */
  readonly knowledgeBase: 'fresh' | 'stale' | null;
  readonly proactive: { readonly items: number } | null;
  readonly accessibility: {
    readonly mode: 'works' | 'pretends' | null;
    readonly phone: boolean;
    readonly languages: readonly string[];
  };
  readonly personalSpace: {
    readonly personal: boolean;
    readonly enterprise: boolean;
    readonly subscribe: boolean;
    readonly push: boolean;
  };
}

/** How the town's sites look; drawn from the seed, independent of the truth. */
export interface TownStyle {
  /** Portal family, one of at least twelve. */
  readonly portal: string;
  readonly encoding: 'utf-8' | 'gb18030' | 'utf-16le';
  /** Where header and footer come from. */
  readonly header: 'markup' | 'script' | 'frame' | 'shell';
  /** Seed for choosing words, markup and sizes of this town. */
  readonly seed: number;
}

/** A deviation of a site from answering well. `null` = none. */
export type Trouble =
  | { readonly kind: 'dead'; readonly how: 'dns' | 'refused' | 'reset' }
  | { readonly kind: 'slow'; readonly part: 'first-byte' | 'body' | 'connect' }
  | { readonly kind: 'walled'; readonly product: string }
  | {
      readonly kind: 'broken';
      readonly how:
        | 'http-500'
        | 'http-403'
        | 'http-404'
        | 'redirect-loop'
        | 'too-large'
        | 'empty'
        | 'not-html'
        | 'tls'
        | 'garbage'
        | 'off-site';
    }
  | { readonly kind: 'flaky'; readonly failures: number };

export interface Town {
  readonly government: Government;
  readonly truth: TownTruth;
  readonly style: TownStyle;
  /** Base addresses at which the town's sites answer in the simulated country (the registry's where it has one). */
  readonly bases: { readonly portal: URL; readonly service: URL; readonly openData: URL | null };
  readonly trouble: {
    readonly portal: Trouble | null;
    readonly service: Trouble | null;
    readonly openData: Trouble | null;
  };
  /** The simulated date, ISO; all dates on pages stand before it. */
  readonly today: string;
}

export interface SiteRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: string;
}

export interface SiteReply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Buffer;
}

/** Answers one request for a town's site, or null for "no such page" (the proxy then answers the family's 404). Pure. */
export type SiteHandler = (town: Town, request: SiteRequest) => SiteReply | null;
