import type { Government } from '../../model/government.ts';
import { CertificateAuthority } from '../proxy/certificates.ts';
import { type ListenOptions, startProxy } from '../proxy/server.ts';
import type { Outcome, TunnelOutcome, Upstream } from '../proxy/upstream.ts';
import type { RunningSandbox } from '../sandbox.ts';
import type { SiteRequest } from '../town.ts';
import type { Behaviour } from './behaviour.ts';

/** First code of the registry of hostile sites; no real division uses it. */
const firstCode = 980_001;

function hostOf(name: string): string {
  return `www.${name}.example`;
}

/** One government per behaviour, with only a portal that behaves that way. */
export function hostileGovernments(behaviours: readonly Behaviour[]): Government[] {
  return behaviours.map(({ name, scheme = 'http' }, index) => ({
    code: String(firstCode + index),
    name,
    pinyin: name,
    province: '',
    region: '',
    group: '',
    scored: true,
    sites: { portal: { url: `${scheme}://${hostOf(name)}/`, confidence: 'high' } },
  }));
}

/** The hostile sites behind the proxy; requests to other hosts go to another upstream. */
export class Hostile implements Upstream {
  readonly #behaviours: ReadonlyMap<string, Behaviour>;
  readonly #others: Upstream | null;

  constructor(behaviours: readonly Behaviour[], others: Upstream | null) {
    this.#behaviours = new Map(behaviours.map((behaviour) => [hostOf(behaviour.name), behaviour]));
    this.#others = others;
  }

  connect(authority: string): TunnelOutcome {
    const behaviour = this.#behaviours.get(authority);
    if (behaviour !== undefined) return behaviour.connect ?? { kind: 'open', certificate: 'valid' };
    return this.#others?.connect(authority) ?? { kind: 'error', error: 'dns_error' };
  }

  answer(request: SiteRequest): Outcome | Promise<Outcome> {
    const behaviour = this.#behaviours.get(request.url.host);
    if (behaviour !== undefined) return behaviour.answer(request);
    return this.#others?.answer(request) ?? { kind: 'error', error: 'dns_error' };
  }
}

/** Starts the hostile sites, with other sites if given, behind a forward proxy on this machine. */
export async function startHostile(
  behaviours: readonly Behaviour[],
  others: Upstream | null = null,
  options: ListenOptions = {},
): Promise<RunningSandbox> {
  const authority = await CertificateAuthority.create();
  const proxy = await startProxy(new Hostile(behaviours, others), authority, options);
  return { ...proxy, caCertificate: authority.certificate };
}
