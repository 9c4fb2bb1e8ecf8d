import { get } from '../../route.ts';
import { showRuns } from './list.ts';
import { showLogs, streamLogs } from './logs.ts';
import { showRun } from './run.ts';

export const runPages = [
  get('/runs', 'reader', 'runs', showRuns),
  get('/runs/:run', 'reader', 'runs', showRun),
  get('/logs', 'reader', 'runs', showLogs),
  get('/logs/stream', 'reader', null, streamLogs),
];
