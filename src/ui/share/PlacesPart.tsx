/** What is different where one does not write plain HTML. */
import { useId, useState } from 'react';
import { Snippet } from './Snippet.tsx';
import { type EmbedWish, elementSnippet, iframeSnippet } from './snippets.ts';
import { words, writingPlaces } from './writing-places.ts';

/** Advice and what to paste, for the place that is chosen. */
export function PlacesPart({
  wish,
  height,
}: {
  readonly wish: EmbedWish;
  readonly height: number;
}) {
  const [chosen, setChosen] = useState(0);
  const id = useId();
  const place = writingPlaces[chosen];
  if (place === undefined) return null;
  return (
    <div className="share-places">
      <span className="share-option">
        <label htmlFor={id}>{words('writeIn')}</label>
        <select id={id} value={chosen} onChange={(event) => setChosen(Number(event.target.value))}>
          {writingPlaces.map(({ name }, index) => (
            <option key={name} value={index}>
              {name}
            </option>
          ))}
        </select>
      </span>
      <p className="share-note">{place.advice}</p>
      {place.snippet === elementSnippet && <p className="share-note">{words('elementAbove')}</p>}
      {place.snippet === iframeSnippet && <p className="share-note">{words('frameAbove')}</p>}
      {place.snippet !== elementSnippet && place.snippet !== iframeSnippet && (
        <Snippet
          title={words('forPlace', { place: place.name })}
          text={place.snippet(wish, height)}
          copyLabel={words('copyThis')}
          rows={3}
        />
      )}
    </div>
  );
}
