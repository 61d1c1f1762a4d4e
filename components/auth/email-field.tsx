import { describedBy, Field, TextInput } from "#components/ui/field.tsx";

type Props = {
  error: string | undefined;
  /** What stands in it: what was typed before, or the address that cannot be changed. */
  value: string | undefined;
  /** The address is given, by an invitation. */
  isFixed?: boolean;
};

/** The e-mail address of an account, which is also the name it signs in with. */
export function EmailField({ error, value, isFixed = false }: Props) {
  const help = isFixed ? "The invitation is for this address." : undefined;
  return (
    <Field id="email" label="E-mail" help={help} error={error}>
      <TextInput
        id="email"
        name="email"
        type="email"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        required
        readOnly={isFixed}
        defaultValue={value}
        className={isFixed ? "bg-sunken" : undefined}
        {...describedBy("email", { help, error })}
      />
    </Field>
  );
}
