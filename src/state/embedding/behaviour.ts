/** How an embedded figure behaves, by its address. */

/** Choices of whoever embeds a figure. */
export interface EmbedBehaviour {
  /** Whether play button and timeline are shown. */
  readonly controls: boolean;
  /** Plays a recording by itself as soon as it is in view. Nothing trains by itself. */
  readonly autoplay: boolean;
  /** Trains beside other embeds of the same page, which else are paused. */
  readonly together: boolean;
  /** Shows a picture until the figure is there. */
  readonly poster: boolean;
  /** Language asked for; empty for the browser's. */
  readonly language: string;
}

/** Names in the address. */
export const behaviourNames = ['controls', 'autoplay', 'together', 'poster', 'lang'] as const;

/** Longest language tag that is listened to. */
const longestLanguage = 40;

/** Reads a query string. */
export function readBehaviour(query: string): EmbedBehaviour {
  const parameters = new URLSearchParams(query);
  const isOn = (name: string, usual: boolean) => {
    const value = parameters.get(name);
    return value === null ? usual : !/^(0|no|off|false)$/.test(value);
  };
  return {
    controls: isOn('controls', true),
    autoplay: isOn('autoplay', false),
    together: isOn('together', false),
    poster: isOn('poster', true),
    language: (parameters.get('lang') ?? '').slice(0, longestLanguage),
  };
}
