// Nagarajan and Kolter (2017): theta' -= 2 nk J_(phi,theta)^T v_phi, the gradient of nk |v_phi|^2.
fn nkOf(jacobian: mat4x4f, v: vec4f) -> vec4f {
  let generator = vec4f(v.xy, 0.0, 0.0) * jacobian;
  return vec4f(0.0, 0.0, -2.0 * parameters.nk * generator.zw);
}
