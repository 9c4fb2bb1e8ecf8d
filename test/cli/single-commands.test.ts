import { expect, test } from 'vitest';
import { commandLoaders } from '../../src/cli/command-loaders.ts';

test('each command is loaded by the name that it has', async () => {
  for (const [name, load] of commandLoaders) expect((await load()).name()).toBe(name);
});
