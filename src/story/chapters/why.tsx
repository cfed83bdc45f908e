/** Chapter 11: why it matters, further reading, credits. */
import { lazy, Suspense } from 'react';
import { Chapter } from '../Chapter.tsx';
import { FigurePlace } from '../FigurePlace.tsx';

const SameAnswers = lazy(async () => ({
  default: (await import('../../ui/explainers/SameAnswers.tsx')).SameAnswers,
}));

export function WhyChapter() {
  return (
    <Chapter
      id="why"
      number={11}
      title="Why it matters"
      figure={
        <FigurePlace height={550}>
          <Suspense fallback={null}>
            <SameAnswers />
          </Suspense>
        </FigurePlace>
      }
    >
      <p>
        If a network behaves well on everything we try, we hope that it behaves well on the rest.
        This small task shows how weak that hope is: two networks, equally right on every question
        there is, differ in how they work, and a knob that seems harmless decides it. What a network
        does is not written in its answers. It has to be looked up inside.
      </p>
      <p>
        Being able to look makes networks safer: one can find the shortcut before it fails, and
        notice that a change of design has changed more than the score. The same tools can be
        misused, to find where a network can be fooled, or to remove a caution that was trained into
        it. And a convincing story about a network can be wrong: for a while the clock was the only
        explanation known. That is why the numbers of our own runs link to the run they are from,
        while those of the authors’ networks and tables are theirs, or recomputed from{' '}
        <a href="https://github.com/fjzzq2002/pizza">what they released</a>.
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
        Networks train in your browser, on the graphics card where there is a usable one, otherwise
        on the processor: all 3,481 sums in every step, 2,784 of which teach. Recorded runs were
        made by the same engine on the command line, and a test compares the numbers that link to
        them. The address of the page holds all settings of a run.
      </p>
      <h3>Credits</h3>
      <p>
        Ideas, measures and released networks are the paper’s authors’. Text, figures and engines
        are this project’s own.
      </p>
    </Chapter>
  );
}
