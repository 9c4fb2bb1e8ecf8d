/** What one look at the machine found. */
export interface Check {
  readonly name: string;
  /** `fail`: govprobe cannot work; `warn`: it works, but something is missing or worth knowing. */
  readonly status: 'ok' | 'warn' | 'fail';
  /** What was found, in one line. */
  readonly detail: string;
  /** What to do about it, in one line; null when nothing needs doing. */
  readonly cure: string | null;
}

export interface DoctorOptions {
  /** The data folder that a run would write to; it need not exist. */
  readonly dataFolder: string;
  /**
   * A host of the registry whose name is looked up to tell whether this machine is on line; null
   * skips the check.
   */
  readonly host: string | null;
  /** BCP 47 tag of the pack's language, for which a font is looked for. */
  readonly language: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Longest time for one program or look-up, in milliseconds. */
  readonly limit: number;
}
