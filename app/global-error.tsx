"use client";
import "./globals.css";

/** The last resort when even the frame failed; it brings its own document. */
export default function GlobalError({ reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <html lang="en">
      <body>
        <main className="mx-auto max-w-[36rem] px-6 py-24">
          <h1 className="text-2xl">Sotopia Studio could not start this page</h1>
          <p className="mt-4">
            Everything that was saved before is safe. Try again, and tell whoever runs the studio if it stays like this.
          </p>
          <button
            type="button"
            onClick={reset}
            className="mt-6 h-10 rounded-control border border-line-strong px-4 font-semibold"
          >
            Try again
          </button>
        </main>
      </body>
    </html>
  );
}
