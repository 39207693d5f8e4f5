import * as vscode from 'vscode';
import { countedAs } from '../../../core/figures.js';

/** Which of two sentences a count takes in VS Code's display language: that for 1 card, or that for 2 cards. */
export function counted(count: number, one: string, other: string): string {
  return countedAs(count, one, other, vscode.env.language);
}
