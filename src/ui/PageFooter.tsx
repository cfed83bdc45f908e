/** Where the page's science comes from. */

/** Footer of the page. */
export function PageFooter() {
  return (
    <footer className="page-footer">
      <p>
        After Zhong, Liu, Tegmark and Andreas,{' '}
        <a href="https://arxiv.org/abs/2306.17844">
          The Clock and the Pizza: Two Stories in Mechanistic Explanation of Neural Networks
        </a>
        , NeurIPS 2023. Every number on this page is computed on your own machine, from the run or
        the file you see; nothing is sent anywhere.
      </p>
    </footer>
  );
}
