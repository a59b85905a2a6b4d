// Of each particle its start's colour on the map, packed, with an alpha of 0 where it comes from
// upstream: it changes only with the map.
@group(0) @binding(3) var<storage, read_write> startColours: array<u32>;
