import type { OutputStream } from '../../core/pack/pack.js';
import type { OutputListener } from './pythonServices.js';

/** Milliseconds: one frame. */
const frame = 16;

/** Hands output on at once when it is rare, and once a frame when it is not; the order of arrival is kept. */
export class OutputBatch {
  private waiting: { stream: OutputStream; text: string }[] = [];
  private timer: ReturnType<typeof setTimeout> | undefined;
  private last = -frame;

  constructor(private readonly onOutput: OutputListener) {}

  add(stream: OutputStream, text: string): void {
    if (text === '') return;
    const last = this.waiting.at(-1);
    if (last?.stream === stream) last.text += text;
    else this.waiting.push({ stream, text });
    if (this.timer) return;
    const left = frame - (performance.now() - this.last);
    if (left <= 0) this.flush();
    else
      this.timer = setTimeout(() => {
        this.flush();
      }, left);
  }

  flush(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.last = performance.now();
    const chunks = this.waiting;
    this.waiting = [];
    for (const chunk of chunks) this.onOutput(chunk);
  }
}
