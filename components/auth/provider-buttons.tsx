import { Button } from "#components/ui/button.tsx";

/** Ways to sign in beside the password, one button each. The form posts the chosen provider's id. */
export function ProviderButtons({
  providers,
  begin,
  next,
}: {
  providers: { id: string; name: string }[];
  begin: (formData: FormData) => Promise<void>;
  next: string;
}) {
  if (providers.length === 0) return null;
  return (
    <form action={begin} className="mt-8 border-line border-t pt-6">
      <input type="hidden" name="next" value={next} />
      <p className="text-sm text-ink-2">Or go on with an account you have elsewhere:</p>
      <div className="mt-3 flex flex-wrap gap-2">
        {providers.map((provider) => (
          <Button key={provider.id} type="submit" name="provider" value={provider.id}>
            {provider.name}
          </Button>
        ))}
      </div>
    </form>
  );
}
