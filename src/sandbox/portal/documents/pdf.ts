import { deflateSync } from 'node:zlib';

const perLine = 34;
const linesPerPage = 42;

const hex4 = (value: number): string => value.toString(16).toUpperCase().padStart(4, '0');
const codes = (text: string): string => [...text].map((sign) => hex4(sign.codePointAt(0) ?? 0x20)).join('');

/** Maps character codes (they equal the Unicode values here) to text, so that the text can be taken out again. */
function unicodeMap(used: readonly number[]): string {
  const blocks: string[] = [];
  for (let start = 0; start < used.length; start += 100) {
    const block = used.slice(start, start + 100);
    blocks.push(
      `${block.length} beginbfchar\n${block.map((code) => `<${hex4(code)}> <${hex4(code)}>`).join('\n')}\nendbfchar`,
    );
  }
  return `/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n${blocks.join('\n')}\nendcmap\nCMapName currentdict /CMap defineresource pop\nend\nend`;
}

function wrap(lines: readonly string[]): string[] {
  const short: string[] = [];
  for (const line of lines)
    for (let start = 0; start < line.length || start === 0; start += perLine)
      short.push(line.slice(start, start + perLine));
  return short;
}

/** A PDF document of these lines, in A4 pages, with text that can be taken out: a Type0 font in Identity-H with a ToUnicode map. */
export function pdfOf(lines: readonly string[]): Buffer {
  const short = wrap(lines);
  const used = [...new Set([...short.join('')].map((sign) => sign.codePointAt(0) ?? 0x20))].sort(
    (one, other) => one - other,
  );
  const pages: string[][] = [];
  for (let start = 0; start < short.length; start += linesPerPage) pages.push(short.slice(start, start + linesPerPage));
  const stream = (content: string): Buffer => {
    const packed = deflateSync(Buffer.from(content, 'latin1'));
    return Buffer.concat([
      Buffer.from(`<< /Length ${packed.length} /Filter /FlateDecode >>\nstream\n`, 'latin1'),
      packed,
      Buffer.from('\nendstream', 'latin1'),
    ]);
  };
  const plain = (content: string): Buffer => Buffer.from(content, 'latin1');
  const firstPage = 7;
  const objects: Buffer[] = [
    plain('<< /Type /Catalog /Pages 2 0 R >>'),
    plain(
      `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, index) => `${firstPage + index * 2} 0 R`).join(' ')}] >>`,
    ),
    plain(
      '<< /Type /Font /Subtype /Type0 /BaseFont /SimSun /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 6 0 R >>',
    ),
    plain(
      '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /SimSun /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor 5 0 R /DW 1000 >>',
    ),
    plain(
      '<< /Type /FontDescriptor /FontName /SimSun /Flags 4 /FontBBox [0 -140 1000 860] /ItalicAngle 0 /Ascent 860 /Descent -140 /CapHeight 680 /StemV 80 >>',
    ),
    stream(unicodeMap(used)),
  ];
  pages.forEach((page, index) => {
    objects.push(
      plain(
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${firstPage + index * 2 + 1} 0 R >>`,
      ),
      stream(`BT\n/F1 14 Tf\n18 TL\n56 786 Td\n${page.map((line) => `<${codes(line)}> Tj T*`).join('\n')}\nET`),
    );
  });
  const parts: Buffer[] = [Buffer.from('%PDF-1.5\n%\xe2\xe3\xcf\xd3\n', 'latin1')];
  const offsets: number[] = [];
  let position = parts[0]?.length ?? 0;
  objects.forEach((object, index) => {
    const whole = Buffer.concat([plain(`${index + 1} 0 obj\n`), object, plain('\nendobj\n')]);
    offsets.push(position);
    position += whole.length;
    parts.push(whole);
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  parts.push(
    plain(
      `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${position}\n%%EOF\n`,
    ),
  );
  return Buffer.concat(parts);
}
