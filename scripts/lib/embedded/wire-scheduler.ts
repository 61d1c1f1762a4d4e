import type { PGlite } from "@electric-sql/pglite";

/** A client of the scheduler; compared by identity. */
export type WireClient = {
  /** Takes the database's answer as it comes. */
  answer(bytes: Uint8Array): void;
  /** The database itself failed while it worked for this client. */
  fail(): void;
};

type Unit = { client: WireClient; bytes: Uint8Array; isOpen: boolean };

const SYNC = Uint8Array.from([0x53, 0, 0, 0, 4]);
const ROLLBACK = Uint8Array.from([0x51, 0, 0, 0, 13, ...new TextEncoder().encode("ROLLBACK"), 0]);

/**
 * Gives the one session of the embedded database to many clients in turn. A unit runs whole; while a transaction or an
 * unfinished extended query is open, only the client that opened it is served, and the others wait. When such a client
 * goes away, its transaction is rolled back at once.
 */
export class WireScheduler {
  readonly #database: PGlite;
  #waiting: Unit[] = [];
  #owner: WireClient | null = null;
  #isUnitOpen = false;
  #isBusy = false;
  readonly #gone = new WeakSet<WireClient>();
  #idle: (() => void)[] = [];

  constructor(database: PGlite) {
    this.#database = database;
  }

  /** Queues a unit of a client; `isOpen` says that the client will go on before anybody else may. */
  submit(client: WireClient, bytes: Uint8Array, isOpen: boolean): void {
    this.#waiting.push({ client, bytes, isOpen });
    void this.#run();
  }

  /** Forgets a client that has gone, with everything it still wanted. */
  release(client: WireClient): void {
    this.#gone.add(client);
    this.#waiting = this.#waiting.filter((unit) => unit.client !== client);
    void this.#run();
  }

  /** Resolves when nothing is being executed. */
  async settled(): Promise<void> {
    if (this.#isBusy) await new Promise<void>((resolve) => this.#idle.push(resolve));
  }

  #pick(): Unit | undefined {
    const owner = this.#owner;
    if (owner === null) return this.#waiting.shift();
    const at = this.#waiting.findIndex((unit) => unit.client === owner);
    return at < 0 ? undefined : this.#waiting.splice(at, 1)[0];
  }

  async #run(): Promise<void> {
    if (this.#isBusy) return;
    this.#isBusy = true;
    await this.#endAbandoned();
    for (let unit = this.#pick(); unit; unit = this.#pick()) {
      await this.#execute(unit);
      await this.#endAbandoned();
    }
    this.#isBusy = false;
    for (const resolve of this.#idle.splice(0)) resolve();
  }

  async #execute({ client, bytes, isOpen }: Unit): Promise<void> {
    try {
      await this.#exchange(bytes, (part) => client.answer(part));
      this.#isUnitOpen = isOpen;
      this.#owner = isOpen || this.#database.isInTransaction() ? client : null;
    } catch {
      client.fail();
    }
  }

  /** Ends what a client that has gone left open. */
  async #endAbandoned(): Promise<void> {
    if (this.#owner === null || !this.#gone.has(this.#owner)) return;
    try {
      if (this.#isUnitOpen) await this.#exchange(SYNC, () => {});
      if (this.#database.isInTransaction()) await this.#exchange(ROLLBACK, () => {});
    } catch {
      // The database has failed; its process ends, and with it everything that was open.
    }
    this.#isUnitOpen = false;
    this.#owner = null;
  }

  #exchange(bytes: Uint8Array, onRawData: (part: Uint8Array) => void): Promise<void> {
    return this.#database.runExclusive(() => this.#database.execProtocolRawStream(bytes, { onRawData }));
  }
}
