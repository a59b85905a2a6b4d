/** The line at the page's foot. */
export const status = {
  opening: 'opening …',
  particles: (count: string) => `${count} particles`,
  map: (side: string, percent: number) => `map ${side}${percent}%`,
  steps: (count: string) => `${count} steps/s`,
  frame: (milliseconds: string) => `${milliseconds} ms/frame`,
  titles: {
    adapter: 'what computes',
    map: 'starts on the map, and how much of it is done',
    particles: 'states in the flow',
    time: 'time that the flow has reached',
    steps: 'steps of single states computed per second',
    frame: 'time from one frame to the next',
  },
};
