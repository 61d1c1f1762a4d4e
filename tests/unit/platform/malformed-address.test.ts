import { describe, expect, it } from "vitest";
import { answerMalformedAddress } from "#scripts/lib/malformed-address.ts";

describe("an address with a broken percent sequence", () => {
  it.each(["/episodes/%E0%A4%A", "/studies/%", "/annotate/%ZZ/start?x=1", "/%80"])(
    "%s is answered with a page",
    (url) => {
      const answer = answerMalformedAddress(url, "text/html,*/*");
      expect(answer).toMatchObject({ status: 400, headers: { "content-type": "text/html; charset=utf-8" } });
      expect(answer?.body).toContain("<h1>This address cannot be read</h1>");
      expect(answer?.body).not.toContain(url);
      expect(answer?.headers["content-security-policy"]).toContain("default-src 'none'");
    },
  );

  it.each([
    ["/api/v1/imports/%E0", "*/*"],
    ["/annotate/%C3/api/draft", "*/*"],
    ["/episodes/%C3", "application/json"],
  ])("%s for %s is answered with JSON", (url, accept) => {
    const answer = answerMalformedAddress(url, accept);
    expect(answer?.status).toBe(400);
    expect(JSON.parse(answer?.body ?? "")).toMatchObject({ error: { code: "INVALID" } });
  });

  it.each(["/", "/episodes?q=%E0%A4%A", "/episodes/%E0%A4%A4", "/annotate/abc%2Fdef"])(
    "%s is left to the pages",
    (url) => {
      expect(answerMalformedAddress(url, "text/html")).toBeNull();
    },
  );
});
