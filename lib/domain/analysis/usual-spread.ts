/**
 * What is usual of differences between judge and one person on a scale of eleven points, to plan with before there are data:
 * SD 2, two agents per episode that are alike by 0.3 (specification of statistics, section 12).
 */
export const USUAL_SPREAD = { sd: 2, rho: 0.3, cellsPerCluster: 2 } as const;
