import { execFileSync, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import path from "node:path";
import pg from "pg";
import { socketFolder } from "#scripts/lib/data-dir.ts";
import { startOwner, stopOwner } from "#scripts/lib/embedded/owner.ts";
import { embeddedUrl } from "#scripts/lib/embedded/server.ts";
import { freshSettings, isReady, launchApp, type RunningApp, until, untilReady } from "./support/app.ts";
import { expect, test } from "./support/fixtures.ts";

const PARTS = { web: /next-server/, worker: /worker\/main\.ts/, database: /scripts\/database\.ts/ };
type Part = keyof typeof PARTS;

const launched: RunningApp[] = [];

function launch(settings: Record<string, string>): RunningApp {
  const app = launchApp(settings);
  launched.push(app);
  return app;
}

test.afterEach(async () => {
  for (const app of launched.splice(0)) {
    app.supervisor.kill("SIGKILL");
    await app.ended();
  }
});
/*
 * One data folder for all of them: the first start makes and fills it, and the last test leaves it unusable. They run in
 * order.
 */
test.describe.configure({ mode: "serial", timeout: 300_000 });

let settings: Record<string, string>;

test.beforeAll(async () => {
  settings = await freshSettings();
});

/** The processes below a supervisor, by what they are. */
function partsOf(app: RunningApp): Partial<Record<Part, number>> {
  const table = execFileSync("ps", ["-eo", "pid=,ppid=,args="], { encoding: "utf8" });
  const found: Partial<Record<Part, number>> = {};
  for (const line of table.split("\n")) {
    const [pid, parent, ...args] = line.trim().split(/\s+/);
    if (Number(parent) !== app.supervisor.pid) continue;
    for (const part of Object.keys(PARTS) as Part[]) if (PARTS[part].test(args.join(" "))) found[part] = Number(pid);
  }
  return found;
}

function isAlive(pid: number | undefined): boolean {
  if (pid === undefined) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

async function endedWith(settings: Record<string, string>): Promise<{ code: number | null; output: string }> {
  const app = launch(settings);
  const code = await app.ended();
  return { code, output: app.output() };
}

/** The one sentence (or two) that is said before the end, without the list of steps. */
function sentenceOf(output: string): string {
  return output
    .split("\n")
    .filter((line) => line.trim() !== "" && !/^\s*[✓✗…]|^Sotopia Studio$/.test(line))
    .join("\n");
}

test("the app starts, shows its progress, brings itself back, and stops in order", async () => {
  const app = launch(settings);
  await untilReady(app);
  const [, token] = /http:\/\/\S+\/setup\/(\S+)/.exec(app.output()) ?? [];
  expect(token, "a link for the first administrator").toBeTruthy();
  expect(app.output()).toMatch(/Embedded database[\s\S]+Database layout[\s\S]+Web server[\s\S]+Worker[\s\S]+Open http/);

  // The database holds the token's hash, never the token.
  const client = new pg.Client({ connectionString: embeddedUrl(socketFolder(app.dataDir)) });
  client.on("error", () => {});
  await client.connect();
  const rows = await client.query(`SELECT token_hash, role FROM invitations`);
  expect(rows.rows).toEqual([
    {
      token_hash: createHash("sha256")
        .update(token ?? "")
        .digest("hex"),
      role: "admin",
    },
  ]);
  await client.end();

  for (const part of ["worker", "web", "database"] as const) {
    const before = partsOf(app)[part];
    expect(before, part).toBeTruthy();
    process.kill(before as number, "SIGKILL");
    await until(
      `${part} is back`,
      async () => {
        const now = partsOf(app)[part];
        return now !== undefined && now !== before && (await isReady(app));
      },
      60_000,
    );
    await until(`it is said of ${part}`, () => app.output().includes(`The ${part} process is back.`));
  }

  const parts = partsOf(app);
  expect(Object.keys(parts).sort()).toEqual(["database", "web", "worker"]);
  app.supervisor.kill("SIGTERM");
  expect(await app.ended()).toBe(0);
  for (const pid of Object.values(parts)) expect(isAlive(pid)).toBe(false);

  // The second start finds everything done: nothing to build, nothing to seed.
  const begin = Date.now();
  const again = launch(settings);
  await untilReady(again);
  const seconds = (Date.now() - begin) / 1000;
  console.log(`The second start was ready after ${seconds.toFixed(1)} s.`);
  expect(again.output()).not.toContain("Building");
  // Ten seconds on a machine of its own; here other tests run beside it.
  expect(seconds).toBeLessThan(30);

  const copy = await endedWith({ ...settings, PORT: String(Number(settings.PORT) + 1) });
  expect(copy.code).toBe(1);
  expect(sentenceOf(copy.output)).toMatch(/^Another copy is already using the data folder .+\.$/);

  // Killed without a chance to say goodbye, it leaves nothing running; that nothing blocks the next start is seen below.
  const left = partsOf(again);
  again.supervisor.kill("SIGKILL");
  await until("everything has ended", () => Object.values(left).every((pid) => !isAlive(pid)));
});

test("what keeps it from starting is said in a sentence, and nothing is left running", async () => {
  const settings = await freshSettings();
  const taken = createServer().listen(Number(settings.PORT), "127.0.0.1");
  await new Promise((resolve) => taken.once("listening", resolve));
  const port = await endedWith(settings);
  taken.close();
  expect(port.code).toBe(1);
  expect(sentenceOf(port.output)).toMatch(/^Port \d+ is taken by another program\. .+PORT=\d+ npm start$/);

  const wrong = await endedWith({ ...settings, PORT: "many", LOG_LEVEL: "loud" });
  expect(wrong.code).toBe(1);
  expect(sentenceOf(wrong.output).split("\n")).toEqual([
    expect.stringMatching(/^The setting PORT is “many”, which is not usable\. Give /),
    expect.stringMatching(/^The setting LOG_LEVEL is “loud”, which is not usable\. Give /),
  ]);

  const file = path.join(settings.DATA_DIR ?? "", "a-file");
  writeFileSync(file, "");
  const folder = await endedWith({ ...settings, DATA_DIR: path.join(file, "below") });
  expect(folder.code).toBe(1);
  expect(sentenceOf(folder.output)).toMatch(
    /^The data folder .+ cannot be read and written \((?:ENOTDIR|EEXIST)\)\. .+DATA_DIR.+\.$/,
  );

  const away = await endedWith({ ...settings, DATABASE_URL: "postgresql://nobody:hunter2@127.0.0.1:1/none" });
  expect(away.code).toBe(1);
  expect(sentenceOf(away.output)).toMatch(
    /^The database at 127\.0\.0\.1:1\/none cannot be used\. Nothing listens there\. .+\.$/,
  );
  expect(away.output).not.toContain("hunter2");
});

test("it starts again after it was killed, by npm, and ends when the npm that runs it ends", async () => {
  const npm = spawn("npm", ["start"], {
    env: { ...process.env, ...settings },
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  });
  let output = "";
  npm.stdout.on("data", (chunk) => {
    output += String(chunk);
  });
  await until("the app is ready", () => output.includes("Ready after"), 90_000);
  const lock = () => {
    try {
      execFileSync("ps", ["-eo", "args="], { encoding: "utf8" });
      return readFileSync(`${socketFolder(settings.DATA_DIR ?? "")}/.s.PGSQL.5432`) !== null;
    } catch (error) {
      // A socket cannot be read as a file: it is there as long as the error is another than “not there”.
      return (error as NodeJS.ErrnoException).code !== "ENOENT";
    }
  };
  expect(lock()).toBe(true);
  process.kill(npm.pid as number, "SIGTERM");
  await until("the database has gone", () => !lock());
  const port = Number(settings.PORT);
  await until("the port is free", () =>
    fetch(`http://127.0.0.1:${port}/`).then(
      () => false,
      () => true,
    ),
  );
});

test("a database that is too new is refused and left as it is", async () => {
  const owner = await startOwner(settings.DATA_DIR, socketFolder(settings.DATA_DIR ?? ""));
  const client = new pg.Client({ connectionString: owner.url });
  client.on("error", () => {});
  await client.connect();
  await client.query(
    `INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at) VALUES ('x', 'x', '99990101000000_future', now())`,
  );
  await client.end();
  await stopOwner(owner);
  const newer = await endedWith(settings);
  expect(newer.code).toBe(1);
  expect(sentenceOf(newer.output)).toMatch(/^The database is newer than this program: .+“99990101000000_future”.+\.$/);
});

test("health and metrics answer those who may ask", async ({ request, baseURL }) => {
  for (const place of ["/api/health", "/api/health/live", "/api/health/ready"]) {
    expect((await request.get(place)).status(), place).toBe(200);
  }
  const metrics = await request.get("/api/metrics");
  expect(metrics.status()).toBe(200);
  expect(await metrics.text()).toMatch(/studio_database_up 1\n[\s\S]*studio_studies_running \d/);
  // Somebody further away cannot pass as this machine by saying so, nor can a proxy's visitor.
  const pretences: Record<string, string>[] = [
    { "x-forwarded-for": "203.0.113.7" },
    { "x-studio-remote-address": "127.0.0.1", via: "1.1 proxy" },
  ];
  for (const headers of pretences) expect((await fetch(`${baseURL}/api/metrics`, { headers })).status).toBe(403);
});
