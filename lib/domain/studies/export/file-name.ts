/** The name of a downloaded file: the study's name in letters, digits and hyphens (at most 60), then what it holds. */
export function exportFileName(studyName: string, content: string): string {
  const plain = studyName
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .replace(/[^A-Za-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 60)
    .toLowerCase();
  return `${plain || "study"}-${content}`;
}
