import { z } from 'zod';
import { presenceLevelSchema } from '../finding.ts';

export const smartQaValue = z.object({
  level: presenceLevelSchema
    .nullable()
    .describe(
      'Null where a failure that is not the thing’s own kept from trying how far it works; the reason says which.',
    ),
  reached: presenceLevelSchema.describe('What was seen in any case.'),
  label: z.string().describe('Label of the entry as the portal words it.'),
  url: z.string().nullable().describe('Address of the robot; null when only a script opens it.'),
  vendor: z.string().nullable().describe('Vendor id, where the address is one of a known product.'),
  failure: z.string().nullable().describe("Failure class of the robot's page, when it did not open."),
  asked: z.array(z.string()).describe('Ids of the questions that were really put to the robot, in order.'),
  grades: z.record(z.string(), z.number()).describe('Question id: 1 exact, 0.5 related, 0 none.'),
  share: z.number().nullable().describe('Mean grade, 0..1; null when no question could be put.'),
  features: z.array(z.string()).describe("Parts of the provincial scheme that the robot's page shows."),
  note: z.string().nullable().describe('Why questions could not be put, or not all of them; null when they were.'),
});
