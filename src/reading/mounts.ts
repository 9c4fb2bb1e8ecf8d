/** `meta` name of pages whose markup leaves places for scripts to fill. */
export const mountMeta = 'mounts';

const empty = /<(div|main|section|article|ul|ol|tbody|table|dl)\b([^<>]{0,600})>\s*<\/\1\s*>/giu;
/** Names of what an application or a list will stand in. */
const named =
  /\b(?:id|class)\s*=\s*["']?[^"'<>]{0,80}(?:app|root|main|container|content|list|data|table|result|wrap|news|info|item|row)/iu;
/** Attributes by which the usual libraries repeat or fill an element. */
const binding =
  /<[a-z][^<>]{0,400}\s(?:v-for|v-html|v-text|ng-repeat|ng-bind|ng-controller|x-for|data-bind|ms-for|wx:for)\s*=/iu;
const longestRead = 400_000;

/** Whether scripts are to fill places of a document that its markup leaves empty, or repeat what stands in it once. */
export function hasMounts(html: string): boolean {
  const markup = html.slice(0, longestRead);
  for (const [, tag = '', attributes = ''] of markup.matchAll(empty))
    if (tag.toLowerCase() === 'tbody' || named.test(attributes)) return true;
  return binding.test(markup);
}
