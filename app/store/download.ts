/** Hands a text to the user as a file of this name. */
export function downloadText(name: string, text: string, type = 'application/json'): void {
  downloadBlob(name, new Blob([text], { type }));
}

/** Hands any content to the user as a file of this name. */
export function downloadBlob(name: string, content: Blob): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser takes the content when it starts the download; a moment later the address can go.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
