import { notify } from './viewStore.ts';

/** Puts a text on the clipboard and says so, or says that the browser did not allow it and what helps. */
export async function copyText(
  text: string,
  words: string,
  otherwise = 'Download the file instead, or copy from the text itself.',
): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    notify(words);
  } catch {
    notify(`The browser did not allow copying. ${otherwise}`, 'error');
  }
}
