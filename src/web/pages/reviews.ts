import { largestAttachment } from '../../application/reviewing/attachments.ts';
import { get, post } from '../route.ts';
import { attachmentFile } from './reviews/attachment.ts';
import { chainPage } from './reviews/chain.ts';
import { confirm, preview, skip, undo } from './reviews/decide.ts';
import { entryPage } from './reviews/entry.ts';
import { switchKeys } from './reviews/keys.ts';
import { queuePage } from './reviews/queue.ts';

/** A form with an attachment: its fields beside the file. */
const formLimit = largestAttachment + 500_000;

/** The review queue: what to look at, how to decide, and the check of the log. */
export const reviewPages = [
  get('/reviews', 'reader', 'reviews', queuePage),
  get('/reviews/entry', 'reviewer', 'reviews', entryPage),
  get('/reviews/chain', 'reader', 'reviews', chainPage),
  get('/reviews/attachments/:hash', 'reader', null, attachmentFile),
  post('/reviews/preview', 'reviewer', preview, formLimit),
  post('/reviews/decide', 'reviewer', confirm, formLimit),
  post('/reviews/skip', 'reviewer', skip),
  post('/reviews/undo', 'reviewer', undo),
  post('/reviews/keys', 'reader', switchKeys),
];
