import uiFont from "@fontsource-variable/inter/files/inter-latin-wght-normal.woff2";
import textFont from "@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2";

/** Asks for the font of the controls together with the page, so that a first visit is not set anew when it comes. */
export function UiFontAhead() {
  return <FontAhead address={uiFont} />;
}

/**
 * The same for the font of longer texts: for pages on which something is always set in it. Elsewhere browsers would
 * fetch it for nothing, and warn.
 */
export function TextFontAhead() {
  return <FontAhead address={textFont} />;
}

/** Fonts are fetched without credentials, and what is fetched ahead is only taken where this says the same. */
function FontAhead({ address }: { address: string }) {
  return <link rel="preload" as="font" type="font/woff2" href={address} crossOrigin="anonymous" />;
}
