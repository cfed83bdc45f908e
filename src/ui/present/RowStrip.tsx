/** A row of networks from no attention to full: the handle of the presentation. */
import type { CSSProperties } from 'react';
import { nearestPlace, type Row } from '../../state/map/rows.ts';
import { number, verdictName } from '../map/wording.ts';
import { Phrase } from '../Phrase.tsx';
import { words } from './words.ts';

const legend = ['pizza', 'clock', 'between', 'learning'] as const;

/** @param place of the network on screen in the row */
export function RowStrip(props: {
  readonly row: Row;
  readonly place: number;
  readonly onPlace: (place: number) => void;
}) {
  const { row, place, onPlace } = props;
  const present = row.runs[place];
  const rate = present?.configuration.attentionRate ?? 0;
  const first = row.runs[0]?.configuration.attentionRate ?? 0;
  const last = row.runs.at(-1)?.configuration.attentionRate ?? 1;
  return (
    <div className="present-strip">
      <label className="present-rate">
        <span>
          <Phrase
            of={words}
            say="attentionRate"
            values={{ rate: number(rate, 3) }}
            parts={{ value: <b /> }}
          />
        </span>
        <input
          type="range"
          min={first}
          max={last}
          step="any"
          value={rate}
          aria-valuetext={words('network', {
            rate: number(rate, 3),
            verdict: verdictName(present?.result.verdict ?? null),
          })}
          onChange={({ target }) => onPlace(nearestPlace(row, Number(target.value)))}
        />
      </label>
      <div className="present-legend" aria-hidden="true">
        {legend.map((verdict) => (
          <span key={verdict}>
            <i className={`present-dot verdict-${verdict}`}>
              <Mark verdict={verdict} />
            </i>
            {words(verdict)}
          </span>
        ))}
      </div>
      <div className="present-dots">
        {row.runs.map(({ configuration, result }, index) => (
          <button
            key={configuration.attentionRate}
            type="button"
            tabIndex={-1}
            style={
              {
                '--place': (configuration.attentionRate - first) / (last - first || 1),
              } as CSSProperties
            }
            className={`present-dot verdict-${result.verdict}`}
            aria-pressed={index === place}
            title={words('networkAtRate', {
              rate: number(configuration.attentionRate, 3),
              verdict: verdictName(result.verdict),
            })}
            onClick={() => onPlace(index)}
          >
            <Mark verdict={result.verdict} />
            <span>{number(configuration.attentionRate, 3)}</span>
          </button>
        ))}
      </div>
    </div>
  );
}

/** A disc, a square or a diamond, as on the map of chapter 8. */
function Mark({ verdict }: { readonly verdict: string }) {
  return (
    <svg viewBox="0 0 20 20" aria-hidden="true">
      {verdict === 'pizza' && <circle cx={10} cy={10} r={8} />}
      {verdict === 'clock' && <rect x={3} y={3} width={14} height={14} />}
      {verdict !== 'pizza' && verdict !== 'clock' && <path d="M10 1.5 18.5 10 10 18.5 1.5 10Z" />}
    </svg>
  );
}
