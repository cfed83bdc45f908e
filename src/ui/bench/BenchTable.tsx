/** One case of the benchmark as a table. */
import type { CaseResult, ContenderResult, MissingContender } from '../../state/benchmark.ts';

/** The table, the columns that matter first: it scrolls sideways where the page is narrow. */
export function BenchTable({ result }: { readonly result: CaseResult }) {
  const { p, width, attention, contenders } = result;
  const place = contenders[0]?.name === 'webgpu' ? 'GPU' : 'processor';
  const encodes = contenders.some(
    (contender) => contender.measured && contender.encodeMilliseconds !== null,
  );
  const isLate = contenders.some(
    (contender) => contender.measured && (contender.late ?? contender.lateMissing) !== null,
  );
  const caption = `A training step on the ${place}, p = ${p}, width ${width}, attention rate ${attention}`;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard scrolls it sideways.
    <section className="bench-scroll" aria-label={caption} tabIndex={0}>
      <table className="bench-table">
        <caption>
          <span>{caption}</span>
        </caption>
        <thead>
          <tr>
            <th scope="col">Trainer</th>
            <th scope="col">Milliseconds a step</th>
            {isLate && <th scope="col">At step 1,500</th>}
            <th scope="col">Times the first row</th>
            <th scope="col">Launches</th>
            {encodes && <th scope="col">JavaScript</th>}
            <th scope="col">Losses</th>
          </tr>
        </thead>
        <tbody>
          {contenders.map((contender) => (
            <tr key={contender.name}>
              <th scope="row">
                {contender.label}
                <small>{contender.runsOn}</small>
              </th>
              {contender.measured ? (
                <Numbers contender={contender} encodes={encodes} isLate={isLate} />
              ) : (
                <Missing {...contender} />
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface NumbersProperties {
  readonly contender: ContenderResult;
  /** Whether there is a column for the time JavaScript takes to encode a step. */
  readonly encodes: boolean;
  /** Whether there is a column for times far into the run. */
  readonly isLate: boolean;
}

function Numbers({ contender, encodes, isLate }: NumbersProperties) {
  const { early, ratio, launchesPerStep, encodeMilliseconds, agrees, comparedStep } = contender;
  return (
    <>
      <td>
        {digits(early.median)}
        <small>
          {digits(early.lowest)}–{digits(early.highest)}
        </small>
      </td>
      {isLate && <LateTime {...contender} />}
      <td>{digits(ratio)} ×</td>
      <td>{launchesPerStep ?? '–'}</td>
      {encodes && (
        <td>{encodeMilliseconds === null ? '–' : `${digits(1000 * encodeMilliseconds)} µs`}</td>
      )}
      <td>
        {agrees ? 'agree' : 'differ'} at step {comparedStep}
      </td>
    </>
  );
}

function LateTime({ late, lateMissing }: ContenderResult) {
  if (late === null)
    return <td>{lateMissing === null ? '–' : <small>left out: {lateMissing}</small>}</td>;
  return (
    <td>
      {digits(late.median)}
      <small>
        {late.besideRatio.toFixed(2)} × a fresh network beside it ({digits(late.besideMedian)})
      </small>
    </td>
  );
}

function Missing({ reason }: MissingContender) {
  return <td colSpan={6}>Not measured: {reason}.</td>;
}

/** Three digits or so. */
function digits(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toPrecision(3);
}
