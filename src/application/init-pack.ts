import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { parseDocument } from 'yaml';
import { packSchemas, schemaFolder } from '../config/json-schemas.ts';
import { loadMeta } from '../config/pack.ts';
import { UsageError } from '../model/usage-error.ts';
import { wordSections } from './word-sections.ts';

/** Where the parts of a new pack come from. */
export interface PackSources {
  /** Folder with the example that is copied. */
  readonly template: string;
  /** The pack of the program, whose limits and failure policies speak of no country. */
  readonly shipped: string;
}

/** A new pack. */
export interface NewPack {
  readonly pack: string;
  /** Files relative to it, sorted. */
  readonly files: readonly string[];
}

/**
 * Writes a small complete pack to begin with: an example of two governments with comments, its
 * recorded pages, the limits and failure policies of the program, and the schemas for editors.
 *
 * @throws UsageError when the folder is not empty, or no folder; nothing is written then.
 */
export function initPack(directory: string, { template, shipped }: PackSources): NewPack {
  const pack = resolve(directory);
  requireEmpty(pack);
  const isNew = !existsSync(pack);
  try {
    mkdirSync(pack, { recursive: true });
    cpSync(template, pack, { recursive: true });
    cpSync(join(shipped, 'failures.yaml'), join(pack, 'failures.yaml'), { dereference: true });
    writeFileSync(join(pack, 'crawl.yaml'), crawlFile(join(shipped, 'crawl.yaml'), loadMeta(pack)['time-zone']));
    mkdirSync(join(pack, schemaFolder));
    for (const [name, text] of packSchemas(wordSections)) writeFileSync(join(pack, schemaFolder, name), text);
  } catch (error) {
    // The folder was empty before, so nothing of anybody's is lost.
    for (const name of existsSync(pack) ? readdirSync(pack) : []) rmSync(join(pack, name), { recursive: true });
    if (isNew) rmSync(pack, { recursive: true, force: true });
    throw error;
  }
  return { pack, files: filesIn(pack) };
}

function requireEmpty(pack: string): void {
  const found = statSync(pack, { throwIfNoEntry: false });
  if (found === undefined) return;
  if (!found.isDirectory()) throw new UsageError(`${pack} is a file; expected a new or empty folder`);
  const [first] = readdirSync(pack);
  if (first !== undefined)
    throw new UsageError(`${pack} is not empty (${first} is in it); expected a new or empty folder`);
}

/** The limits of the program with the night of another zone; comments stay. */
function crawlFile(file: string, zone: string): string {
  const document = parseDocument(readFileSync(file, 'utf8'));
  document.setIn(['night-window', 'zone'], zone);
  return document.toString({ lineWidth: 0, flowCollectionPadding: true });
}

function filesIn(pack: string): string[] {
  return readdirSync(pack, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(pack, join(entry.parentPath, entry.name)))
    .sort();
}
