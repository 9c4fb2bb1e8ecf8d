import { type Truth, truthLineSchema } from '../model/truth.ts';
import { UsageError } from '../model/usage-error.ts';
import { readText } from './read-text.ts';

/**
 * Reads a truth sheet (JSON lines, blank lines skipped). Synchronous.
 * @param known ids of the probes that a line may name
 * @throws UsageError with file and line of the first mistake
 */
export function readTruth(file: string, known: ReadonlySet<string>): Truth[] {
  return readText(file)
    .text.split('\n')
    .flatMap((line, index) => (line.trim() === '' ? [] : [readLine(line, `${file} line ${index + 1}`, known)]));
}

function readLine(line: string, where: string, known: ReadonlySet<string>): Truth {
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch {
    throw new UsageError(
      `${where} is not JSON; expected {"government","probe","state","level"?,"value"?,"whole"?,"why"?} on one line`,
    );
  }
  const parsed = truthLineSchema.safeParse(json);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new UsageError(`${where}: ${issue?.path.join('.') || 'the line'}: ${issue?.message ?? 'not as expected'}`);
  }
  const { government, probe, state, level, value, whole, why } = parsed.data;
  if (!known.has(probe)) {
    throw new UsageError(`${where} names an unknown probe ${probe}; expected one of ${[...known].sort().join(', ')}`);
  }
  return {
    ...{ government, probe, states: state, levels: level ?? null, value: value ?? null, why: why ?? null },
    ...(whole === undefined || whole === null ? {} : { whole }),
  };
}
