import { z } from 'zod';
import { findingStateSchema } from '../model/finding.ts';
import { UsageError } from '../model/usage-error.ts';

const text = (longest: number) => z.string().trim().min(1).max(longest);

const itemSchema = z.strictObject({
  indicator: text(80).describe('id of the indicator in the tree, or of its probe'),
  state: findingStateSchema.describe('what is there according to the government'),
  value: z
    .record(z.string(), z.unknown())
    .nullable()
    .default(null)
    .describe('what was measured, by the keys of the probe: docs/indicators.md lists them'),
  why: text(2000).describe('the reason, with addresses where it can be seen'),
});

/** The file in which a government answers to what was found about it. */
export const objectionFileSchema = z.strictObject({
  format: z.literal('govprobe-objection'),
  version: z.literal(1),
  government: text(60).describe('code, name or pinyin'),
  office: text(200).describe('the office that answers'),
  signer: text(100).describe('who signed'),
  dated: z.iso.date().describe('day of the document, as 2026-11-29'),
  reference: text(100).nullable().default(null).describe('reference number of the office'),
  items: z.array(itemSchema).min(1).max(100),
});
export type ObjectionFile = z.infer<typeof objectionFileSchema>;

/** Largest file of objections in bytes. */
export const largestObjection = 1_000_000;

/**
 * Reads a file of objections.
 *
 * @param name of the file, for messages
 * @throws UsageError that names the field and what was expected.
 */
export function parseObjections(name: string, bytes: Uint8Array): ObjectionFile {
  if (bytes.length > largestObjection)
    throw new UsageError(`${name} has ${bytes.length} bytes; expected at most ${largestObjection}`);
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new UsageError(`${name} is not JSON in UTF-8; docs/objection.schema.json describes what is expected`);
  }
  const parsed = objectionFileSchema.safeParse(json);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new UsageError(`${name}: ${issue?.path.join('.') || 'the file'}: ${issue?.message ?? 'not as expected'}`);
}

/** JSON Schema (draft 7) of the file. */
export function objectionJsonSchema(): unknown {
  return z.toJSONSchema(objectionFileSchema, { target: 'draft-7', io: 'input' });
}
