/**
 * The rules of HTML's tree construction (WHATWG, §13.2.6) by which start and end tags close elements that nobody closed, as far as they decide
 * what a browser shows. Sets of tags, all in lower case.
 */
function tags(names: string): ReadonlySet<string> {
  return new Set(names.split(' '));
}

export const voidTags = tags(
  'area base basefont bgsound br col command embed frame hr image img input isindex keygen link meta param source track wbr',
);

/** Elements whose end tags leave the blocks that were opened in them open. */
export const formatting = tags('a b big code em font i nobr s small strike strong tt u');

/** Elements of drawings and formulas that HTML in them does not reach through. */
const foreignScope = [
  ...['foreignobject', 'desc', 'title'].map((name) => `svg ${name}`),
  ...['mi', 'mo', 'mn', 'ms', 'mtext', 'annotation-xml'].map((name) => `math ${name}`),
];

/** Elements that end tags of others do not reach through. */
export const special: ReadonlySet<string> = new Set([
  ...foreignScope,
  ...tags(
    'address applet area article aside base basefont bgsound blockquote body br button caption center col colgroup dd details dir div dl dt embed fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html iframe img input keygen li link listing main marquee menu meta nav noembed noframes noscript object ol p param plaintext pre script search section select source style summary table tbody td template textarea tfoot th thead title tr track ul wbr xmp',
  ),
]);

/** Where the search for an open element stops. */
export const scope: ReadonlySet<string> = new Set([
  ...tags('applet caption html table td th marquee object template'),
  ...foreignScope,
]);
export const tableScope = tags('html table template');
/** Formatting elements outside of these cannot be closed from within. */
export const marker = tags('applet object marquee template td th caption');

/** Start tags that close an open paragraph, and end tags that reach through everything but a scope. */
export const blocks = tags(
  'address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer header hgroup main menu nav ol p search section summary ul pre listing form table xmp plaintext hr',
);
export const blockEnds = tags(
  'address article aside blockquote button center details dialog dir div dl fieldset figcaption figure footer header hgroup listing main menu nav ol pre search section summary ul applet marquee object select',
);
export const headings = tags('h1 h2 h3 h4 h5 h6');
/** Elements whose end may be left out before the end of what they stand in. */
export const impliedEnd = tags('dd dt li optgroup option p rb rp rt rtc');

/** What may stand in the head; everything else ends it. */
export const headTags = tags('base basefont bgsound link meta title noframes noscript script style template head html');

/** Parts of tables, and what each start tag of one closes first, within its table. */
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

/** HTML tags that end a drawing or formula in which they stand. */
export const breakout = tags(
  'b big blockquote body br center code dd div dl dt em embed h1 h2 h3 h4 h5 h6 head hr i img li listing menu meta nobr ol p pre ruby s small span strong strike sub sup table tt u ul var',
);
/** Elements of drawings and formulas in which HTML may stand. */
export const integration = {
  svg: tags('foreignobject desc title'),
  math: tags('mi mo mn ms mtext annotation-xml'),
} as const;

/** Elements whose content is text up to their own end tag, for a browser that runs scripts. */
export const rawText = tags('noscript');

/** Elements that show nothing of the page that follows when they are never closed. */
export const swallowing: ReadonlySet<string> = new Set([
  'svg title',
  'svg desc',
  ...tags(
    'script style title textarea noscript template select xmp plaintext iframe noembed noframes audio video canvas',
  ),
]);
