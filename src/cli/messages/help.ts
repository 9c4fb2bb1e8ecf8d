/** The texts of a command's help in one language. */
export interface CommandHelp {
  /** One line in the list of commands; the program itself has none. */
  readonly summary?: string;
  readonly description: string;
  /** By name. */
  readonly arguments?: Readonly<Record<string, string>>;
  /** By flags as `--help` shows them, without those that every command has. */
  readonly options?: Readonly<Record<string, string>>;
  /** What stands below the options; left out where nothing does. */
  readonly after?: string;
}

/** The help of the whole program in a language other than that of the source. */
export interface HelpTexts {
  /** `Usage:` and the other titles, by their English text. */
  readonly titles: Readonly<Record<string, string>>;
  /** Options that many commands share, by flags. */
  readonly shared: Readonly<Record<string, string>>;
  /** By name of the command; `govprobe` is the program. */
  readonly commands: Readonly<Record<string, CommandHelp>>;
  /** What is said of an option's default and of its choices. */
  readonly defaultIs: (value: string) => string;
  readonly choices: (values: readonly string[]) => string;
  readonly withRemarks: (description: string, remarks: readonly string[]) => string;
}
