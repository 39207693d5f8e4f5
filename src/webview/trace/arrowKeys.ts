/** Leads along the rows of a list by keyboard: it is one stop of Tab, the arrows go up and down, and Enter chooses. */

/**
 * @param list takes the focus; its children are the rows, which are chosen by a click as well
 * @param first the row at which the arrows begin
 */
export function leadByArrows(list: HTMLElement, first: () => Element | null | undefined): void {
  list.tabIndex = 0;
  list.addEventListener('keydown', (event) => {
    const row = event.target instanceof HTMLElement && event.target !== list ? event.target : null;
    const next =
      event.key === 'ArrowDown'
        ? row?.nextElementSibling
        : event.key === 'ArrowUp'
          ? row?.previousElementSibling
          : undefined;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') focus(row ? next : first());
    else if (event.key === 'Enter' && row) {
      row.click();
      if (!row.isConnected) list.focus();
    } else return;
    event.preventDefault();
  });
}

function focus(row: Element | null | undefined): void {
  if (!(row instanceof HTMLElement)) return;
  row.tabIndex = -1;
  row.focus();
}
