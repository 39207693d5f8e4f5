/** The one door to hovers: whatever passes is shown as text, as code or as a picture of this machine. */
import * as vscode from 'vscode';
import { plainText } from '../../../core/plainText.js';

export interface HoverPart {
  readonly title: string;
  readonly text?: string;
  /** Python. */
  readonly code?: string;
  readonly picture?: vscode.Uri;
}

export function hoverOf(
  { title, text, code, picture }: HoverPart,
  range: vscode.Range,
): vscode.Hover {
  const content = new vscode.MarkdownString();
  content.appendText(`${plainText(title)}\n\n`);
  if (text !== undefined) content.appendText(text);
  if (code !== undefined) content.appendCodeblock(code, 'python');
  if (picture) content.appendMarkdown(`![](<${picture.toString()}>)`);
  return new vscode.Hover(content, range);
}
