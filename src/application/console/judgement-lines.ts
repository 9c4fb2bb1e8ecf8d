import { Latest } from '../latest.ts';
import type { LogLine } from '../visit-log.ts';
import { type LogPlace, logStamp, runLines } from './run-lines.ts';

/** Findings whose lines are kept. */
const kept = 400;

/** A finding whose judgement is looked up in the log of a run. */
interface Judged {
  readonly government: string;
  readonly probe: string;
}

/** What logs say of single findings. The log of a night is searched once for each, until it grows. */
export class JudgementLines {
  readonly #latest = new Latest<readonly LogLine[]>({ kept, waits: true });

  /**
   * @param most lines
   * @returns newest first
   * @throws UsageError when there is no log.
   */
  async of(place: LogPlace, run: string, { government, probe }: Judged, most: number): Promise<readonly LogLine[]> {
    const search = async (): Promise<readonly LogLine[]> =>
      (await runLines(place, run, { government, probe, level: 'debug' }, { most })).lines;
    const stamp = await logStamp(place, run);
    if (stamp === null) return search();
    const { value } = await this.#latest.of({
      ...{ key: JSON.stringify([run, government, probe, most]), stamp },
      make: search,
    });
    return value;
  }
}
