/**
 * The story's formulas: as TeX, and in words for everyone. `npm run formulas` turns them into MathML
 * (`mathml.ts`); a test compares both.
 *
 * @type {Readonly<Record<string, { tex: string, words: string }>>}
 */
export const formulas = {
  task: {
    tex: String.raw`(a + b) \bmod 59`,
    words: 'a plus b, with 59 taken away once when the sum reaches it',
  },
  place: {
    tex: String.raw`t \mapsto (\cos w t,\ \sin w t), \qquad w = \frac{2\pi k}{59}`,
    words:
      'the number t is put on the circle at the angle w times t, where w is k whole turns divided by 59',
  },
  product: {
    tex: String.raw`\cos wa\,\cos wb - \sin wa\,\sin wb = \cos w(a+b)`,
    words: 'products of the places of a and b give the place of the sum',
  },
  clock: {
    tex: String.raw`Q(a,b,c) = \cos w(a+b-c)`,
    words:
      'the vote for an answer c is the cosine of the angle between the turned hand and the place of c: largest where c is a plus b',
  },
  midpoint: {
    tex: String.raw`\begin{gathered} \tfrac12 (E_a + E_b) = \cos\frac{w(a-b)}{2}\,(\cos\theta,\ \sin\theta) \\ \theta = \frac{w(a+b)}{2} \end{gathered}`,
    words:
      'the midpoint lies in the direction of half the sum’s angle, and its distance from the centre is the cosine of half the angle between a and b',
  },
  pizza: {
    tex: String.raw`Q(a,b,c) = \left|\cos\frac{w(a-b)}{2}\right|\,\cos w(a+b-c)`,
    words:
      'the same vote as the Clock’s, made weaker by the distance of a and b: the absolute value of the cosine of half their angle',
  },
  accompanying: {
    tex: String.raw`-\cos w(a-b)\,\cos w(a+b-c)`,
    words:
      'the companion helps where a and b are far apart, most where they are opposite and the first circle is silent, and holds back where they are close',
  },
  symmetricity: {
    tex: String.raw`\mathrm{GS} = \operatorname{mean}\ \cos\angle\left(\frac{\partial Q}{\partial E_a},\ \frac{\partial Q}{\partial E_b}\right)`,
    words:
      'gradient symmetricity: how alike the two directions are in which a logit grows, for the place of a and for the place of b, as a cosine, averaged over 100 random choices of a, b and c',
  },
  irrelevance: {
    tex: String.raw`q = \frac{\operatorname{mean}_{d}\ \operatorname{std}_{s}\ L_{s,d}}{\operatorname{std}\ L}, \qquad s = a+b,\ d = a-b`,
    words:
      'distance irrelevance: how much the right answer’s logit varies among sums of one distance, as a share of how much it varies altogether',
  },
  attention: {
    tex: String.raw`\alpha\cdot\operatorname{softmax} + (1-\alpha)\cdot 1`,
    words:
      'the attention rate α mixes real attention, which depends on the numbers, with attention that is the same for all',
  },
};
