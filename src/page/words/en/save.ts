import { remarkOf } from '../../../experiment/engine.ts';

export const save = {
  title: 'Save picture',
  what: 'What',
  both: 'Map and flow',
  map: 'Map',
  flow: 'Flow',
  width: 'Width',
  screen: 'Screen',
  pixels: (width: string) => `${width} px`,
  paper: 'Paper',
  dark: 'Dark',
  light: 'White, for print',
  hint: 'With axes, colour bar and a caption that states the experiment; the file also carries it.',
  progress: 'Progress of the picture',
  savePng: 'Save PNG',
  failed: (reason: string) => `The picture could not be made: ${reason}`,
  remark: remarkOf,
  tooEarly: 'there is no picture yet',
  notEncoded: 'the picture could not be encoded',
};
