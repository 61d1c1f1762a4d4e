import { PASSWORD_MIN } from "#lib/domain/access/password-length.ts";
import { PasswordField } from "./password-field.tsx";

/** A password that is chosen now, with what it takes. */
export function NewPasswordField(props: { name: string; label: string; error: string | undefined }) {
  return (
    <PasswordField
      {...props}
      id={props.name}
      help={`At least ${PASSWORD_MIN} characters; a few words in a row are easy to remember.`}
      autoComplete="new-password"
      minLength={PASSWORD_MIN}
    />
  );
}
