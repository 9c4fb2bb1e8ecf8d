import { countProbe } from './shared/count-probe.ts';

/** Number of data interfaces (API, 数据接口) that the open-data platform offers. */
export const apiCount = countProbe({
  id: 'api-count',
  version: 7,
  kind: 'api',
  intent: 'api-list',
  about: {
    measures: 'Number of data interfaces (数据接口) that the data-open platform offers, by its own count.',
    evidence: 'Every place that states the number.',
    blindSpots: [
      'No interface is called: one that is listed may be dead or need an application.',
      'Where places disagree, the choice is ours and the confidence falls; all of them are kept.',
      'A platform that was read whole and never speaks of interfaces counts as having none.',
    ],
  },
});
