/**
 * The part of `Reflect` metadata that the certificate library's dependency container needs: storage
 * of a value per class and key. Must be imported before the library.
 */
const metadataByClass = new WeakMap<object, Map<unknown, unknown>>();

function metadataOf(target: object): Map<unknown, unknown> {
  const known = metadataByClass.get(target);
  if (known !== undefined) return known;
  const fresh = new Map<unknown, unknown>();
  metadataByClass.set(target, fresh);
  return fresh;
}

const additions = {
  getOwnMetadata: (key: unknown, target: object): unknown => metadataByClass.get(target)?.get(key),
  getMetadata(key: unknown, target: object): unknown {
    for (let at: object | null = target; at !== null; at = Object.getPrototypeOf(at) as object | null) {
      const value = metadataByClass.get(at)?.get(key);
      if (value !== undefined) return value;
    }
    return undefined;
  },
  defineMetadata(key: unknown, value: unknown, target: object): void {
    metadataOf(target).set(key, value);
  },
  metadata:
    (key: unknown, value: unknown) =>
    (target: object): void => {
      metadataOf(target).set(key, value);
    },
};

if (!('getMetadata' in Reflect)) Object.assign(Reflect, additions);
