import { z } from 'zod';
import { poolOf } from './compile-words.ts';
import { fileSchemas, metaFile } from './read-pack.ts';
import { packMetaSchema } from './schema/pack.ts';
import { wordPools } from './schema/words.ts';
import type { WordSection } from './word-sections.ts';

/** Folder of the schemas beside the files of a pack. */
export const schemaFolder = 'schemas';

type JsonSchema = Readonly<Record<string, unknown>>;

/** Kinds of YAML files of a pack: `pack`, and the keys under `files` in `pack.yaml`. */
export type YamlKind = 'pack' | keyof typeof fileSchemas;

/** The first line of a YAML file, by which editors find its schema. */
export function editorLine(kind: YamlKind, folder: string = schemaFolder): string {
  return `# yaml-language-server: $schema=${folder}/${schemaName(kind)}`;
}

/** Name of the schema of one kind of file. */
export function schemaName(kind: YamlKind): string {
  return `${kind}.schema.json`;
}

/**
 * JSON Schemas (draft 7) of all YAML files of a pack, by file name; the text of each ends with a
 * line end. They say what editors can check while somebody writes: keys, types, bounds, choices.
 * What holds between entries and files only `config check` finds.
 * @param sections words, patterns and numbers that the program reads
 */
export function packSchemas(sections: readonly WordSection[]): ReadonlyMap<string, string> {
  const kinds: readonly (readonly [YamlKind, z.ZodType])[] = [
    ['pack', packMetaSchema],
    ...(Object.entries(fileSchemas) as [keyof typeof fileSchemas, z.ZodType][]),
  ];
  return new Map(
    kinds.map(([kind, schema]) => {
      const { $schema, ...written } = schemaOf(schema);
      const whole = kind === 'vocabulary' ? withWords(written, sections) : written;
      const title = kind === 'pack' ? metaFile : `${kind}.yaml`;
      return [schemaName(kind), `${JSON.stringify({ $schema, title, ...whole }, null, 2)}\n`];
    }),
  );
}

function schemaOf(schema: z.ZodType): JsonSchema {
  return z.toJSONSchema(schema, {
    io: 'input',
    target: 'draft-7',
    unrepresentable: 'any',
    // The bound of every whole number of the language, which tells a reader nothing.
    override: ({ jsonSchema }) => {
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
    },
  });
}

const objectSchema = z.looseObject({ properties: z.record(z.string(), z.record(z.string(), z.unknown())) });

/** Adds the names of the entries that the program reads to `lists`, `patterns` and `numbers`. */
function withWords(schema: JsonSchema, sections: readonly WordSection[]): JsonSchema {
  const { properties, ...rest } = objectSchema.parse(schema);
  const named = new Map<string, JsonSchema>();
  for (const section of sections)
    for (const [name, entry] of Object.entries(section.shape)) {
      const { $schema: _, pool: __, ...written } = schemaOf(entry);
      named.set(`${poolOf(name, entry)} ${name}`, written);
    }
  const entries = wordPools.map((pool) => {
    const names = [...named].filter(([key]) => key.startsWith(`${pool} `)).sort(([a], [b]) => (a < b ? -1 : 1));
    const own = Object.fromEntries(names.map(([key, written]) => [key.slice(pool.length + 1), written]));
    return [pool, { type: 'object', properties: own, additionalProperties: false }] as const;
  });
  return { ...rest, properties: { ...properties, ...Object.fromEntries(entries) } };
}
