import type { AgentSeat, Turn } from "./episode.ts";

/** A place where an agent seems to say that it is a program, or which. `excerpt` has at most 120 characters. */
export type SelfNaming = { turn: number; agent: AgentSeat; excerpt: string; pattern: string };

/** How a pattern is called in a list, and what it looks for. */
type Pattern = { name: string; test: RegExp };

// Only words that characters hardly ever say of anything else. Names that people, animals and signs of the zodiac
// also bear (Claude, Llama, Gemini, Bard, Falcon) count only where they stand like a model's name.
const PATTERNS: readonly Pattern[] = [
  {
    name: "as an AI",
    test: /\bas an? (?:A\.?I\.?|artificial intelligence)\b(?! (?:researcher|engineer|developer|expert|ethicist|student|enthusiast|consultant|specialist|professional|scientist|company|startup|artist))/i,
  },
  {
    name: "I am an AI",
    test: /\bI(?:['’]m| am)(?: just| only| merely| actually| really)? (?:an? )?(?:A\.?I\.?|artificial intelligence|chat ?bot|virtual assistant|AI assistant)\b(?! (?:researcher|engineer|developer|expert|ethicist|student|enthusiast|consultant|specialist|professional|scientist|artist))/i,
  },
  { name: "language model", test: /\b(?:large )?language models?\b|\bLLMs?\b/i },
  {
    name: "AI assistant",
    test: /\b(?:as|I(?:['’]m| am)) (?:an? |your )?(?:AI(?:-powered)?|helpful|virtual|digital) (?:language )?assistant\b/i,
  },
  {
    name: "trained by",
    test: /\bI (?:was|am|have been|['’]ve been) (?:trained|created|developed|built|programmed|designed|made) (?:by|on) (?:Open ?AI|Anthropic|Google|Meta|Microsoft|Mistral|Alibaba|a (?:large )?(?:data ?set|corpus))/i,
  },
  { name: "knowledge cutoff", test: /\bmy (?:knowledge cut-?off|training data)\b|\bin my training data\b/i },
  { name: "OpenAI", test: /\bOpen ?AI(?:['’]s)?\b/ },
  { name: "ChatGPT", test: /\bChat ?GPT\b/i },
  { name: "GPT", test: /\bGPT-?\s?(?:[2-9](?:\.\d)?o?|J|NeoX?)\b|\b(?:text-davinci|davinci-00\d)\b/i },
  { name: "Anthropic", test: /\bAnthropic(?:['’]s)?\b/ },
  {
    name: "Claude",
    test: /\bClaude[- ](?:[1-9](?:\.\d)?|Instant|Opus|Sonnet|Haiku)\b|\b(?:I(?:['’]m| am)|my name is) Claude,? (?:an? AI|made|created|built|from Anthropic)/i,
  },
  { name: "Mistral", test: /\bMistral(?:[- ](?:7B|8x7B|Instruct|AI|Large|Small|Medium)|AI)\b|\bMixtral\b/i },
  { name: "Llama", test: /\bLLaMA\b|\b[Ll]lama[- ]?[1-4](?:\.\d)?(?:[- ]\d{1,3}B)?\b|\bLlama[- ](?:chat|instruct)\b/ },
  {
    name: "Gemini",
    test: /\bGemini[- ](?:[1-9](?:\.\d)?|Pro|Ultra|Flash|Nano|AI)\b|\bGoogle(?:['’]s)? (?:Gemini|Bard)\b/i,
  },
  {
    name: "other model",
    test: /\b(?:DeepSeek|Qwen|Vicuna[- ]\d+|MPT-\d+B|Falcon-\d+B|Grok[- ]\d|Copilot AI|Bing Chat)\b/i,
  },
  { name: "training placeholder", test: /<\|(?:im_start|im_end|endoftext|assistant|user)\|>|\[\/?INST\]|<<\/?SYS>>/ },
];

const EXCERPT = 120;

/** The words around a hit, on one line, with an ellipsis where something was cut. */
function excerptAround(text: string, at: number, length: number): string {
  const room = Math.max(0, EXCERPT - length - 2);
  const start = Math.max(0, Math.min(at - Math.floor(room / 2), text.length - EXCERPT + 2));
  const end = Math.min(text.length, start + EXCERPT - 2);
  const words = text.slice(start, end).toWellFormed().replaceAll("\uFFFD", "").replace(/\s+/g, " ").trim();
  return `${start > 0 ? "…" : ""}${words}${end < text.length ? "…" : ""}`;
}

/** One finding per turn, the first: enough to send a reader there. */
export function findSelfNamingTurns(turns: readonly Turn[]): SelfNaming[] {
  const found = findSelfNaming(turns);
  return found.filter((finding, index) => found[index - 1]?.turn !== finding.turn);
}

/**
 * Looks for turns in which an agent names itself as a model (“as an AI”, a vendor, a model's name), which would tell
 * annotators what they rate. At most one finding per turn and pattern, in the order of the turns. It errs on the
 * quiet side: a Claude, a llama at the zoo and a Gemini by birth are no findings, nor is an AI researcher.
 */
export function findSelfNaming(turns: readonly Turn[]): SelfNaming[] {
  // Most transcripts hold none: one look at all of the text per pattern is enough for those.
  const whole = turns.map((turn) => turn.text).join("\n");
  const present = PATTERNS.filter(({ test }) => test.test(whole));
  if (present.length === 0) return [];
  return turns.flatMap((turn) =>
    present.flatMap(({ name, test }) => {
      const hit = test.exec(turn.text);
      if (!hit) return [];
      return [
        {
          turn: turn.number,
          agent: turn.agent,
          excerpt: excerptAround(turn.text, hit.index, hit[0].length),
          pattern: name,
        },
      ];
    }),
  );
}
