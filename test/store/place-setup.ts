import { afterAll, beforeAll } from 'vitest';
import { clearPlaces, readyPlaces } from './place.ts';

beforeAll(readyPlaces, 120_000);
afterAll(clearPlaces);
