/** Where each residue lies in the plane of one frequency: the points of the circle pictures. */
import { rowProduct } from '../math/dense.ts';
import type { FrequencyComponent } from '../math/fourier.ts';
import { dotProduct } from '../math/statistics.ts';
import type { EmbeddingTable } from '../model/embedding.ts';

/**
 * Projections of all rows on all frequency planes, k = 1 … ⌊p/2⌋: index ((k−1)·p + t)·2 for the
 * x of residue t. The axes of a plane are the orthonormal pair nearest to (A_k, B_k), so residue t
 * lies near the angle 2πkt/p: pictures of successive steps are aligned without being turned.
 * For k = p/2 there is no sine: y is 0.
 */
export function frequencyPlanes(
  { p, width, rows }: EmbeddingTable,
  components: readonly FrequencyComponent[],
): Float32Array<ArrayBuffer> {
  const centre = new Float64Array(width);
  for (let index = 0; index < p * width; index++) {
    const column = index % width;
    centre[column] = (centre[column] as number) + (rows[index] as number) / p;
  }
  const table = Float64Array.from(rows);
  const points = new Float32Array(components.length * p * 2);
  components.forEach((component, plane) => {
    const [horizontal, vertical] = planeAxes(component);
    const centreX = dotProduct(centre, horizontal);
    const centreY = dotProduct(centre, vertical);
    for (let t = 0; t < p; t++) {
      points[(plane * p + t) * 2] = rowProduct(table, horizontal, t) - centreX;
      points[(plane * p + t) * 2 + 1] = rowProduct(table, vertical, t) - centreY;
    }
  });
  return points;
}

/**
 * [A B]·G^(−1/2) with the Gram matrix G (symmetric orthonormalisation). When A and B are parallel or
 * one is zero, the direction that is missing is left zero.
 */
function planeAxes({ cosine, sine }: FrequencyComponent): [Float64Array, Float64Array] {
  const aa = dotProduct(cosine, cosine);
  const bb = dotProduct(sine, sine);
  const ab = dotProduct(cosine, sine);
  const determinant = aa * bb - ab * ab;
  if (determinant <= 1e-12 * (aa + bb) ** 2) {
    const long = aa >= bb ? cosine : sine;
    const length = Math.sqrt(Math.max(aa, bb));
    const unit = long.map((value) => (length > 0 ? value / length : 0));
    const none = new Float64Array(cosine.length);
    return aa >= bb ? [unit, none] : [none, unit];
  }
  // For a 2×2 matrix G: √G = (G + √det·I)/t with t = √(trace + 2√det), and its inverse follows.
  const root = Math.sqrt(determinant);
  const t = Math.sqrt(aa + bb + 2 * root);
  const scale = 1 / (t * root);
  const mix = (forCosine: number, forSine: number) =>
    cosine.map((value, i) => scale * (forCosine * value + forSine * (sine[i] as number)));
  return [mix(bb + root, -ab), mix(-ab, aa + root)];
}
