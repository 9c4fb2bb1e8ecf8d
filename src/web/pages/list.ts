import type { Route } from '../route.ts';
import { staticRoutes } from '../static.ts';
import { settingsPages } from './settings.ts';

/** Every route of the console: one file of this folder per page. */
export const pages: readonly Route[] = [...staticRoutes, ...settingsPages];
