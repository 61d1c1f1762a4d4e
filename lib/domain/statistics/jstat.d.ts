/** The part of jstat that this room uses; the package has no types of its own. */
declare module "jstat" {
  type Continuous = {
    cdf(x: number, ...parameters: number[]): number;
    inv(p: number, ...parameters: number[]): number;
  };
  const jstat: {
    studentt: Continuous;
    noncentralt: Continuous;
    centralF: Continuous;
    chisquare: Continuous;
    normal: Continuous;
  };
  export default jstat;
}
