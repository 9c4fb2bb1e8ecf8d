import { z } from 'zod';

/** How many of something. */
export const countSchema = z.number().int().min(0);

/** A part of a whole, 0..1. */
export const shareSchema = z.number().min(0).max(1);

/** Null where nothing is known; no number stands for that. */
export const knownNumberSchema = z.number().nullable();
