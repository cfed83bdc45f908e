/** The element `<clock-pizza>`: one figure of the page, in a frame of its own. */
import type { Body, FrameMessage, FrameReport, HostMessage } from './contract.ts';
import { frameAddress } from './frame-address.ts';
import { hostLanguage, watchHostLanguage } from './host-language.ts';
import { hostTheme, watchHostTheme } from './host-theme.ts';
import { behaviourNames, type SettingName, settingNames } from './names.ts';
import { join } from './neighbours.ts';
import { Outbox } from './outbox.ts';
import { defineProperties, reflect } from './reflection.ts';
import { eventsBetween, isPlaying, nothingYet } from './reports.ts';
import { createShell, type Shell } from './shell.ts';

/** Folder the script came from, which is the page's. A module does not know it this way. */
const scriptAddress = (document.currentScript as HTMLScriptElement | null)?.src;

/** What changes the frame as a whole; everything else is told to the frame that is there. */
const makingNames: readonly string[] = ['figure', 'page', ...behaviourNames];

/**
 * A figure of “The Clock and the Pizza”. Attributes, properties, methods and events: README, "Embed".
 * What stands inside the element is shown until the figure is there, and where scripts do not run.
 */
export class ClockPizzaElement extends HTMLElement {
  static readonly observedAttributes = [
    ...settingNames,
    ...makingNames,
    'loading',
    'playing',
    'step',
    'theme',
    'language',
  ];

  private shell: Shell | undefined;
  private report = nothingYet;
  /** Theme in the address of the frame. */
  private madeWith = '';
  private endings: (() => void)[] = [];
  private readonly outbox = new Outbox((message) =>
    this.shell?.frame?.contentWindow?.postMessage(message, new URL(this.base).origin),
  );

  /** Where the frame stands. */
  get state(): FrameReport['state'] {
    return this.report.state;
  }

  /** True while steps pass by: a run trains, or a recording is played. Setting it plays or pauses. */
  get playing(): boolean {
    return isPlaying(this.report);
  }

  set playing(playing: boolean) {
    if (playing) this.play();
    else this.pause();
  }

  /** Step on screen; setting it shows another. */
  get step(): number {
    return this.report.step;
  }

  set step(step: number) {
    this.seek(step);
  }

  /** learning, pizza, clock, between or non-circular; empty without a network. */
  get verdict(): string {
    return this.report.verdict;
  }

  /** All settings that are given, by their names; setting it changes several at once. */
  get settings(): Readonly<Record<string, string>> {
    const given = settingNames.filter((name) => this.hasAttribute(name));
    return Object.fromEntries(given.map((name) => [name, this.getAttribute(name) ?? '']));
  }

  set settings(settings: Readonly<Record<string, unknown>>) {
    for (const [name, value] of Object.entries(settings)) {
      if (settingNames.includes(name as SettingName)) reflect(this, name, value);
    }
  }

  /** Address of the page itself, which shows the same as this element. */
  get link(): string {
    const { address } = this.report;
    return `${this.base}?${address === '' ? new URLSearchParams(this.settings) : address}`;
  }

  /** Plays the recording; without one, trains. */
  play(): void {
    this.tell({ kind: 'play' });
  }

  pause(): void {
    // What was never begun need not be fetched for that.
    if (this.isStarted) this.tell({ kind: 'pause' });
  }

  /** Trains a network with the settings, in the reader's browser. */
  train(): void {
    this.tell({ kind: 'train' });
  }

  /** Shows a step; null shows the newest. */
  seek(step: number | null): void {
    if (step === null || (Number.isInteger(step) && step >= 0)) this.tell({ kind: 'seek', step });
    else
      this.emit('problem', { message: `${step} is no step: it must be a whole number from 0 on.` });
  }

  connectedCallback(): void {
    this.style.display ||= 'block';
    this.shell ??= createShell(
      this.attachShadow({ mode: 'open' }),
      () => this.start(),
      () => this.emit('problem', { message: `The figure at ${this.base} does not answer.` }),
    );
    this.showPoster();
    const loading = this.getAttribute('loading');
    if (loading === 'eager' || this.outbox.isWaited) this.start();
    else if (loading !== 'press') this.startWhenNear();
  }

  disconnectedCallback(): void {
    // With its frame go the frame's workers and its GPU device.
    this.end();
    this.outbox.forget();
    this.hearReport(nothingYet);
  }

  /** Moved by `moveBefore`, the frame stays as it is. */
  connectedMoveCallback(): void {}

  attributeChangedCallback(name: string, before: string | null, value: string | null): void {
    if (before === value) return;
    if (!this.isStarted) {
      if (this.shell === undefined || !this.isConnected) return;
      this.showPoster();
      if (value !== null && (name === 'playing' || value === 'eager')) this.start();
      return;
    }
    if (makingNames.includes(name)) {
      this.end();
      this.start();
    } else if (name === 'theme') this.tell({ kind: 'theme', theme: this.theme });
    else if (name === 'language') this.tell({ kind: 'language', language: this.language });
    else if (name === 'playing') this.followPlaying(value !== null);
    else if (name === 'loading') return;
    else if (name === 'step') this.seek(value === null || value === '' ? null : Number(value));
    else this.tell({ kind: 'settings', settings: { [name]: value ?? '' } });
  }

  private showPoster(): void {
    this.shell?.showPoster({
      base: this.base,
      link: this.link,
      figure: this.figureName,
      run: this.getAttribute('run') ?? '',
      theme: this.theme,
      asks: this.getAttribute('loading') === 'press',
    });
  }

  /** The attribute says what is to be, or follows what is. */
  private followPlaying(playing: boolean): void {
    if (playing !== this.playing) this.playing = playing;
  }

  private get figureName(): string {
    return this.getAttribute('figure') || 'circles';
  }

  /** The page's folder. */
  private get base(): string {
    const given = [this.getAttribute('page'), scriptAddress, document.baseURI];
    for (const address of given) {
      if (!address || !URL.canParse(address, document.baseURI)) continue;
      const page = new URL(address, document.baseURI);
      if (/^https?:$/.test(page.protocol)) return new URL('.', page).href;
    }
    return document.baseURI;
  }

  private get theme(): 'auto' | 'light' | 'dark' {
    const given = this.getAttribute('theme');
    return given === 'light' || given === 'dark' ? given : hostTheme(this);
  }

  private get language(): string {
    return this.getAttribute('language') || hostLanguage(this);
  }

  private get isStarted(): boolean {
    return this.shell?.frame !== undefined;
  }

  private startWhenNear(): void {
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) this.start();
      },
      { rootMargin: '300px' },
    );
    observer.observe(this);
    this.endings.push(() => observer.disconnect());
  }

  private start(): void {
    const { shell } = this;
    if (shell === undefined || this.isStarted || !this.isConnected) return;
    this.end();
    const { base, theme, language } = this;
    this.madeWith = theme;
    const attribute = (name: string) => this.getAttribute(name);
    shell.showFrame(frameAddress({ base, attribute, theme, language }), this.figureName);
    this.endings.push(
      join({
        get frameWindow() {
          return shell.frame?.contentWindow ?? null;
        },
        origin: new URL(base).origin,
        together: this.hasAttribute('together'),
        hear: (message) => this.hear(message),
        misplaced: (origin) =>
          this.emit('problem', {
            message: `The figure came from ${origin} instead: give that address in the attribute “page”.`,
          }),
        pause: () => {
          if (this.state === 'training') this.pause();
        },
      }),
      watchHostTheme(this, () => this.tell({ kind: 'theme', theme: this.theme })),
      watchHostLanguage(() => this.tell({ kind: 'language', language: this.language })),
    );
  }

  private end(): void {
    for (const end of this.endings.splice(0)) end();
    this.shell?.removeFrame();
    this.outbox.close();
  }

  /** Says something to the frame, as soon as it listens. Before it was asked for, that asks for it. */
  private tell(body: Body<HostMessage>): void {
    if (!this.isStarted) this.start();
    this.outbox.say(body);
  }

  private hear(message: FrameMessage): void {
    if (message.kind === 'height') this.shell?.setHeight(message.height);
    else if (message.kind === 'problem') this.emit('problem', { message: message.message });
    else if (message.kind === 'report') this.hearReport(message.report);
    else {
      this.shell?.reveal(message.title);
      this.outbox.open(this.madeWith);
      this.emit('ready', { figure: message.figure, language: message.language });
    }
  }

  private hearReport(report: FrameReport): void {
    const events = eventsBetween(this.report, report);
    this.report = report;
    if (report !== nothingYet) this.toggleAttribute('playing', this.playing);
    for (const name of events) this.emit(name, report);
  }

  private emit(name: string, detail: object): void {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }
}

defineProperties(ClockPizzaElement.prototype, [
  ...settingNames,
  'figure',
  'theme',
  'page',
  'loading',
]);
