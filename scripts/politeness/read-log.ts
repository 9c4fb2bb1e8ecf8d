import { type Access, accessSchema } from './check-log.ts';

/**
 * The entries of a log of JSON lines. A last line without an end is left out, as its writer was
 * killed.
 *
 * @throws Error that names file and line.
 */
export function readLog(file: string, text: string): Access[] {
  const lines = text.split('\n');
  return lines.slice(0, -1).flatMap((line, at) => {
    if (line.trim() === '') return [];
    try {
      return accessSchema.parse(JSON.parse(line));
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new Error(`${file}:${at + 1}: expected a request as JSON: ${reason}`);
    }
  });
}
