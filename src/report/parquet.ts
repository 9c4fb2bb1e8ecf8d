import { parquetWriteBuffer } from 'hyparquet-writer';
import type { Cell, Table } from './csv.ts';

/**
 * The table as Apache Parquet (Snappy): a column whose cells are all numbers or empty is DOUBLE, every other one STRING. Text is
 * kept as it is: no program calculates what stands in a Parquet file.
 */
export function toParquet({ head, rows }: Table): Uint8Array {
  const columnData = head.map((name, index) => {
    const cells = rows.map((row) => row[index] ?? null);
    const isNumeric = cells.some((cell) => typeof cell === 'number') && !cells.some((cell) => typeof cell === 'string');
    return isNumeric
      ? { name, data: cells, type: 'DOUBLE' as const, nullable: true }
      : { name, data: cells.map(textOf), type: 'STRING' as const, nullable: true };
  });
  return new Uint8Array(parquetWriteBuffer({ columnData, createdBy: 'govprobe' }));
}

function textOf(cell: Cell): string | null {
  return cell === null ? null : String(cell);
}
