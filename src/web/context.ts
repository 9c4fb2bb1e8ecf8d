import { type CheckedPack, checkPack } from '../application/check-pack.ts';
import { Bulletins } from '../application/console/bulletins.ts';
import { Comparisons } from '../application/console/comparisons.ts';
import { DataAccess, type Services } from '../application/console/data-access.ts';
import { type Desk, OwnDesk, ThreadDesk } from '../application/console/desk/desk.ts';
import { EditionScores } from '../application/console/edition-scores.ts';
import { JudgementLines } from '../application/console/judgement-lines.ts';
import { ProbeJobs, type ProbeMeans } from '../application/console/probe-job.ts';
import { Queues } from '../application/console/queues.ts';
import { Snapshots } from '../application/console/snapshots.ts';
import { Workbooks } from '../application/console/workbooks.ts';
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
  /** Where its store lies; in the folder itself by default. */
  readonly services?: Services;
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
  /** Whether threads beside the pages compute what takes long, and simulate how sure ranks are. */
  readonly simulates: boolean;
}

/** All that a console works with; nothing else is read from the world. */
export interface ConsoleContext extends ConsoleSetting {
  readonly data: DataAccess;
  readonly snapshots: Snapshots;
  /** Does what takes long: nights and reviews. */
  readonly desk: Desk;
  /** Makes files and comparisons, which take seconds. */
  readonly files: Desk;
  readonly editions: EditionScores;
  readonly probes: ProbeJobs;
  readonly bulletins: Bulletins;
  readonly queues: Queues;
  readonly comparisons: Comparisons;
  readonly workbooks: Workbooks;
  readonly judgementLines: JudgementLines;
  /** What is wrong and what is doubtful in the pack as it stands on the disk, looked at once. */
  checks(): CheckedPack;
  close(): Promise<void>;
}

export function consoleContext(setting: ConsoleSetting): ConsoleContext {
  const { folder, probing, pack, simulates, services } = setting;
  const data = new DataAccess(folder, services);
  const settings = { dataFolder: folder, services, packFolder: pack.directory, packHash: pack.hash };
  const deskOf = (): Desk => (simulates ? new ThreadDesk(settings) : new OwnDesk(data, pack));
  // States and bulletins are made again and again while a run goes on; nothing else waits for them.
  const [states, desk, files, documents] = [deskOf(), deskOf(), deskOf(), deskOf()];
  const snapshots = new Snapshots(pack, simulates ? states : null);
  const waits = !simulates;
  let checked: CheckedPack | null = null;
  return {
    ...setting,
    ...{ data, desk, files, snapshots },
    editions: new EditionScores(),
    bulletins: new Bulletins(documents, waits),
    queues: new Queues(desk, snapshots, waits),
    comparisons: new Comparisons(files, snapshots, waits),
    workbooks: new Workbooks(files),
    judgementLines: new JudgementLines(),
    checks: () => {
      checked ??= checkPack(pack.directory, setting.now());
      return checked;
    },
    probes: new ProbeJobs(probing === null ? null : { ...probing, dataFolder: folder }),
    close: async () => {
      await Promise.all([states, desk, files, documents].map((one) => one.close()));
      await data.close();
    },
  };
}
