// Dark colours would give no light: each is raised to a brightness at which its hue shows.
fn luminous(colour: vec3f) -> vec3f {
  let brightest = max(colour.r, max(colour.g, colour.b));
  return max(colour / max(brightest, 0.35), vec3f(0.06));
}
