/** A figure for another page: how it will look, what it shows, and what to paste where. */
import { useEffect, useId, useMemo, useRef, useState } from 'react';
import { envelope, isFrameMessage } from '../../embed/contract.ts';
import { recordedRuns } from '../../model/recorded-runs.ts';
import { embeddedFigure, type FigureName } from '../../state/embedding/figures.ts';
import { FigureSwitch } from '../figures/FigureSwitch.tsx';
import { settingsInWords } from '../format.ts';
import { usePage, usePageState } from '../hooks/page.ts';
import { writingPlaces } from './places.ts';
import { Snippet } from './Snippet.tsx';
import { shownSettings } from './shown-settings.ts';
import { type EmbedWish, elementSnippet, embedAddress, iframeSnippet } from './snippets.ts';

const usualHeight = 420;

/** Preview, options, snippets. */
export function EmbedPart({ name }: { readonly name: FigureName }) {
  const { store } = usePage();
  const figure = embeddedFigure(name);
  const isOfRun = figure.subject === 'run' || figure.subject === 'network';
  const [run, setRun] = useState(() => firstRun(store.getState().page.run, figure.subject));
  const [theme, setTheme] = useState<EmbedWish['theme']>('auto');
  const [controls, setControls] = useState(true);
  const [autoplay, setAutoplay] = useState(false);
  const [height, setHeight] = useState(usualHeight);
  const settings = useMemo(() => shownSettings(store.getState(), name, run), [store, name, run]);
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
            label="Theme of the embed"
            value={theme}
            options={[
              { value: 'auto', label: 'As its page' },
              { value: 'light', label: 'Light' },
              { value: 'dark', label: 'Dark' },
            ]}
            onChange={setTheme}
          />
          {isOfRun && (
            <>
              <Tick label="Play button and timeline" value={controls} onChange={setControls} />
              {run !== '' && (
                <Tick label="Plays by itself" value={autoplay} onChange={setAutoplay} />
              )}
            </>
          )}
        </div>
        <Preview address={embedAddress(wish)} title={figure.title} onHeight={setHeight} />
      </div>
      <div className="share-texts">
        <OwnMachine base={base} />
        <Snippet
          title="Element: follows its height, theme and language"
          text={elementSnippet(wish)}
          copyLabel="Copy element"
          rows={5}
        />
        <Snippet
          title="Plain frame: no script on your page"
          text={iframeSnippet(wish, height)}
          copyLabel="Copy frame"
          rows={5}
        />
        <Places wish={wish} height={height} />
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
      <label htmlFor={id}>Shows</label>
      <select id={id} value={props.run} onChange={(event) => props.onChange(event.target.value)}>
        {recordedRuns.map(({ name, label }) => (
          <option key={name} value={name}>
            the recorded run “{label}”
          </option>
        ))}
        <option value="">a run the reader trains: {settingsInWords(configuration, true)}</option>
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

/** The embed as a reader will see it. */
function Preview(props: {
  readonly address: string;
  readonly title: string;
  readonly onHeight: (pixels: number) => void;
}) {
  const { address, title, onHeight } = props;
  const frame = useRef<HTMLIFrameElement>(null);
  const [height, setHeight] = useState(usualHeight);
  const shown = useSettled(address);
  useEffect(() => {
    const listen = ({ source, origin, data }: MessageEvent<unknown>) => {
      const isOurs = source === frame.current?.contentWindow && origin === window.location.origin;
      if (!isOurs || !isFrameMessage(data) || data.kind !== 'height') return;
      setHeight(data.height);
      onHeight(data.height);
    };
    window.addEventListener('message', listen);
    // Its first words may have come before anybody listened.
    frame.current?.contentWindow?.postMessage(envelope({ kind: 'hello' }), window.location.origin);
    return () => window.removeEventListener('message', listen);
  }, [onHeight]);
  return (
    <div className="share-preview">
      <iframe ref={frame} key={shown} src={shown} title={`Preview: ${title}`} height={height} />
    </div>
  );
}

/** An address that has stood still for a moment: typing must not load a frame a letter. */
function useSettled(address: string): string {
  const [settled, setSettled] = useState(address);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(address), 150);
    return () => clearTimeout(timer);
  }, [address]);
  return settled;
}

/** A page on one's own machine is seen by nobody else. */
function OwnMachine({ base }: { readonly base: string }) {
  if (!/^https?:\/\/(localhost|127\.|\[::1\])/.test(base)) return null;
  return (
    <p className="share-note">
      This page runs on your own machine, and so does what you copy here. Put the folder{' '}
      <code>dist</code> of <code>npm run build</code> on a web host, and copy it from there.
    </p>
  );
}

/** What is different where one does not write plain HTML. */
function Places({ wish, height }: { readonly wish: EmbedWish; readonly height: number }) {
  const [chosen, setChosen] = useState(1);
  const id = useId();
  const place = writingPlaces[chosen];
  if (place === undefined) return null;
  return (
    <div className="share-places">
      <span className="share-option">
        <label htmlFor={id}>I write in</label>
        <select id={id} value={chosen} onChange={(event) => setChosen(Number(event.target.value))}>
          {writingPlaces.map(({ name }, index) => (
            <option key={name} value={index}>
              {name}
            </option>
          ))}
        </select>
      </span>
      <p className="share-note">{place.advice}</p>
      <Snippet
        title={`For ${place.name}`}
        text={place.snippet(wish, height)}
        copyLabel="Copy this"
        rows={4}
      />
    </div>
  );
}
