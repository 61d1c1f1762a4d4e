import { TablePageSkeleton } from "#components/ui/skeleton.tsx";

/** The shape of the list while it is fetched. */
export default function Loading() {
  return <TablePageSkeleton />;
}
