import type { Context } from 'hono';
import type { Form } from './exchange.ts';

const forms = ['application/x-www-form-urlencoded', 'multipart/form-data'];

/** The fields of a form that was sent; null when something else was. */
export async function readForm(c: Context): Promise<Form | null> {
  const type = c.req.header('content-type')?.split(';')[0]?.trim().toLowerCase() ?? '';
  if (!forms.includes(type)) return null;
  const form = new Map<string, (string | File)[]>();
  const sent = await formData(c);
  if (sent === null) return null;
  for (const [name, value] of sent) form.set(name, [...(form.get(name) ?? []), value]);
  return form;
}

/** Null for a body that is no form although its type says so. */
async function formData(c: Context): Promise<FormData | null> {
  try {
    return await c.req.formData();
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}
