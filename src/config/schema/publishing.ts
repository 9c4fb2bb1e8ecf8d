import { z } from 'zod';
import { regex } from './regex.ts';

const maskSchema = z.strictObject({
  /** Text to mask, of numbers and letters that may stand anywhere in a page. */
  pattern: regex,
  /** Characters that stay at the beginning, and at the end. */
  'keep-start': z.number().int().min(0).default(0),
  'keep-end': z.number().int().min(0).default(0),
});

const namesSchema = z.strictObject({
  /** Labels before the name of a person. */
  labels: z.array(z.string().min(1)).min(1),
  /** Keys of JSON and XML whose values are such names, in lower case. */
  fields: z.array(z.string().min(1)).default([]),
  /** What a name looks like; only this part of the text after a label is masked. */
  name: regex,
  /** Characters of the name that stay. */
  'keep-start': z.number().int().min(0).default(1),
});

/** `publishing.yaml`: how editions are published. */
export const publishingSchema = z.strictObject({
  /** Name of the log that all publications of the institute are lines of: a host and a path. */
  origin: z.string().regex(/^[^\s+]+$/u, { error: 'expected a host and a path without blanks' }),
  masking: z
    .strictObject({
      /** Kinds of pages that hold what people wrote. */
      kinds: z.array(z.string().min(1)).min(1),
      /** The sign that stands for each masked character. */
      sign: z.string().length(1).default('*'),
      patterns: z.array(maskSchema).default([]),
      names: namesSchema.nullable().default(null),
    })
    .nullable()
    .default(null),
});
export type PublishingSettings = z.infer<typeof publishingSchema>;
export type MaskingRules = NonNullable<PublishingSettings['masking']>;
