// Minimal spreadsheet file: rows of strings -> .xlsx bytes (deflated zip, inline strings).
import zlib from 'node:zlib';
const tab = Array.from({ length: 256 }, (_, n) => { let c = n; for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1; return c >>> 0; });
const crc = (b) => { let c = 0xffffffff; for (const x of b) c = tab[(c ^ x) & 255] ^ (c >>> 8); return (c ^ 0xffffffff) >>> 0; };
const e = (s) => String(s).replace(/[&<>]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[c]);
export function xlsx(rows) {
  const x = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'; const ns = 'http://schemas.openxmlformats.org/';
  const files = [
    ['[Content_Types].xml', `${x}<Types xmlns="${ns}package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`],
    ['_rels/.rels', `${x}<Relationships xmlns="${ns}package/2006/relationships"><Relationship Id="rId1" Type="${ns}officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`],
    ['xl/workbook.xml', `${x}<workbook xmlns="${ns}spreadsheetml/2006/main" xmlns:r="${ns}officeDocument/2006/relationships"><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>`],
    ['xl/_rels/workbook.xml.rels', `${x}<Relationships xmlns="${ns}package/2006/relationships"><Relationship Id="rId1" Type="${ns}officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`],
    ['xl/worksheets/sheet1.xml', `${x}<worksheet xmlns="${ns}spreadsheetml/2006/main"><sheetData>${rows.map((r, i) => `<row r="${i + 1}">${r.map((c, k) => `<c r="${String.fromCharCode(65 + k)}${i + 1}" t="inlineStr"><is><t>${e(c)}</t></is></c>`).join('')}</row>`).join('')}</sheetData></worksheet>`],
  ];
  const parts = [], cen = []; let at = 0;
  for (const [name, text] of files) {
    const raw = Buffer.from(text), z = zlib.deflateRawSync(raw), n = Buffer.from(name), h = Buffer.alloc(26);
    h.writeUInt16LE(20, 0); h.writeUInt16LE(0x800, 2); h.writeUInt16LE(8, 4); h.writeUInt16LE(0x5a21, 8); h.writeUInt32LE(crc(raw), 10); h.writeUInt32LE(z.length, 14); h.writeUInt32LE(raw.length, 18); h.writeUInt16LE(n.length, 22);
    const loc = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), h, n, z]); const t = Buffer.alloc(14); t.writeUInt32LE(at, 10);
    cen.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), h, t, n])); parts.push(loc); at += loc.length;
  }
  const d = Buffer.concat(cen), end = Buffer.alloc(18); end.writeUInt16LE(files.length, 4); end.writeUInt16LE(files.length, 6); end.writeUInt32LE(d.length, 8); end.writeUInt32LE(at, 12);
  return Buffer.concat([...parts, d, Buffer.from('PK\x05\x06', 'latin1'), end]);
}
/** Rows in such a file (for the selftest). */
export function xlsxRows(buf) {
  let at = 0;
  while (buf.readUInt32LE(at) === 0x04034b50) { const zl = buf.readUInt32LE(at + 18), nl = buf.readUInt16LE(at + 26); const name = buf.subarray(at + 30, at + 30 + nl).toString(); const z = buf.subarray(at + 30 + nl, at + 30 + nl + zl); if (name.endsWith('sheet1.xml')) return zlib.inflateRawSync(z).toString().match(/<row /g).length; at += 30 + nl + zl; }
  return 0;
}
