/** Hands a file that was made in the browser to the person. */
export function saveFile(name: string, content: Blob): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // The browser reads the address after this turn; one minute is enough for any file of this size.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
