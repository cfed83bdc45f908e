/** A figure for another page: how it will look, what it shows, and what to paste where. */
import { useId, useMemo, useState } from 'react';
import english from '../../messages/en/ui/share/embed-part.json';
import { createWords } from '../../messages/words.ts';
import { recordedRuns } from '../../model/recorded-runs.ts';
import { embeddedFigure, type FigureName } from '../../state/embedding/figures.ts';
import { FigureSwitch } from '../figures/FigureSwitch.tsx';
import { formatCount, settingsInWords } from '../format.ts';
import { usePage, usePageState } from '../hooks/page.ts';
import { OwnMachine } from './OwnMachine.tsx';
import { PlacesPart } from './PlacesPart.tsx';
import { Preview, usualHeight } from './Preview.tsx';
import { Snippet } from './Snippet.tsx';
import { openedNetwork } from './shared-address.ts';
import { shownSettings } from './shown-settings.ts';
import { type EmbedWish, elementSnippet, embedAddress, iframeSnippet } from './snippets.ts';

const words = createWords('ui/share/embed-part', english);

/** Preview, options, snippets. */
export function EmbedPart({ name }: { readonly name: FigureName }) {
  const { store } = usePage();
  const figure = embeddedFigure(name);
  const isOfRun = figure.subject === 'run' || figure.subject === 'network';
  const [run, setRun] = useState(() => firstRun(store.getState().page.run, figure.subject));
  const [theme, setTheme] = useState<EmbedWish['theme']>('auto');
  const [controls, setControls] = useState(true);
  const [autoplay, setAutoplay] = useState(false);
  const [atStep, setAtStep] = useState(true);
  const [height, setHeight] = useState(usualHeight);
  const isOfFile = usePageState(openedNetwork) !== undefined && figure.subject === 'network';
  const all = useMemo(() => shownSettings(store.getState(), name, run), [store, name, run]);
  const { step, ...others } = all;
  const settings = step === undefined || !atStep ? others : { ...others, step };
  const base = new URL('.', document.baseURI).href;
  const wish: EmbedWish = {
    base,
    name,
    title: figure.title,
    settings,
    theme,
    controls,
    autoplay: autoplay && run !== '',
  };
  return (
    <div className="share-embed">
      <div className="share-look">
        <div className="share-options">
          {isOfRun && <RunChoice run={run} onChange={setRun} />}
          <FigureSwitch
            label={words('theme')}
            value={theme}
            options={[
              { value: 'auto', label: words('automatic') },
              { value: 'light', label: words('light') },
              { value: 'dark', label: words('dark') },
            ]}
            onChange={setTheme}
          />
          {isOfRun && (
            <>
              <Tick label={words('player')} value={controls} onChange={setControls} />
              {step !== undefined && (
                <Tick
                  label={words('startsAtStep', { step: formatCount(Number(step)) })}
                  value={atStep}
                  onChange={setAtStep}
                />
              )}
              {run !== '' && (
                <Tick label={words('playsByItself')} value={autoplay} onChange={setAutoplay} />
              )}
            </>
          )}
        </div>
        {isOfFile && <p className="share-note">{words('fileNote')}</p>}
        <Preview
          address={embedAddress(wish)}
          title={words('preview', { title: figure.title })}
          onHeight={setHeight}
        />
      </div>
      <div className="share-texts">
        <OwnMachine />
        <Snippet
          title={words('element')}
          text={elementSnippet(wish)}
          copyLabel={words('copyElement')}
          rows={5}
        />
        <Snippet
          title={words('frame')}
          text={iframeSnippet(wish, height)}
          copyLabel={words('copyFrame')}
          rows={5}
        />
        <PlacesPart wish={wish} height={height} />
      </div>
    </div>
  );
}

/** Figures of one network can only be of a run that the embed can have. */
function firstRun(shown: string, subject: string): string {
  return shown === '' && subject === 'network' ? 'pizza' : shown;
}

function RunChoice(props: { readonly run: string; readonly onChange: (run: string) => void }) {
  const id = useId();
  const configuration = usePageState((state) => state.runConfiguration ?? state.configuration);
  return (
    <span className="share-option">
      <label htmlFor={id}>{words('shows')}</label>
      <select id={id} value={props.run} onChange={(event) => props.onChange(event.target.value)}>
        {recordedRuns.map(({ name, label }) => (
          <option key={name} value={name}>
            {words('recordedRun', { label })}
          </option>
        ))}
        <option value="">
          {words('ownRun', { settings: settingsInWords(configuration, true) })}
        </option>
      </select>
    </span>
  );
}

function Tick(props: {
  readonly label: string;
  readonly value: boolean;
  readonly onChange: (value: boolean) => void;
}) {
  return (
    <label className="share-tick">
      <input
        type="checkbox"
        checked={props.value}
        onChange={(event) => props.onChange(event.target.checked)}
      />
      {props.label}
    </label>
  );
}
