// The noise of the SDE ds = v dt + sigma dW: counter-based, so that the same seed, start and step
// give the same numbers however the work is cut. Twin of src/methods/noise.ts.

// Identifies a start's noise: its bits, where 0 has one sign only, and the seed.
fn noiseKey(start: vec4f) -> u32 {
  let words = bitcast<vec4u>(select(start, vec4f(0.0), start == vec4f(0.0)));
  return hash(hash(hash(hash(hash(parameters.seed) ^ words.x) ^ words.y) ^ words.z) ^ words.w);
}

// Draws of step number `step` (from 1) for a state: of the weights, sigma sqrt(h) N with N four normal
// draws, and for a flow those of its gradients as well, with the learning rates in them. A state in the
// one-dimensional subspace phi2 = theta2 = 0 stays in it.
fn noise(key: u32, state: vec4f, step: u32, h: f32) -> vec4f {
  var sum = parameters.noise * normalDraws(hash(key ^ hash(step)));
  if (METHOD_FLOWS && gradientNoisy != 0u) {
    sum += parameters.gradientNoise * learningRates() * normalDraws(gradientBase(key, step, 0u));
  }
  return sqrt(h) * sum * freeComponents(state);
}

// Draw number `evaluation` (from 0) of step number `step` for both players' gradients at a state.
fn gradientDraw(key: u32, state: vec4f, step: u32, evaluation: u32) -> vec4f {
  return parameters.gradientNoise * normalDraws(gradientBase(key, step, evaluation)) * freeComponents(state);
}

// 2^32 divided by the golden ratio parts the streams of a step's evaluations.
fn gradientBase(key: u32, step: u32, evaluation: u32) -> u32 {
  return hash(hash(key + (evaluation + 1u) * 0x9e3779b9u) ^ hash(step));
}

fn normalDraws(base: u32) -> vec4f {
  return normal(vec4u(hash(base), hash(base + 1u), hash(base + 2u), hash(base + 3u)));
}

fn freeComponents(state: vec4f) -> vec4f {
  let oneDimensional = state.y == 0.0 && state.w == 0.0;
  return select(vec4f(1.0), vec4f(1.0, 0.0, 1.0, 0.0), oneDimensional);
}

// The normal quantile at the middle of one of 2^24 intervals: algorithm PPND7 of Wichura 1988 (AS
// 241), 7 digits, without its far tail, which so many intervals do not reach.
fn normal(bits: vec4u) -> vec4f {
  let q = (vec4f(vec4i(bits >> vec4u(8u)) - 8388608) + 0.5) / 16777216.0;
  let r = 0.180625 - q * q;
  let middle = q * (((59.10937472 * r + 159.29113202) * r + 50.434271938) * r + 3.3871327179)
    / (((67.1875636 * r + 78.757757664) * r + 17.895169469) * r + 1.0);
  let t = sqrt(-log(0.5 - abs(q))) - 1.6;
  let tail = (((0.17023821103 * t + 1.3067284816) * t + 2.75681539) * t + 1.4234372777)
    / ((0.12021132975 * t + 0.7370016425) * t + 1.0);
  return select(select(tail, -tail, q < vec4f(0.0)), middle, abs(q) <= vec4f(0.425));
}
