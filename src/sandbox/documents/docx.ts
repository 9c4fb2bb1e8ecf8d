import { makeZip } from './zip.ts';

function escapeXml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const types = `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`;
const relations = `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`;

/** A paragraph split into two runs, as word processors do, so that readers must join runs. */
function paragraph(text: string, style: string): string {
  const cut = Math.ceil(text.length / 2);
  const runs = [text.slice(0, cut), text.slice(cut)]
    .filter((part) => part !== '')
    .map((part) => `<w:r>${style}<w:t xml:space="preserve">${escapeXml(part)}</w:t></w:r>`)
    .join('');
  return `<w:p>${runs}</w:p>`;
}

/** A Word document with a bold title and the given paragraphs. Deterministic. */
export function makeDocx(title: string, paragraphs: readonly string[]): Buffer {
  const body = [
    paragraph(title, '<w:rPr><w:b/><w:sz w:val="44"/></w:rPr>'),
    ...paragraphs.map((text) => paragraph(text, '')),
  ].join('');
  const document = `${head}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}<w:sectPr/></w:body></w:document>`;
  return makeZip([
    { name: '[Content_Types].xml', content: types },
    { name: '_rels/.rels', content: relations },
    { name: 'word/document.xml', content: document },
  ]);
}
