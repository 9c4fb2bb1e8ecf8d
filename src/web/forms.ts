import type { Exchange } from './exchange.ts';
import { attributes, type Html, html, type Piece } from './markup.ts';

/** Name of the field that carries the token of a form. */
export const tokenField = 'token';

interface FormOptions {
  readonly class?: string;
  readonly id?: string;
  /** Whether the form sends files. */
  readonly files?: boolean;
}

/** A form that changes something: it posts to a path of the console, with the token of this browser. */
export function actionForm(exchange: Exchange, action: string, content: Piece, options: FormOptions = {}): Html {
  const { class: style = null, id = null, files = false } = options;
  const own = attributes({ class: style, id, enctype: files ? 'multipart/form-data' : null });
  return html`<form method="post" action="${action}"${own}>
<input type="hidden" name="${tokenField}" value="${exchange.token}">
${content}
</form>`;
}

interface FieldOptions {
  readonly hint?: string | null;
  readonly error?: string | null;
  readonly type?: 'text' | 'search' | 'number' | 'password' | 'file' | 'date';
  readonly required?: boolean;
  readonly autocomplete?: string | null;
  readonly list?: string | null;
  readonly max?: number | null;
}

/** A labelled field for one line of text; hint and error are tied to it for screen readers. */
export function textField(name: string, label: string, value: string, options: FieldOptions = {}): Html {
  const { hint = null, error = null, type = 'text', required = false, autocomplete = null } = options;
  const described = [hint === null ? null : `${name}-hint`, error === null ? null : `${name}-error`];
  const own = attributes({
    type,
    required,
    autocomplete,
    list: options.list ?? null,
    maxlength: options.max ?? null,
    'aria-describedby': described.filter((id) => id !== null).join(' ') || null,
    'aria-invalid': error === null ? null : 'true',
  });
  return html`<div class="field${error === null ? '' : ' wrong'}">
<label for="${name}">${label}</label>
${hint === null ? null : html`<p class="hint" id="${name}-hint">${hint}</p>`}
${error === null ? null : html`<p class="error" id="${name}-error">${error}</p>`}
<input id="${name}" name="${name}" value="${value}"${own}>
</div>`;
}

/** A labelled choice of one of several values. */
export function choiceField(
  name: string,
  label: string,
  value: string,
  choices: readonly (readonly [value: string, label: string])[],
): Html {
  const options = choices.map(
    ([key, text]) => html`<option value="${key}"${attributes({ selected: key === value })}>${text}</option>`,
  );
  return html`<div class="field"><label for="${name}">${label}</label><select id="${name}" name="${name}">${options}</select></div>`;
}
