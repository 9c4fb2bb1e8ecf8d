/** Longer labels are no parts of a menu that is written in one line. */
const longestMenuLabel = 24;
const separators: ReadonlySet<number> = new Set([...'|>›»/·,:、-[]'].map((sign) => sign.charCodeAt(0)));

/** The folded labels of a page's links. */
export class LabelSet {
  readonly #labels: ReadonlySet<string>;
  /** Labels that may be parts of a menu by their first code unit, the longest first. */
  readonly #byStart = new Map<number, string[]>();

  constructor(labels: readonly string[]) {
    this.#labels = new Set(labels);
    for (const label of this.#labels) {
      if (label === '' || label.length > longestMenuLabel) continue;
      const start = label.charCodeAt(0);
      const alike = this.#byStart.get(start);
      if (alike === undefined) this.#byStart.set(start, [label]);
      else alike.push(label);
    }
    for (const alike of this.#byStart.values()) alike.sort((a, b) => b.length - a.length);
  }

  /** Whether a text is one of the labels. */
  has(text: string): boolean {
    return this.#labels.has(text);
  }

  /** Whether a line consists of labels and separators only; the longest label at each place counts. */
  areAll(line: string): boolean {
    for (let at = 0; at < line.length; ) {
      const start = line.charCodeAt(at);
      if (separators.has(start)) {
        at += 1;
        continue;
      }
      const label = this.#byStart.get(start)?.find((one) => line.startsWith(one, at));
      if (label === undefined) return false;
      at += label.length;
    }
    return true;
  }
}
