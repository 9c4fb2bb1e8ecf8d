import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { z } from 'zod';
import { UsageError } from '../model/usage-error.ts';

/** Environment variable with the path of the secrets file. */
export const secretsVariable = 'GOVPROBE_SECRETS';

export type Environment = Readonly<Record<string, string | undefined>>;

const fileSchema = z.record(z.string(), z.string());
/** Permission bits of group and others. */
const groupAndOtherBits = 0o077;

/**
 * Passwords and secret addresses (webhooks, mail servers, databases), from environment variables or
 * from the file named by `GOVPROBE_SECRETS`: one JSON object of strings, readable by its owner
 * only. Variables take precedence. Values must never reach logs, captures, run settings or exports;
 * print `hidden(value)` instead.
 */
export class Secrets {
  readonly #environment: Environment;
  readonly #file: Readonly<Record<string, string>>;

  private constructor(environment: Environment, file: Readonly<Record<string, string>>) {
    this.#environment = environment;
    this.#file = file;
  }

  /**
   * Throws `UsageError` if the file cannot be read, is readable by others, or contains anything but
   * strings.
   */
  static read(environment: Environment, platform: NodeJS.Platform = process.platform): Secrets {
    const named = environment[secretsVariable];
    return new Secrets(environment, named ? readSecretsFile(resolve(named), platform) : {});
  }

  /** The value of a name such as `GOVPROBE_WEBHOOK`; null if missing or empty. */
  get(name: string): string | null {
    return this.#environment[name] || this.#file[name] || null;
  }

  /** The value of a required name. Throws `UsageError` that says where it is looked up. */
  require(name: string): string {
    const value = this.get(name);
    if (value !== null) return value;
    throw new UsageError(`${name} is not set: set the variable, or put it into the file that ${secretsVariable} names`);
  }
}

function readSecretsFile(file: string, platform: NodeJS.Platform): Readonly<Record<string, string>> {
  let text: string;
  try {
    const { mode } = statSync(file);
    // Windows has no such bits; access is controlled by the folder there.
    if (platform !== 'win32' && (mode & groupAndOtherBits) !== 0) {
      const octal = (mode & 0o777).toString(8);
      throw new UsageError(`${file} holds secrets and is open to others (mode ${octal}): run \`chmod 600 ${file}\``);
    }
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof UsageError) throw error;
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new UsageError(`${file}, which ${secretsVariable} names, cannot be read (${code})`);
  }
  // The error quotes nothing from the file, which may be the secret itself.
  const parsed = fileSchema.safeParse(parseJson(text));
  if (parsed.success) return parsed.data;
  throw new UsageError(`${file}: expected one JSON object of strings, such as {"GOVPROBE_WEBHOOK": "https://..."}`);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** A printable form of a secret: scheme and host of an address, else nothing of it. */
export function hidden(value: string): string {
  const url = URL.parse(value);
  return url === null || url.host === '' ? '(hidden)' : `${url.protocol}//${url.host}/(hidden)`;
}
