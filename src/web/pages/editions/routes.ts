import { get, post } from '../../route.ts';
import { recordErratum, showEdition, verify } from './edition.ts';
import { freezeEdition, showEditions } from './list.ts';

export const editionPages = [
  get('/editions', 'reader', 'editions', showEditions),
  get('/editions/:name', 'reader', 'editions', showEdition),
  post('/editions', 'admin', freezeEdition),
  post('/editions/:name/verify', 'reader', verify),
  post('/editions/:name/errata', 'reviewer', recordErratum),
];
