/** One case of the benchmark as a table. */
import { formatDecimals } from '../../messages/numbers.ts';
import type { CaseResult, ContenderResult, MissingContender } from '../../state/benchmark.ts';
import { threeDigits, words } from './words.ts';

/** The table, the columns that matter first: it scrolls sideways where the page is narrow. */
export function BenchTable({ result }: { readonly result: CaseResult }) {
  const { p, width, attention, contenders } = result;
  const place = contenders[0]?.name === 'webgpu' ? 'gpu' : 'processor';
  const encodes = contenders.some(
    (contender) => contender.measured && contender.encodeMilliseconds !== null,
  );
  const isLate = contenders.some(
    (contender) => contender.measured && (contender.late ?? contender.lateMissing) !== null,
  );
  const caption = words('caption', { place, p, width, attention });
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard scrolls it sideways.
    <section className="bench-scroll" aria-label={caption} tabIndex={0}>
      <table className="bench-table">
        <caption>
          <span>{caption}</span>
        </caption>
        <thead>
          <tr>
            <th scope="col">{words('trainer')}</th>
            <th scope="col">{words('milliseconds')}</th>
            {isLate && <th scope="col">{words('lateTime')}</th>}
            <th scope="col">{words('ratio')}</th>
            <th scope="col">{words('launches')}</th>
            {encodes && <th scope="col">JavaScript</th>}
            <th scope="col">{words('losses')}</th>
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
        {threeDigits(early.median)}
        <small>
          {threeDigits(early.lowest)}–{threeDigits(early.highest)}
        </small>
      </td>
      {isLate && <LateTime {...contender} />}
      <td>{threeDigits(ratio)} ×</td>
      <td>{launchesPerStep ?? '–'}</td>
      {encodes && (
        <td>
          {encodeMilliseconds === null ? '–' : `${threeDigits(1000 * encodeMilliseconds)} µs`}
        </td>
      )}
      <td>{words(agrees ? 'agree' : 'differ', { step: comparedStep })}</td>
    </>
  );
}

function LateTime({ late, lateMissing }: ContenderResult) {
  if (late === null)
    return (
      <td>
        {lateMissing === null ? '–' : <small>{words('leftOut', { reason: lateMissing })}</small>}
      </td>
    );
  return (
    <td>
      {threeDigits(late.median)}
      <small>
        {words('besideFresh', {
          ratio: formatDecimals(late.besideRatio, 2),
          time: threeDigits(late.besideMedian),
        })}
      </small>
    </td>
  );
}

function Missing({ reason }: MissingContender) {
  return <td colSpan={6}>{words('notMeasured', { reason })}</td>;
}
