import { readFile } from 'node:fs/promises';

/** The most memory that a process ever had, as Linux keeps it; elsewhere it is not known. */
export class PeakMemory {
  bytes: number | undefined;
  private readonly timer: NodeJS.Timeout | undefined;
  private last = -Infinity;

  constructor(private readonly pid: number) {
    if (process.platform === 'linux')
      this.timer = setInterval(() => {
        this.sample();
      }, 100);
  }

  /** The system keeps the peak itself, so that only what grows after the last sample is missed. */
  sample(): void {
    if (!this.timer || performance.now() - this.last < 50) return;
    this.last = performance.now();
    void readFile(`/proc/${this.pid}/status`, 'latin1').then(
      (status) => {
        const kilobytes = /^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1];
        if (kilobytes !== undefined)
          this.bytes = Math.max(this.bytes ?? 0, Number(kilobytes) * 1024);
      },
      // It has ended meanwhile; the last sample stands.
      () => undefined,
    );
  }

  dispose(): void {
    clearInterval(this.timer);
  }
}
