/** Ends a program that goes on for long when all that is recorded of it is. */
import type { Launch } from '../../../app/running/launch.js';

/** Milliseconds between two looks. */
const often = 250;

export class RecordingWatch {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private isDisposed = false;

  /** @param onEnd called once, when the program has gone on for as long as it may */
  constructor(
    private readonly recording: Launch['recording'],
    private readonly onEnd: () => void,
  ) {
    if (recording?.afterwards !== undefined) this.lookLater(recording.afterwards);
  }

  dispose(): void {
    this.isDisposed = true;
    clearTimeout(this.timer);
  }

  private lookLater(afterwards: number): void {
    this.timer = setTimeout(() => {
      void this.look(afterwards);
    }, often);
  }

  private async look(afterwards: number): Promise<void> {
    const isOver = await this.recording?.isOver();
    if (this.isDisposed) return;
    if (isOver) this.timer = setTimeout(this.onEnd, afterwards * 1000);
    else this.lookLater(afterwards);
  }
}
