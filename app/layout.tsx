import type { Metadata, Viewport } from "next";
import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { UiFontAhead } from "#app/fonts-ahead.tsx";
import "./globals.css";

export const metadata: Metadata = {
  title: { default: "Sotopia Studio", template: "%s · Sotopia Studio" },
  description: "Human evaluation of social dialogue that can be trusted.",
  robots: { index: false, follow: false },
};

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#faf9f6" },
    { media: "(prefers-color-scheme: dark)", color: "#15171a" },
  ],
};

/** The document around every page. The theme follows the system unless the person chose one (cookie `theme`). */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const theme = (await cookies()).get("theme")?.value;
  return (
    <html lang="en" data-theme={theme === "light" || theme === "dark" ? theme : undefined}>
      <body>
        <UiFontAhead />
        {children}
      </body>
    </html>
  );
}
