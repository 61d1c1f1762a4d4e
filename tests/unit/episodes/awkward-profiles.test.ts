import { describe, expect, test } from "vitest";
import { renderTags } from "#lib/domain/scenarios/render-tags.ts";
import { hasSharedData, profileById, repairCodes, rowsOf, SKIP_NOTE, sharedProfiles } from "./support/shared-data.ts";

describe.skipIf(!hasSharedData)(`awkward profiles${SKIP_NOTE}`, () => {
  test("row 31: one pair may have two relationships", () => {
    const pairs: [string, number, string, number][] = [
      ["01H6HH1X1EX4H0P7Y959VNSTFY", 0, "01H6HHDVNK6GVY59X4NB38536W", 4],
      ["01H6HHTP53EQ0AW9QR0H6JFBVV", 4, "01H6HHVJG5T756HRDV7X139KG6", 3],
    ];
    for (const [one, relationship, other, otherRelationship] of pairs) {
      const [first, second] = [profileById("relationship_profiles", one), profileById("relationship_profiles", other)];
      if (first.kind !== "relationship" || second.kind !== "relationship") throw new Error("No relationship.");
      expect([first.value.relationship, second.value.relationship]).toEqual([relationship, otherRelationship]);
      expect([...first.value.agentSourceIds].sort()).toEqual([...second.value.agentSourceIds].sort());
    }
  });

  test.each(["01H6HHQ7KBJK96Z3Z0BTWRDMCJ", "01H6HHG59SC6S2FJ8H3RXCXHH3", "01H6HHWZPK8TAR1W2TF3A29F4D"])(
    "row 32: %s has no background story, not the story “nan”",
    (id) => {
      const row = profileById("relationship_profiles", id);
      expect(row.kind === "relationship" && row.value.backgroundStory).toBeNull();
      expect(row.repairs).toEqual([]);
    },
  );

  test("rows 30 to 35: of the published profiles, only those whose text was changed count as repaired", () => {
    const repaired = (file: string) => rowsOf(`profiles/${file}.jsonl`).filter((row) => repairCodes(row).length > 0);
    const files = ["agent_profiles", "environment_profiles", "relationship_profiles", "env_agent_combo_storages"];
    expect(files.map((file) => repaired(file).length)).toEqual([12, 4, 0, 0]);
  });

  test("row 33: an apostrophe in a name", () => {
    const row = profileById("agent_profiles", "01H5TNE5PW9SZFM058Z8P7PR5C");
    expect(row.kind === "agent-profile" && `${row.value.firstName} ${row.value.lastName}`).toMatch(/^\w+ O'[A-Z]\w+$/);
  });

  test.each(["01H5TNE5P7RVY0TYX8VTCXABR6", "01H5TNE5PPK39HR52G61PQ5KQ7", "01H5TNE5PSDH2H6JXYZ9ZRG7A4"])(
    "row 34: trailing blanks of %s are taken away, and the raw record keeps them",
    (id) => {
      const row = profileById("agent_profiles", id);
      if (row.kind !== "agent-profile") throw new Error("No agent profile.");
      for (const text of [row.value.publicInfo, row.value.personalityAndValues]) expect(text).toBe(text.trim());
      expect(row.repairs.map((repair) => repair.code)).toContain("trimmed-text");
      expect(JSON.stringify(row.raw)).toMatch(/ "[,}]/);
    },
  );

  test.each(["01H7VFHPQQQY6H4DNC6NBQ8XTG", "01H7VFHPZMXNGV8PM19WHPQ2W3", "01H7VFHPRFCSA3BTT39BRBZX7H"])(
    "row 35: the backslash before an apostrophe of %s is taken away",
    (id) => {
      const row = profileById("environment_profiles", id);
      if (row.kind !== "scenario") throw new Error("No scenario.");
      expect(row.value.scenario).not.toContain("\\'");
      expect(row.value.scenario).toContain("'");
      expect(row.repairs.map((repair) => repair.code)).toContain("escaped-apostrophe");
      expect((row.raw as { scenario: string }).scenario).toContain("\\'");
    },
  );

  test("row 35: a scenario that ends in a newline is trimmed", () => {
    const row = profileById("environment_profiles", "01H7VFHNRKB8BJ854JPEWY8AR3");
    expect(row.kind === "scenario" && row.value.scenario.endsWith("\n")).toBe(false);
    expect((row.raw as { scenario: string }).scenario.endsWith("\n")).toBe(true);
  });

  test("row 36: the only occupation and age constraints", () => {
    const occupation = profileById("environment_profiles", "01H7VFHP0AW0C23DV6ZG0B4HCE");
    const age = profileById("environment_profiles", "01H7VFHP29TCH457PBDVF7WFDS");
    expect(occupation.kind === "scenario" && occupation.value).toMatchObject({
      occupationConstraint: "[actor, actor]",
      ageConstraint: null,
      agentConstraint: null,
    });
    expect(age.kind === "scenario" && age.value).toMatchObject({
      occupationConstraint: null,
      ageConstraint: "[(21, 70), (21, 70)]",
    });
  });

  test("row 37: raters may read what the agents must not", () => {
    const scenario = sharedProfiles().scenario("01H7VFHPQ1712DHGTMPQFTXH02")?.scenario ?? "";
    const hiddenText = /<p viewer="environment">([^<]+)<\/p>/.exec(scenario)?.[1] ?? "missing";
    expect(renderTags(scenario, "environment")).toContain(hiddenText);
    for (const viewer of ["agent_0", "agent_1"] as const)
      expect(renderTags(scenario, viewer)).not.toContain(hiddenText);
    const hidden = rowsOf("profiles/environment_profiles.jsonl").filter(
      (row) => row.outcome === "ok" && row.kind === "scenario" && row.value.scenario.includes('viewer="environment"'),
    );
    expect(hidden).toHaveLength(10);
  });
});
