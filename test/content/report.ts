/** What the lane found: one line a failure, and the counts that `npm test` reads. */
export class Report {
  private passed = 0;
  private readonly failures: string[] = [];
  private readonly skipped: string[] = [];
  private readonly runsOf = new Map<string, number>();

  check(what: string, faults: readonly string[]): void {
    if (faults.length === 0) this.passed += 1;
    else this.failures.push(...faults.map((fault) => `${what}: ${fault}`));
  }

  skip(what: string, why: string): void {
    this.skipped.push(`${what} (${why})`);
  }

  ran(python: string): void {
    this.runsOf.set(python, (this.runsOf.get(python) ?? 0) + 1);
  }

  get failed(): boolean {
    return this.failures.length > 0;
  }

  print(): void {
    for (const [name, count] of [...this.runsOf].sort()) console.log(`${name}: ${String(count)} proofs`);
    if (this.skipped.length > 0) console.log(`Skipped:\n  ${this.skipped.join('\n  ')}`);
    if (this.failed) console.log(`Failures:\n${this.failures.join('\n')}`);
    console.log(`${String(this.passed)} passed, ${String(this.failures.length)} failed, ${String(this.skipped.length)} skipped`);
  }
}
