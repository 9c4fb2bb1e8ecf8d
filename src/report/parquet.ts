import { parquetWriteBuffer } from 'hyparquet-writer';
import type { Cell, Table } from './csv.ts';

/**
 * The table as Apache Parquet (Snappy). A column of only numbers and empty cells is DOUBLE, others
 * are STRING; so is an empty one that the table does not name as numeric. Text is unchanged, since
 * no program evaluates Parquet text as formulas.
 *
 * @param metadata key-value pairs of the file, as Parquet readers show them
 */
export function toParquet(
  { head, rows, numeric = [] }: Table,
  metadata: Readonly<Record<string, string>> = {},
): Uint8Array {
  const columnData = head.map((name, index) => {
    const cells = rows.map((row) => row[index] ?? null);
    const isNumeric =
      (numeric.includes(name) || cells.some((cell) => typeof cell === 'number')) &&
      !cells.some((cell) => typeof cell === 'string');
    return isNumeric
      ? { name, data: cells, type: 'DOUBLE' as const, nullable: true }
      : { name, data: cells.map(textOf), type: 'STRING' as const, nullable: true };
  });
  const kvMetadata = Object.entries(metadata).map(([key, value]) => ({ key, value }));
  return new Uint8Array(parquetWriteBuffer({ columnData, createdBy: 'govprobe', kvMetadata }));
}

function textOf(cell: Cell): string | null {
  return cell === null ? null : String(cell);
}
