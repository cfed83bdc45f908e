/** Where the page's science comes from, and the way to the benchmark. */
import { usePage } from './hooks/page.ts';
import { ShareButton } from './share/ShareButton.tsx';

/** Footer of the page. */
export function PageFooter() {
  const { store } = usePage();
  return (
    <footer className="page-footer">
      <p>
        After Zhong, Liu, Tegmark and Andreas,{' '}
        <a href="https://arxiv.org/abs/2306.17844">
          The Clock and the Pizza: Two Stories in Mechanistic Explanation of Neural Networks
        </a>
        , NeurIPS 2023. What you see of a run or a file is computed on your own machine; the story’s
        numbers come from recorded runs and published tables. Nothing is sent anywhere.{' '}
        <button
          type="button"
          className="link-button"
          onClick={() => store.setState(({ page }) => ({ page: { ...page, view: 'bench' } }))}
        >
          How fast is training here?
        </button>{' '}
        <ShareButton about="cite" />
      </p>
    </footer>
  );
}
