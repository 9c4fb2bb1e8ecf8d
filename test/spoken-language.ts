import { beforeAll } from 'vitest';
import { speakIn } from '../src/cli/say.ts';

/** Files that share a process share the language that the last command spoke; each begins in English. */
beforeAll(() => speakIn('en'));
