/** Texts that have broken importers and pages elsewhere; each must come through as harmless text. */
export const PAYLOADS: Record<string, string> = {
  "script tag": "<script>window.pwned = 1</script>",
  "script that closes JSON": '</script><script>window.pwned = 1</script>{"',
  "event handler": '<img src=x onerror="window.pwned=1">',
  "svg handler": '<svg/onload=window.pwned=1>"><details open ontoggle=window.pwned=1>',
  "javascript link": '<a href="javascript:window.pwned=1">click</a> [x](javascript:window.pwned=1)',
  "style and iframe": '<style>*{display:none}</style><iframe srcdoc="<script>parent.pwned=1</script>"></iframe>',
  "HTML comment and entities": "<!-- --> &lt;script&gt; &#x3c;script&#x3e; ]]> <![CDATA[",
  // biome-ignore lint/suspicious/noTemplateCurlyInString: that is the attack
  "template injection": "{{constructor.constructor('window.pwned=1')()}} ${window.pwned=1} <%= 1 %>",
  "line separators": "before\u2028window.pwned=1\u2029after",
  "right-to-left marks": "user\u202Egnp.exe \u2066hidden\u2069 \u200Fmark\u200E",
  "zero width": "ze\u200Bro\u200Dwi\u2060dth\uFEFF",
  "control characters": "bell\u0007 back\b escape\u001b[31mred\u001b[0m del\u007f",
  SQL: "'; DROP TABLE episodes; -- \\'; $1 $$",
  formula: '=HYPERLINK("http://example.org","x")',
  "combining flood": `Z${"\u0301\u0489".repeat(200)}`,
  emoji: "👩‍👩‍👧‍👦 🏳️‍🌈 𝔘𝔫𝔦𝔠𝔬𝔡𝔢 中文 العربية",
  "very long word": "w".repeat(60_000),
  "very long text": "word ".repeat(20_000),
};

/** Texts that PostgreSQL cannot store; they must be repaired, not refused. */
export const UNSTORABLE: Record<string, string> = {
  NUL: "before\u0000after",
  "lone surrogate": "before\uD800after",
};
