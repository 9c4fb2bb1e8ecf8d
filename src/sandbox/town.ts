import type { Government } from '../model/government.ts';
import type { TownTruth } from './leaves/list.ts';

export type { TownTruth } from './leaves/list.ts';

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
