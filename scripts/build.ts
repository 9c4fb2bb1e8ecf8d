// Builds the installed package: src/**/*.ts as JavaScript in dist/, all other files of src copied.
// `npm run types` checks the types; here each file is only translated, and imports of package.json
// still work.
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

const root = path.resolve(import.meta.dirname, '..');
const source = path.join(root, 'src');
const target = path.join(root, 'dist');

const configuration = ts.readConfigFile(path.join(root, 'tsconfig.json'), ts.sys.readFile);
const { options } = ts.parseJsonConfigFileContent(configuration.config, ts.sys, root);
const compilerOptions: ts.CompilerOptions = {
  ...options,
  noEmit: false,
  // A single translated file does not see the package.json that makes it a module, so the module
  // kind is explicit.
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
};

// Removed sources must not stay in the package.
rmSync(target, { recursive: true, force: true });
let count = 0;
for (const entry of readdirSync(source, { recursive: true, withFileTypes: true })) {
  if (!entry.isFile()) continue;
  const from = path.join(entry.parentPath, entry.name);
  const to = path.join(target, path.relative(source, from));
  mkdirSync(path.dirname(to), { recursive: true });
  if (!entry.name.endsWith('.ts')) {
    cpSync(from, to);
    continue;
  }
  const { outputText, diagnostics } = ts.transpileModule(readFileSync(from, 'utf8'), {
    compilerOptions,
    fileName: from,
    reportDiagnostics: true,
  });
  if (diagnostics?.length) throw new Error(ts.formatDiagnostics(diagnostics, ts.createCompilerHost(compilerOptions)));
  writeFileSync(to.replace(/\.ts$/, '.js'), outputText);
  count += 1;
}
process.stderr.write(`govprobe: ${count} files built into dist\n`);
