import type { Route } from '../route.ts';
import { staticRoutes } from '../static.ts';
import { objectionPages } from './objections.ts';
import { readingPages } from './readings.ts';
import { reviewPages } from './reviews.ts';
import { settingsPages } from './settings.ts';

/** Every route of the console: one file of this folder per page. */
export const pages: readonly Route[] = [
  ...staticRoutes,
  ...settingsPages,
  ...reviewPages,
  ...readingPages,
  ...objectionPages,
];
