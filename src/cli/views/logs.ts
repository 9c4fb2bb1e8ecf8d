import { type LogLine, logLevels } from '../../application/visit-log.ts';
import { inZone } from '../../model/time.ts';
import { plain } from '../output.ts';

/** A log line as one line of text: time, level, event, and the other fields. */
export function logLineText(line: LogLine, zone: string): string {
  const { level, time, event, government: _government, run: _run, ...rest } = line;
  const name = Object.entries(logLevels).find(([, value]) => value === level)?.[0] ?? String(level);
  const fields = Object.entries(rest)
    .filter(([, value]) => value !== null && value !== undefined)
    .map(([key, value]) => `${key}=${typeof value === 'string' ? value : JSON.stringify(value)}`);
  // Newlines are shown as a sign, so that text from a site cannot pass for a line of the log.
  return plain(`${inZone(time, zone, 'seconds')} ${name.padEnd(5)} ${event.padEnd(12)} ${fields.join(' ')}`).replaceAll(
    '\n',
    '↵',
  );
}
