/** Calls by which a script of a page requests data. */
const calls = /\.ajax\s*\(|\$\.(?:get|post|getJSON)\s*\(|fetch\s*\(|axios|XMLHttpRequest|\.load\s*\(/u;

/** Whether a script requests data, so that a page may show more than its document holds. */
export function requestsData(script: string): boolean {
  return calls.test(script);
}
