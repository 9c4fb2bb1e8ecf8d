import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { UsageError } from '../../model/usage-error.ts';

/** What a person may do; each role may do all that those before it may. */
export const roles = ['reader', 'reviewer', 'admin'] as const;
export type Role = (typeof roles)[number];

/** Cost of a hash (RFC 7914): 64 MB of memory and a tenth of a second for every guess. */
const fullCost = { N: 2 ** 16, r: 8, p: 1, length: 32 } as const;
const memory = 128 * fullCost.N * fullCost.r * 2;

const accountSchema = z.strictObject({
  name: z.string().min(1).max(80),
  role: z.enum(roles),
  /** Base64url. */
  salt: z.string(),
  hash: z.string(),
  cost: z.strictObject({ N: z.number().int(), r: z.number().int(), p: z.number().int(), length: z.number().int() }),
  /** ISO 8601 UTC. */
  made: z.string(),
});
export type Account = z.infer<typeof accountSchema>;
const fileSchema = z.strictObject({ accounts: z.array(accountSchema) });

/** Shortest password, in characters. */
export const shortestPassword = 12;
const longestPassword = 200;

/** The file of the accounts beside the database: it holds hashes, and is read by its owner alone. */
export function accountsFile(dataFolder: string): string {
  return join(dataFolder, 'accounts.json');
}

/** The accounts of a data folder; none where there is no file. @throws UsageError for a file with a mistake. */
export function readAccounts(dataFolder: string): Account[] {
  const file = accountsFile(dataFolder);
  if (!existsSync(file)) return [];
  const parsed = fileSchema.safeParse(parse(readFileSync(file, 'utf8')));
  if (parsed.success) return parsed.data.accounts;
  throw new UsageError(
    `${file} holds no accounts: ${parsed.error.issues[0]?.message ?? ''}; expected {"accounts": [...]}`,
  );
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/**
 * Adds an account, or gives an existing one another password and role.
 *
 * @param cost of a guess; tests that are not about it take a small one
 * @throws UsageError for a bad name or password.
 */
export async function saveAccount(
  dataFolder: string,
  { name, role, password }: { readonly name: string; readonly role: Role; readonly password: string },
  now: Date,
  cost: Account['cost'] = fullCost,
): Promise<void> {
  const plain = name.normalize('NFC').trim();
  if (plain === '' || [...plain].length > 80 || /\p{Cc}|\p{Cf}/u.test(plain))
    throw new UsageError(`the name ${JSON.stringify(name)} cannot be used; expected 1 to 80 visible characters`);
  const length = [...password].length;
  if (length < shortestPassword || length > longestPassword)
    throw new UsageError(`the password has ${length} characters; expected ${shortestPassword} to ${longestPassword}`);
  const salt = randomBytes(16);
  const hash = await derive(password, salt, cost);
  const account = {
    ...{ name: plain, role, cost, made: now.toISOString() },
    ...{ salt: salt.toString('base64url'), hash: hash.toString('base64url') },
  };
  const others = readAccounts(dataFolder).filter((one) => one.name !== plain);
  writeAccounts(dataFolder, [...others, account]);
}

/** Removes an account. @throws UsageError when there is none of that name. */
export function removeAccount(dataFolder: string, name: string): void {
  const accounts = readAccounts(dataFolder);
  const rest = accounts.filter((one) => one.name !== name.normalize('NFC').trim());
  if (rest.length === accounts.length) throw new UsageError(`there is no account ${JSON.stringify(name)}`);
  writeAccounts(dataFolder, rest);
}

function writeAccounts(dataFolder: string, accounts: readonly Account[]): void {
  const file = accountsFile(dataFolder);
  const temporary = `${file}.${process.pid}.tmp`;
  try {
    writeFileSync(temporary, `${JSON.stringify({ accounts }, null, 2)}\n`, { mode: 0o600 });
    renameSync(temporary, file);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw new UsageError(`${file} cannot be written: ${error instanceof Error ? error.message : String(error)}`);
  }
}

const decoy = { salt: 'AAAAAAAAAAAAAAAAAAAAAA', hash: '' } as const;

/** The account of a name if the password is right, else null; an unknown name takes as long as a wrong password. */
export async function checkPassword(dataFolder: string, name: string, password: string): Promise<Account | null> {
  const accounts = readAccounts(dataFolder);
  const account = accounts.find((one) => one.name === name.normalize('NFC').trim()) ?? null;
  const { salt, hash, cost } = account ?? { ...decoy, cost: accounts[0]?.cost ?? fullCost };
  const derived = await derive(password.slice(0, longestPassword * 4), Buffer.from(salt, 'base64url'), cost);
  const expected = Buffer.from(hash, 'base64url');
  const isRight = expected.length === derived.length && timingSafeEqual(expected, derived);
  return isRight ? account : null;
}

function derive(password: string, salt: Buffer, { N, r, p, length }: Account['cost']): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(password.normalize('NFC'), salt, length, { N, r, p, maxmem: memory }, (error, key) =>
      error === null ? resolve(key) : reject(error),
    );
  });
}
