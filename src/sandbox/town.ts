import type { Government } from '../model/government.ts';

/** Truth about a published list (权责清单 etc.). */
export interface ListTruth {
  readonly items: number;
  /** ISO date of the newest entry. */
  readonly newest: string;
  /** Share of the columns of an entry that are filled, 0..1. */
  readonly filled: number;
}

/**
 * The truth about a town. Every fact is visible on the pages, and none can be guessed from host or
 * style.
 */
export interface TownTruth {
  readonly search: {
    readonly vendor: string;
    readonly quality: 'smart' | 'plain' | 'poor' | 'broken';
    readonly regionAware: boolean;
  } | null;
  readonly qa: {
    readonly vendor: string;
    /**
     * `good`: answers. `poor`: irrelevant answers. `echo`: repeats the question. `menu`: only
     * offers menus. `dead`: leads to a page that fails.
     */
    readonly quality: 'good' | 'poor' | 'echo' | 'menu' | 'dead';
    readonly opening: 'page' | 'frame' | 'window' | 'script';
  } | null;
  readonly platform: {
    readonly family: string;
    readonly datasets: number;
    readonly apis: number;
    readonly apps: number;
    /** 条数据: number of rows, a decoy for counting datasets. */
    readonly rows: number;
    readonly updated: string;
    readonly searchable: boolean;
    readonly formats: readonly string[];
    /** Share of download links that answer 404. */
    readonly deadLinks: number;
  } | null;
  readonly dataSecurity: { readonly where: 'platform' | 'portal'; readonly format: 'html' | 'pdf' | 'docx' } | null;
  /**
   * `footer`: a page linked from the portal. `registration`: on the platform's registration page.
   * `statement`: a section of the site statement.
   */
  readonly privacy: {
    readonly where: 'footer' | 'registration' | 'statement';
    readonly parts: readonly string[];
  } | null;
  readonly lists: Readonly<Partial<Record<'power' | 'permit' | 'public-service' | 'proof' | 'charge', ListTruth>>>;
  /** Indexes (0..25) of the pilot fields whose standard catalogue opens and has rows. */
  readonly disclosureFields: readonly number[];
  /** Number of guides, and the missing elements (of twelve) of each. */
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
  /**
   * Public letters, `late` of them answered after the limit. `limitDays` null: the portal states
   * none.
   */
  readonly replies: { readonly letters: number; readonly late: number; readonly limitDays: number | null } | null;
  readonly followUp: boolean;
  /** `fresh`: updated within the window. `stale`: the column exists but is outdated. */
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

/** Appearance of the town's sites; drawn from the seed, independent of the truth. */
export interface TownStyle {
  /** Portal family, one of at least twelve. */
  readonly portal: string;
  readonly encoding: 'utf-8' | 'gb18030' | 'utf-16le';
  /** How header and footer are produced. */
  readonly header: 'markup' | 'script' | 'frame' | 'shell';
  /** Seed for words, markup and sizes of this town. */
  readonly seed: number;
}

/** How a site fails to answer properly; null for a healthy site. */
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
  /**
   * Base addresses of the town's sites in the simulated country; those of the registry where it has
   * them.
   */
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

/**
 * Answers a request to a town's site; null for "no such page", which the proxy answers with the
 * family's 404. Pure.
 */
export type SiteHandler = (town: Town, request: SiteRequest) => SiteReply | null;
