/** Opens what there is to know about this page, and about the machine it runs on. */
import { lazy } from 'react';
import { DialogButton } from '../DialogButton.tsx';

const AboutDialog = lazy(async () => ({
  default: (await import('./AboutDialog.tsx')).AboutDialog,
}));

/** @param label as it reads where it stands */
export function AboutButton({ label }: { readonly label: string }) {
  return (
    <DialogButton
      className="link-button"
      text={label}
      dialog={(_opener, close) => <AboutDialog onClose={close} />}
    />
  );
}
