/**
 * The reading of a figure: one reserved line above the drawing, so that nothing covers the data,
 * nothing leaves the figure, and the newest values can be read without touching anything.
 */

/** A line of text: the name of the vertical axis at its left, the reading at its right. */
export interface ReadingLine {
  readonly element: HTMLElement;
  /** Says what the vertical axis shows. */
  name(text: string): void;
  /**
   * Shows a reading, such as "step 1,240 · train 3.2e-4 · test 1.1e-2".
   * @param chosen true while the visitor picked this point, which is then stressed
   */
  show(text: string, chosen: boolean): void;
  /** Speaks a reading to a screen reader. The visible line changes too often to be spoken. */
  announce(text: string): void;
}

/** @param document the document of the figure's host */
export function createReadingLine(document: Document): ReadingLine {
  const element = document.createElement('div');
  element.className = 'curves-header';
  const axisName = document.createElement('span');
  axisName.className = 'curves-axis-name';
  const reading = document.createElement('span');
  reading.className = 'curves-reading';
  const spoken = document.createElement('span');
  spoken.className = 'curves-hidden';
  spoken.setAttribute('aria-live', 'polite');
  element.append(axisName, reading, spoken);
  return {
    element,
    name(text) {
      if (axisName.textContent !== text) axisName.textContent = text;
    },
    show(text, chosen) {
      if (reading.textContent !== text) reading.textContent = text;
      reading.classList.toggle('curves-reading-chosen', chosen);
    },
    announce(text) {
      spoken.textContent = text;
    },
  };
}

/** Joins the parts of a reading. */
export function joinReading(parts: readonly string[]): string {
  return parts.join(' · ');
}
