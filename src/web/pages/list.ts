import type { Route } from '../route.ts';
import { staticRoutes } from '../static.ts';
import { governmentPages } from './government/routes.ts';
import { indicatorPages } from './indicator/indicator.ts';
import { objectionPages } from './objections.ts';
import { rankingPages } from './ranking/ranking.ts';
import { readingPages } from './readings.ts';
import { reviewPages } from './reviews.ts';
import { runPages } from './runs/routes.ts';
import { settingsPages } from './settings.ts';

/** Every route of the console: one file or folder of this folder per page. */
export const pages: readonly Route[] = [
  ...staticRoutes,
  ...settingsPages,
  ...rankingPages,
  ...governmentPages,
  ...indicatorPages,
  ...reviewPages,
  ...readingPages,
  ...objectionPages,
  ...runPages,
];
