/**
 * The file of a module beside another: TypeScript in a checkout, JavaScript in an installed package.
 * @param base `import.meta.url` of a module of this program
 * @param name path from there, without the ending, such as `./worker`
 */
export function moduleFile(base: string, name: string): URL {
  return new URL(`${name}${base.endsWith('.ts') ? '.ts' : '.js'}`, base);
}
