import NextAuth from "next-auth";
import { type AuthPorts, buildAuthOptions } from "./next-auth-options.ts";

type AuthContext = { params: Promise<{ nextauth: string[] }> };
type AuthHandler = (request: Request, context: AuthContext) => Promise<Response>;

/** The handler of everything under `/api/auth`: next-auth with the app's settings. */
export function buildAuthHandler(portsOf: (request: Request) => AuthPorts): AuthHandler {
  return (request, context) => NextAuth(request as never, context as never, buildAuthOptions(portsOf(request)));
}
