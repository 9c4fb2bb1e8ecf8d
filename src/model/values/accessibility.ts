import { z } from 'zod';
import { presenceLevelSchema } from '../finding.ts';

export const accessibilityItems = ['mode', 'phone', 'languages'] as const;

/**
 * State of the accessibility mode. `none`: no entry. `offered`: a button, link or tool script,
 * whose effect the markup does not show. `opens`: a separate edition that opens and has tools. Seen
 * in a browser: `works` if a click changes the page visibly, `pretends` if it does not.
 */
const modes = ['none', 'offered', 'opens', 'works', 'pretends'] as const;

/**
 * State of the phone layout. `declared`: the layout claims the device width; `version`: a phone
 * edition opens; `fits` and `overflows`: seen in a browser at phone width.
 */
const phones = ['none', 'declared', 'version', 'fits', 'overflows'] as const;

export const accessibilityValue = z.object({
  level: presenceLevelSchema,
  found: z
    .array(z.enum(accessibilityItems))
    .nullable()
    .describe('What is there as far as it is proved; null when parts of the page that could show more were not seen.'),
  seen: z.array(z.enum(accessibilityItems)).default([]).describe('What is proved, complete or not.'),
  unclear: z
    .array(z.enum(accessibilityItems))
    .default([])
    .describe('What may be there besides; empty where `found` is complete.'),
  mode: z
    .enum(modes)
    .describe(
      'How far the mode is known: `none` no entry, `offered` a button, link or tool script, `opens` a version of its own with tools, `works` and `pretends` seen in a browser.',
    ),
  tool: z.string().nullable().describe('Vendor id of the tool that the mode comes from.'),
  phone: z
    .enum(phones)
    .describe(
      'What is known of phones: `declared` the layout claims the width of the device, `version` a version for phones opens, `fits` and `overflows` seen in a browser.',
    ),
  languages: z
    .array(z.string())
    .describe('Codes of the languages that have a version, sorted; scripts of Chinese are not among them.'),
  violations: z
    .object({
      serious: z.number().int().min(0).describe('Number of such elements.'),
      rules: z.array(z.string()).describe('Ids of those rules.'),
    })
    .nullable()
    .describe(
      'Elements of the home page that break rules of serious or critical impact, and those rules; null where no browser checked.',
    ),
});
