import type { Government } from '../model/government.ts';
import { CertificateAuthority } from './proxy/certificates.ts';
import { Country, type SiteHandlers } from './proxy/country.ts';
import { Recorded, type Recording, readManifest } from './proxy/recorded.ts';
import { type ListenOptions, startProxy } from './proxy/server.ts';
import type { ProxyCounters } from './proxy/upstream.ts';
import { type EditionYear, type Families, type Weather, World } from './world/index.ts';

/** Page makers and the families they support. */
export interface PageMakers {
  readonly handlers: SiteHandlers;
  readonly families: Families;
}

export interface SandboxOptions extends ListenOptions {
  /** Scored governments of the registry. */
  readonly governments: readonly Government[];
  /** Observed governments (the provincial platforms); may repeat scored ones. */
  readonly observed: readonly Government[];
  readonly seed?: number | undefined;
  /** Edition year whose state of the sites is simulated; default: the latest. */
  readonly year?: EditionYear | undefined;
  readonly weather?: Weather | undefined;
  readonly scale?: number | undefined;
  /** Number of simulated changes of the country; 0 by default. */
  readonly revision?: number | undefined;
  /** Milliseconds between two requests that every robots.txt asks for; 0 by default. */
  readonly crawlDelay?: number | undefined;
  /** ISO date; the present UTC day by default. */
  readonly today?: string | undefined;
}

export interface RunningSandbox {
  /** `http://127.0.0.1:PORT`, the outbound proxy for visitors. */
  readonly proxyUrl: string;
  /** Certificate (PEM) of the authority for all hosts, which a visitor must trust. */
  readonly caCertificate: string;
  readonly counters: ProxyCounters;
  close(): Promise<void>;
}

export interface Sandbox extends RunningSandbox {
  /** The country; `world.governments` and `world.observed` are the registry to visit it with. */
  readonly world: World;
}

export interface RecordedSandbox extends RunningSandbox {
  readonly recordings: readonly Recording[];
}

/**
 * Starts a simulated country with the given page makers behind a forward proxy (see `startProxy`).
 * @throws UsageError for an invalid port or scale
 */
export async function startCountry(options: SandboxOptions, makers: PageMakers): Promise<Sandbox> {
  const world = new World({
    governments: options.governments,
    observed: options.observed,
    families: makers.families,
    ...(options.seed === undefined ? {} : { seed: options.seed }),
    ...(options.year === undefined ? {} : { year: options.year }),
    ...(options.weather === undefined ? {} : { weather: options.weather }),
    ...(options.scale === undefined ? {} : { scale: options.scale }),
    ...(options.revision === undefined ? {} : { revision: options.revision }),
    ...(options.today === undefined ? {} : { today: options.today }),
  });
  const authority = await CertificateAuthority.create();
  const proxy = await startProxy(new Country(world, makers.handlers, options.crawlDelay), authority, options);
  return { ...proxy, caCertificate: authority.certificate, world };
}

/**
 * Serves the recorded pages of a manifest at their original addresses.
 * @throws UsageError for a bad manifest line (with its number) or a port that cannot be used.
 */
export async function startRecorded(manifestFile: string, options: ListenOptions = {}): Promise<RecordedSandbox> {
  const recordings = await readManifest(manifestFile);
  const authority = await CertificateAuthority.create();
  const proxy = await startProxy(new Recorded(recordings), authority, options);
  return { ...proxy, caCertificate: authority.certificate, recordings };
}
