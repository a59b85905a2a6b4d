/** The boundary on the map. */
export const boundary = {
  'boundary.dimension':
    'Boundary in view, by {of}: box-counting dimension {value} ± {error}, by boxes of 1 to {most} of the map’s {side} starts along a side. 1 is a smooth line.',
  'boundary.none': 'There is no boundary in view, by {of}: it has no dimension.',
  'boundary.tooCoarse':
    'The dimension of a boundary takes {least} starts along each side: this map has {side}.',
  'boundary.notYet': 'The map is not there yet.',
} as const;
