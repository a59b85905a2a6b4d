// Directions and products of the players' vectors.
//
// The Euclidean norm has no gradient at 0; of its subgradients, the unit disc, the zero vector is
// chosen there, so a player at 0 feels no force from a norm.

// The square of the shortest vector with a direction: below it float32 squares lose digits.
const smallestSquare = 1e-36;

// x, or `least` where it is larger. As max, whose rules for what is no number cost software
// adapters ten comparisons; so does min.
fn atLeast(x: f32, least: f32) -> f32 {
  return select(least, x, x > least);
}

fn atMost(x: f32, most: f32) -> f32 {
  return select(most, x, x < most);
}

// v / |v|, and 0 at v = 0; a vector too short to have a direction gets one shorter than 1.
fn unit(v: vec2f) -> vec2f {
  return v / sqrt(atLeast(dot(v, v), smallestSquare));
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
