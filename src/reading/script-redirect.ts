import { type Token, tokensOf } from './script-tokens.ts';

/** Longer scripts are bundles whose redirects cannot be analysed. */
const longestScript = 100_000;
const deepest = 40;
/** Conditions that hold for phones, and those that hold only in frames or obsolete browsers. */
const phone =
  /phone|ipad|ipod|android|mobile|midp|ucweb|uc7|windowsce|symbian|blackberry|wap|touch|screen\.?width|innerwidth|matchmedia|micromessenger|weixin|wechat/iu;
const desktop = /(?:^|[^a-z])(?:is_?pc|ispc\w*|pc|desktop|isdesktop|win32|windowsnt|macintosh)(?:[^a-z]|$)/iu;
const never =
  /msie|trident|activex|documentmode|(?:top|parent|self).{0,12}[!=]==?.{0,12}(?:self|top|parent|location)/iu;

type Audience = 'everybody' | 'phones' | 'others' | 'nobody';

/**
 * URL to which a script redirects a desktop visitor, as written (possibly relative); null if none.
 * Recognises assignments to `location` (`href`, `replace`, `assign`) and `window.open` into the
 * same window, outside of comments and of branches for phones, frames or obsolete browsers. URLs
 * concatenated from literals, plain variables and parts of `location` are evaluated.
 * @param page URL of the page that runs the script
 */
export function scriptRedirect(source: string, page: string): string | null {
  if (source.length > longestScript || !/location|window\s*\.\s*(?:open|navigate)/u.test(source)) return null;
  return new Walker(tokensOf(source), page).first();
}

class Walker {
  private readonly tokens: readonly Token[];
  private readonly page: string;
  private readonly names = new Map<string, string>();
  private found: string | null = null;
  private at = 0;
  private depth = 0;

  constructor(tokens: readonly Token[], page: string) {
    this.tokens = tokens;
    this.page = page;
  }

  first(): string | null {
    // A superfluous closing bracket does not end the script.
    while (this.at < this.tokens.length && this.found === null) this.block(true);
    return this.found;
  }

  private peek(ahead = 0): string {
    const token = this.tokens[this.at + ahead];
    return token === undefined ? '' : token.type === 'string' ? '"' : token.text;
  }

  /** Reads statements up to the end of their block. */
  private block(live: boolean): void {
    while (this.at < this.tokens.length && this.found === null) {
      if (this.peek() === '}') {
        this.at += 1;
        return;
      }
      const start = this.at;
      this.statement(live);
      // Skip a stray `else`.
      if (this.at === start) this.at += 1;
    }
  }

  private statement(live: boolean): void {
    this.depth += 1;
    if (this.depth > deepest) this.at = this.tokens.length;
    else if (this.peek() === '{') {
      this.at += 1;
      this.block(live);
    } else if (this.peek() === 'if' && this.peek(1) === '(') this.choice(live);
    else this.plain(live);
    this.depth -= 1;
  }

  private choice(live: boolean): void {
    this.at += 1;
    const audience = audienceOf(this.group());
    this.statement(live && (audience === 'everybody' || audience === 'others'));
    if (this.found !== null || this.peek() !== 'else') return;
    this.at += 1;
    this.statement(live && audience !== 'others');
  }

  /** Text from here to the matching closing bracket. */
  private group(): string {
    let level = 0;
    let text = '';
    for (; this.at < this.tokens.length; this.at += 1) {
      const token = this.tokens[this.at];
      const mark = this.peek();
      if (mark === '(') level += 1;
      if (mark === ')') level -= 1;
      text += token?.text ?? '';
      if (level === 0) break;
    }
    this.at += 1;
    return text.slice(1, -1);
  }

  /** Reads a statement without a block; function bodies in it are read as statements. */
  private plain(live: boolean): void {
    while (this.at < this.tokens.length && this.found === null) {
      const mark = this.peek();
      if (mark === ';') {
        this.at += 1;
        return;
      }
      if (mark === '}' || mark === 'else') return;
      if (mark === '{') {
        this.at += 1;
        this.block(live);
      } else if (mark === 'if' && this.peek(1) === '(') {
        this.choice(live);
      } else if (!this.redirectOrAssignment(live)) this.at += 1;
    }
  }

  /** Reads a redirect or variable assignment at this position; false if there is none. */
  private redirectOrAssignment(live: boolean): boolean {
    const start = this.at;
    if (this.peek() === 'setTimeout' && this.peek(1) === '(' && this.peek(2) === '"') {
      const inner = this.tokens[this.at + 2]?.text ?? '';
      this.at += 3;
      if (live) this.take(scriptRedirect(inner, this.page));
      return true;
    }
    if (this.isOpen()) {
      const address = this.expression();
      const same = this.peek() === ',' && /^_(?:self|top|parent)$/u.test(this.tokens[this.at + 1]?.text ?? '');
      if (live && same) this.take(address);
      return true;
    }
    if (this.isLocation()) {
      const address = this.expression();
      if (live) this.take(address);
      return true;
    }
    this.at = start;
    const name = this.peek();
    if (/^[A-Za-z_$][\w$]*$/u.test(name) && this.peek(1) === '=' && this.peek(2) !== '=') {
      this.at += 2;
      const value = this.expression();
      if (value !== null) this.names.set(name, value);
      return true;
    }
    return false;
  }

  private take(address: string | null): void {
    if (address !== null && address !== '') this.found ??= address;
  }

  /** Moves past `window.open(` or `window.navigate(`. */
  private isOpen(): boolean {
    if (this.peek() !== 'window' || this.peek(1) !== '.' || this.peek(2) !== 'open' || this.peek(3) !== '(')
      return false;
    this.at += 4;
    return true;
  }

  /**
   * Moves past `location =`, `location.href =`, `location['href'] =`, `location.replace(`,
   * `location.assign(` or `navigate(`.
   */
  private isLocation(): boolean {
    let at = this.at;
    const peek = (): string => this.tokens[at]?.text ?? '';
    while (/^(?:window|self|top|parent|document|this|globalThis)$/u.test(peek()) && this.tokens[at + 1]?.text === '.')
      at += 2;
    if (peek() !== 'location' && peek() !== 'navigate') return false;
    if (peek() === 'navigate') return this.behind(at + 1, '(');
    at += 1;
    if (peek() === '.') {
      const member = this.tokens[at + 1]?.text;
      if (member === 'replace' || member === 'assign') return this.behind(at + 2, '(');
      return member === 'href' && this.behind(at + 2, '=');
    }
    if (peek() === '[') return this.tokens[at + 1]?.text === 'href' && peek() === '[' && this.behind(at + 3, '=');
    return this.behind(at, '=');
  }

  private behind(at: number, mark: string): boolean {
    if (this.tokens[at]?.text !== mark || this.tokens[at]?.type !== 'mark') return false;
    // A comparison is not an assignment.
    if (mark === '=' && this.tokens[at + 1]?.text === '=') return false;
    this.at = at + 1;
    return true;
  }

  /**
   * Value of a sum of literals, known names and parts of `location`; null if unknown. Moves past
   * it.
   */
  private expression(): string | null {
    let value = '';
    let known = true;
    for (;;) {
      const term = this.term();
      if (term === null) known = false;
      else value += term;
      if (this.peek() !== '+') break;
      this.at += 1;
    }
    if (this.peek() !== '?') return known ? value : null;
    return this.ternary();
  }

  /** Reads the branches of `phones ? a : b`, whose condition was already read as a value. */
  private ternary(): string | null {
    const start = Math.max(0, this.at - 12);
    const condition = this.tokens
      .slice(start, this.at)
      .map(({ text }) => text)
      .join('');
    const audience = audienceOf(condition);
    this.at += 1;
    this.depth += 1;
    const one = this.depth > deepest ? null : this.expression();
    if (this.peek() !== ':') {
      this.depth -= 1;
      return null;
    }
    this.at += 1;
    const other = this.depth > deepest ? null : this.expression();
    this.depth -= 1;
    return audience === 'phones' || audience === 'nobody' ? other : one;
  }

  private term(): string | null {
    const token = this.tokens[this.at];
    if (token === undefined) return null;
    if (token.type === 'string') {
      this.at += 1;
      return token.text;
    }
    if (token.text === '(') {
      this.at += 1;
      this.depth += 1;
      const inner = this.depth > deepest ? null : this.expression();
      this.depth -= 1;
      if (this.peek() === ')') this.at += 1;
      return inner;
    }
    const path: string[] = [];
    while (this.tokens[this.at]?.type === 'word') {
      path.push(this.peek());
      this.at += 1;
      if (this.peek() !== '.') break;
      this.at += 1;
    }
    if (path.length === 0) {
      // Skip the start of any other expression, such as a negation or bracket.
      if (!/^[;,})\]:?+]?$/u.test(token.text)) this.at += 1;
      return null;
    }
    if (this.peek() === '(') {
      this.group();
      return null;
    }
    return path.length === 1 ? (this.names.get(path[0] ?? '') ?? null) : partOf(path, this.page);
  }
}

/** Value of `location.origin` and similar parts. */
function partOf(path: readonly string[], page: string): string | null {
  const at = path.indexOf('location');
  const part = path[at + 1];
  if (at < 0 || at > 1 || path.length !== at + 2 || !URL.canParse(page)) return null;
  const { origin, protocol, host, hostname, port, pathname, search, href } = new URL(page);
  const parts: Readonly<Record<string, string>> = { origin, protocol, host, hostname, port, pathname, search, href };
  return parts[part ?? ''] ?? null;
}

/** Visitors for whom a condition holds. */
function audienceOf(condition: string): Audience {
  if (never.test(condition)) return 'nobody';
  const negated =
    /^!+/u.exec(condition)?.[0].length === 1 || /(?:==-1|<0|===-1|==false|===false|==null)$/u.test(condition);
  if (phone.test(condition)) return negated ? 'others' : 'phones';
  if (desktop.test(condition)) return negated ? 'phones' : 'others';
  return 'everybody';
}
