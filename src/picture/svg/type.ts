/** The typefaces of a figure that stands alone: ours where they are installed, else the system's. */
export const fontFamilies = {
  text: "'Inter Variable', Inter, system-ui, sans-serif",
  mono: "'JetBrains Mono Variable', 'JetBrains Mono', ui-monospace, monospace",
} as const;
