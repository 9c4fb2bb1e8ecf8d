import type { Pack } from '../../config/pack.ts';
import type { Phrase } from '../../model/phrase.ts';
import type { Probe } from '../../probes/contract.ts';
import type { Run, Store } from '../../store/store.ts';
import { toolVersion } from '../../version.ts';
import type { Terms } from './terms.ts';

/** Why a worker makes no visits of a run. */
export const refusalPhrases = {
  version: 'it was planned by govprobe {planned}, and this is {own}; install the same version on all machines',
  pack: 'its configuration is {planned}, and that of {folder} is {own}; use the same pack on all machines (--config)',
  browser:
    'it uses a browser, and there is none here; install one (`govprobe doctor` says how), or plan the run with --no-browser',
  probe: 'it wants the probe {probe}, which is not known here',
  proxy: 'its proxy {proxy} wants a user name and a password, which no run stores; name the proxy here with --proxy',
} as const;

/** What a process has, which runs may want otherwise. */
interface Means {
  readonly store: Pick<Store, 'evidenceHome'>;
  readonly pack: Pick<Pack, 'hash' | 'directory'>;
  /** Every probe that the pack knows. */
  readonly probes: readonly Pick<Probe, 'id'>[];
  readonly chromium: string | null;
  readonly proxy: URL | null;
}

/** Digits of a hash that tell one pack from another. */
const shownDigits = 12;

/**
 * Why a worker must not make visits of a run, as it would judge, ask or keep evidence otherwise;
 * null: it may.
 */
export async function refusal(means: Means, run: Run, terms: Terms): Promise<Phrase | null> {
  return difference(means, run, terms) ?? (await means.store.evidenceHome?.stranger()) ?? null;
}

function difference({ pack, chromium, probes, proxy }: Means, run: Run, terms: Terms): Phrase | null {
  if (run.toolVersion !== toolVersion)
    return { text: refusalPhrases.version, values: { planned: run.toolVersion, own: toolVersion } };
  if (run.configHash !== pack.hash) {
    const [planned, own] = [run.configHash.slice(0, shownDigits), pack.hash.slice(0, shownDigits)];
    return { text: refusalPhrases.pack, values: { planned, own, folder: pack.directory } };
  }
  if (run.settings.browser === true && chromium === null) return { text: refusalPhrases.browser, values: {} };
  const strange = terms.probes.find((id) => !probes.some((probe) => probe.id === id));
  if (strange !== undefined) return { text: refusalPhrases.probe, values: { probe: strange } };
  if (terms.proxySecret && proxy === null) return { text: refusalPhrases.proxy, values: { proxy: terms.proxy ?? '' } };
  return null;
}
