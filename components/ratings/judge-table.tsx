import { ActionForm } from "#components/forms/action-form.tsx";
import type { SendForm } from "#components/forms/form-values.ts";
import { TextInput } from "#components/ui/field.tsx";
import { plural } from "#components/ui/format.ts";
import { Link } from "#components/ui/link.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { Table, Td, Th, Tr } from "#components/ui/table.tsx";
import { DemoTag } from "#components/ui/tag.tsx";
import type { ListedJudge } from "#lib/domain/analysis/stated-judge.ts";

/** So many files are named in a line; the others are counted. */
const NAMED_FILES = 3;

type Props = {
  judges: readonly ListedJudge[];
  /** Absent for somebody who may only read. */
  name?: SendForm | undefined;
};

/** Every judge with where its ratings are and of which version it is; one whose source does not say it can be named. */
export function JudgeTable({ judges, name }: Props) {
  return (
    <Table label="Judges">
      <thead>
        <tr>
          <Th className="min-w-28">Judge</Th>
          <Th className="min-w-40">Version</Th>
          <Th className="min-w-48">Its ratings</Th>
        </tr>
      </thead>
      <tbody>
        {judges.map((judge) => (
          <Tr key={judge.key}>
            <Td>
              <span className="font-medium [overflow-wrap:anywhere]">{judge.name}</span>{" "}
              {judge.isDemo ? <DemoTag /> : null}
              {judge.model !== "" && judge.model !== judge.name ? (
                <span className="block text-xs text-ink-2">{judge.model}</span>
              ) : null}
            </Td>
            <Td>
              <VersionWords judge={judge} />
              {name && judge.standing !== "source" ? <NameForms judge={judge} send={name} /> : null}
            </Td>
            <Td>
              <WhereItRates judge={judge} />
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}

function WhereItRates({ judge: { episodes, files } }: { judge: ListedJudge }) {
  const more = files.length - NAMED_FILES;
  return (
    <>
      {episodes > 0 ? <span className="block">{plural(episodes, "judgment")} that came with episodes</span> : null}
      {files.slice(0, NAMED_FILES).map(({ id, name }) => (
        <Link key={id} href={`/ratings/${id}`} className="link block [overflow-wrap:anywhere]">
          {name}
        </Link>
      ))}
      {more > 0 ? <span className="block text-ink-2">and {plural(more, "more file")}</span> : null}
    </>
  );
}

function VersionWords({ judge: { version, standing, named } }: { judge: ListedJudge }) {
  if (standing === "source") return <span>{version}</span>;
  if (!named) return <span>Not known</span>;
  return (
    <span>
      {standing === "named" ? version : "Not known"}
      <span className="block text-xs text-ink-2">
        {standing === "named" ? "Named here" : `Named ${named.version}`} <RelativeTime at={new Date(named.at)} />
        {standing === "named" ? "" : "; then further ratings came without a version"}
      </span>
    </span>
  );
}

function NameForms({ judge: { key, name, named }, send }: { judge: ListedJudge; send: SendForm }) {
  const id = `version-${key.replace(/[^\w-]/g, "-")}`;
  return (
    <details className="mt-1 text-sm">
      <summary className="w-fit text-ink-2">{named ? "Change…" : "Name it…"}</summary>
      <div className="mt-2 max-w-80 space-y-3">
        <ActionForm send={send} fields={{ judgeKey: key }} label="Name the version" pendingLabel="Naming…" size="sm">
          <label htmlFor={id} className="font-medium">
            Version of {name}
          </label>
          <TextInput id={id} name="version" required maxLength={100} aria-describedby={`${id}-help`} />
          <p id={`${id}-help`} className="text-xs text-ink-2">
            Of all its ratings that are here, such as 0613. The judge stays apart from others of that version.
          </p>
        </ActionForm>
        {named ? (
          <ActionForm
            send={send}
            fields={{ judgeKey: key, version: "" }}
            label="Take it back"
            variant="quiet"
            size="sm"
          />
        ) : null}
      </div>
    </details>
  );
}
