/** Hands a file to the reader: the browser's own download. */
export function saveFile(name: string, type: string, ...content: readonly BlobPart[]): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([...content], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
