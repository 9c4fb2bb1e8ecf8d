import path from 'node:path';
import { UsageError } from '../src/model/usage-error.ts';
import { scaffoldProbe } from './new-probe/scaffold.ts';

/** The next steps for a person, in order; CONTRIBUTING.md explains them. */
const steps = (id: string): readonly string[] => [
  `Fill in the words under intents → ${id} in config/vocabulary.yaml.`,
  `Fill in test/probes/fixtures/${id}/ and run: npm test -- test/probes/${id}.test.ts (it fails now).`,
  `Write the value's fields in src/model/values/${id}.ts and judge() in src/probes/${id}.ts until the test passes.`,
  'Add a leaf to config/indicators.yaml and its id to test/config/shipped-pack.test.ts.',
  `Write src/sandbox/leaves/${id}.ts (the fact and its row in the truth sheet) and add it to list.ts beside it.`,
  'Show the fact on pages of the simulated country (src/sandbox), then run: node scripts/calibrate.ts',
  'Run: npm run docs && npm run check && npm test',
];

const [id, ...others] = process.argv.slice(2);
try {
  if (id === undefined || others.length > 0 || id.startsWith('-'))
    throw new UsageError('usage: npm run new-probe NAME, such as foreign-language');
  const { created, changed } = scaffoldProbe(path.resolve(import.meta.dirname, '..'), id);
  const lines = [
    ...created.map((file) => `created ${file}`),
    ...changed.map((file) => `changed ${file}`),
    '',
    'Next:',
    ...steps(id).map((step, at) => `${at + 1}. ${step}`),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  process.stderr.write(`new-probe: ${error.message}\n`);
  process.exitCode = 2;
}
