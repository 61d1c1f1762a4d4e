import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { DraftSaver } from "#components/annotations/saving/draft-saver.ts";
import type { SaveReply, SaveRequest, StoredDraft } from "#components/annotations/saving/draft-types.ts";
import { LONGEST_WAIT_MS, QUIET_MS } from "#components/annotations/saving/save-timer.ts";
import { WorkingTime } from "#components/annotations/saving/working-time.ts";
import { emptyRating } from "#lib/domain/annotations/merge-drafts.ts";
import type { RatingDraft } from "#lib/domain/annotations/rating-draft.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const rating = (patch: Partial<RatingDraft>): RatingDraft => ({ ...emptyRating(1, "goal"), ...patch });

/** A server that keeps one draft by the rules of the real one, and can be unplugged. */
function makeServer(ratings: RatingDraft[] = []) {
  const draft = new Map(ratings.map((each) => [`${each.dimension}.${each.agent}`, each]));
  const state = { revision: ratings.length > 0 ? 1 : 0, isDown: false, requests: [] as SaveRequest[] };
  const send = async (request: SaveRequest): Promise<SaveReply> => {
    state.requests.push(request);
    if (state.isDown) throw new TypeError("Failed to fetch");
    if (request.revision !== state.revision)
      return { kind: "stale", revision: state.revision, ratings: [...draft.values()] };
    for (const change of request.changes) draft.set(`${change.dimension}.${change.agent}`, change);
    if (request.changes.length > 0) state.revision += 1;
    return { kind: "saved", revision: state.revision, savedAt: "2026-11-22T12:00:00.000Z", leaseSecondsLeft: 1980 };
  };
  return { draft, state, send };
}

function makeDevice() {
  const kept: { draft: StoredDraft | null } = { draft: null };
  const storage = {
    read: () => (kept.draft ? [structuredClone(kept.draft)] : []),
    write: (draft: StoredDraft) => {
      kept.draft = structuredClone(draft);
    },
    clear: () => {
      kept.draft = null;
    },
  };
  return { kept, storage };
}

function open(server: ReturnType<typeof makeServer>, device = makeDevice(), time = new WorkingTime(Date.now(), 4)) {
  const start = {
    revision: server.state.revision,
    ratings: [...server.draft.values()],
    savedAt: null,
    leaseSecondsLeft: 1980,
  };
  const saver = new DraftSaver(start, {
    send: server.send,
    storage: device.storage,
    takeActiveMs: () => time.takeActiveMs(),
    returnActiveMs: (ms) => time.returnActiveMs(ms),
    signals: () => time.signals(),
    now: () => Date.now(),
  });
  return { saver, device, time };
}

const settle = () => vi.advanceTimersByTimeAsync(0);

describe("saving", () => {
  test("waits until typing rests, then sends only what changed", async () => {
    const server = makeServer();
    const { saver } = open(server);
    saver.change(1, "goal", { score: 5 });
    await vi.advanceTimersByTimeAsync(QUIET_MS - 1);
    expect(server.state.requests).toHaveLength(0);
    await vi.advanceTimersByTimeAsync(1);
    expect(server.state.requests[0]?.changes).toEqual([rating({ score: 5 })]);
    expect(saver.getSnapshot()).toMatchObject({ state: "saved", revision: 1 });
  });

  test("saves at least every second and a half while somebody types on and on", async () => {
    const server = makeServer();
    const { saver } = open(server);
    for (let passed = 0; passed < 3000; passed += 100) {
      saver.change(1, "goal", { rationale: `typed for ${passed}` });
      await vi.advanceTimersByTimeAsync(100);
    }
    expect(server.state.requests.length).toBeGreaterThanOrEqual(2);
    expect(LONGEST_WAIT_MS).toBeLessThan(2000);
  });

  test("does not send what was changed back", async () => {
    const server = makeServer([rating({ score: 5 })]);
    const { saver } = open(server);
    saver.change(1, "goal", { score: 6 });
    saver.change(1, "goal", { score: 5 });
    await vi.advanceTimersByTimeAsync(5000);
    expect(server.state.requests).toHaveLength(0);
  });

  test("keeps unsaved work on the device until the server has it", async () => {
    const server = makeServer();
    const { saver, device } = open(server);
    saver.change(1, "goal", { rationale: "Not sent yet" });
    expect(device.kept.draft?.mine["goal.1"]?.rationale).toBe("Not sent yet");
    await vi.advanceTimersByTimeAsync(QUIET_MS);
    expect(device.kept.draft).toBeNull();
  });
});

describe("without a network", () => {
  test("says so, tries again with growing waits, and sends everything at once when it is back", async () => {
    const server = makeServer();
    const { saver } = open(server);
    server.state.isDown = true;
    saver.change(1, "goal", { score: 5 });
    await vi.advanceTimersByTimeAsync(QUIET_MS);
    expect(saver.getSnapshot().state).toBe("offline");
    saver.change(2, "goal", { score: 6 });
    await vi.advanceTimersByTimeAsync(20_000);
    const tries = server.state.requests.length;
    expect(tries).toBeGreaterThanOrEqual(4);
    expect(tries).toBeLessThan(9);
    server.state.isDown = false;
    saver.retryNow();
    await settle();
    expect(saver.getSnapshot()).toMatchObject({ state: "saved", revision: 1 });
    expect([...server.draft.keys()].sort()).toEqual(["goal.1", "goal.2"]);
  });

  test("a crash loses nothing: the next page takes up what the device kept", async () => {
    const server = makeServer();
    const first = open(server);
    server.state.isDown = true;
    first.saver.change(1, "goal", { rationale: "Written before the crash", evidence: [3] });
    await vi.advanceTimersByTimeAsync(3000);
    first.saver.stop();
    server.state.isDown = false;
    const second = open(server, first.device);
    second.saver.restore();
    expect(second.saver.getSnapshot().ratings["goal.1"]?.rationale).toBe("Written before the crash");
    await vi.advanceTimersByTimeAsync(1000);
    expect(server.draft.get("goal.1")).toMatchObject({ rationale: "Written before the crash", evidence: [3] });
    expect(first.device.kept.draft).toBeNull();
  });

  test("flush says false and leaves the work where it is", async () => {
    const server = makeServer();
    const { saver, device } = open(server);
    server.state.isDown = true;
    saver.change(1, "goal", { score: 1 });
    expect(await saver.flush()).toBe(false);
    expect(device.kept.draft?.mine["goal.1"]?.score).toBe(1);
  });
});

describe("two tabs", () => {
  test("each keeps what it typed and gets what the other one saved", async () => {
    const server = makeServer();
    const [a, b] = [open(server).saver, open(server).saver];
    a.change(1, "goal", { score: 5 });
    await vi.advanceTimersByTimeAsync(1000);
    b.change(1, "goal", { rationale: "From the second tab" });
    await vi.advanceTimersByTimeAsync(3000);
    expect(server.draft.get("goal.1")).toMatchObject({ score: 5, rationale: "From the second tab" });
    expect(b.getSnapshot()).toMatchObject({ state: "saved", conflicts: [], takenOver: 1 });
    expect(b.getSnapshot().ratings["goal.1"]?.score).toBe(5);
  });

  test("two reasons in the same place are both kept in sight until somebody chooses", async () => {
    const server = makeServer();
    const [a, b] = [open(server).saver, open(server).saver];
    a.change(1, "goal", { rationale: "First tab" });
    await vi.advanceTimersByTimeAsync(1000);
    b.change(1, "goal", { rationale: "Second tab" });
    await vi.advanceTimersByTimeAsync(3000);
    const [conflict] = b.getSnapshot().conflicts;
    expect(conflict).toEqual({ agent: 1, dimension: "goal", field: "rationale", theirs: "First tab" });
    expect(b.getSnapshot().ratings["goal.1"]?.rationale).toBe("Second tab");
    if (conflict) b.settle(conflict, true);
    await vi.advanceTimersByTimeAsync(2000);
    expect(server.draft.get("goal.1")?.rationale).toBe("First tab");
    expect(b.getSnapshot().conflicts).toEqual([]);
  });

  test("an unsettled conflict survives a crash", async () => {
    const server = makeServer();
    const [a, b] = [open(server), open(server)];
    a.saver.change(1, "goal", { rationale: "First tab" });
    await vi.advanceTimersByTimeAsync(1000);
    b.saver.change(1, "goal", { rationale: "Second tab" });
    await vi.advanceTimersByTimeAsync(3000);
    const again = open(server, b.device);
    again.saver.restore();
    expect(again.saver.getSnapshot().conflicts).toHaveLength(1);
  });
});

describe("the lease", () => {
  test("a beat without changes renews it and does not claim to have saved anything", async () => {
    const server = makeServer();
    const { saver } = open(server);
    vi.setSystemTime(Date.now() + 600_000);
    await saver.beat();
    expect(saver.getSnapshot()).toMatchObject({ state: "idle", savedAt: null, leaseEndsAt: Date.now() + 1_980_000 });
    expect(server.state.requests[0]?.changes).toEqual([]);
  });

  test("a refusal for good stops the sending and keeps the work", async () => {
    const { saver, device } = open({
      ...makeServer(),
      send: async () => ({ kind: "refused", message: "It was submitted." }),
    });
    saver.change(1, "goal", { score: 5 });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(saver.getSnapshot()).toMatchObject({ state: "refused", message: "It was submitted.", isOver: true });
    expect(device.kept.draft?.mine["goal.1"]?.score).toBe(5);
  });

  test("after a refusal that another change can put right, the next change is sent and the remark goes", async () => {
    const server = makeServer();
    let isRefusing = true;
    const { saver } = open({
      ...server,
      send: async (request) =>
        isRefusing ? { kind: "refused", message: "Choose at most 50 turns.", isMendable: true } : server.send(request),
    });
    saver.change(1, "goal", { evidence: [1] });
    await vi.advanceTimersByTimeAsync(5_000);
    expect(saver.getSnapshot()).toMatchObject({ state: "refused", message: "Choose at most 50 turns.", isOver: false });
    isRefusing = false;
    saver.change(1, "goal", { evidence: [2] });
    await vi.advanceTimersByTimeAsync(5_000);
    expect(saver.getSnapshot()).toMatchObject({ state: "saved", message: "" });
    expect(server.state.requests.at(-1)?.changes[0]?.evidence).toEqual([2]);
  });
});

describe("time at work", () => {
  test("counts time in view within 30 s of input, by dimension, and gives it back when a save fails", async () => {
    const time = new WorkingTime(0, 4);
    for (let now = 1000; now <= 60_000; now += 1000) {
      if (now === 40_000) time.input(now);
      time.tick(now, now <= 10_000 ? "goal" : "secret");
    }
    const active = time.takeActiveMs();
    expect(active.goal).toBe(10_000);
    expect(active.secret).toBe(19_000 + 21_000);
    time.returnActiveMs(active);
    expect(time.takeActiveMs()).toEqual(active);
    expect(time.takeActiveMs()).toEqual({});
  });

  test("time out of view is no work, and a computer asleep neither", () => {
    const time = new WorkingTime(0, 4);
    time.setHidden(true);
    time.tick(4000, "goal");
    time.setHidden(false);
    time.input(4000);
    time.tick(3_600_000, "goal");
    expect(time.takeActiveMs()).toEqual({});
    expect(time.signals()).toMatchObject({ hiddenMs: 4000, turnsTotal: 4, turnsSeen: 0 });
  });

  test("a failed save keeps the minutes for the next one", async () => {
    const server = makeServer();
    const { saver, time } = open(server);
    time.tick(Date.now() + 3000, "goal");
    server.state.isDown = true;
    saver.change(1, "goal", { score: 5 });
    await vi.advanceTimersByTimeAsync(QUIET_MS);
    server.state.isDown = false;
    saver.retryNow();
    await settle();
    expect(server.state.requests.at(-1)?.activeMs).toEqual({ goal: 3000 });
  });
});
