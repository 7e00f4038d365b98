export type Theme = "LIGHT" | "DARK" | "SYSTEM";

const classes: Record<Theme, string> = { LIGHT: "light", DARK: "dark", SYSTEM: "" };

/** The class that the shell wears for a theme; globals.css reads it from there. System wears none. */
export function themeClass(theme: Theme): string {
  return classes[theme];
}

/** Puts a theme on the page that is open, before the server knows of it. */
export function wearTheme(theme: Theme): void {
  const shell = document.querySelector("[data-shell]");
  shell?.classList.remove("light", "dark");
  if (classes[theme]) shell?.classList.add(classes[theme]);
}
