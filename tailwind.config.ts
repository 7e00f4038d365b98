import type { Config } from "tailwindcss";

/** A role becomes a colour that follows the theme by itself, so `dark:` is hardly ever needed. */
const role = (name: string) => `var(--${name})`;

const config: Config = {
  darkMode: "class",
  content: [],
  theme: {
    // Not `extend`: a colour or a size that is not in the identity does not exist.
    colors: {
      transparent: "transparent",
      current: "currentColor",
      paper: role("paper"),
      panel: role("panel"),
      float: role("float"),
      sunken: role("sunken"),
      hover: role("hover"),
      line: role("line"),
      edge: role("edge"),
      ink: { DEFAULT: role("ink"), soft: role("ink-soft"), faint: role("ink-faint") },
      accent: { DEFAULT: role("accent"), strong: role("accent-strong"), soft: role("accent-soft") },
      "on-accent": role("on-accent"),
      due: { DEFAULT: role("due"), soft: role("due-soft") },
      missed: { DEFAULT: role("missed"), soft: role("missed-soft") },
      done: { DEFAULT: role("done"), soft: role("done-soft") },
      certify: { DEFAULT: role("certify"), soft: role("certify-soft") },
      danger: { DEFAULT: role("danger"), strong: role("danger-strong") },
      "on-danger": role("on-danger"),
      veil: role("veil"),
    },
    fontSize: {
      xs: ["0.75rem", { lineHeight: "1.5" }],
      sm: ["0.875rem", { lineHeight: "1.5" }],
      body: ["var(--body-size)", { lineHeight: "1.55" }],
      base: ["1rem", { lineHeight: "1.55" }],
      lg: ["1.25rem", { lineHeight: "1.35", letterSpacing: "-0.012em" }],
      xl: ["1.75rem", { lineHeight: "1.2", letterSpacing: "-0.022em" }],
    },
    fontFamily: {
      sans: [role("font-sans")],
      mono: ["ui-monospace", "SFMono-Regular", "Menlo", "monospace"],
    },
    borderRadius: {
      none: "0",
      control: role("radius-control"),
      panel: role("radius-panel"),
      full: "9999px",
    },
    boxShadow: { lift: role("lift"), none: "none" },
    extend: {
      height: { control: role("control") },
      minHeight: { control: role("control") },
      minWidth: { control: role("control") },
      width: { control: role("control") },
      transitionDuration: { DEFAULT: "var(--quick)" },
    },
  },
};

export default config;
