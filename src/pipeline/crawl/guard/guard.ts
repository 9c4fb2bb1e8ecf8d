import type { LookupAddress } from 'node:dns';
import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { networkInterfaces } from 'node:os';
import { bareHost, type Exclusion, exclusionOf } from '../../../config/exclusions.ts';
import type { CrawlSettings } from '../../../config/schema/crawl.ts';
import { ClassifiedError } from '../outcome/classify-error.ts';
import { type Clock, systemClock } from '../outcome/clock.ts';
import { type AddressRange, parseRanges, refusedAddress } from './refused-address.ts';

export type Resolve = (name: string) => Promise<readonly LookupAddress[]>;

export interface GuardOptions {
  readonly settings: Pick<CrawlSettings, 'guard' | 'timeouts' | 'exclusions'>;
  /** Addresses as `127.0.0.1:8080` that may be asked all the same: servers of a test. */
  readonly exempt?: readonly string[];
  /** How names are resolved; by default as the operating system does. */
  readonly resolve?: Resolve;
  /** The system's by default. */
  readonly clock?: Clock;
}

const defaultPorts: Readonly<Record<string, number>> = { 'http:': 80, 'https:': 443 };
/** How long (ms) the addresses of a name are remembered. */
const rememberedFor = 60_000;
const rememberedNames = 5000;

/**
 * Decides whom govprobe may ask; every hop over HTTP and in the browser passes here. Allowed are
 * http and https without a user name, on no port of another service, at public addresses only,
 * since a page may name this machine or its network in many spellings. Connections go to the
 * address that was checked, so a name that resolves differently later gains nothing.
 *
 * Refusals are `ClassifiedError`s of class `off-site`; of class `excluded` where the operator of a
 * host does not want to be visited, whatever else would let the host pass.
 */
export class Guard {
  readonly #ports: ReadonlySet<number>;
  readonly #names: readonly string[];
  readonly #ranges: readonly AddressRange[];
  readonly #exclusions: readonly Exclusion[];
  readonly #exempt: ReadonlySet<string>;
  readonly #time: number;
  readonly #resolve: Resolve;
  readonly #clock: Clock;
  readonly #known = new Map<string, { readonly until: number; readonly answer: Promise<readonly LookupAddress[]> }>();

  constructor({ settings, exempt = [], resolve, clock = systemClock }: GuardOptions) {
    const { guard, timeouts, exclusions } = settings;
    this.#exclusions = exclusions;
    this.#ports = new Set(guard['refused-ports']);
    this.#names = guard['refused-names'];
    this.#ranges = [...parseRanges(guard['refused-ranges']), ...ownAddresses()];
    this.#exempt = new Set(exempt);
    this.#time = timeouts.dns;
    this.#clock = clock;
    this.#resolve = resolve ?? ((name) => lookup(name, { all: true, order: 'verbatim' }));
  }

  /**
   * Throws if the text of an address is refused; `addressesOf` checks what its name resolves to.
   */
  judge(url: URL): void {
    const port = url.port === '' ? defaultPorts[url.protocol] : Number(url.port);
    if (port === undefined) throw refusal(`a ${url.protocol} address`);
    if (url.username !== '' || url.password !== '') throw refusal('an address with a user name in it');
    this.judgeHost(url.hostname, port);
  }

  /** The refusal of a host whose operator does not want to be visited; null for all others. */
  exclusion(hostname: string): ClassifiedError | null {
    const found = exclusionOf(this.#exclusions, hostname);
    if (found === null) return null;
    return new ClassifiedError(
      'excluded',
      `${bareHost(hostname)} is not visited, by its operator's wish (since ${found.since})`,
    );
  }

  /** The same for a host name or IP address, as a URL writes it, and a port. */
  judgeHost(hostname: string, port: number): void {
    const excluded = this.exclusion(hostname);
    if (excluded !== null) throw excluded;
    if (this.#exempt.has(`${hostname}:${port}`)) return;
    const host = bareHost(hostname);
    if (this.#ports.has(port)) throw refusal(`port ${port}, which is another service's`);
    if (isIP(host) !== 0) {
      this.#judgeAddress(host, host);
      return;
    }
    const refused = this.#names.find((name) => host === name || host.endsWith(`.${name}`));
    if (refused !== undefined) throw refusal(`${host}, a name of local networks`);
    if (!host.includes('.')) throw refusal(`${host}, a name without a domain`);
  }

  /**
   * The public addresses of a host. Rejects if none is public, the name does not resolve, or that
   * takes longer than the limit. Call `judgeHost` first.
   */
  async addressesOf(hostname: string, port: number): Promise<readonly LookupAddress[]> {
    const host = bareHost(hostname);
    const family = isIP(host);
    if (family !== 0) return [{ address: host, family }];
    const all = await this.#lookUp(host);
    const passed: LookupAddress[] = [];
    let refused: unknown = null;
    for (const item of all) {
      try {
        if (!this.#exempt.has(`${item.address}:${port}`)) this.#judgeAddress(item.address, host);
        passed.push(item);
      } catch (error) {
        refused ??= error;
      }
    }
    if (passed.length > 0) return passed;
    throw refused ?? new ClassifiedError('dns', `${host} has no address`);
  }

  #judgeAddress(address: string, host: string): void {
    const why = refusedAddress(address, this.#ranges);
    if (why === null) return;
    throw refusal(address === host ? `${address} (${why})` : `${host}, which is ${address} (${why})`);
  }

  #lookUp(host: string): Promise<readonly LookupAddress[]> {
    const now = this.#clock.steady();
    const known = this.#known.get(host);
    if (known !== undefined && known.until > now) return known.answer;
    if (this.#known.size >= rememberedNames) this.#known.clear();
    const answer = this.#bounded(host);
    this.#known.set(host, { until: now + rememberedFor, answer });
    // Only answers are remembered: a failure may be gone in a moment.
    answer.catch(() => this.#known.delete(host));
    return answer;
  }

  async #bounded(host: string): Promise<readonly LookupAddress[]> {
    let timer: NodeJS.Timeout | undefined;
    const limit = new Promise<never>((_, reject) => {
      const late = new ClassifiedError('dns', `${host} did not resolve within ${this.#time} ms`);
      timer = setTimeout(() => reject(late), this.#time);
    });
    try {
      return await Promise.race([this.#resolve(host), limit]);
    } finally {
      clearTimeout(timer);
    }
  }
}

function refusal(what: string): ClassifiedError {
  return new ClassifiedError('off-site', `refused to ask ${what}`);
}

/** Public addresses of this machine's interfaces, whose services are not meant for the crawl. */
function ownAddresses(): AddressRange[] {
  const own = Object.values(networkInterfaces()).flatMap((items) => items ?? []);
  return parseRanges(
    own.map(({ address, family }) => `${address.replace(/%.*$/, '')}/${family === 'IPv6' ? 128 : 32}`),
  );
}
