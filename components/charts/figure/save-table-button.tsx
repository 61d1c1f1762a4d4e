"use client";
import { ScriptButton } from "#components/ui/script-button.tsx";
import { csvText } from "#lib/domain/shared/csv-text.ts";
import type { ChartTableData } from "./chart-table.tsx";
import { useFigureSetting } from "./figure-setting.ts";
import { saveFile } from "./save-file.ts";

type Props = { title: string; caption: string; table: () => ChartTableData; fileName: string };

/** Saves a table as a CSV file that says in each row what it rests on; `fileName` has no ending. Stands on pages alone. */
export function SaveTableButton({ title, caption, table, fileName }: Props) {
  const { purpose } = useFigureSetting();
  if (purpose !== "page") return null;
  const save = () =>
    saveFile(`${fileName}.csv`, new Blob([csvText(table(), caption)], { type: "text/csv;charset=utf-8" }));
  return (
    <ScriptButton size="sm" variant="quiet" onClick={save} aria-label={`${title}: download as CSV`}>
      CSV
    </ScriptButton>
  );
}
