import { parse } from "csv-parse/sync";
import yauzl from "yauzl";

/** The files of a ZIP archive by name, read by another program than the one that wrote it. */
export async function unzip(archive: Buffer): Promise<Map<string, Buffer>> {
  const zip = await new Promise<yauzl.ZipFile>((resolve, reject) =>
    yauzl.fromBuffer(archive, { lazyEntries: true }, (error, file) => (error ? reject(error) : resolve(file))),
  );
  const files = new Map<string, Buffer>();
  return new Promise((resolve, reject) => {
    zip.on("entry", (entry: yauzl.Entry) =>
      zip.openReadStream(entry, async (error, stream) => {
        if (error) return reject(error);
        const parts: Buffer[] = [];
        for await (const chunk of stream) parts.push(chunk as Buffer);
        files.set(entry.fileName, Buffer.concat(parts));
        zip.readEntry();
      }),
    );
    zip.on("end", () => resolve(files));
    zip.on("error", reject);
    zip.readEntry();
  });
}

/** The rows of a CSV file by its header, every value as the text that stands in it. */
export function csvRows(file: Buffer | undefined): Record<string, string>[] {
  if (!file) throw new Error("The file is missing.");
  return parse(file, { columns: true }) as Record<string, string>[];
}

/** A text as it was before the CSV protected it against being taken for a formula. */
export function unguarded(text: string): string {
  return text.replace(/^'(?=[=+\-@\t\r])/, "");
}
