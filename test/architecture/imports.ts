import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

export const root = path.resolve(import.meta.dirname, '../..');

/** An import or re-export of a file. */
export interface Import {
  /**
   * Path of the imported file relative to the repository, or the name of the package or builtin.
   */
  readonly to: string;
  readonly local: boolean;
  /** True for an import of types only, which does not run. */
  readonly typeOnly: boolean;
}

/**
 * Every file with one of the endings below a folder of the repository, as sorted relative paths;
 * empty when there is no folder.
 */
export function filesUnder(folder: string, endings = /\.(?:ts|mts|mjs)$/): string[] {
  try {
    return readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && endings.test(entry.name))
      .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)))
      .sort();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

export function parse(file: string, text = readFileSync(path.join(root, file), 'utf8')): ts.SourceFile {
  return ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
}

const known = new Map<string, readonly Import[]>();

/** The imports of a file as it stands on disk, parsed once. */
export function importsIn(file: string): readonly Import[] {
  const before = known.get(file);
  if (before !== undefined) return before;
  const found = importsOf(parse(file));
  known.set(file, found);
  return found;
}

/**
 * All imports of a file: static, re-exported, dynamic with a literal name, and `require` with a
 * literal name.
 */
export function importsOf(source: ts.SourceFile): Import[] {
  const found: Import[] = [];
  const add = (name: string, typeOnly: boolean) => {
    const local = name.startsWith('.');
    found.push({ to: local ? path.join(path.dirname(source.fileName), name) : packageOf(name), local, typeOnly });
  };
  walk(source, (node) => {
    if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier)) {
      add(node.moduleSpecifier.text, node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword);
    } else if (ts.isExportDeclaration(node) && node.moduleSpecifier && ts.isStringLiteral(node.moduleSpecifier)) {
      add(node.moduleSpecifier.text, node.isTypeOnly);
    } else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
      if (ts.isStringLiteral(node.argument.literal)) add(node.argument.literal.text, true);
    } else if (ts.isCallExpression(node)) {
      const [first] = node.arguments;
      const loads = node.expression.kind === ts.SyntaxKind.ImportKeyword || node.expression.getText() === 'require';
      if (loads && first && ts.isStringLiteralLike(first)) add(first.text, false);
    }
  });
  return found;
}

export function walk(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node);
  node.forEachChild((child) => walk(child, visit));
}

/** `pkg/part` belongs to `pkg`, `@scope/pkg/part` to `@scope/pkg`; builtins keep their path. */
function packageOf(name: string): string {
  if (name.startsWith('node:')) return name;
  return name.split('/', name.startsWith('@') ? 2 : 1).join('/');
}

/**
 * The import path (a list of names) from a file to the first forbidden import that runs, types
 * excluded; null if there is none.
 */
export function importPathTo(start: string, forbidden: (to: string) => boolean): string[] | null {
  const queue: string[][] = [[start]];
  const seen = new Set([start]);
  for (let way = queue.shift(); way; way = queue.shift()) {
    const file = way.at(-1) ?? start;
    for (const { to, local, typeOnly } of file.endsWith('.json') ? [] : importsIn(file)) {
      if (typeOnly) continue;
      if (forbidden(to)) return [...way, to];
      if (!local || seen.has(to)) continue;
      seen.add(to);
      queue.push([...way, to]);
    }
  }
  return null;
}
