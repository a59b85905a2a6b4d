// Functions of games of one's own, for which WGSL's own are missing or allowed to be inexact: sin and
// cos by 2^-11, atan and tanh by 4096 units in the last place.

// a / b, and 0 where b is 0.
fn quotientOrZero(a: f32, b: f32) -> f32 {
  return select(a / select(b, 1.0, b == 0.0), 0.0, b == 0.0);
}

// x^y of x >= 0, and 0 where x is 0 and y negative.
fn powerOrZero(x: f32, y: f32) -> f32 {
  return select(powerOf(x, y), 0.0, x <= shortest && y < 0.0);
}

fn selfProduct(x: f32) -> f32 {
  return x * x;
}

// x^y. Of a negative x only whole powers are real; others leave every bound.
fn powerOf(x: f32, y: f32) -> f32 {
  if (y == 0.0) {
    return 1.0;
  }
  if (x == 0.0) {
    return select(INFINITE, 0.0, y > 0.0);
  }
  let size = exp2(y * log2(abs(x)));
  let isWhole = floor(y) == y;
  let isOdd = isWhole & (floor(0.5 * y) != 0.5 * y);
  return select(select(INFINITE, select(size, -size, isOdd), isWhole), size, x > 0.0);
}

// log(1 + e^x) = max(x, 0) + log(1 + e^-|x|), the latter by its series where adding to 1 rounds it away.
fn softplusOf(x: f32) -> f32 {
  let decay = exp(-abs(x));
  let small = decay * (1.0 - decay * (0.5 - decay * (1.0 / 3.0)));
  return atLeast(x, 0.0) + select(log(1.0 + decay), small, decay < 0.01);
}

// Sine and cosine of x = k pi/2 + r: k and r by pi/2 in three parts, the polynomials for |r| <= pi/4 of
// Cephes (Moshier 1984), sinf.
fn sineAndCosine(x: f32) -> vec2f {
  let turns = round(x * 0.636619772);
  let r = ((x - turns * 1.5703125) - turns * 4.837512969970703e-4) - turns * 7.549789954891882e-8;
  let z = r * r;
  let sine = ((-1.9515295891e-4 * z + 8.3321608736e-3) * z - 1.6666654611e-1) * z * r + r;
  let cosine =
    ((2.443315711809948e-5 * z - 1.388731625493765e-3) * z + 4.166664568298827e-2) * z * z -
    0.5 * z + 1.0;
  // Which quarter of a turn, from 0 to 3; an x beyond 1e6 has no angle in float32.
  let quarter = u32(turns - 4.0 * floor(0.25 * turns)) & 3u;
  let changed = select(vec2f(sine, cosine), vec2f(cosine, sine), (quarter & 1u) == 1u);
  let signs = vec2f(
    select(1.0, -1.0, quarter >= 2u),
    select(1.0, -1.0, quarter == 1u || quarter == 2u),
  );
  return changed * signs;
}

fn sineOf(x: f32) -> f32 {
  return sineAndCosine(x).x;
}

fn cosineOf(x: f32) -> f32 {
  return sineAndCosine(x).y;
}

fn tangentOf(x: f32) -> f32 {
  let both = sineAndCosine(x);
  return both.x / both.y;
}

// Near 0 by the series, where e^x - e^-x cancels; from 80 on every bound is left.
fn sinhOf(x: f32) -> f32 {
  let z = x * x;
  let near = x * (1.0 + z * (1.0 / 6.0 + z * (1.0 / 120.0 + z * (1.0 / 5040.0))));
  let rise = exp(atMost(abs(x), 80.0));
  return select(0.5 * sign(x) * (rise - 1.0 / rise), near, abs(x) < 0.5);
}

fn coshOf(x: f32) -> f32 {
  let rise = exp(atMost(abs(x), 80.0));
  return 0.5 * (rise + 1.0 / rise);
}

fn tanhOf(x: f32) -> f32 {
  let z = x * x;
  let series = 1.0 / 3.0 - z * (2.0 / 15.0 - z * (17.0 / 315.0 - z * (62.0 / 2835.0)));
  let decay = exp(-2.0 * abs(x));
  return select(sign(x) * (1.0 - decay) / (1.0 + decay), x - x * z * series, abs(x) < 0.25);
}

// The polynomial for |x| <= tan(pi/8) of Cephes, atanf.
fn atanOf(x: f32) -> f32 {
  let size = abs(x);
  let far = size > 2.414213562;
  let middle = !far & (size > 0.4142135624);
  let r = select(select(size, (size - 1.0) / (size + 1.0), middle), -1.0 / atLeast(size, 1.0), far);
  let z = r * r;
  let series =
    (((8.05374449538e-2 * z - 1.38776856032e-1) * z + 1.99777106478e-1) * z - 3.33329491539e-1) *
    z * r + r;
  let base = select(select(0.0, 0.7853981634, middle), 1.5707963268, far);
  return sign(x) * (base + series);
}
