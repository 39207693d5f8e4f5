/** What of a page writes with `execCommand`, the only edit by program that Undo takes back like one of the user's. */
interface Editable {
  execCommand(command: 'insertText' | 'delete', showUI: boolean, text: string): boolean;
}

const editable: Editable = document;

/** Replaces a range of a field's text as if the user had typed it; the cursor stands behind it. */
export function replaceText(
  field: HTMLTextAreaElement,
  from: number,
  to: number,
  text: string,
): void {
  field.setSelectionRange(from, to);
  editable.execCommand(text === '' ? 'delete' : 'insertText', false, text);
}
