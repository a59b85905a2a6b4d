// JARE (Nie and Patel 2019): -jare J^T v with the blocks off the diagonal alone, each player by the other's gradient.
fn jareOf(jacobian: mat4x4f, v: vec4f) -> vec4f {
  let discriminator = vec4f(0.0, 0.0, v.zw) * jacobian;
  let generator = vec4f(v.xy, 0.0, 0.0) * jacobian;
  return -parameters.jare * vec4f(discriminator.xy, generator.zw);
}
