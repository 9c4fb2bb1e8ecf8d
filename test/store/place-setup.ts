import { afterAll, beforeAll } from 'vitest';
import { doAfterwards } from '../afterwards.ts';
import { clearPlaces, readyPlaces } from './place.ts';

beforeAll(readyPlaces, 120_000);
afterAll(async () => {
  await doAfterwards();
  await clearPlaces();
});
