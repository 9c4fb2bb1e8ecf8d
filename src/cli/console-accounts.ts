import { type Role, readAccounts, removeAccount, roles, saveAccount } from '../application/console/accounts.ts';
import { UsageError } from '../model/usage-error.ts';
import { note, printJson, printLines, table } from './output.ts';
import { readPassword } from './read-password.ts';
import { say, titles } from './say.ts';

/** Options of `serve` that change accounts instead of serving. */
export interface AccountOptions {
  readonly addUser?: string;
  readonly removeUser?: string;
  readonly users?: boolean;
  readonly role?: Role;
  readonly json?: boolean;
}

/** Does what the options ask of the accounts. @returns false when they ask for nothing. */
export async function changeAccounts(dataFolder: string, options: AccountOptions): Promise<boolean> {
  const { addUser, removeUser, users, role } = options;
  if ([addUser, removeUser, users].filter((asked) => asked !== undefined).length > 1)
    throw new UsageError('--add-user, --remove-user and --users exclude each other');
  if (role !== undefined && addUser === undefined) throw new UsageError('--role belongs to --add-user');
  if (addUser !== undefined) {
    const password = await readPassword('password');
    await saveAccount(dataFolder, { name: addUser, role: role ?? roles[0], password }, new Date());
    note(say('{name} may log in as {role}', { name: addUser, role: role ?? roles[0] }));
    return true;
  }
  if (removeUser !== undefined) {
    removeAccount(dataFolder, removeUser);
    note(say('{name} may log in no more', { name: removeUser }));
    return true;
  }
  if (users !== true) return false;
  const accounts = readAccounts(dataFolder).map(({ name, role: own, made }) => ({ name, role: own, made }));
  if (options.json) printJson(accounts);
  else
    printLines(
      table(
        titles('name', 'role', 'since'),
        accounts.map(({ name, role: own, made }) => [name, own, made.slice(0, 10)]),
      ),
    );
  return true;
}
