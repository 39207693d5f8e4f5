import type * as vscode from 'vscode';
import type { Disposable } from '../../../app/disposable.js';
import { closeUnrestored } from './closeUnrestored.js';

/** A panel with its page, as far as who keeps it needs to know. */
export interface KeptPanel extends Disposable {
  /** Brings the panel to the front. */
  reveal(): void;
  onDidClose(listener: () => void): void;
}

/** The only panel of its kind: opened when there is none, come back to while there is, and forgotten when it is closed. */
export class OnlyPanel<Panel extends KeptPanel> implements Disposable {
  private panel: Panel | undefined;

  constructor(private readonly viewType: string) {}

  /** Undefined while none is open. */
  get current(): Panel | undefined {
    return this.panel;
  }

  /**
   * Shows the panel.
   *
   * @param open opens one, in what VS Code restored when there is such a thing
   * @param revived a panel that VS Code restored after a reload; closed when another one is open
   */
  show(open: (revived?: vscode.WebviewPanel) => Panel, revived?: vscode.WebviewPanel): void {
    if (this.panel) {
      if (revived) revived.dispose();
      else this.panel.reveal();
      return;
    }
    if (!revived) closeUnrestored(this.viewType);
    const panel = open(revived);
    this.panel = panel;
    panel.onDidClose(() => {
      if (this.panel === panel) this.panel = undefined;
    });
  }

  dispose(): void {
    this.panel?.dispose();
  }
}
