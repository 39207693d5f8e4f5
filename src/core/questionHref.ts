/**
 * The target of links to questions, which pages follow by `data-question`: the name of nothing. VS Code takes a page to
 * its top at each click on `#` alone, whatever the page does with the click.
 */
export const questionHref = '#question:';
