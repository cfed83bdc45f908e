/** What a run does while nobody watches it. */
import { useId } from 'react';
import { useStore } from 'zustand';
import english from '../../messages/en/ui/controls/unwatched-choices.json';
import { createWords } from '../../messages/words.ts';
import { Help } from '../help/Help.tsx';
import type { HelpTopic } from '../help/topics.ts';
import { usePage, usePageState } from '../hooks/page.ts';
import type { WakeLock } from '../wake-lock.ts';

const words = createWords('ui/controls/unwatched-choices', english);

/** A switch; off, training rests in a hidden tab and goes on when it is seen again. */
export function HiddenChoice() {
  const { controller } = usePage();
  const trainsHidden = usePageState((state) => state.trainsHidden);
  return (
    <Choice
      topic="hidden"
      label={words('hidden')}
      isOn={trainsHidden}
      onChange={(isOn) => controller.setTrainsHidden(isOn)}
      about={trainsHidden ? words('goesOn') : words('rests')}
    />
  );
}

/** A switch; nothing where the browser cannot keep the screen on. */
export function ScreenChoice() {
  const { wakeLock } = usePage();
  return wakeLock === undefined ? null : <ScreenSwitch wakeLock={wakeLock} />;
}

function ScreenSwitch({ wakeLock }: { readonly wakeLock: WakeLock }) {
  const { isOffered, isWanted } = useStore(wakeLock.state);
  if (!isOffered) return null;
  return (
    <Choice
      topic="screen"
      label={words('screen')}
      isOn={isWanted}
      onChange={(isOn) => wakeLock.want(isOn)}
      about={words('screenAbout')}
    />
  );
}

function Choice(props: {
  readonly topic: HelpTopic;
  readonly label: string;
  readonly isOn: boolean;
  readonly about: string;
  readonly onChange: (isOn: boolean) => void;
}) {
  const id = useId();
  return (
    <div className="setting">
      <div className="setting-line">
        <span className="help-label">
          <label htmlFor={id}>{props.label}</label>
          <Help topic={props.topic} />
        </span>
        <input
          id={id}
          type="checkbox"
          checked={props.isOn}
          aria-describedby={`${id}-about`}
          onChange={(event) => props.onChange(event.target.checked)}
        />
      </div>
      <p className="setting-about" id={`${id}-about`}>
        {props.about}
      </p>
    </div>
  );
}
