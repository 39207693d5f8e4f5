/** A name for a file that any system takes, different for different texts. */
export function fileName(text: string): string {
  return text.replace(/[^a-z0-9-]/g, (character) => `%${character.charCodeAt(0).toString(16)}`);
}
