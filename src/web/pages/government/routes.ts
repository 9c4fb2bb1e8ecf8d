import { get, post } from '../../route.ts';
import { captureBytes, captureImage, showCapture } from './capture.ts';
import { appealFile } from './files.ts';
import { showGovernment } from './government.ts';
import { showLeaf } from './leaf.ts';
import { showProbe, startProbe } from './probe.ts';

export const governmentPages = [
  get('/governments/:code', 'reader', 'ranking', showGovernment),
  get('/governments/:code/appeal.zip', 'reader', null, appealFile),
  post('/governments/:code/probe', 'admin', startProbe),
  get('/probes/:job', 'reader', 'ranking', showProbe),
  get('/governments/:code/:leaf', 'reader', 'ranking', showLeaf),
  get('/captures/:code/:capture', 'reader', 'ranking', showCapture),
  get('/captures/:code/:capture/picture', 'reader', null, captureImage),
  get('/captures/:code/:capture/bytes', 'reader', null, captureBytes),
];
