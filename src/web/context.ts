import { type CheckedPack, checkPack } from '../application/check-pack.ts';
import { Bulletins } from '../application/console/bulletins.ts';
import { DataAccess, type OpenStore } from '../application/console/data-access.ts';
import { EditionScores } from '../application/console/edition-scores.ts';
import { NightFigures } from '../application/console/nights.ts';
import { ProbeJobs, type ProbeMeans } from '../application/console/probe-job.ts';
import { Snapshots } from '../application/console/snapshots.ts';
import type { Pack } from '../config/pack.ts';
import type { Access } from './security/access.ts';

/** What happened, for the log of the server. */
export interface ServerEvent {
  readonly event: string;
  readonly [key: string]: unknown;
}

/** What a console is started with. */
export interface ConsoleSetting {
  /** Absolute path of the data folder. */
  readonly folder: string;
  /** How its store is opened; in the folder itself by default. */
  readonly open?: OpenStore;
  readonly pack: Pack;
  readonly access: Access;
  /**
   * Where browsers find the console when it stands behind a proxy: `https://console.example.org`;
   * null: on this machine.
   */
  readonly origin: string | null;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly log: (event: ServerEvent) => void;
  /** How visits are started from a page; null: not at all. */
  readonly probing: Pick<ProbeMeans, 'program' | 'options'> | null;
  /** Whether it is simulated how sure ranks are, in threads beside the pages. */
  readonly simulates: boolean;
}

/** All that a console works with; nothing else is read from the world. */
export interface ConsoleContext extends ConsoleSetting {
  readonly data: DataAccess;
  readonly snapshots: Snapshots;
  readonly nights: NightFigures;
  readonly editions: EditionScores;
  readonly probes: ProbeJobs;
  readonly bulletins: Bulletins;
  /** What is wrong and what is doubtful in the pack as it stands on the disk, looked at once. */
  checks(): CheckedPack;
}

export function consoleContext(setting: ConsoleSetting): ConsoleContext {
  const { folder, probing, pack } = setting;
  let checked: CheckedPack | null = null;
  return {
    ...setting,
    data: new DataAccess(folder, setting.open),
    snapshots: new Snapshots(pack),
    nights: new NightFigures(),
    editions: new EditionScores(),
    bulletins: new Bulletins(pack),
    checks: () => {
      checked ??= checkPack(pack.directory, setting.now());
      return checked;
    },
    probes: new ProbeJobs(probing === null ? null : { ...probing, dataFolder: folder }),
  };
}
