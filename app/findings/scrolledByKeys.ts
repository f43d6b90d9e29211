/** What makes a stretch of text that scrolls one that the keyboard can scroll as well. */
export const scrolledByKeys = { role: 'group', 'aria-label': 'What changes', tabIndex: 0 } as const;
