import { z } from 'zod';
import type { FindingState } from '../../model/finding.ts';
import type { Government } from '../../model/government.ts';
import type { TruthInput } from '../world/truth-input.ts';

export type SiteName = 'portal' | 'service' | 'openData';

/** What is true of a town for one leaf of the tree. */
export interface Row {
  /** The true states. */
  readonly states: readonly FindingState[];
  /** Those fields of the finding's value that are certain. */
  readonly value?: Readonly<Record<string, unknown>>;
  /** Further fields, as they are over everything where a visitor sees a sample or may misread. */
  readonly whole?: Readonly<Record<string, unknown>>;
  /** Sites that show the fact; if one of them cannot be read, nothing follows from its silence. */
  readonly sites: readonly SiteName[];
  /** True if the fact is the existence of a site, whatever its pages show. */
  readonly outside?: boolean;
  /**
   * A readable site whose links name the thing makes it present, even if the link leads nowhere.
   */
  readonly named?: SiteName;
}

/** A leaf of the tree in the simulated country, by the facts that its row depends on. */
export interface Leaf<Truth> {
  /** Id of the probe that feeds the leaf. */
  readonly probe: string;
  /** True if the leaf also has a row for governments that are observed and not scored. */
  readonly observed?: true;
  readonly row: (truth: Truth, government: Government) => Row;
}

/** A leaf with a fact of its own, which is drawn for each town and shown on its pages. */
export interface DrawnLeaf<Name extends string, Fact, Others>
  extends Leaf<Readonly<Record<Name, NoInfer<Fact>>> & Others> {
  /** Name of the fact in the town's truth. */
  readonly fact: Name;
  readonly draw: (input: TruthInput) => Fact;
}

/** Declares a leaf with a fact of its own; its only purpose is to infer the types. */
export function defineLeaf<Name extends string, Fact, Others = unknown>(
  leaf: DrawnLeaf<Name, Fact, Others>,
): DrawnLeaf<Name, Fact, Others> {
  return leaf;
}

/** A share as truth sheets write it, with four decimals. */
export function roundShare(share: number): number {
  return Math.round(share * 10_000) / 10_000;
}

/** A value of which fields may be missing, at any depth; lists are complete. */
type PartOf<Value> = Value extends readonly (infer Item)[]
  ? readonly Item[]
  : Value extends object
    ? { readonly [Key in keyof Value]?: PartOf<Value[Key]> }
    : Value;

/** Builds the rows of a leaf. A value that contradicts the probe's schema is a program error. */
export interface Rows<Value> {
  present(sites: readonly SiteName[], value?: PartOf<Value>, whole?: PartOf<Value>): Row;
  absent(sites: readonly SiteName[], value?: PartOf<Value>): Row;
}

/** The row builders of a leaf whose findings have values of this schema. */
export function rowsOf<Value>(schema: z.ZodType<Value>): Rows<Value> {
  const part = partSchema(schema);
  const build = (
    state: FindingState,
    sites: readonly SiteName[],
    value: PartOf<Value> | undefined,
    whole?: PartOf<Value>,
  ): Row => ({
    states: [state],
    ...(value === undefined ? {} : { value: checked(part, value) }),
    ...(whole === undefined ? {} : { whole: checked(part, whole) }),
    sites,
  });
  return {
    present: (sites, value, whole) => build('present', sites, value, whole),
    absent: (sites, value) => build('absent', sites, value),
  };
}

const fieldsSchema = z.record(z.string(), z.unknown());

/** The value itself and not the parsed one, so that its fields keep their order. */
function checked(part: z.core.$ZodType, value: unknown): Readonly<Record<string, unknown>> {
  z.parse(part, value);
  return fieldsSchema.parse(value);
}

/** The schema of a value of which fields may be missing and no others may be there. */
function partSchema(schema: z.core.$ZodType): z.core.$ZodType {
  if (schema instanceof z.ZodNullable) return z.nullable(partSchema(schema.unwrap()));
  if (schema instanceof z.ZodOptional) return z.optional(partSchema(schema.unwrap()));
  if (schema instanceof z.ZodRecord) return schema.clone({ ...schema.def, valueType: partSchema(schema.valueType) });
  if (!(schema instanceof z.ZodObject)) return schema;
  const fields = Object.entries(schema.shape).map(([name, field]) => [name, z.optional(partSchema(field))]);
  return z.strictObject(Object.fromEntries(fields));
}
