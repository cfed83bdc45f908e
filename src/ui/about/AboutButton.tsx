/** Opens what there is to know about this page, and about the machine it runs on. */
import { lazy, Suspense, useRef, useState } from 'react';
import { usePageState } from '../hooks/page.ts';
import { ViewBoundary } from '../ViewBoundary.tsx';

const AboutDialog = lazy(async () => ({
  default: (await import('./AboutDialog.tsx')).AboutDialog,
}));

/** @param label as it reads where it stands */
export function AboutButton({ label }: { readonly label: string }) {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  // A frame of another page is about one figure.
  const isEmbedded = usePageState(({ page }) => page.embed !== '');
  if (isEmbedded) return null;
  return (
    <>
      <button
        ref={button}
        type="button"
        className="link-button"
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        {label}
      </button>
      {open && (
        <ViewBoundary>
          <Suspense fallback={null}>
            <AboutDialog
              onClose={() => {
                setOpen(false);
                button.current?.focus();
              }}
            />
          </Suspense>
        </ViewBoundary>
      )}
    </>
  );
}
