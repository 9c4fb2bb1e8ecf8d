import { z } from 'zod';

const place = z.number().int().min(1).max(40);

/** `tiles.yaml`: the schematic map of the bulletin, one square tile per province. */
export const tilesSchema = z.strictObject({
  /** Note below the map, by language tag (`zh`, `en`); other languages have none. */
  notes: z.record(z.string(), z.string().min(1)).default({}),
  tiles: z
    .array(
      z.strictObject({
        /** Name of the province in the registry. */
        province: z.string().min(1),
        /** Label that fits inside the tile. */
        label: z.string().min(1),
        /** From 1 at the left. */
        column: place,
        /** From 1 at the top. */
        row: place,
      }),
    )
    .min(1),
});
export type TileMap = z.infer<typeof tilesSchema>;
