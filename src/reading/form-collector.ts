import type { AddressBook } from './addresses.ts';
import { isWeb } from './addresses.ts';
import type { OpenElement } from './element.ts';
import type { Form, FormField, PageRegion } from './page.ts';
import { foldSpace } from './text.ts';

interface Draft {
  readonly action: string | null;
  readonly method: 'get' | 'post';
  readonly fields: FormField[];
  readonly buttons: string[];
  readonly loose: boolean;
  readonly region: PageRegion;
  hints: string;
}

interface LooseGroup {
  readonly draft: Draft;
  /** Ancestors of the first input; a control below one of them belongs to the same group. */
  readonly anchors: ReadonlySet<OpenElement>;
}

const longestHints = 800;
const mostFields = 200;

/** Collects forms and, outside of forms, groups of adjacent inputs and buttons. */
export class FormCollector {
  private readonly addresses: AddressBook;
  private readonly forms: Draft[] = [];
  private form: { draft: Draft; depth: number } | null = null;
  private group: LooseGroup | null = null;
  private button: { draft: Draft; text: string; spare: string; depth: number } | null = null;
  private readonly labels = new Map<string, string>();
  private label: { id: string; text: string } | null = null;
  private readonly ids = new Map<FormField, string>();

  constructor(addresses: AddressBook) {
    this.addresses = addresses;
  }

  get count(): number {
    return this.forms.length;
  }

  open(
    tag: string,
    attributes: Record<string, string>,
    names: string,
    stack: readonly OpenElement[],
    region: PageRegion,
    hidden: boolean,
  ): void {
    switch (tag) {
      case 'form':
        this.openForm(attributes, names, stack.length, region, hidden);
        break;
      case 'input':
      case 'textarea':
      case 'select':
        this.control(tag, attributes, names, stack, region, hidden);
        break;
      case 'button': {
        const draft = this.owner(stack, region, false);
        if (draft) {
          this.button = { draft, text: '', spare: nameOf(attributes), depth: stack.length };
          this.hint(draft, names, attributes);
        }
        break;
      }
      case 'label':
        this.label = attributes.for ? { id: attributes.for, text: '' } : null;
        break;
      case 'a':
      case 'img':
      case 'span':
      case 'i':
      case 'div':
        this.lookLikeButton(tag, attributes, names, stack);
        break;
      default:
    }
  }

  text(text: string): void {
    if (this.button && this.button.text.length < 100) this.button.text += text;
    if (this.label && this.label.text.length < 100) this.label.text += text;
  }

  close(tag: string, depth: number): void {
    if (tag === 'button' && this.button && this.button.depth === depth) {
      this.button.draft.buttons.push(foldSpace(this.button.text) || this.button.spare);
      this.button = null;
    } else if (tag === 'form' && this.form && this.form.depth === depth) {
      this.form = null;
    } else if (tag === 'label' && this.label) {
      this.labels.set(this.label.id, foldSpace(this.label.text));
      this.label = null;
    }
  }

  finish(): Form[] {
    return this.forms
      .filter(
        (draft) => draft.fields.length > 0 || (!draft.loose && (draft.buttons.length > 0 || draft.action !== null)),
      )
      .map((draft) => ({
        ...draft,
        fields: draft.fields.map((field) =>
          field.label === '' ? { ...field, label: this.labels.get(this.ids.get(field) ?? '') ?? '' } : field,
        ),
        hints: foldSpace(draft.hints).slice(0, longestHints),
      }));
  }

  private openForm(
    attributes: Record<string, string>,
    names: string,
    depth: number,
    region: PageRegion,
    hidden: boolean,
  ): void {
    if (hidden) return;
    const action = attributes.action ? this.addresses.resolve(attributes.action) : null;
    const draft: Draft = {
      action: action !== null && isWeb(action) ? action : null,
      method: /^post$/iu.test(attributes.method ?? '') ? 'post' : 'get',
      fields: [],
      buttons: [],
      loose: false,
      region,
      hints: `${attributes.name ?? ''} ${attributes.onsubmit ?? ''} ${attributes.role ?? ''}`,
    };
    this.hint(draft, names, attributes);
    this.forms.push(draft);
    this.form = { draft, depth };
  }

  private control(
    tag: string,
    attributes: Record<string, string>,
    names: string,
    stack: readonly OpenElement[],
    region: PageRegion,
    hidden: boolean,
  ): void {
    const type = tag === 'input' ? (attributes.type ?? 'text').toLowerCase() : tag;
    if (hidden && type !== 'hidden' && !this.form) return;
    const isButton = type === 'submit' || type === 'button' || type === 'image' || type === 'reset';
    const draft = this.owner(stack, region, !isButton);
    if (!draft) return;
    this.hint(draft, names, attributes);
    draft.hints += ` ${attributes.onkeydown ?? attributes.onkeyup ?? attributes.onkeypress ?? ''}`;
    if (isButton) {
      if (type !== 'reset') draft.buttons.push(nameOf(attributes));
      return;
    }
    if (draft.fields.length >= mostFields) return;
    const maximum = Number.parseInt(attributes.maxlength ?? '', 10);
    const field: FormField = {
      name: (attributes.name ?? attributes.id ?? '').slice(0, 100),
      type,
      placeholder: (attributes.placeholder ?? '').slice(0, 200),
      label: foldSpace(attributes['aria-label'] || attributes.title || attributes.alt || '').slice(0, 200),
      value: (attributes.value ?? '').slice(0, 500),
      maxLength: Number.isFinite(maximum) && maximum > 0 ? maximum : null,
      required: attributes.required !== undefined,
    };
    if (attributes.id) this.ids.set(field, attributes.id);
    draft.fields.push(field);
  }

  /**
   * Whether an element beside an input acts as a button: it has a click handler or a button's name.
   */
  private lookLikeButton(
    tag: string,
    attributes: Record<string, string>,
    names: string,
    stack: readonly OpenElement[],
  ): void {
    if (this.form === null && this.group === null) return;
    const click = attributes.onclick;
    if (!click && (tag === 'div' || !/search|btn|button|submit|sousuo/iu.test(names))) return;
    const draft = this.form?.draft ?? (this.group && near(this.group, stack) ? this.group.draft : null);
    if (!draft) return;
    const name = nameOf(attributes);
    if (name !== '') draft.buttons.push(name);
    this.hint(draft, names, attributes);
  }

  /** The form or group that a control belongs to; an input without one starts a new group. */
  private owner(stack: readonly OpenElement[], region: PageRegion, start: boolean): Draft | null {
    if (this.form) return this.form.draft;
    if (this.group && near(this.group, stack)) return this.group.draft;
    if (!start) return null;
    const draft: Draft = { action: null, method: 'get', fields: [], buttons: [], loose: true, region, hints: '' };
    this.group = { draft, anchors: new Set(ancestors(stack)) };
    for (const element of ancestors(stack)) draft.hints += ` ${element.names}`;
    this.forms.push(draft);
    return draft;
  }

  private hint(draft: Draft, names: string, attributes: Record<string, string>): void {
    if (draft.hints.length > longestHints) return;
    draft.hints += ` ${names} ${attributes.onclick ?? ''}`;
  }
}

function ancestors(stack: readonly OpenElement[]): OpenElement[] {
  return stack.slice(-3).filter((element) => element.tag !== 'body' && element.tag !== 'html');
}

function near(group: LooseGroup, stack: readonly OpenElement[]): boolean {
  for (let index = stack.length - 1; index >= 0 && index >= stack.length - 3; index -= 1) {
    const element = stack[index];
    if (element && group.anchors.has(element)) return true;
  }
  return false;
}

function nameOf(attributes: Record<string, string>): string {
  return foldSpace(attributes.value || attributes.title || attributes['aria-label'] || attributes.alt || '').slice(
    0,
    100,
  );
}
