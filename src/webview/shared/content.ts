/** The language of what authors wrote, for elements that hold it in a page of another language. */
export const ofContent = { lang: 'en' } as const;
