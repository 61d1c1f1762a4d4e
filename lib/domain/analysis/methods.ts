import type { FindingHead } from "./findings/common.ts";
import type { AnalysisQuestion } from "./question.ts";
import { listInWords, raterWords, wholeNumber } from "./words.ts";

/** A paragraph for the methods section of a paper: what was compared, how, and with which settings. */
export function methodsParagraph(question: AnalysisQuestion, head: FindingHead): string {
  const percent = `${Number((question.confidence * 100).toFixed(1))} %`;
  const { counts } = head;
  const [, clusters] = head.clusters.noun;
  const cell = head.hasAgents ? "item, agent, dimension" : "item, dimension";
  const dimensions = listInWords(head.dimensions.map(({ name, min, max }) => `${name} (${min} to ${max})`));
  return [
    `Ratings of ${head.judge || "the judge"} were compared with ${wholeNumber(counts.humanRatings)} ratings by ${raterWords(counts)} on ${dimensions}, over ${wholeNumber(counts.pairedCells)} cells (${cell}) in ${wholeNumber(counts.clusters)} ${clusters}.`,
    `Filters: ${head.filters}`,
    "Ratings of one cell were averaged before anything else (people to H, draws of the judge to J); agreement among people uses single ratings, one of each person for an item.",
    head.clusters.sentence,
    `Bias is the mean of J − H with cluster-robust CR2 standard errors and Satterthwaite degrees of freedom; policies are compared by the difference in differences of bias, beside a version adjusted for the slope of the judge. Intervals are ${percent} and not adjusted; ${head.isExploratory ? "as this slice is exploratory, no p-values are given" : "p-values are adjusted by Holm, over all policies and dimensions shown for the bias, and over all pairs with the base and dimensions for the differences"}.`,
    `Coefficients of agreement and rank correlations carry intervals from ${wholeNumber(question.resamples)} resamples of whole ${clusters} (percentiles from 40 ${clusters} on, below by atanh and t; for α and ICC ${clusters} in which scores vary count), seed ${question.seed}.`,
    "Debiased scores are power-tuned prediction-powered means (PPI++), given only where the items that people rated are a random sample; their intervals and those of people's means beside them go by the clusters of the comparison between policies, each with all its cells, rated by people or not.",
    question.keepDuplicates
      ? "Rows that repeat an earlier row of the same file were kept."
      : "Rows that repeat an earlier row of the same file count once.",
  ].join(" ");
}
