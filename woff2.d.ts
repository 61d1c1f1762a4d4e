/** A font as the pages' build takes it in: the address at which it is served. */
declare module "*.woff2" {
  const address: string;
  export default address;
}
