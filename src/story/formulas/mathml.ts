/** Made from `formulas.mjs` by `npm run formulas`: not to be edited. */

/** An element of MathML: its name, its attributes and what is in it. */
export type MathNode =
  | string
  | readonly [string, Readonly<Record<string, string>>, readonly MathNode[]];

/** Formulas by name. */
// biome-ignore format: long lines of data.
export const mathml = {
  task: {
    words: "a plus b, with 59 taken away once when the sum reaches it",
    content: [["mrow",{},[["mrow",{},[["mo",{"fence":"true","form":"prefix","stretchy":"false"},["("]],["mi",{},["a"]],["mo",{},["+"]],["mi",{},["b"]],["mo",{"fence":"true","form":"postfix","stretchy":"false"},[")"]]]],["mo",{"lspace":"0.2222em","rspace":"0.2222em"},["mod"]],["mn",{},["59"]]]]],
  },
  place: {
    words: "the number t is put on the circle at the angle w times t, where w is k whole turns divided by 59",
    content: [["mrow",{},[["mi",{},["t"]],["mo",{},["↦"]],["mrow",{},[["mo",{"fence":"true","form":"prefix","stretchy":"false"},["("]],["mrow",{},[["mi",{},["cos"]],["mo",{},["⁡"]],["mspace",{"width":"0.1667em"},[]]]],["mi",{},["w"]],["mi",{},["t"]],["mo",{"separator":"true"},[","]],["mtext",{},[" "]],["mrow",{},[["mi",{},["sin"]],["mo",{},["⁡"]],["mspace",{"width":"0.1667em"},[]]]],["mi",{},["w"]],["mi",{},["t"]],["mo",{"fence":"true","form":"postfix","stretchy":"false"},[")"]]]],["mo",{"separator":"true"},[","]],["mspace",{"width":"2em"},[]],["mi",{},["w"]],["mo",{},["="]],["mfrac",{},[["mrow",{},[["mn",{},["2"]],["mi",{},["π"]],["mi",{},["k"]]]],["mn",{},["59"]]]]]]],
  },
  product: {
    words: "products of the places of a and b give the place of the sum",
    content: [["mrow",{},[["mrow",{},[["mi",{},["cos"]],["mo",{},["⁡"]],["mspace",{"width":"0.1667em"},[]]]],["mi",{},["w"]],["mi",{},["a"]],["mspace",{"width":"0.1667em"},[]],["mrow",{},[["mspace",{"width":"0.1667em"},[]],["mi",{},["cos"]],["mo",{},["⁡"]],["mspace",{"width":"0.1667em"},[]]]],["mi",{},["w"]],["mi",{},["b"]],["mo",{},["−"]],["mrow",{},[["mi",{},["sin"]],["mo",{},["⁡"]],["mspace",{"width":"0.1667em"},[]]]],["mi",{},["w"]],["mi",{},["a"]],["mspace",{"width":"0.1667em"},[]],["mrow",{},[["mspace",{"width":"0.1667em"},[]],["mi",{},["sin"]],["mo",{},["⁡"]],["mspace",{"width":"0.1667em"},[]]]],["mi",{},["w"]],["mi",{},["b"]],["mo",{},["="]],["mrow",{},[["mi",{},["cos"]],["mo",{},["⁡"]],["mspace",{"width":"0.1667em"},[]]]],["mi",{},["w"]],["mrow",{},[["mo",{"fence":"true","form":"prefix","stretchy":"false"},["("]],["mi",{},["a"]],["mo",{},["+"]],["mi",{},["b"]],["mo",{"fence":"true","form":"postfix","stretchy":"false"},[")"]]]]]]],
  },
  clock: {
    words: "the vote for an answer c is the cosine of the angle between the turned hand and the place of c: largest where c is a plus b",
    content: [["mrow",{},[["mi",{},["Q"]],["mrow",{},[["mo",{"fence":"true","form":"prefix","stretchy":"false"},["("]],["mi",{},["a"]],["mo",{"separator":"true"},[","]],["mi",{},["b"]],["mo",{"separator":"true"},[","]],["mi",{},["c"]],["mo",{"fence":"true","form":"postfix","stretchy":"false"},[")"]]]],["mo",{},["="]],["mrow",{},[["mi",{},["cos"]],["mo",{},["⁡"]],["mspace",{"width":"0.1667em"},[]]]],["mi",{},["w"]],["mrow",{},[["mo",{"fence":"true","form":"prefix","stretchy":"false"},["("]],["mi",{},["a"]],["mo",{},["+"]],["mi",{},["b"]],["mo",{},["−"]],["mi",{},["c"]],["mo",{"fence":"true","form":"postfix","stretchy":"false"},[")"]]]]]]],
  },
  midpoint: {
    words: "the midpoint lies in the direction of half the sum’s angle, and its distance from the centre is the cosine of half the angle between a and b",
    content: [["mtable",{"displaystyle":"true"},[["mtr",{},[["mtd",{},[["mrow",{},[["mstyle",{"displaystyle":"false","scriptlevel":"0"},[["mfrac",{},[["mn",{},["1"]],["mn",{},["2"]]]]]],["mrow",{},[["mo",{"fence":"true","form":"prefix","stretchy":"false"},["("]],["msub",{},[["mi",{},["E"]],["mi",{},["a"]]]],["mo",{},["+"]],["msub",{},[["mi",{},["E"]],["mi",{},["b"]]]],["mo",{"fence":"true","form":"postfix","stretchy":"false"},[")"]]]],["mo",{},["="]],["mrow",{},[["mi",{},["cos"]],["mo",{},["⁡"]],["mspace",{"width":"0.1667em"},[]]]],["mfrac",{},[["mrow",{},[["mi",{},["w"]],["mrow",{},[["mo",{"fence":"true","form":"prefix","stretchy":"false"},["("]],["mi",{},["a"]],["mo",{},["−"]],["mi",{},["b"]],["mo",{"fence":"true","form":"postfix","stretchy":"false"},[")"]]]]]],["mn",{},["2"]]]],["mspace",{"width":"0.1667em"},[]],["mrow",{},[["mo",{"fence":"true","form":"prefix","stretchy":"false"},["("]],["mrow",{},[["mi",{},["cos"]],["mo",{},["⁡"]],["mspace",{"width":"0.1667em"},[]]]],["mi",{},["θ"]],["mo",{"separator":"true"},[","]],["mtext",{},[" "]],["mrow",{},[["mi",{},["sin"]],["mo",{},["⁡"]],["mspace",{"width":"0.1667em"},[]]]],["mi",{},["θ"]],["mo",{"fence":"true","form":"postfix","stretchy":"false"},[")"]]]]]]]]]],["mtr",{},[["mtd",{},[["mrow",{},[["mi",{},["θ"]],["mo",{},["="]],["mfrac",{},[["mrow",{},[["mi",{},["w"]],["mrow",{},[["mo",{"fence":"true","form":"prefix","stretchy":"false"},["("]],["mi",{},["a"]],["mo",{},["+"]],["mi",{},["b"]],["mo",{"fence":"true","form":"postfix","stretchy":"false"},[")"]]]]]],["mn",{},["2"]]]]]]]]]]]]],
  },
  pizza: {
    words: "the same vote as the Clock’s, made weaker by the distance of a and b: the absolute value of the cosine of half their angle",
    content: [["mrow",{},[["mi",{},["Q"]],["mrow",{},[["mo",{"fence":"true","form":"prefix","stretchy":"false"},["("]],["mi",{},["a"]],["mo",{"separator":"true"},[","]],["mi",{},["b"]],["mo",{"separator":"true"},[","]],["mi",{},["c"]],["mo",{"fence":"true","form":"postfix","stretchy":"false"},[")"]]]],["mo",{},["="]],["mrow",{},[["mo",{"fence":"true","form":"prefix","stretchy":"true"},["|"]],["mrow",{},[["mi",{},["cos"]],["mo",{},["⁡"]],["mspace",{"width":"0.1667em"},[]]]],["mfrac",{},[["mrow",{},[["mi",{},["w"]],["mrow",{},[["mo",{"fence":"true","form":"prefix","stretchy":"false"},["("]],["mi",{},["a"]],["mo",{},["−"]],["mi",{},["b"]],["mo",{"fence":"true","form":"postfix","stretchy":"false"},[")"]]]]]],["mn",{},["2"]]]],["mo",{"fence":"true","form":"postfix","stretchy":"true"},["|"]]]],["mspace",{"width":"0.1667em"},[]],["mrow",{},[["mspace",{"width":"0.1667em"},[]],["mi",{},["cos"]],["mo",{},["⁡"]],["mspace",{"width":"0.1667em"},[]]]],["mi",{},["w"]],["mrow",{},[["mo",{"fence":"true","form":"prefix","stretchy":"false"},["("]],["mi",{},["a"]],["mo",{},["+"]],["mi",{},["b"]],["mo",{},["−"]],["mi",{},["c"]],["mo",{"fence":"true","form":"postfix","stretchy":"false"},[")"]]]]]]],
  },
  accompanying: {
    words: "the companion helps where a and b are far apart, most where they are opposite and the first circle is silent, and holds back where they are close",
    content: [["mrow",{},[["mo",{"form":"prefix","stretchy":"false"},["−"]],["mrow",{},[["mi",{},["cos"]],["mo",{},["⁡"]],["mspace",{"width":"0.1667em"},[]]]],["mi",{},["w"]],["mrow",{},[["mo",{"fence":"true","form":"prefix","stretchy":"false"},["("]],["mi",{},["a"]],["mo",{},["−"]],["mi",{},["b"]],["mo",{"fence":"true","form":"postfix","stretchy":"false"},[")"]]]],["mspace",{"width":"0.1667em"},[]],["mrow",{},[["mspace",{"width":"0.1667em"},[]],["mi",{},["cos"]],["mo",{},["⁡"]],["mspace",{"width":"0.1667em"},[]]]],["mi",{},["w"]],["mrow",{},[["mo",{"fence":"true","form":"prefix","stretchy":"false"},["("]],["mi",{},["a"]],["mo",{},["+"]],["mi",{},["b"]],["mo",{},["−"]],["mi",{},["c"]],["mo",{"fence":"true","form":"postfix","stretchy":"false"},[")"]]]]]]],
  },
  symmetricity: {
    words: "gradient symmetricity: how alike the two directions are in which a logit grows, for the place of a and for the place of b, as a cosine, averaged over 100 random choices of a, b and c",
    content: [["mrow",{},[["mpadded",{"lspace":"0"},[["mi",{},["GS"]]]],["mo",{},["="]],["mi",{},["mean"]],["mo",{},["⁡"]],["mspace",{"width":"0.1667em"},[]],["mtext",{},[" "]],["mrow",{},[["mi",{},["cos"]],["mo",{},["⁡"]],["mspace",{"width":"0.1667em"},[]]]],["mi",{},["∠"]],["mrow",{},[["mo",{"fence":"true","form":"prefix","stretchy":"true"},["("]],["mfrac",{},[["mrow",{},[["mi",{},["∂"]],["mi",{},["Q"]]]],["mrow",{},[["mi",{},["∂"]],["msub",{},[["mi",{},["E"]],["mi",{},["a"]]]]]]]],["mo",{"separator":"true"},[","]],["mtext",{},[" "]],["mfrac",{},[["mrow",{},[["mi",{},["∂"]],["mi",{},["Q"]]]],["mrow",{},[["mi",{},["∂"]],["msub",{},[["mi",{},["E"]],["mi",{},["b"]]]]]]]],["mo",{"fence":"true","form":"postfix","stretchy":"true"},[")"]]]]]]],
  },
  irrelevance: {
    words: "distance irrelevance: how much the right answer’s logit varies among sums of one distance, as a share of how much it varies altogether",
    content: [["mrow",{},[["mi",{},["q"]],["mo",{},["="]],["mfrac",{},[["mrow",{},[["msub",{},[["mi",{},["mean"]],["mi",{},["d"]]]],["mo",{},["⁡"]],["mspace",{"width":"0.1667em"},[]],["mtext",{},[" "]],["msub",{},[["mi",{},["std"]],["mi",{},["s"]]]],["mo",{},["⁡"]],["mspace",{"width":"0.1667em"},[]],["mtext",{},[" "]],["msub",{},[["mi",{},["L"]],["mrow",{},[["mi",{},["s"]],["mo",{"separator":"true"},[","]],["mi",{},["d"]]]]]]]],["mrow",{},[["mi",{},["std"]],["mo",{},["⁡"]],["mspace",{"width":"0.1667em"},[]],["mtext",{},[" "]],["mi",{},["L"]]]]]],["mo",{"separator":"true"},[","]],["mspace",{"width":"2em"},[]],["mi",{},["s"]],["mo",{},["="]],["mi",{},["a"]],["mo",{},["+"]],["mi",{},["b"]],["mo",{"separator":"true"},[","]],["mtext",{},[" "]],["mi",{},["d"]],["mo",{},["="]],["mi",{},["a"]],["mo",{},["−"]],["mi",{},["b"]]]]],
  },
  attention: {
    words: "the attention rate α mixes real attention, which depends on the numbers, with attention that is the same for all",
    content: [["mrow",{},[["mi",{},["α"]],["mo",{},["⋅"]],["mi",{},["softmax"]],["mo",{},["⁡"]],["mspace",{"width":"0.1667em"},[]],["mo",{},["+"]],["mrow",{},[["mo",{"fence":"true","form":"prefix","stretchy":"false"},["("]],["mn",{},["1"]],["mo",{},["−"]],["mi",{},["α"]],["mo",{"fence":"true","form":"postfix","stretchy":"false"},[")"]]]],["mo",{},["⋅"]],["mn",{},["1"]]]]],
  },
} as const satisfies Readonly<Record<string, { words: string; content: readonly MathNode[] }>>;
