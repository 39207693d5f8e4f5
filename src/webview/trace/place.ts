/** Puts children in the place of others; what is there already is not touched, so that it keeps the focus. */
export function place(parent: HTMLElement, children: readonly HTMLElement[]): void {
  const stay = new Set(children.filter((child) => child.parentElement === parent));
  const isInPlace = [...parent.children].every(
    (child, at) => child === children[at] || !stay.has(child as HTMLElement),
  );
  if (!isInPlace || parent.children.length !== children.length) {
    parent.replaceChildren(...children);
    return;
  }
  for (const [at, child] of children.entries()) {
    const there = parent.children[at];
    if (there && there !== child) there.replaceWith(child);
  }
}
