import { describe, expect, it } from "vitest";
import { limitBody } from "#lib/web/body-limit.ts";

function streamed(bytes: number): Request {
  const chunk = new Uint8Array(1_000);
  let left = bytes;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (left <= 0) return controller.close();
      controller.enqueue(chunk.subarray(0, Math.min(left, chunk.length)));
      left -= chunk.length;
    },
  });
  return new Request("http://studio.example/x", { method: "POST", body, duplex: "half" } as RequestInit);
}

describe("the limit of a body", () => {
  it("counts a body that does not say how long it is", async () => {
    await expect(limitBody(streamed(5_001), 5_000).arrayBuffer()).rejects.toMatchObject({ code: "TOO_LARGE" });
    expect((await limitBody(streamed(5_000), 5_000).arrayBuffer()).byteLength).toBe(5_000);
  });

  it("believes a stated length that is too large before anything is read", () => {
    const request = new Request("http://studio.example/x", {
      method: "POST",
      headers: { "content-length": "5001" },
      body: "short",
    });
    expect(() => limitBody(request, 5_000)).toThrow(expect.objectContaining({ code: "TOO_LARGE" }));
  });
});
