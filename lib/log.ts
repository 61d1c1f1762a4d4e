import pino, { type DestinationStream, type Logger, type LoggerOptions } from "pino";
import { env } from "#lib/env.ts";
import { currentRequestId } from "#lib/request-scope.ts";

/** Names of fields whose value never reaches a log, at any depth up to three, whatever their spelling. */
const SECRET_FIELDS = [
  "password",
  "passwordHash",
  "token",
  "tokenHash",
  "entryToken",
  "secret",
  "clientSecret",
  "authorization",
  "cookie",
  "cookies",
  "set-cookie",
  "completionCode",
  "prolificPid",
  "prolificId",
  "PROLIFIC_PID",
  "SESSION_ID",
  "panelParticipantId",
  "panelSubmissionId",
  "participantId",
  "submissionId",
];

const REDACTED = "[redacted]";

/** A JSON path per field and depth, in the form pino wants. */
const PATHS = SECRET_FIELDS.flatMap((field) => {
  const name = field.includes("-") ? `["${field}"]` : field;
  const dotted = field.includes("-") ? name : `.${name}`;
  return [name, `*${dotted}`, `*.*${dotted}`];
});

/** Query parameters, form fields and bearer tokens as they occur inside texts such as addresses and messages. */
const IN_TEXT =
  /\b(PROLIFIC_PID|SESSION_ID|STUDY_ID|token|password|secret|code|key)=([^&\s"']+)|\b(Bearer)\s+[\w.~+/-]+=*|(postgres(?:ql)?:\/\/[^:@/\s]+):[^@/\s]+@/gi;

/** A path element that is a secret: entry links, invitations and first-admin links carry their token in the address. */
const IN_PATH = /\/(setup|invitations?|invite|annotate|a|reset)\/[A-Za-z0-9_-]{16,}/g;

/** The text with tokens, passwords and panel ids replaced. */
export function redactText(text: string): string {
  return text
    .replace(IN_TEXT, (_match, name?: string, _value?: string, bearer?: string, database?: string) => {
      if (name) return `${name}=${REDACTED}`;
      if (bearer) return `${bearer} ${REDACTED}`;
      return `${database}:${REDACTED}@`;
    })
    .replace(IN_PATH, (_match, place: string) => `/${place}/${REDACTED}`);
}

/** What every line has: level and time in words, the process. */
function lineOptions(name: string, level: string): LoggerOptions {
  return {
    name,
    level,
    base: { name, pid: process.pid },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
  };
}

/** Synchronous, so that the last lines before a crash are not lost. */
function standardOutput(): DestinationStream {
  return pino.destination({ fd: 1, sync: true });
}

/** Bytes of lines about requests that wait for a reader of the output; beyond that they are dropped. */
const WAITING_BYTES = 1_000_000;

/** Never waits: where nobody reads the output for a while (a pager, a full disk), requests are still answered. */
function patientOutput(): DestinationStream {
  return pino.destination({ fd: 1, sync: false, maxLength: WAITING_BYTES });
}

/** Builds a logger of one JSON line an event, without secrets. `destination` is replaced in tests only. */
export function createLogger(name: string, level: string, destination?: DestinationStream): Logger {
  return pino(
    {
      ...lineOptions(name, level),
      redact: { paths: PATHS, censor: REDACTED },
      mixin: () => {
        const requestId = currentRequestId();
        return requestId ? { requestId } : {};
      },
      serializers: { err: describeError, error: describeError },
      hooks: {
        logMethod(args, method) {
          const clean = args.map((arg) => (typeof arg === "string" ? redactText(arg) : redactTexts(arg)));
          method.apply(this, clean as Parameters<typeof method>);
        },
      },
    },
    destination ?? standardOutput(),
  );
}

/**
 * Builds the logger for lines about requests. It searches nothing for secrets, which takes several times as long as the
 * line itself: give it only values that cannot hold any.
 */
export function createRequestLogger(name: string, level: string, destination?: DestinationStream): Logger {
  return pino(lineOptions(name, level), destination ?? patientOutput());
}

/** Redacts the texts directly inside a log object (addresses, messages); fields with secret names go by their path. */
function redactTexts(value: unknown): unknown {
  if (value === null || typeof value !== "object" || value instanceof Error) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, entry]) => [key, typeof entry === "string" ? redactText(entry) : entry]),
  );
}

function describeError(error: unknown): unknown {
  if (!(error instanceof Error)) return redactText(String(error));
  return {
    type: error.name,
    message: redactText(error.message),
    stack: redactText(error.stack ?? ""),
    ...("code" in error ? { code: error.code } : {}),
  };
}

let logger: Logger | undefined;

/** The logger of this process. Lines written while a request is served carry its id. */
export function log(): Logger {
  logger ??= createLogger(process.env.STUDIO_PROCESS ?? "web", env().LOG_LEVEL);
  return logger;
}

let requestLogger: Logger | undefined;

/** The logger of this process for lines about requests; see {@link createRequestLogger}. */
export function requestLog(): Logger {
  requestLogger ??= createRequestLogger(process.env.STUDIO_PROCESS ?? "web", env().LOG_LEVEL);
  return requestLogger;
}
