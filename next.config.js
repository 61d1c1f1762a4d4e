/**
 * Next.js settings. Nothing is fetched from outside at build time and no telemetry leaves the machine.
 * `NEXT_DIST_DIR` lets several builds live side by side (tests build into a folder of their own).
 * @type {import("next").NextConfig}
 */
const config = {
  distDir: process.env.NEXT_DIST_DIR || ".next",
  poweredByHeader: false,
  reactStrictMode: true,
  // Types are checked once, by the tests. Next writes its generated folders into a settings file of its own, so that an
  // old build lying about cannot fail them.
  typescript: { ignoreBuildErrors: true, tsconfigPath: "tsconfig.next.json" },
  devIndicators: false,
  // `npm run dev` knows itself as localhost alone and would keep its scripts from the same machine under its number.
  allowedDevOrigins: ["127.0.0.1"],
  serverExternalPackages: ["@node-rs/argon2", "pg", "pg-boss", "pino", "prom-client", "hyparquet-writer", "yazl"],
  experimental: { authInterrupts: true, serverActions: { bodySizeLimit: "2mb" } },
};

export default config;
