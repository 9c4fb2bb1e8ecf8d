import { countProbe } from './shared/count-probe.ts';

/** Number of applications (应用成果, 创新应用) that the data-open platform shows. */
export const appCount = countProbe({ id: 'app-count', version: 1, kind: 'app', intent: 'app-list' });
