import { foldWidth } from '../config/full-width.ts';
import type { CompiledKnowledge } from '../config/knowledge.ts';
import { type CountWords, countWords } from './count-words.ts';
import { datesIn } from './dates.ts';
import { numberAt } from './numerals.ts';

/** A token of a text with numbers. */
export interface Token {
  /** `other` is text that separates the tokens before and after it. */
  readonly type: 'number' | 'label' | 'unit' | 'other';
  /** Key of `counts` in the vocabulary; empty for labels of other things. */
  readonly kind: string;
  /** The number (NaN if it cannot be read); for a label, the factor given by its bracketed unit. */
  readonly value: number;
  readonly line: number;
  /** Whether the number is in brackets directly after its label. */
  readonly bracketed: boolean;
}

interface Patterns {
  readonly fillers: RegExp;
  readonly qualifiers: RegExp;
  readonly counter: RegExp;
  /** Digits that are a time, a percentage, a telephone number or a version. */
  readonly notACount: RegExp;
  readonly bracketUnit: RegExp;
}

/** A label that the vocabulary does not know has a few words; longer text is prose. */
const longestLabel = 14;
const punctuation = /^[\s:：|/、,，;；()[\]【】<>《》「」·•—–\-_＋+]*$/u;
const patternsOf = new WeakMap<CompiledKnowledge, Patterns>();

function patternsFor(knowledge: CompiledKnowledge): Patterns {
  let patterns = patternsOf.get(knowledge);
  if (!patterns) {
    const { counts, days, scaleWords } = knowledge.forms;
    const signs = days === null ? '(?!)' : `(?:${days.year}|${days.month}|${days.day})`;
    patterns = {
      fillers: new RegExp(counts.fillers, 'gu'),
      qualifiers: new RegExp(`^${counts.qualifiers}`, 'u'),
      counter: new RegExp(`^\\s*${counts.counters}(?![\\p{L}])`, 'u'),
      notACount: new RegExp(
        `^\\d{1,4}\\s*(?:${signs}|${counts.clock})|^\\d{1,2}:\\d{2}(?::\\d{2})?|^\\d+(?:\\.\\d+)?\\s*[%‰]|^\\d{3,4}-\\d{5,}|^\\d+\\.\\d+\\.[\\d.]+|^(?:19|20)\\d\\d\\s*[-/.]\\s*\\d{1,2}(?![\\d,])`,
        'u',
      ),
      bracketUnit: new RegExp(`^\\s*[([【]\\s*(${scaleWords ?? '(?!)'})?\\s*(?:${counts.counters})?\\s*[)\\]】]`, 'u'),
    };
    patternsOf.set(knowledge, patterns);
  }
  return patterns;
}

/**
 * Numbers, labels and units of the lines, in order; unknown labels are included, because without
 * them numbers would be paired with the wrong label.
 */
export function tokensOf(lines: readonly string[], knowledge: CompiledKnowledge): Token[] {
  const words = countWords(knowledge);
  const patterns = patternsFor(knowledge);
  const tokens: Token[] = [];
  lines.forEach((raw, line) => {
    if (raw === '' || (raw.length > 30 && !/[\d０-９]/u.test(raw))) {
      tokens.push({ type: 'other', kind: '', value: 0, line, bracketed: false });
      return;
    }
    new Line(foldWidth(raw).toLowerCase(), line, words, patterns, knowledge, tokens).read();
  });
  return tokens;
}

class Line {
  private at = 0;
  private skipped = '';
  private readonly text: string;
  private readonly line: number;
  private readonly words: CountWords;
  private readonly patterns: Patterns;
  private readonly knowledge: CompiledKnowledge;
  private readonly tokens: Token[];
  private readonly dates: ReadonlyMap<number, number>;

  constructor(
    text: string,
    line: number,
    words: CountWords,
    patterns: Patterns,
    knowledge: CompiledKnowledge,
    tokens: Token[],
  ) {
    this.text = text;
    this.line = line;
    this.words = words;
    this.patterns = patterns;
    this.knowledge = knowledge;
    this.tokens = tokens;
    this.dates = new Map(datesIn(text, knowledge).map(({ start, end }) => [start, end]));
  }

  read(): void {
    while (this.at < this.text.length) {
      if (this.readNumber() || this.readUnit() || this.readLabel()) continue;
      this.skipped += this.text.charAt(this.at);
      this.at += 1;
    }
    this.flush();
  }

  private push(type: Token['type'], kind: string, value: number, bracketed = false): void {
    this.tokens.push({ type, kind, value, line: this.line, bracketed });
  }

  /** Turns the skipped text into nothing, a label of another kind, or a separator. */
  private flush(): void {
    const text = this.skipped.replace(this.patterns.fillers, '');
    this.skipped = '';
    if (punctuation.test(text)) return;
    const label = text.replace(/[\s:：|()[\]【】]/gu, '');
    const unknown = label.length <= longestLabel && !/[。！？!?；;，,、.]/u.test(label) && /\p{L}/u.test(label);
    this.push(unknown ? 'label' : 'other', '', unknown ? 1 : 0);
  }

  private readNumber(): boolean {
    const character = this.text.charAt(this.at);
    if (character < '0' || character > '9') return false;
    const { text, at } = this;
    const rest = text.slice(at, at + 40);
    const dated = this.dates.get(at);
    const other = this.patterns.notACount.exec(rest)?.[0].length;
    const joined = /[a-z_]$/u.test(text.slice(0, at)) && !this.endsInLabel();
    const number = numberAt(text, at, this.knowledge);
    if (dated !== undefined || other !== undefined || joined || number === null) {
      this.flush();
      this.push('other', '', 0);
      this.at = Math.max(at + 1, dated ?? at + (other ?? number?.end ?? 1) - (other === undefined && number ? at : 0));
      return true;
    }
    const bracketed = /[(（[]\s*$/u.test(this.skipped) && punctuation.test(this.skipped);
    this.flush();
    this.push('number', '', number.value ?? Number.NaN, bracketed);
    this.at = number.end;
    return true;
  }

  /** In `api12` the letters before the number are a label, not the beginning of a name. */
  private endsInLabel(): boolean {
    const last = this.tokens[this.tokens.length - 1];
    return this.skipped === '' && last?.type === 'label' && last.line === this.line;
  }

  private readUnit(): boolean {
    const last = this.tokens[this.tokens.length - 1];
    if (last?.type !== 'number' || last.line !== this.line || this.skipped.trim() !== '') return false;
    const unit = this.words.units.find((word) => this.text.startsWith(word.text, this.at));
    if (unit) {
      this.skipped = '';
      this.push('unit', unit.kind, 0);
      this.at += unit.text.length;
      return true;
    }
    const counter = this.patterns.counter.exec(this.text.slice(this.at, this.at + 6));
    if (!counter) return false;
    this.at += counter[0].length;
    return true;
  }

  private readLabel(): boolean {
    const { text, at, words } = this;
    const label = words.labels.find((word) => text.startsWith(word.text, at) && isWhole(text, at, word.text));
    const stem = words.stems.find((word) => text.startsWith(word.text, at));
    const longer = stem && stem.text.length >= (label?.text.length ?? 0) ? this.qualified(stem.text.length) : 0;
    const chosen = longer > 0 ? stem : label;
    if (!chosen) return false;
    let end = at + chosen.text.length;
    end += longer > 0 ? longer : this.qualified(chosen.text.length);
    const bracket = this.patterns.bracketUnit.exec(text.slice(end, end + 12));
    const scale = [...(bracket?.[1] ?? '')].reduce(
      (factor, one) => factor * (this.knowledge.forms.scales.get(one) ?? 1),
      1,
    );
    end += bracket?.[0].length ?? 0;
    // A label that continues is part of another word: 应用软件 is not 应用.
    const rest = text.slice(end).replace(this.patterns.fillers, '');
    if (bracket === null && /^[\p{Script=Han}]/u.test(rest)) {
      this.skipped += text.slice(at, end);
      this.at = end;
      return true;
    }
    // Letters directly before the label belong to it.
    if (punctuation.test(this.skipped.replace(this.patterns.fillers, '')) || !/[\p{L}]$/u.test(this.skipped))
      this.flush();
    else this.skipped = '';
    this.push('label', chosen.kind, scale);
    this.at = end;
    return true;
  }

  /** Length of the qualifier after a label. */
  private qualified(length: number): number {
    return this.patterns.qualifiers.exec(this.text.slice(this.at + length, this.at + length + 8))?.[0].length ?? 0;
  }
}

/**
 * Latin labels (`api`) must be whole words and not part of a list of file formats (`xls,xml,api`).
 */
function isWhole(text: string, at: number, word: string): boolean {
  if (!/^[a-z]/u.test(word)) return true;
  if (/[a-z]/u.test(text.charAt(at - 1)) || /[a-rt-z]/u.test(text.charAt(at + word.length))) return false;
  const before = text.slice(Math.max(0, at - 4), at);
  const after = text.slice(at + word.length, at + word.length + 4);
  return !/[a-z]\s?[,，、/|]\s?$/u.test(before) && !/^\s?[,，、/|]\s?[a-z]/u.test(after);
}
