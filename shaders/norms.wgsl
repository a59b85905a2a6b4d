// Directions and products of the players' vectors.
//
// The Euclidean norm has no gradient at 0; of its subgradients, the unit disc, the zero vector is
// chosen there, so a player at 0 feels no force from a norm.

// About the least number of float32 that no hardware takes for 0.
const shortest = 1.2e-38;

// x, or `least` where it is larger. As max, whose rules for what is no number cost software
// adapters ten comparisons; so does min.
fn atLeast(x: f32, least: f32) -> f32 {
  return select(least, x, x > least);
}

fn atMost(x: f32, most: f32) -> f32 {
  return select(most, x, x < most);
}

// The power of 2, so that nothing rounds, that takes the larger component of v to 1 or more, and below
// 2: what squares of v need to be in the middle of float32. 2^127 where v is 0 or subnormal.
fn scaleOf(v: vec2f) -> f32 {
  let bits = bitcast<vec2u>(v) & vec2u(0x7f800000u);
  return bitcast<f32>(0x7f000000u - max(bits.x, bits.y));
}

// |v| of a v whose larger component is 1 or more; not 0 at v = 0.
fn scaledLength(v: vec2f) -> f32 {
  return sqrt(atLeast(dot(v, v), 1e-30));
}

// |v|, and at v = 0 a length that is not 0.
fn norm(v: vec2f) -> f32 {
  let scale = scaleOf(v);
  return atLeast(scaledLength(scale * v) / scale, shortest);
}

// v / |v|, and 0 at v = 0.
fn unit(v: vec2f) -> vec2f {
  let scaled = scaleOf(v) * v;
  return scaled / scaledLength(scaled);
}

// The shortest phi of a game that reads its direction: far below what changes any other number, far
// above float32's least, 1e-38, so that no step ends there.
const shortestPhi = 1e-33;

// v, held at `shortestPhi` in its direction; a v of 0 has none and stays.
fn keptDirection(v: vec2f) -> vec2f {
  let longest = atLeast(abs(v.x), abs(v.y));
  let isShort = (longest < shortestPhi) & (longest > shortest);
  return v * select(1.0, shortestPhi / longest, isShort);
}

// v turned by a quarter, counterclockwise.
fn perpendicular(v: vec2f) -> vec2f {
  return vec2f(-v.y, v.x);
}

// The shortest length to divide by where a derivative grows as 1/|v|^2, so that it stays in float32.
const shortestScale = 1e-15;

// The derivative of v/|v| at v applied to t: what of t lies across v, over |v|; 0 at v = 0.
fn unitTangent(v: vec2f, t: vec2f) -> vec2f {
  let along = unit(v);
  let across = perpendicular(along);
  return dot(across, t) / atLeast(dot(v, along), shortestScale) * across;
}

// v with the leading 12 of each component's 24 significant bits.
fn leading(v: vec2f) -> vec2f {
  return bitcast<vec2f>(bitcast<vec2u>(v) & vec2u(0xfffff000u));
}

// a . b, for a sum that may cancel: products of leading bits are exact (Dekker 1971), so the error
// is about 2^-36 |a| |b| where that of dot is 2^-24 |a| |b|. Unlike fma, it asks no more of the
// hardware than right products.
fn inner(a: vec2f, b: vec2f) -> f32 {
  let head = leading(a);
  let other = leading(b);
  return dot(head, other) + (dot(head, b - other) + dot(a - head, b));
}

// |v|, however short.
fn lengthOf(v: vec2f) -> f32 {
  return length(LENGTH_SCALE * v) / LENGTH_SCALE;
}

// The square of a length, as observations hold it.
fn scaledSquare(length: f32) -> f32 {
  return LENGTH_SCALE * length * (LENGTH_SCALE * length);
}

// L = phi1 theta2 - phi2 theta1
fn angularMomentum(s: vec4f) -> f32 {
  return inner(s.xy, vec2f(s.w, -s.z));
}
