import { describe, expect, it } from "vitest";
import { parseForms } from "../../../bench/annotate/html-forms.ts";

describe("parseForms", () => {
  it("reads what a form sends by itself and what somebody may choose", () => {
    const [form, ...others] = parseForms(`
      <form action="/search"><input name="q"/></form>
      <form class="a" method="post" action="/annotate/T/api/submit?a=1&amp;b=2">
        <input type="hidden" name="assignmentId" value="x-1"/>
        <input type="hidden" name="base" value="[{&quot;agent&quot;:1}]" readOnly=""/>
        <input type="radio" name="reason" value="broken"/><input type="radio" name="reason" value="other" checked=""/>
        <input type="checkbox" name="agree" value="yes" required=""/>
        <textarea name="note" rows="3">it&#x27;s &lt;b&gt;</textarea>
        <button type="submit" name="go" value="stay">Stay</button>
        <button name="gone" value="1" disabled="">Gone</button>
      </form>`);
    expect(others).toEqual([]);
    expect(form).toEqual({
      action: "/annotate/T/api/submit?a=1&b=2",
      fields: { assignmentId: "x-1", base: '[{"agent":1}]', reason: "other", note: "it's <b>" },
      radios: [
        { name: "reason", value: "broken" },
        { name: "reason", value: "other" },
      ],
      checkboxes: [{ name: "agree", value: "yes" }],
      buttons: [{ name: "go", value: "stay" }],
    });
  });
});
