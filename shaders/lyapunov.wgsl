// The largest singular value of the tangent map. Twin of src/measures/lyapunov.ts, where each number has
// its reason.

// The natural logarithm of the largest singular value of a matrix M from G = M^T M: the trace of
// G^(2^n), to the power 2^-n, tends to the largest eigenvalue. G is divided by its trace, which is
// positive, before each squaring.
fn logLargestSingularValue(gram: mat4x4f) -> f32 {
  var matrix = gram;
  var logarithm = 0.0;
  var weight = 1.0;
  for (var n = 0u; n < SQUARINGS; n++) {
    let trace = traceOf(matrix);
    logarithm += weight * log(trace);
    matrix *= 1.0 / trace;
    matrix = matrix * matrix;
    weight *= 0.5;
  }
  return 0.5 * logarithm;
}

fn traceOf(matrix: mat4x4f) -> f32 {
  return matrix[0].x + matrix[1].y + matrix[2].z + matrix[3].w;
}

// Whether a number is positive, normal and finite, from its bits: a compiler may assume that no value
// is NaN.
fn isPositive(x: f32) -> bool {
  let bits = bitcast<u32>(x);
  return bits >= 0x00800000u && bits < 0x7f800000u;
}
