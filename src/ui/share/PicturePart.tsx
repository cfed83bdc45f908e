/** The figure as a file: vectors, pixels, or a short animation of training. */
import { useEffect, useRef, useState } from 'react';
import english from '../../messages/en/ui/share/picture-part.json';
import { createWords } from '../../messages/words.ts';
import { animatePicture, type FigurePicture, picturePng } from '../../plots/picture.ts';
import type { FigureName } from '../../state/embedding/figures.ts';
import { FigureSwitch } from '../figures/FigureSwitch.tsx';
import { formatPercent } from '../format.ts';
import { usePage, usePageState } from '../hooks/page.ts';
import { saveFile } from '../save-file.ts';
import { FigurePictures } from './figure-pictures.ts';

const words = createWords('ui/share/picture-part', english);

/** Widths of pictures, pixels: a column and a page of a paper are 8.5 and 17 cm at 96 pixels an inch. */
const widths = { screen: undefined, column: 321 - 32, page: 643 - 32 } as const;

/** Milliseconds of an animation. */
const animationTime = 6000;

/** Preview and three buttons. */
export function PicturePart(props: {
  readonly name: FigureName;
  readonly opener: HTMLElement | null;
}) {
  const { name, opener } = props;
  const { store } = usePage();
  const pictures = useRef<FigurePictures>(undefined);
  pictures.current ??= new FigurePictures(store, name, opener);
  const [width, setWidth] = useState<keyof typeof widths>('screen');
  const picture = usePicture(pictures.current, widths[width]);
  const theme = usePageState(({ page }) => page.theme);
  const canMove = pictures.current.isOfRun && pictures.current.moments.length > 1;
  const [said, setSaid] = useState('');
  const [underWay, setUnderWay] = useState<AbortController>();
  useEffect(() => () => underWay?.abort(), [underWay]);

  async function animate() {
    const own = new AbortController();
    setUnderWay(own);
    setSaid(words('drawing'));
    try {
      const source = pictures.current as FigurePictures;
      const gif = await animatePicture(source.animation(), source.origin(), {
        milliseconds: animationTime,
        signal: own.signal,
        onProgress: (share) => setSaid(words('drawingShare', { share: formatPercent(share) })),
      });
      save('gif', 'image/gif', gif);
    } catch {
      setSaid(own.signal.aborted ? '' : words('notAnimated'));
    }
    setUnderWay(undefined);
  }

  function save(ending: string, type: string, contents: string | Uint8Array) {
    const file = (pictures.current as FigurePictures).fileName(ending);
    saveFile(file, type, contents);
    setSaid(words('saved', { file }));
  }

  async function savePng(drawn: FigurePicture) {
    try {
      save('png', 'image/png', await picturePng(drawn, 2));
    } catch {
      setSaid(words('noPixels'));
    }
  }

  return (
    <div className="share-picture" data-theme-shown={theme}>
      {pictures.current.hasOneFigure && (
        <FigureSwitch
          label={words('width')}
          value={width}
          options={[
            { value: 'screen', label: words('asOnScreen') },
            { value: 'column', label: words('column') },
            { value: 'page', label: words('page') },
          ]}
          onChange={setWidth}
        />
      )}
      <div className="share-picture-preview">
        {typeof picture === 'object' ? (
          <img
            src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(picture.svg)}`}
            alt={words('preview')}
            width={picture.width}
            height={picture.height}
          />
        ) : (
          <p role="status">{words(picture === 'failed' ? 'notDrawn' : 'drawing')}</p>
        )}
      </div>
      <div className="share-picture-buttons">
        <button
          type="button"
          className="chip"
          aria-disabled={typeof picture !== 'object'}
          onClick={() => {
            if (typeof picture === 'object') save('svg', 'image/svg+xml', picture.svg);
          }}
        >
          SVG
        </button>
        <button
          type="button"
          className="chip"
          aria-disabled={typeof picture !== 'object'}
          onClick={() => {
            if (typeof picture === 'object') void savePng(picture);
          }}
        >
          {words('png')}
        </button>
        {canMove && underWay === undefined && (
          <button type="button" className="chip" onClick={() => void animate()}>
            {words('gif')}
          </button>
        )}
        {underWay !== undefined && (
          <button type="button" className="chip" onClick={() => underWay.abort()}>
            {words('cancel')}
          </button>
        )}
        <span role="status">{said}</span>
      </div>
      <p className="share-note">{words(pictures.current.isOfFile ? 'ofFile' : 'remembers')}</p>
    </div>
  );
}

/** The picture of what is on screen when the dialog opened. */
function usePicture(
  pictures: FigurePictures,
  width: number | undefined,
): FigurePicture | 'drawing' | 'failed' {
  const [picture, setPicture] = useState<FigurePicture | 'drawing' | 'failed'>('drawing');
  useEffect(() => {
    const ending = new AbortController();
    pictures
      .still(ending.signal, width)
      .then(setPicture)
      .catch(() => {
        if (!ending.signal.aborted) setPicture('failed');
      });
    return () => ending.abort();
  }, [pictures, width]);
  return picture;
}
