import type { Behaviour } from './behaviour.ts';
import { bodies } from './bodies.ts';
import { bombs } from './bombs.ts';
import { connections } from './connections.ts';
import { guards } from './guards.ts';
import { heads } from './heads.ts';
import { mazes } from './mazes.ts';
import { redirects } from './redirects.ts';
import { scripts } from './scripts.ts';

/** Behaviours that need no browser. */
export const plainBehaviours: readonly Behaviour[] = [
  ...connections,
  ...heads,
  ...bodies,
  ...bombs,
  ...redirects,
  ...guards,
  ...mazes,
];

/** Behaviours that only affect a browser. */
export const scriptedBehaviours: readonly Behaviour[] = scripts;
