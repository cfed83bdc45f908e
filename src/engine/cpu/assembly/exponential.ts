/** exp and erf on four numbers at once. Computed here so that every machine gets the same bits. */

/**
 * exp(x) to about two units in the last place. x is kept within −87 … 88, so that the result is
 * neither subnormal nor infinite; NaN stays NaN.
 */
@inline
export function exponential(x: v128): v128 {
  x = f32x4.max(f32x4.min(x, f32x4.splat(88)), f32x4.splat(-87));
  // x = n·ln 2 + r with |r| ≤ ½ ln 2; ln 2 in two parts so that r keeps its low bits.
  const n = f32x4.nearest(f32x4.mul(x, f32x4.splat(1.44269504088896341)));
  let r = f32x4.sub(x, f32x4.mul(n, f32x4.splat(0.693359375)));
  r = f32x4.sub(r, f32x4.mul(n, f32x4.splat(-2.12194440e-4)));
  let sum = f32x4.splat(1.9875691500e-4);
  sum = f32x4.add(f32x4.mul(sum, r), f32x4.splat(1.3981999507e-3));
  sum = f32x4.add(f32x4.mul(sum, r), f32x4.splat(8.3334519073e-3));
  sum = f32x4.add(f32x4.mul(sum, r), f32x4.splat(4.1665795894e-2));
  sum = f32x4.add(f32x4.mul(sum, r), f32x4.splat(1.6666665459e-1));
  sum = f32x4.add(f32x4.mul(sum, r), f32x4.splat(5.0000001201e-1));
  sum = f32x4.add(f32x4.add(f32x4.mul(f32x4.mul(r, r), sum), r), f32x4.splat(1));
  const exponent = i32x4.shl(i32x4.add(i32x4.trunc_sat_f32x4_s(n), i32x4.splat(127)), 23);
  return f32x4.mul(sum, exponent);
}

/** erf(x) to about 2e-7: a rational function of x, which is ±1 in float32 beyond ±4. */
@inline
export function errorFunction(x: v128): v128 {
  x = f32x4.max(f32x4.min(x, f32x4.splat(4)), f32x4.splat(-4));
  const square = f32x4.mul(x, x);
  let above = f32x4.splat(-2.72614225801306e-10);
  above = f32x4.add(f32x4.mul(above, square), f32x4.splat(2.77068142495902e-8));
  above = f32x4.add(f32x4.mul(above, square), f32x4.splat(-2.10102402082508e-6));
  above = f32x4.add(f32x4.mul(above, square), f32x4.splat(-5.69250639462346e-5));
  above = f32x4.add(f32x4.mul(above, square), f32x4.splat(-7.34990630326855e-4));
  above = f32x4.add(f32x4.mul(above, square), f32x4.splat(-2.954599808540250e-3));
  above = f32x4.add(f32x4.mul(above, square), f32x4.splat(-1.60960333262415e-2));
  let below = f32x4.splat(-1.45660718464996e-5);
  below = f32x4.add(f32x4.mul(below, square), f32x4.splat(-2.13374055278905e-4));
  below = f32x4.add(f32x4.mul(below, square), f32x4.splat(-1.68282697438203e-3));
  below = f32x4.add(f32x4.mul(below, square), f32x4.splat(-7.37332916720468e-3));
  below = f32x4.add(f32x4.mul(below, square), f32x4.splat(-1.42647390514189e-2));
  return f32x4.div(f32x4.mul(x, above), below);
}
