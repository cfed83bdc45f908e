/**
 * The story's formulas as TeX; `src/messages/en/story/formulas.json` has them in words for everyone.
 * `npm run formulas` turns them into MathML (`mathml.ts`); a test compares both.
 *
 * @type {Readonly<Record<string, string>>}
 */
export const formulas = {
  task: String.raw`(a + b) \bmod 59`,
  place: String.raw`t \mapsto (\cos w t,\ \sin w t), \qquad w = \frac{2\pi k}{59}`,
  product: String.raw`\cos wa\,\cos wb - \sin wa\,\sin wb = \cos w(a+b)`,
  clock: String.raw`Q(a,b,c) = \cos w(a+b-c)`,
  midpoint: String.raw`\begin{gathered} \tfrac12 (E_a + E_b) = \cos\frac{w(a-b)}{2}\,(\cos\theta,\ \sin\theta) \\ \theta = \frac{w(a+b)}{2} \end{gathered}`,
  pizza: String.raw`Q(a,b,c) = \left|\cos\frac{w(a-b)}{2}\right|\,\cos w(a+b-c)`,
  accompanying: String.raw`-\cos w(a-b)\,\cos w(a+b-c)`,
  symmetricity: String.raw`\mathrm{GS} = \operatorname{mean}\ \cos\angle\left(\frac{\partial Q}{\partial E_a},\ \frac{\partial Q}{\partial E_b}\right)`,
  irrelevance: String.raw`q = \frac{\operatorname{mean}_{d}\ \operatorname{std}_{s}\ L_{s,d}}{\operatorname{std}\ L}, \qquad s = a+b,\ d = a-b`,
  attention: String.raw`\alpha\cdot\operatorname{softmax} + (1-\alpha)\cdot 1`,
};
