import type { Route } from '../route.ts';
import { staticRoutes } from '../static.ts';
import { apiPages } from './api.ts';
import { bulletinPages } from './bulletin/bulletin.ts';
import { diffPages } from './diff/diff.ts';
import { editionPages } from './editions/routes.ts';
import { governmentPages } from './government/routes.ts';
import { indicatorPages } from './indicator/indicator.ts';
import { loginPages } from './login.ts';
import { methodPages } from './method/method.ts';
import { objectionPages } from './objections.ts';
import { rankingPages } from './ranking/ranking.ts';
import { readingPages } from './readings.ts';
import { reviewPages } from './reviews.ts';
import { runPages } from './runs/routes.ts';
import { settingsPages } from './settings.ts';
import { tonightPages } from './tonight/tonight.ts';

/** Every route of the console: one file or folder of this folder per page. */
export const pages: readonly Route[] = [
  ...staticRoutes,
  ...loginPages,
  ...settingsPages,
  ...tonightPages,
  ...rankingPages,
  ...governmentPages,
  ...indicatorPages,
  ...reviewPages,
  ...readingPages,
  ...objectionPages,
  ...runPages,
  ...diffPages,
  ...editionPages,
  ...bulletinPages,
  ...methodPages,
  ...apiPages,
];
