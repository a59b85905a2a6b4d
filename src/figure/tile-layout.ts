/** Room in CSS pixels: between tiles, above each for its heading, and what a tile needs at least. */
const SPACE = { gap: 16, heading: 30, least: 150 } as const;

/** Tiles in a row, and a tile's side in CSS pixels. */
export interface TileLayout {
  readonly columns: number;
  readonly side: number;
}

/** Tiles of a table are as wide as it lets them, and no wider than this. */
const WIDEST = 180;

/**
 * The largest tiles of which all are seen at once; where they would be too small, one scrolls.
 * @param table tiles in a row, where the rows of a table are given; one scrolls through these
 */
export function tileLayout(
  count: number,
  width: number,
  height: number,
  table?: number,
): TileLayout {
  if (table !== undefined) {
    const side = Math.floor((width - (table - 1) * SPACE.gap) / table);
    return { columns: table, side: Math.max(1, Math.min(WIDEST, side)) };
  }
  const sideFor = (columns: number): number => {
    const rows = Math.ceil(count / columns);
    return Math.floor(
      Math.min(
        (width - (columns - 1) * SPACE.gap) / columns,
        (height - (rows - 1) * SPACE.gap) / rows - SPACE.heading,
      ),
    );
  };
  const layouts = Array.from({ length: count }, (_, i) => ({
    columns: i + 1,
    side: sideFor(i + 1),
  }));
  const best = layouts.reduce((a, b) => (b.side > a.side ? b : a));
  if (best.side >= SPACE.least) return best;
  const columns = Math.max(2, Math.floor((width + SPACE.gap) / (SPACE.least + SPACE.gap)));
  return { columns, side: Math.floor((width - (columns - 1) * SPACE.gap) / columns) };
}
