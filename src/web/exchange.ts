import type { Context } from 'hono';
import type { z } from 'zod';
import type { Government } from '../model/government.ts';
import { UsageError } from '../model/usage-error.ts';
import type { Language, Messages } from '../report/messages.ts';
import { messagesOf } from '../report/messages.ts';
import { LocalNames } from '../report/pack-names.ts';
import type { ConsoleContext } from './context.ts';
import type { Catalogue } from './messages/catalogue.ts';
import type { Theme } from './preferences.ts';
import type { Person } from './security/access.ts';

/** The fields and files of a form that was sent; a name may stand more than once. */
export type Form = ReadonlyMap<string, readonly (string | File)[]>;

/** One request as the handler of a page sees it. */
export class Exchange {
  readonly console: ConsoleContext;
  readonly language: Language;
  readonly theme: Theme;
  readonly person: Person;
  /** The token that every form of this browser carries. */
  readonly token: string;
  /** Empty for a request that changes nothing. */
  readonly form: Form;
  /** The request of the framework, for cookies and streams. */
  readonly http: Context;
  readonly url: URL;
  readonly #paths: ReadonlySet<string>;
  #names: LocalNames | undefined;

  /** @param paths of the pages that there are */
  constructor(
    facts: Pick<Exchange, 'console' | 'language' | 'theme' | 'person' | 'token' | 'form' | 'http'>,
    paths: ReadonlySet<string>,
  ) {
    this.#paths = paths;
    this.console = facts.console;
    this.language = facts.language;
    this.theme = facts.theme;
    this.person = facts.person;
    this.token = facts.token;
    this.form = facts.form;
    this.http = facts.http;
    this.url = new URL(facts.http.req.url);
  }

  /** The texts of a page in the language of this request. */
  texts<Texts>(of: Catalogue<Texts>): Texts {
    return of[this.language];
  }

  /** The catalogue of reports: states, reasons, sites and other words that both faces print. */
  get words(): Messages {
    return messagesOf(this.language);
  }

  /** What places, indicators and tiers are called in the language of this request. */
  get names(): LocalNames {
    const { names, visits } = this.console.pack;
    this.#names ??= new LocalNames(names[this.language] ?? null, visits);
    return this.#names;
  }

  /** The name of a government by its code, in the language of this request; an unknown code stays. */
  nameIn(governments: ReadonlyMap<string, Government>, code: string): string {
    const government = governments.get(code);
    return government === undefined ? code : this.names.government(government);
  }

  /** Whether there is a page of this path, written as its route states it. */
  hasPage(path: string): boolean {
    return this.#paths.has(path);
  }

  /** A part of the path, decoded; empty when the route has no such part. */
  part(name: string): string {
    return this.http.req.param(name) ?? '';
  }

  /**
   * The query by a schema of strings; of a name that stands more than once the last counts.
   *
   * @throws UsageError that names the first wrong parameter.
   */
  query<Schema extends z.ZodType>(schema: Schema): z.output<Schema> {
    return parsed(schema, Object.fromEntries(filled(this.url.searchParams)), 'parameter');
  }

  /**
   * The fields of a form by a schema of strings; files and repeated names are read from `form`.
   *
   * @throws UsageError that names the first wrong field.
   */
  fields<Schema extends z.ZodType>(schema: Schema): z.output<Schema> {
    const texts = [...this.form].flatMap(([name, values]) => {
      const text = values.findLast((value) => typeof value === 'string');
      return text === undefined ? [] : [[name, text] as const];
    });
    return parsed(schema, Object.fromEntries(texts), 'field');
  }

  /** The path of this page with some parameters of its query set anew; null takes one away. */
  withQuery(changes: Readonly<Record<string, string | number | null>>): string {
    const query = new URLSearchParams(filled(this.url.searchParams));
    query.delete('lang');
    for (const [name, value] of Object.entries(changes)) {
      if (value === null) query.delete(name);
      else query.set(name, String(value));
    }
    const text = query.toString();
    return text === '' ? this.url.pathname : `${this.url.pathname}?${text}`;
  }
}

/** What a form of filters leaves empty was not asked for. */
function filled(query: URLSearchParams): [string, string][] {
  return [...query].filter(([, value]) => value !== '');
}

function parsed<Schema extends z.ZodType>(schema: Schema, values: unknown, what: string): z.output<Schema> {
  const result = schema.safeParse(values);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new UsageError(`${what} ${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'wrong value'}`);
}
