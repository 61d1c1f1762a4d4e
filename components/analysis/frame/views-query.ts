/** The filters and the version of an address, for what concerns all dimensions and not the chosen one. */
export function queryOfViews(search: URLSearchParams): string {
  const parameters = new URLSearchParams(search);
  parameters.delete("dimension");
  return parameters.toString();
}
