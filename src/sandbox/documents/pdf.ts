import { deflateSync } from 'node:zlib';

const lineLength = 38;
const linesPerPage = 38;

function hex(text: string): string {
  let out = '';
  for (let index = 0; index < text.length; index += 1) {
    out += text.charCodeAt(index).toString(16).toUpperCase().padStart(4, '0');
  }
  return out;
}

function breakLines(text: string): readonly string[] {
  if (text === '') return [''];
  const lines: string[] = [];
  for (let start = 0; start < text.length; start += lineLength) lines.push(text.slice(start, start + lineLength));
  return lines;
}

/**
 * ToUnicode map from glyph numbers (UTF-16 code units) to characters: one range per used row of
 * 256, since a range must not cross its first byte, in blocks of at most 100.
 */
function toUnicode(text: string): string {
  const rows = new Set<number>();
  for (let index = 0; index < text.length; index += 1) rows.add(text.charCodeAt(index) >> 8);
  const ranges = [...rows]
    .sort((a, b) => a - b)
    .map((row) => {
      const start = row.toString(16).toUpperCase().padStart(2, '0');
      return `<${start}00> <${start}FF> <${start}00>`;
    });
  const blocks: string[] = [];
  for (let start = 0; start < ranges.length; start += 100) {
    const block = ranges.slice(start, start + 100);
    blocks.push(`${block.length} beginbfrange\n${block.join('\n')}\nendbfrange`);
  }
  return `/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n${blocks.join('\n')}\nendcmap\nCMapName currentdict /CMap defineresource pop\nend\nend`;
}

function stream(content: string): Buffer {
  const packed = deflateSync(Buffer.from(content, 'latin1'));
  return Buffer.concat([
    Buffer.from(`<< /Length ${packed.length} /Filter /FlateDecode >>\nstream\n`, 'latin1'),
    packed,
    Buffer.from('\nendstream', 'latin1'),
  ]);
}

function pageContent(lines: readonly string[]): string {
  const shows = lines.map((line) => `<${hex(line)}> Tj T*`).join('\n');
  return `BT\n/F1 12 Tf\n18 TL\n60 780 Td\n${shows}\nET`;
}

/**
 * A PDF 1.4 document with extractable text: a Type0 font with Identity-H and a ToUnicode map,
 * compressed page streams, A4 pages of 38 lines. The font is not embedded; characters outside the
 * basic plane become two glyphs. Deterministic.
 */
export function makePdf(title: string, paragraphs: readonly string[]): Buffer {
  const lines = [title, '', ...paragraphs.flatMap(breakLines)];
  const pages: (readonly string[])[] = [];
  for (let start = 0; start < lines.length; start += linesPerPage) pages.push(lines.slice(start, start + linesPerPage));
  const firstPage = 8;
  const kids = pages.map((_, index) => `${firstPage + index * 2} 0 R`).join(' ');
  const objects: (string | Buffer)[] = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${pages.length} /Kids [${kids}] >>`,
    '<< /Type /Font /Subtype /Type0 /BaseFont /SimSun /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 6 0 R >>',
    '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /SimSun /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 1000 /CIDToGIDMap /Identity /FontDescriptor 5 0 R >>',
    '<< /Type /FontDescriptor /FontName /SimSun /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 859 /Descent -141 /CapHeight 683 /StemV 80 >>',
    stream(toUnicode(lines.join(''))),
    `<< /Title <FEFF${hex(title)}> >>`,
  ];
  for (const [index, page] of pages.entries()) {
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${firstPage + index * 2 + 1} 0 R >>`,
      stream(pageContent(page)),
    );
  }
  const parts: Buffer[] = [Buffer.from('%PDF-1.4\n%\xe2\xe3\xcf\xd3\n', 'latin1')];
  let offset = parts[0]?.length ?? 0;
  const offsets: number[] = [];
  for (const [index, object] of objects.entries()) {
    const body = typeof object === 'string' ? Buffer.from(object, 'latin1') : object;
    const whole = Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`, 'latin1'), body, Buffer.from('\nendobj\n')]);
    offsets.push(offset);
    offset += whole.length;
    parts.push(whole);
  }
  const table = offsets.map((start) => `${String(start).padStart(10, '0')} 00000 n \n`).join('');
  parts.push(
    Buffer.from(
      `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info 7 0 R >>\nstartxref\n${offset}\n%%EOF\n`,
      'latin1',
    ),
  );
  return Buffer.concat(parts);
}
