/**
 * Sets of lower-case tags for the rules of HTML tree construction (WHATWG, §13.2.6) that close
 * elements implicitly. Only rules that change what a browser shows are included.
 */
function tags(names: string): ReadonlySet<string> {
  return new Set(names.split(' '));
}

export const voidTags = tags(
  'area base basefont bgsound br col command embed frame hr image img input isindex keygen link meta param source track wbr',
);

/** Elements whose end tag leaves inner blocks open. */
export const formatting = tags('a b big code em font i nobr s small strike strong tt u');

/** Elements of drawings and formulas that limit the scope of HTML inside. */
const foreignScope = [
  ...['foreignobject', 'desc', 'title'].map((name) => `svg ${name}`),
  ...['mi', 'mo', 'mn', 'ms', 'mtext', 'annotation-xml'].map((name) => `math ${name}`),
];

/** Elements that end tags of other elements do not cross. */
export const special: ReadonlySet<string> = new Set([
  ...foreignScope,
  ...tags(
    'address applet area article aside base basefont bgsound blockquote body br button caption center col colgroup dd details dir div dl dt embed fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html iframe img input keygen li link listing main marquee menu meta nav noembed noframes noscript object ol p param plaintext pre script search section select source style summary table tbody td template textarea tfoot th thead title tr track ul wbr xmp',
  ),
]);

/** Elements at which the search for an open element stops. */
export const scope: ReadonlySet<string> = new Set([
  ...tags('applet caption html table td th marquee object template'),
  ...foreignScope,
]);
export const tableScope = tags('html table template');
/** Formatting elements outside of these cannot be closed from inside. */
export const marker = tags('applet object marquee template td th caption');

/**
 * Block elements: their start tags close an open paragraph, and their end tags cross everything but
 * a scope.
 */
export const blocks = tags(
  'address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer header hgroup main menu nav ol p search section summary ul pre listing form table xmp plaintext hr',
);
export const blockEnds = tags(
  'address article aside blockquote button center details dialog dir div dl fieldset figcaption figure footer header hgroup listing main menu nav ol pre search section summary ul applet marquee object select',
);
export const headings = tags('h1 h2 h3 h4 h5 h6');
/** Elements whose end tag may be omitted. */
export const impliedEnd = tags('dd dt li optgroup option p rb rp rt rtc');

/** Elements allowed in the head; any other ends it. */
export const headTags = tags('base basefont bgsound link meta title noframes noscript script style template head html');

/** Parts of tables, each with the elements that its start tag closes in its table. */
export const tableParts: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['caption', tags('caption colgroup tbody thead tfoot tr td th')],
  ['colgroup', tags('caption colgroup tbody thead tfoot tr td th')],
  ['col', tags('caption tbody thead tfoot tr td th')],
  ['tbody', tags('caption colgroup tbody thead tfoot tr td th')],
  ['thead', tags('caption colgroup tbody thead tfoot tr td th')],
  ['tfoot', tags('caption colgroup tbody thead tfoot tr td th')],
  ['tr', tags('caption colgroup tr td th')],
  ['td', tags('td th')],
  ['th', tags('td th')],
]);

/** HTML tags that end the drawing or formula around them. */
export const breakout = tags(
  'b big blockquote body br center code dd div dl dt em embed h1 h2 h3 h4 h5 h6 head hr i img li listing menu meta nobr ol p pre ruby s small span strong strike sub sup table tt u ul var',
);
/** Elements of drawings and formulas that may contain HTML. */
export const integration = {
  svg: tags('foreignobject desc title'),
  math: tags('mi mo mn ms mtext annotation-xml'),
} as const;

/** Elements with raw text content in a browser that runs scripts. */
export const rawText = tags('noscript');

/** Elements that hide the rest of the page if they are not closed. */
export const swallowing: ReadonlySet<string> = new Set([
  'svg title',
  'svg desc',
  ...tags(
    'script style title textarea noscript template select xmp plaintext iframe noembed noframes audio video canvas',
  ),
]);
