import { Presets, SingleBar } from 'cli-progress';
import type { DrawWatch } from '../scoring/uncertainty/simulate.ts';
import { say } from './say.ts';

/**
 * Shows how far the simulation of ranks is while an action runs: a bar on a terminal, nothing
 * elsewhere, since it takes some seconds.
 */
export async function withDrawProgress<Result>(
  stream: NodeJS.WriteStream,
  action: (watch: DrawWatch) => Promise<Result>,
): Promise<Result> {
  if (!stream.isTTY) return action(() => undefined);
  const format = say('simulating ranks {bar} {percentage} %');
  const bar = new SingleBar(
    { format, stream, hideCursor: true, clearOnComplete: true, barsize: 24, fps: 5 },
    Presets.shades_classic,
  );
  try {
    return await action((done, all) => {
      if (bar.isActive) bar.update(done);
      else bar.start(all, done);
    });
  } finally {
    bar.stop();
  }
}
