/** The filters and the version of an address, without what one page alone shows of its answer. */
export function queryOfViews(search: URLSearchParams): string {
  const parameters = new URLSearchParams(search);
  for (const name of ["dimension", "correlation", "policy", "direction"]) parameters.delete(name);
  return parameters.toString();
}
