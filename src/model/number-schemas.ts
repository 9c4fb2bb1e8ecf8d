import { z } from 'zod';

/** A count. */
export const countSchema = z.number().int().min(0);

/** A share, 0..1. */
export const shareSchema = z.number().min(0).max(1);

/** A number, or null where it is unknown. */
export const knownNumberSchema = z.number().nullable();
