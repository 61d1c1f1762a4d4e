import { createServer, type Server, type Socket } from "node:net";
import type { PGlite } from "@electric-sql/pglite";
import { WireReader } from "./wire-messages.ts";
import { type WireClient, WireScheduler } from "./wire-scheduler.ts";

/** A server that is listening. */
export type WireServer = { close(): Promise<void> };

const NO_ENCRYPTION = Buffer.from("N");

/** An answer that ends a connection before it begins: PostgreSQL's “too many connections”. */
function refusal(message: string): Buffer {
  const fields = Buffer.from(`SFATAL\0C53300\0M${message}\0\0`);
  const head = Buffer.alloc(5);
  head.write("E", 0);
  head.writeInt32BE(fields.length + 4, 1);
  return Buffer.concat([head, fields]);
}

function serve(socket: Socket, scheduler: WireScheduler): void {
  const reader = new WireReader();
  const client: WireClient = {
    answer: (part) => {
      // The database reuses its buffer, so what is sent must be a copy.
      if (socket.writable) socket.write(Buffer.from(part));
    },
    fail: () => socket.destroy(),
  };
  socket.setNoDelay(true);
  socket.on("data", (chunk) => {
    for (const event of reader.push(chunk)) {
      if (event.kind === "unit") scheduler.submit(client, event.bytes, event.isOpen);
      else if (event.kind === "encryption") socket.write(NO_ENCRYPTION);
      else socket.end();
    }
  });
  socket.on("error", () => socket.destroy());
  socket.on("close", () => scheduler.release(client));
}

/**
 * Serves a PGlite database on a socket to at most `maxConnections` ordinary PostgreSQL clients. Unlike a server that
 * passes single protocol messages on, it keeps the messages of one statement together, so that clients that work at
 * the same time never meet each other's unnamed statements.
 */
export async function startWireServer(
  database: PGlite,
  socketPath: string,
  maxConnections: number,
): Promise<WireServer> {
  const scheduler = new WireScheduler(database);
  const sockets = new Set<Socket>();
  const server: Server = createServer((socket) => {
    if (sockets.size >= maxConnections) {
      socket.on("error", () => {});
      socket.end(refusal("sorry, too many clients already"));
      return;
    }
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
    serve(socket, scheduler);
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(socketPath, resolve);
  });
  return {
    close: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      for (const socket of sockets) socket.destroy();
      await closed;
      await scheduler.settled();
    },
  };
}
