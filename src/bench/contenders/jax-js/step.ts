/** Loss, gradient and AdamW of jax-js: one function, compiled as a whole. */
import type { jit, numpy, tree, valueAndGrad } from '@jax-js/jax';
import { epsilon, firstBeta, secondBeta } from '../../../model/adam-schedule.ts';
import type { RunConfiguration } from '../../../model/configuration.ts';
import { type JaxModules, jaxForward, type NamedValues } from './forward.ts';

type Values = numpy.Array;

/** Constants of a run's task. `type`, not `interface`: jax-js takes only those as trees of arrays. */
export type JaxTask = {
  /** p²×classes, 1 at the answer. */
  readonly answers: Values;
  /** p²: 1/(number of train pairs) for train pairs, else 0. */
  readonly train: Values;
  /** p²: the same of the test pairs. */
  readonly test: Values;
};

/** Weights and both moments. */
export type JaxState = {
  readonly weights: NamedValues;
  readonly first: NamedValues;
  readonly second: NamedValues;
};

/** Step-dependent factors, scalars (see `adam-schedule.ts`). */
export type JaxFactors = {
  readonly kept: Values;
  readonly stepSize: Values;
  readonly secondScale: Values;
};

/** What the step needs of the package. */
export interface JaxTransforms extends JaxModules {
  readonly jit: typeof jit;
  readonly tree: typeof tree;
  readonly valueAndGrad: typeof valueAndGrad;
}

/** The new state, and train loss, test loss, train accuracy and test accuracy before the update. */
export type JaxStepResult = [JaxState, Values];

/** The compiled step. Arguments are used up. */
export function jaxStep(modules: JaxTransforms, configuration: RunConfiguration) {
  const { numpy: np, tree } = modules;
  const losses = (weights: NamedValues, task: JaxTask): [Values, Values] => {
    const logits = jaxForward(modules, configuration, weights);
    return pairLosses(np, logits, task);
  };
  const lossAndGradient = modules.valueAndGrad(losses, { hasAux: true });
  const step = (
    { weights, first, second }: JaxState,
    task: JaxTask,
    factors: JaxFactors,
  ): JaxStepResult => {
    const [[loss, measured], gradients] = lossAndGradient(tree.ref(weights), task) as [
      [Values, Values],
      NamedValues,
    ];
    loss.dispose();
    const next: { [Part in keyof JaxState]: NamedValues } = { weights: {}, first: {}, second: {} };
    for (const [name, value] of Object.entries(weights)) {
      const gradient = gradients[name] as Values;
      const m = (first[name] as Values).mul(firstBeta).add(gradient.ref.mul(1 - firstBeta));
      const squared = np.square(gradient).mul(1 - secondBeta);
      const v = (second[name] as Values).mul(secondBeta).add(squared);
      const root = np.sqrt(v.ref.mul(factors.secondScale.ref)).add(epsilon);
      const change = m.ref.mul(factors.stepSize.ref).div(root);
      next.weights[name] = value.mul(factors.kept.ref).sub(change);
      next.first[name] = m;
      next.second[name] = v;
    }
    tree.dispose(factors);
    return [next, measured];
  };
  return modules.jit(step);
}

/**
 * Mean train loss, which is differentiated, and all four numbers that are reported. The loss is
 * log1p(Σ_{c≠y} exp(l_c − l_y)): precise however small it is, and so is its gradient.
 */
function pairLosses(np: JaxModules['numpy'], logits: Values, task: JaxTask): [Values, Values] {
  const { answers, train, test } = task;
  const right = logits.ref.mul(answers.ref).sum(1, { keepdims: true });
  const others = np.exp(logits.sub(right)).mul(np.subtract(1, answers));
  const hits = np.less(np.max(others.ref, 1), 1).astype(np.float32);
  const losses = np.log1p(others.sum(1));
  const trainLoss = losses.ref.mul(train.ref).sum();
  const measured = [
    trainLoss.ref,
    losses.mul(test.ref).sum(),
    hits.ref.mul(train).sum(),
    hits.mul(test).sum(),
  ];
  return [trainLoss, np.stack(measured)];
}
