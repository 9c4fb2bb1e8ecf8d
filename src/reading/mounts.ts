/** `meta` name for pages with placeholders that scripts fill. */
export const mountMeta = 'mounts';

const empty = /<(div|main|section|article|ul|ol|tbody|table|dl)\b([^<>]{0,600})>\s*<\/\1\s*>/giu;
/** Ids and classes typical of the container of an application or list. */
const named =
  /\b(?:id|class)\s*=\s*["']?[^"'<>]{0,80}(?:app|root|main|container|content|list|data|table|result|wrap|news|info|item|row)/iu;
/** Attributes by which common libraries repeat or fill an element. */
const binding =
  /<[a-z][^<>]{0,400}\s(?:v-for|v-html|v-text|ng-repeat|ng-bind|ng-controller|x-for|data-bind|ms-for|wx:for)\s*=/iu;
/** Without one of these no element is bound, which one cheap search tells of most pages. */
const bindingNames = /(?:v-(?:for|html|text)|ng-(?:repeat|bind|controller)|x-for|data-bind|ms-for|wx:for)\s*=/iu;
const identity = /\bid\s*=\s*["']?([\w-]{1,60})/iu;
const longestRead = 400_000;

/** Whether the markup has empty containers or template elements that scripts are to fill. */
export function hasMounts(html: string): boolean {
  const markup = html.slice(0, longestRead);
  for (const [, tag = '', attributes = ''] of markup.matchAll(empty)) {
    if (tag.toLowerCase() === 'tbody' || named.test(attributes)) return true;
    const id = identity.exec(attributes)?.[1];
    if (id !== undefined && isAddressed(id, markup)) return true;
  }
  return bindingNames.test(markup) && binding.test(markup);
}

/** Whether a script of the page looks an element up by its id. */
function isAddressed(id: string, markup: string): boolean {
  const quoted = [`"${id}"`, `'${id}'`].some((text) => markup.includes(`getElementById(${text}`));
  return quoted || markup.includes(`'#${id}'`) || markup.includes(`"#${id}"`);
}
