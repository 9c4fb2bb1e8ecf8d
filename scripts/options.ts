import { type ParseArgsConfig, parseArgs } from 'node:util';
import { UsageError } from '../src/model/usage-error.ts';

/** Ends the script with a sentence about a mistake and what is expected. */
export function refuse(message: string, usage: string): never {
  process.stderr.write(`${message}\n\n${usage}\n`);
  process.exit(2);
}

/**
 * The options that a script was called with. Prints how it is called and ends with status 0 for
 * `--help`, and with status 2 where it was called in another way, or with a mistake that is found later.
 */
export function scriptOptions<Config extends ParseArgsConfig>(
  usage: string,
  config: Config,
): ReturnType<typeof parseArgs<Config>> {
  if (process.argv.includes('--help')) {
    process.stdout.write(`${usage}\n`);
    process.exit(0);
  }
  process.once('uncaughtException', (error) => {
    if (error instanceof UsageError) refuse(error.message, usage);
    throw error;
  });
  try {
    return parseArgs(config);
  } catch (error) {
    if (error instanceof TypeError) refuse(error.message, usage);
    throw error;
  }
}

/** A whole number of at least `least`; ends the script with status 2 for anything else. */
export function wholeNumber(usage: string, option: string, text: string, least = 0): number {
  const number = Number(text);
  if (text.trim() === '' || !Number.isSafeInteger(number) || number < least)
    refuse(`--${option} must be a whole number of at least ${least}, not "${text}"`, usage);
  return number;
}
