import { countProbe } from './shared/count-probe.ts';

/** Number of data interfaces (API, 数据接口) that the data-open platform offers. */
export const apiCount = countProbe({ id: 'api-count', version: 1, kind: 'api', intent: 'api-list' });
