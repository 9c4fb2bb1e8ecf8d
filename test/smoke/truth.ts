import { join } from 'node:path';
import { z } from 'zod';
import { govprobe, startCli } from './cli.ts';

const agreementSchema = z.object({
  probe: z.string(),
  precision: z.number().nullable(),
  recall: z.number().nullable(),
  falseAbsent: z.number(),
  falsePresent: z.number(),
  reachable: z.number(),
});
export type MeasuredAgreement = z.infer<typeof agreementSchema>;

const mismatchSchema = z.object({
  government: z.string(),
  probe: z.string(),
  kind: z.string(),
  expected: z.string(),
  found: z.string(),
});

/**
 * Crawls a simulated country (or a named part of it) and compares the findings with its truth
 * sheet.
 */
export async function measure(
  data: string,
  options: { weather: 'calm' | 'storm'; only?: readonly string[]; env?: Record<string, string> },
): Promise<{ probes: MeasuredAgreement[]; mismatches: z.infer<typeof mismatchSchema>[] }> {
  const truth = join(data, 'truth.jsonl');
  const sandbox = startCli(['sandbox', '--port', '0', '--weather', options.weather, '--truth', truth, '--json']);
  try {
    const proxy = await new Promise<string>((done, fail) => {
      sandbox.stdout?.once('data', (line: Buffer) => done(JSON.parse(String(line)).proxy));
      sandbox.once('exit', (status) => fail(new Error(`the sandbox ended with ${status}`)));
    });
    const only = options.only ? ['--only', options.only.join(',')] : [];
    const crawl = await govprobe(['crawl', '--proxy', proxy, '--data', data, ...only], options.env);
    if (crawl.status !== 0) throw new Error(crawl.stderr);
  } finally {
    sandbox.kill();
  }
  const { status, stdout, stderr } = await govprobe([
    'evaluate',
    '--truth',
    truth,
    '--exact',
    '--data',
    data,
    '--json',
  ]);
  if (status !== 0) throw new Error(stderr);
  return z.object({ probes: z.array(agreementSchema), mismatches: z.array(mismatchSchema) }).parse(JSON.parse(stdout));
}

/** The probes that matter most to the design. */
export const turningProbes = [
  'smart-search',
  'smart-qa',
  'open-data-platform',
  'api-count',
  'app-count',
  'privacy-policy',
];
