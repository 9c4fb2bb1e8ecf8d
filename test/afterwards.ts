/**
 * What is done when the tests of a file have ended. A helper cannot register a hook for it when it is
 * loaded: files that share a process load it once, so the hook would run after the first of them only.
 */
const deeds: (() => void | Promise<void>)[] = [];

export function afterwards(deed: () => void | Promise<void>): void {
  deeds.push(deed);
}

/** Does what was asked for since the last call, the newest first. */
export async function doAfterwards(): Promise<void> {
  for (const deed of deeds.splice(0).reverse()) await deed();
}
