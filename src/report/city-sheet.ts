import { cityContext } from './city.ts';
import { indexFindings } from './evidence.ts';
import type { ReportData } from './figures/derive.ts';
import { htmlCity } from './html/city.ts';
import type { Messages } from './messages.ts';
import { viewOf } from './view.ts';

/** Makes the sheets of single governments; what all of them share is computed once. */
export function citySheets(data: ReportData, messages: Messages): (code: string) => string | null {
  const view = viewOf(data, messages);
  const context = cityContext(data, view);
  const findings = indexFindings(data);
  const failing = new Map(view.failingGovernments.map((entry) => [entry.government.code, entry]));
  const rows = new Map([...view.rows, ...view.observed].map((row) => [row.government.code, row]));
  return (code) => {
    const row = rows.get(code);
    if (row === undefined) return null;
    return htmlCity(data, view, row, { context, findings, failed: failing.get(code), pages: new Map() }, messages);
  };
}
