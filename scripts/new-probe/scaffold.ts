import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { UsageError } from '../../src/model/usage-error.ts';
import { camelCase, probeSource, testSource, valueSource, vocabularyEntry } from './templates.ts';

/** The files written. */
export interface Scaffold {
  /** Paths from the root, sorted. */
  readonly created: readonly string[];
  readonly changed: readonly string[];
}

const vocabularyFile = 'config/vocabulary.yaml';
const listFile = 'src/probes/list.ts';

/**
 * Starts a probe: its file, the schema of its value, its line in the list, an intent in the vocabulary, two fixtures, and a
 * test that fails until the probe judges. Everything is checked before anything is written.
 *
 * @param root folder of the project
 * @param id name of the probe: lower-case words joined by dashes, such as `foreign-language`
 * @throws UsageError where the name is no such name or taken, or a file is not as expected
 */
export function scaffoldProbe(root: string, id: string): Scaffold {
  if (!/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/u.test(id))
    throw new UsageError(`"${id}" is no name for a probe: lower-case words joined by dashes, such as foreign-language`);
  const files = {
    [`src/probes/${id}.ts`]: probeSource(id),
    [`src/model/values/${id}.ts`]: valueSource(id),
    [`test/probes/${id}.test.ts`]: testSource(id),
    [`test/probes/fixtures/${id}/pass.html`]: page('', '<!-- the smallest page that shows the thing -->'),
    [`test/probes/fixtures/${id}/fail.html`]: page('', '<!-- news about the thing, which is not the thing -->'),
  };
  const taken = Object.keys(files).find((file) => existsSync(path.join(root, file)));
  if (taken !== undefined) throw new UsageError(`${taken} exists; choose another name`);
  const changes = {
    [listFile]: withProbe(read(root, listFile), id),
    [vocabularyFile]: withIntent(read(root, vocabularyFile), id),
  };
  for (const [file, text] of Object.entries({ ...files, ...changes })) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
  }
  return { created: Object.keys(files).sort(), changed: Object.keys(changes).sort() };
}

function page(title: string, body: string): string {
  return `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${title}</title></head>\n<body>${body}</body></html>\n`;
}

function read(root: string, file: string): string {
  const whole = path.join(root, file);
  if (!existsSync(whole)) throw new UsageError(`${whole} does not exist; run this in the project's folder`);
  return readFileSync(whole, 'utf8');
}

/** Adds an import and a line to the list of probes, both in alphabetical order. */
function withProbe(list: string, id: string): string {
  const name = camelCase(id);
  const imports = inserted(list, /^import \{ (\w+) \} from '\.\/[\w-]+\.ts';$/gmu, {
    key: name,
    line: `import { ${name} } from './${id}.ts';`,
  });
  const both = imports === null ? null : inserted(imports, /^ {2}(\w+),$/gmu, { key: name, line: `  ${name},` });
  if (both === null) throw new UsageError(`${listFile} holds no list of probes: expected one import and one line each`);
  return both;
}

/**
 * Inserts a line before the first line of its kind that sorts after it, else after the last one;
 * null if there is none.
 */
function inserted(text: string, lines: RegExp, { key, line }: { key: string; line: string }): string | null {
  let end: number | null = null;
  for (const match of text.matchAll(lines)) {
    if ((match[1] ?? '').toLowerCase() > key.toLowerCase())
      return `${text.slice(0, match.index)}${line}\n${text.slice(match.index)}`;
    end = match.index + match[0].length;
  }
  return end === null ? null : `${text.slice(0, end)}\n${line}${text.slice(end)}`;
}

/** Adds an intent with the probe's name at the head of the vocabulary's intents. */
function withIntent(vocabulary: string, id: string): string {
  const head = /^intents:\n/mu.exec(vocabulary);
  if (head === null) throw new UsageError(`${vocabularyFile} has no section "intents"`);
  if (new RegExp(`^ {2}${id}:`, 'mu').test(vocabulary))
    throw new UsageError(`${vocabularyFile} has "${id}" already; choose another name`);
  const at = head.index + head[0].length;
  return `${vocabulary.slice(0, at)}${vocabularyEntry(id)}${vocabulary.slice(at)}`;
}
