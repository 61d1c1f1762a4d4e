import net from "node:net";
import { Sentence } from "./sentence.ts";

/** Makes sure that the web server will be able to listen. Throws a {@link Sentence} when the port is taken or not allowed. */
export async function checkPort(port: number, host: string): Promise<void> {
  const server = net.createServer();
  try {
    await new Promise<void>((resolve, reject) => {
      server.once("error", reject);
      server.listen(port, host, resolve);
    });
  } catch (error) {
    throw new Sentence(explain((error as NodeJS.ErrnoException).code ?? String(error), port, host));
  }
  await new Promise((resolve) => server.close(resolve));
}

function explain(code: string, port: number, host: string): string {
  if (code === "EADDRINUSE")
    return `Port ${port} is taken by another program. Stop that one, or choose another: PORT=${port + 1} npm start`;
  if (code === "EACCES")
    return `This user may not listen on port ${port}. Choose one above 1023, for example PORT=3000.`;
  if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND")
    return `This machine has no address ${host}. Correct the setting HOST.`;
  return `The web server cannot listen on ${host}:${port} (${code}). Choose another PORT or HOST.`;
}

/** A port that is free now, chosen by the operating system; for tests. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = net.createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address() as net.AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
