/** Kinds of files that a report consists of, by their endings. Apart from what writes them, so that naming one loads none. */
export const formats = ['html', 'md', 'csv', 'xlsx', 'parquet', 'json'] as const;
export type Format = (typeof formats)[number];
