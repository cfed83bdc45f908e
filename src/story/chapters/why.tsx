/** Chapter 11: why it matters, further reading, credits. */
import { Chapter } from '../Chapter.tsx';

export function WhyChapter() {
  return (
    <Chapter id="why" number={11} title="Why it matters">
      <p>
        We entrust networks with decisions that we cannot check one by one. If they behave well on
        everything we try, we hope that they behave well on the rest. This small task shows how weak
        that hope is: two networks, equally right on every question there is, work in different
        ways, and a knob that seems harmless decides which. What a network does is not written in
        its answers. It has to be looked up inside.
      </p>
      <p>
        Being able to look makes networks safer: one can find the shortcut before it fails, and
        notice that a change of design has changed more than the score. The same tools can be
        misused, to find where a network can be fooled, or to remove a caution that was trained into
        it. And a convincing story about a network can be wrong: for a while all of these networks
        were thought to be clocks. That is why every claim here comes with a measure, and every
        measure with the run it was taken from.
      </p>
      <h3>Further reading</h3>
      <ul>
        <li>
          Zhong, Liu, Tegmark and Andreas,{' '}
          <a href="https://arxiv.org/abs/2306.17844">The Clock and the Pizza</a>, NeurIPS 2023: the
          paper this page follows.
        </li>
        <li>
          Nanda and others,{' '}
          <a href="https://arxiv.org/abs/2301.05217">
            Progress measures for grokking via mechanistic interpretability
          </a>
          , 2023: where the clock was found.
        </li>
        <li>
          Power and others, <a href="https://arxiv.org/abs/2201.02177">Grokking</a>, 2022: where it
          began.
        </li>

        <li>
          Moisescu-Pareja and others,{' '}
          <a href="https://arxiv.org/abs/2512.25060">arXiv 2512.25060</a>: the other view of chapter
          10.
        </li>
      </ul>
      <h3>How this page works</h3>
      <p>
        Networks train in a worker of your browser, on the GPU where there is a usable one,
        otherwise on the processor, with kernels written for this task: all 3,481 sums in every
        step, as the authors did it. Recordings, sweeps and the numbers in this text were made by
        the same engine on the command line, and a test compares the text with them. Everything can
        be repeated: the address of the page holds all settings of a run.
      </p>
      <h3>Credits</h3>
      <p>
        The ideas, measures and released networks are those of the paper’s authors, whose code is
        under the MIT licence. Text, figures and engines are this project’s own.
      </p>
    </Chapter>
  );
}
