/**
 * File formats of a report, by extension. Separate from the writers, so that the names can be used
 * without loading them.
 */
export const formats = ['html', 'md', 'csv', 'xlsx', 'parquet', 'json'] as const;
export type Format = (typeof formats)[number];
