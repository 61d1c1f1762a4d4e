import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import { PrismaPGlite } from "pglite-prisma-adapter";
import { type Migration, readMigrations } from "#lib/store/migrations.ts";

/** The part of `@prisma/schema-engine-wasm` that is used here. */
type Engine = { diff(params: object): Promise<{ exitCode: number; stdout: string | null }>; free(): void };
type EngineModule = {
  __wbg_set_wasm(wasm: unknown): void;
  SchemaEngine: {
    new: (options: object, log: (line: string) => void, adapter: unknown) => Promise<Engine>;
  };
};

/** The glue keeps views of one memory, so a second instance in one process reads rubbish: load once. */
let loaded: Promise<EngineModule> | undefined;

/**
 * Loads Prisma's schema engine, compiled to WebAssembly: the command line's own engine is a download that
 * offline machines cannot get. The package expects a bundler to join its two halves, so this does it by hand.
 */
async function loadEngine(): Promise<EngineModule> {
  const require = createRequire(import.meta.url);
  const folder = path.dirname(require.resolve("@prisma/schema-engine-wasm"));
  const glue: EngineModule = await import(path.join(folder, "schema_engine_bg.js"));
  const bytes = await readFile(path.join(folder, "schema_engine_bg.wasm"));
  const { instance } = await WebAssembly.instantiate(bytes, {
    "./schema_engine_bg.js": glue as unknown as WebAssembly.ModuleImports,
  });
  glue.__wbg_set_wasm(instance.exports);
  (instance.exports.__wbindgen_start as () => void)();
  return glue;
}

/**
 * Answers the SQL that leads from the committed migrations to a Prisma schema; empty when nothing differs.
 * Throws with the engine's own words when the schema does not parse or a migration does not apply.
 */
export async function diffMigrationsToSchema(migrationsFolder: string, schema: string): Promise<string> {
  const migrations = await readMigrations(migrationsFolder);
  loaded ??= loadEngine();
  const { SchemaEngine } = await loaded;
  const main = new PGlite();
  const shadow = new PGlite();
  const factory = new PrismaPGlite(main);
  factory.connectToShadowDb = () => new PrismaPGlite(shadow).connect();
  try {
    const datamodels = [["schema.prisma", schema]];
    const engine = await SchemaEngine.new({ datamodels }, () => {}, bindMigrationAwareSqlAdapterFactory(factory));
    const answer = await engine.diff({
      from: { tag: "migrations", ...migrationList(migrationsFolder, migrations) },
      to: { tag: "schemaDatamodel", files: [{ path: "schema.prisma", content: schema }] },
      script: true,
      exitCode: true,
      filters: { externalTables: [], externalEnums: [] },
    });
    engine.free();
    // 2 is the engine's word for "there is a difference".
    return answer.exitCode === 2 ? `${(answer.stdout ?? "").trim()}\n` : "";
  } finally {
    await Promise.all([main.close(), shadow.close()]);
  }
}

function migrationList(folder: string, migrations: Migration[]) {
  return {
    baseDir: folder,
    lockfile: { path: "migration_lock.toml", content: 'provider = "postgresql"\n' },
    shadowDbInitScript: "",
    migrationDirectories: migrations.map(({ name, sql }) => ({
      path: name,
      migrationFile: { path: "migration.sql", content: { tag: "ok", value: sql } },
    })),
  };
}
