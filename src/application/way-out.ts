import { join } from 'node:path';
import { unreadContact } from '../config/contact.ts';
import type { Pack } from '../config/pack.ts';
import type { Nature } from '../model/nature.ts';
import { UsageError } from '../model/usage-error.ts';
import type { Store } from '../store/store.ts';
import { proxyOf, type RunChoice, type RunFace } from './run-settings.ts';
import { isOwnSandbox } from './simulation.ts';

/** How the requests of a run leave this machine, and what answers them. */
export interface WayOut {
  /** The operator's proxy; null: the open internet, or a simulation that is still to be started. */
  readonly proxy: URL | null;
  readonly nature: Nature;
  /** Our own simulation answers, which never goes off line. */
  readonly trusted: boolean;
}

/**
 * Decides what a run will visit. Simulated are the simulated country and recorded pages of our own
 * (`--sandbox`, `--recorded`), our sandbox behind a proxy, which names itself, and whatever the
 * person calls so (`--simulated`). Everything else is real.
 *
 * @throws UsageError for choices that do not go together, and for a bad proxy.
 */
export async function wayOutOf(choice: RunChoice, env: NodeJS.ProcessEnv): Promise<WayOut> {
  const { sandbox, recorded, proxy: named, simulated } = choice;
  const answering = [sandbox, recorded !== undefined, named !== undefined].filter(Boolean);
  if (answering.length > 1) {
    throw new UsageError('--sandbox, --recorded and --proxy exclude each other: each names what answers the requests');
  }
  const proxy = proxyOf(named, env);
  if (sandbox || recorded !== undefined) return { proxy, nature: 'simulated', trusted: true };
  if (simulated && proxy === null) {
    throw new UsageError('--simulated needs --proxy: it says that a simulated country answers behind the proxy');
  }
  if (proxy !== null && (await isOwnSandbox(proxy))) return { proxy, nature: 'simulated', trusted: true };
  return { proxy, nature: simulated ? 'simulated' : 'real', trusted: false };
}

/** Operators of real sites must be able to reach a person. */
function requireContact({ crawl, directory, meta }: Pack, proxy: URL | null): void {
  const domain = unreadContact(crawl.contact) ?? unreadContact(crawl['user-agent']);
  if (domain === null) return;
  const hint = proxy === null ? '' : ', or add --simulated where a simulated country answers behind the proxy';
  throw new UsageError(
    `${join(directory, meta.files.crawl)}: the contact ${crawl.contact} is a placeholder (nobody reads mail at ${domain}); put an address of yours into user-agent and contact before real sites are visited${hint}`,
  );
}

/**
 * Opens the data folder for runs of one nature.
 *
 * @throws UsageError for real sites with the placeholder contact, and when the folder holds the
 * other kind; nothing is written then.
 */
export async function openFor(
  face: Pick<RunFace, 'open'>,
  pack: Pack,
  dataFolder: string,
  { proxy, nature }: Pick<WayOut, 'proxy' | 'nature'>,
): Promise<Store> {
  if (nature === 'real') requireContact(pack, proxy);
  const store = await face.open(dataFolder);
  try {
    await store.folder.claim(nature);
    return store;
  } catch (error) {
    await store.close();
    throw error;
  }
}
