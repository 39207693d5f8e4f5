export interface Disposable {
  dispose(): unknown;
}

/** Owns what it registers: disposed in reverse order, all of it even when one throws; late registrations at once. */
export class DisposableStore implements Disposable {
  private items: Disposable[] = [];
  private disposed = false;

  add<T extends Disposable>(item: T): T {
    if (this.disposed) item.dispose();
    else this.items.push(item);
    return item;
  }

  get isDisposed(): boolean {
    return this.disposed;
  }

  /** @throws AggregateError of what the members threw, after all were disposed. */
  dispose(): void {
    if (this.disposed) return;
    this.disposed = true;
    const errors: unknown[] = [];
    for (const item of this.items.reverse()) {
      try {
        item.dispose();
      } catch (error) {
        errors.push(error);
      }
    }
    this.items = [];
    if (errors.length > 0) throw new AggregateError(errors, 'Some members failed to dispose.');
  }
}
