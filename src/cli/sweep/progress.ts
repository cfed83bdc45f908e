/** What a sweep says while it works. */
import type { RunRecord } from '../../formats/run-line.ts';

/**
 * Says how many runs there are; then, after each, how it ended and how long the rest takes.
 *
 * @param total runs of this part of the grid
 * @param left those that are not in the table yet
 */
export function sweepProgress(
  total: number,
  left: number,
  workers: number,
  say: (line: string) => void,
): (run: RunRecord) => void {
  const there = total - left;
  say(`${total} runs${there > 0 ? `, ${there} already there` : ''}; ${workers} at a time.`);
  const began = performance.now();
  let done = 0;
  return (run) => {
    done += 1;
    const { attentionRate, width, layers, seed } = run.configuration;
    const elapsed = (performance.now() - began) / 1000;
    const rest = done === left ? '' : `, ${duration((elapsed / done) * (left - done))} left`;
    const number = (value: number | null) => value?.toFixed(3) ?? '–';
    say(
      `${there + done}/${total} attention ${attentionRate} width ${width} layers ${layers} seed ${seed}: ${run.verdict}, symmetricity ${number(run.gradientSymmetricity)}, q ${number(run.distanceIrrelevance)}, ${run.seconds.toFixed(0)} s${rest}`,
    );
  };
}

function duration(seconds: number): string {
  if (seconds < 90) return `${Math.round(seconds)} s`;
  if (seconds < 5400) return `${Math.round(seconds / 60)} min`;
  return `${(seconds / 3600).toFixed(1)} h`;
}
