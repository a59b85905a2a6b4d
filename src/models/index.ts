import { fGan } from './f-gan.ts';
import { ganQp } from './gan-qp.ts';
import { hingeGan } from './hinge-gan.ts';
import { lsgan } from './lsgan.ts';
import type { Model } from './model.ts';
import { nsGan } from './ns-gan.ts';
import { saturatingGan } from './saturating-gan.ts';
import { wganClip } from './wgan-clip.ts';
import { wganDiv } from './wgan-div.ts';
import { wganGp } from './wgan-gp.ts';
import { wgan } from './wgan.ts';

/** Every GAN variant. A new one is its two files, named alike, and a line here. */
export const MODELS: readonly Model[] = [
  nsGan,
  saturatingGan,
  wgan,
  wganGp,
  ganQp,
  lsgan,
  fGan,
  hingeGan,
  wganDiv,
  wganClip,
];
