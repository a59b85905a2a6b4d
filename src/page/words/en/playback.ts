export const playback = {
  player: 'Playback',
  time: 'Time of the flow',
  timeOf: (time: string, horizon: string) => `t = ${time} of ${horizon}`,
  catchingUp: (time: string, goal: string) => `t = ${time}, on the way to ${goal}`,
  back: 'One step back (,)',
  on: 'One step on (.)',
  speed: 'Speed, in steps a frame',
};
