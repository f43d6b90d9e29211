/** What the user's text is called on buttons and in messages: JSON, or YAML where a template is edited in place. */
import { designStore, useDesign } from './designStore.ts';
import { textLanguage } from './textLanguage.ts';

export function textName(): string {
  return textLanguage(designStore.getState().design.source).label;
}

/** The same for a component, which is drawn anew when another text is opened. */
export function useTextName(): string {
  return useDesign((state) => textLanguage(state.design.source).label);
}
