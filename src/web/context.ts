import type { DataAccess } from '../application/console/data-access.ts';
import type { Pack } from '../config/pack.ts';
import type { Access } from './security/access.ts';

/** What happened, for the log of the server. */
export interface ServerEvent {
  readonly event: string;
  readonly [key: string]: unknown;
}

/** All that a console works with; nothing else is read from the world. */
export interface ConsoleContext {
  readonly data: DataAccess;
  readonly pack: Pack;
  readonly access: Access;
  /**
   * Where browsers find the console when it stands behind a proxy: `https://console.example.org`;
   * null: on this machine.
   */
  readonly origin: string | null;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly log: (event: ServerEvent) => void;
}
