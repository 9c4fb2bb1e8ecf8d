import { fileReply } from '../service/kit/reply.ts';
import type { SiteReply } from '../town.ts';
import type { Entry } from './catalog.ts';

/** A small sample of the dataset in the requested format. */
export function datasetFile(entry: Entry, format: string): SiteReply {
  const name = `${entry.title}.${format.toLowerCase()}`;
  const rows = [
    ['1', entry.office, entry.updated],
    ['2', entry.subject, entry.updated],
  ];
  switch (format.toUpperCase()) {
    case 'JSON':
      return fileReply(JSON.stringify(rows), 'application/json;charset=UTF-8', name);
    case 'XML':
      return fileReply(
        `<?xml version="1.0" encoding="UTF-8"?><rows>${rows.map(([id, value]) => `<row id="${id}">${value}</row>`).join('')}</rows>`,
        'text/xml;charset=UTF-8',
        name,
      );
    case 'RDF':
      return fileReply(
        `<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="urn:${entry.id}"/></rdf:RDF>`,
        'application/rdf+xml',
        name,
      );
    default: {
      // As on real platforms, a spreadsheet is often comma-separated text with another extension.
      const type = /XLS/iu.test(format) ? 'application/vnd.ms-excel' : 'text/csv;charset=UTF-8';
      return fileReply(`\ufeff序号,名称,日期\n${rows.map((row) => row.join(',')).join('\n')}\n`, type, name);
    }
  }
}
