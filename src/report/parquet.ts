import { parquetWriteBuffer } from 'hyparquet-writer';
import type { Cell, Table } from './csv.ts';

/**
 * The table as Apache Parquet (Snappy). A column of only numbers and empty cells is DOUBLE, others
 * are STRING. Text is unchanged, since no program evaluates Parquet text as formulas.
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
