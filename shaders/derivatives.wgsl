// Second derivatives that fields of several models are made of.

// Of phi' = -a(u) theta, theta' = b(u) phi, with slopes (a', a'', b', b'') at u.
fn secondOfDrives(s: vec4f, t: vec4f, r: vec4f, slopes: vec4f) -> vec4f {
  // du along either, and d2u
  let one = dot(s.zwxy, t);
  let other = dot(s.zwxy, r);
  let mixed = dot(t.zwxy, r);
  // d2a theta + da dtheta along the other, and the same of b and phi
  let bends = slopes.yw * one * other + slopes.xz * mixed;
  let turned = one * r.zwxy + other * t.zwxy;
  return vec4f(-bends.x * s.zw - slopes.x * turned.xy, bends.y * s.xy + slopes.z * turned.zw);
}

// t along v and across it, in units of |v|; 0 at v = 0.
fn alongAcross(v: vec2f, t: vec2f) -> vec2f {
  let along = unit(v);
  let scale = 1.0 / atLeast(dot(v, along), shortestScale);
  return vec2f(dot(along, t), dot(perpendicular(along), t)) * scale;
}

// The vector with these components along v and across it.
fn ofAlongAcross(v: vec2f, components: vec2f) -> vec2f {
  let along = unit(v);
  return components.x * along + components.y * perpendicular(along);
}
