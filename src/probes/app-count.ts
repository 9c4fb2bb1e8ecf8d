import { countProbe } from './shared/count-probe.ts';

/** Number of applications (应用成果, 创新应用) that the open-data platform shows. */
export const appCount = countProbe({
  id: 'app-count',
  version: 7,
  kind: 'app',
  intent: 'app-list',
  about: {
    measures: 'Number of applications (应用成果, 创新应用) that the data-open platform shows, by its own count.',
    evidence: 'Every place that states the number.',
    blindSpots: [
      "Whether an application works, or uses the platform's data, is not tried.",
      'Where places disagree, the choice is ours and the confidence falls; all of them are kept.',
      'A platform that was read whole and never speaks of applications counts as having none.',
    ],
  },
});
